// Runs a program under strace and hands back what it asked of the disk.
import { spawn, spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { parseLog, type SystemCall } from './system-calls.ts';

/** True where strace is there and may watch a process. */
export const hasStrace =
  process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0;

/** Every call that changes files or names, and those the model would be blind to. `?` lets strace go on where a machine lacks one. */
const WATCHED = [
  ...['open', 'openat', 'openat2', 'creat', 'close', 'dup', 'dup2', 'dup3', 'lseek', 'mmap'],
  ...['write', 'writev', 'pwrite64', 'pwritev', 'pwritev2', 'truncate', 'ftruncate', 'fallocate'],
  ...['copy_file_range', 'sendfile', 'splice', 'io_uring_setup'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat', 'unlink', 'unlinkat'],
  ...['mkdir', 'mkdirat', 'rmdir', 'fsync', 'fdatasync'],
]
  .map((name) => `?${name}`)
  .join(',');

export interface Recording {
  readonly calls: readonly SystemCall[];
  /** What the program said on stdout, line by line. */
  readonly said: readonly string[];
  readonly status: number | null;
}

/** A failure to put in the way of the program: the `nth` call of that name in each thread fails, on these paths only when some are given. */
export interface Fault {
  readonly call: string;
  readonly error: string;
  readonly nth: number;
  readonly paths?: readonly string[];
}

/** Runs Node with these arguments; `log` is a file that may be written and is taken away again. One thread does all asynchronous file work, so that counts repeat. */
export async function recordNode(args: readonly string[], log: string, fault?: Fault): Promise<Recording> {
  const trace = fault?.paths === undefined ? WATCHED : `?${fault.call}`;
  const options = [
    ...[
      '-f',
      '--seccomp-bpf',
      '-qq',
      '-xx',
      '-s',
      String(1 << 26),
      '-e',
      'signal=none',
      '-o',
      log,
      '-e',
      `trace=${trace}`,
    ],
    ...(fault?.paths ?? []).flatMap((path) => ['-P', path]),
    ...(fault === undefined ? [] : ['-e', `inject=${fault.call}:error=${fault.error}:when=${fault.nth}`]),
  ];
  const child = spawn('strace', [...options, process.execPath, ...args], {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const calls = parseLog(await readFile(log, 'latin1'));
  await rm(log, { force: true });
  return { calls, said: said.split('\n').filter((line) => line !== ''), status };
}
