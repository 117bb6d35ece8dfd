// The disk that forgets, call by call.
import { describe, expect, it } from 'vitest';
import { hex } from '../../helpers/power/as-strace.ts';
import { Disk, newFile, newFolder } from '../../helpers/power/disk.ts';
import { DROPPED, type Fate, KEPT, leftoversOf, tornBy } from '../../helpers/power/fates.ts';
import { parseLog } from '../../helpers/power/system-calls.ts';

function diskAfter(lines: readonly string[], isSyncLost?: () => boolean): Disk {
  const root = newFolder();
  const old = newFile(Buffer.from('old'));
  root.durable.set('kept', old);
  root.now.set('kept', old);
  const disk = new Disk('/r', root);
  for (const call of parseLog(lines.map((line) => `1 ${line}`).join('\n'))) disk.apply(call, isSyncLost);
  return disk;
}

const left = (disk: Disk, fate: Fate) =>
  Object.fromEntries([...leftoversOf(disk.root, fate)].map(([name, content]) => [name, content?.toString()]));

const create = (path: string, descriptor: number) => [
  `openat(AT_FDCWD, ${hex(path)}, O_WRONLY|O_CREAT|O_EXCL|O_CLOEXEC, 0600) = ${descriptor}`,
  `write(${descriptor}, ${hex('new')}, 3) = 3`,
];
const openRoot = `openat(AT_FDCWD, ${hex('/r')}, O_RDONLY|O_CLOEXEC) = 9`;

describe('a new file', () => {
  it('is gone without any fsync, and there when everything is kept', () => {
    const disk = diskAfter(create('/r/a', 3));
    expect(left(disk, DROPPED)).toEqual({ kept: 'old' });
    expect(left(disk, KEPT)).toEqual({ kept: 'old', a: 'new' });
  });

  it('needs its own fsync for its bytes and that of its folder for its name', () => {
    expect(left(diskAfter([...create('/r/a', 3), 'fsync(3) = 0']), DROPPED)).toEqual({ kept: 'old' });
    expect(left(diskAfter([...create('/r/a', 3), openRoot, 'fsync(9) = 0']), DROPPED)).toEqual({ kept: 'old', a: '' });
    expect(left(diskAfter([...create('/r/a', 3), 'fdatasync(3) = 0', openRoot, 'fsync(9) = 0']), DROPPED)).toEqual({
      kept: 'old',
      a: 'new',
    });
  });

  it('in a new folder needs the name of the folder too', () => {
    const lines = [
      `mkdir(${hex('/r/f')}, 0700) = 0`,
      ...create('/r/f/a', 3),
      'fsync(3) = 0',
      `openat(AT_FDCWD, ${hex('/r/f')}, O_RDONLY|O_DIRECTORY) = 4`,
      'fsync(4) = 0',
    ];
    expect(left(diskAfter(lines), DROPPED)).toEqual({ kept: 'old' });
    expect(left(diskAfter([...lines, openRoot, 'fsync(9) = 0']), DROPPED)).toEqual({
      kept: 'old',
      f: undefined,
      'f/a': 'new',
    });
  });
});

it('a rename over a file leaves the old one until the folder was fsynced, and never neither', () => {
  const lines = [...create('/r/a', 3), 'fsync(3) = 0', `rename(${hex('/r/a')}, ${hex('/r/kept')}) = 0`];
  expect(left(diskAfter(lines), DROPPED)).toEqual({ kept: 'old' });
  expect(left(diskAfter([...lines, openRoot, 'fsync(9) = 0']), DROPPED)).toEqual({ kept: 'new' });
  const disk = diskAfter(lines);
  for (let seed = 0; seed < 20; seed += 1) expect(left(disk, tornBy(seed, disk.root))).toHaveProperty('kept');
});

it('a link has the content of its file; a name taken away comes back', () => {
  const disk = diskAfter([
    ...create('/r/a', 3),
    'fsync(3) = 0',
    openRoot,
    'fsync(9) = 0',
    `link(${hex('/r/a')}, ${hex('/r/b')}) = 0`,
    `unlink(${hex('/r/a')}) = 0`,
  ]);
  expect(left(disk, DROPPED)).toEqual({ kept: 'old', a: 'new' });
  expect(left(disk, KEPT)).toEqual({ kept: 'old', b: 'new' });
});

it('an fsync covers only what was done before it began', () => {
  const disk = diskAfter([
    ...create('/r/a', 3),
    openRoot,
    'fsync(9) = 0',
    'fsync(3 <unfinished ...>',
    `write(3, ${hex('er')}, 2) = 2`,
    '<... fsync resumed>) = 0',
  ]);
  expect(left(disk, DROPPED)).toEqual({ kept: 'old', a: 'new' });
  expect(left(disk, KEPT)).toEqual({ kept: 'old', a: 'newer' });
});

it('an fsync that is left out covers nothing', () => {
  const disk = diskAfter([...create('/r/a', 3), 'fsync(3) = 0', openRoot, 'fsync(9) = 0'], () => true);
  expect(left(disk, DROPPED)).toEqual({ kept: 'old' });
});

it('says so when a file is changed in a way it does not know', () => {
  const shared = 'mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 3, 0) = 0x7f0000000000';
  expect(() => diskAfter([...create('/r/a', 3), shared])).toThrow(/mmap/);
  expect(() => diskAfter([...create('/r/a', 3), 'copy_file_range(5, NULL, 3, NULL, 9, 0) = 9'])).toThrow(
    /copy_file_range/,
  );
  expect(() => diskAfter([`openat(AT_FDCWD, ${hex('/r/never')}, O_RDONLY) = 3`])).toThrow(/does not know/);
});
