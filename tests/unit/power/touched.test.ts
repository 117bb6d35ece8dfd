// Which file a call is about: by the path it names, or by what its descriptor was opened as.
import { expect, it } from 'vitest';
import { hex } from '../../helpers/power/as-strace.ts';
import { parseLog } from '../../helpers/power/system-calls.ts';
import { touchedPaths } from '../../helpers/power/touched.ts';

it('follows descriptors through opening and closing, and knows a path that is named', () => {
  const log = [
    `1 openat(AT_FDCWD, ${hex('/a')}, O_RDONLY) = 21`,
    `1 pread64(21, ${hex('x')}..., 4096, 0) = -1 EIO (Input/output error) (INJECTED)`,
    '1 close(21) = 0',
    '1 fsync(21) = -1 EBADF (Bad file descriptor)',
    `1 rename(${hex('/b')}, ${hex('/c')}) = -1 EACCES (Permission denied) (INJECTED)`,
    `1 openat(AT_FDCWD, ${hex('/d')}, O_RDONLY) = -1 ENOENT (No such file or directory)`,
    `1 write(1, ${hex('said')}, 4) = 4`,
  ].join('\n');
  expect(touchedPaths(parseLog(log))).toEqual(['/a', '/a', '/a', undefined, '/b', '/d', undefined]);
});
