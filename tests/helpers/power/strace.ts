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
];

/** Reads, which matter only where one is to fail. */
const READS = ['read', 'pread64'];

export interface Recording {
  readonly calls: readonly SystemCall[];
  /** What the program said on stdout, line by line. */
  readonly said: readonly string[];
  readonly status: number | null;
  /** What it wrote on stderr. */
  readonly complaint: string;
}

/** A failure to put in the way of the program: in each of its threads the `nth` call of this name, or every one, fails with this code of the system. */
export interface Fault {
  readonly call: string;
  readonly error: string;
  readonly nth: number | 'every';
}

/** Longer than any run takes on a machine busy with much else: what is not at its end by then never will be. */
const LONGEST_MS = 15 * 60_000;

/** Reads are recorded too; `fault` is put in the way; with `paths` only calls about these are recorded, counted and made to fail. */
export interface FaultOptions {
  readonly fault?: Fault | undefined;
  readonly paths?: readonly string[] | undefined;
}

/**
 * Runs Node with these arguments; `log` is a file that may be written and is taken away again. One thread does all asynchronous file work, so
 * that counts repeat. A program that hangs is killed after a quarter of an hour: its status is null then, and its complaint says so.
 */
export async function recordNode(args: readonly string[], log: string, faults?: FaultOptions): Promise<Recording> {
  const watched = [...WATCHED, ...(faults === undefined ? [] : READS)].map((name) => `?${name}`).join(',');
  // The bytes of reads and writes are long, and who looks for faults needs only the paths.
  const longest = faults === undefined ? 1 << 26 : 4096;
  const options = [
    ...['-f', '--seccomp-bpf', '-qq', '-xx', '-s', String(longest), '-e', 'signal=none', '-o', log],
    ...['-e', `trace=${watched}`],
    ...(faults?.paths ?? []).flatMap((path) => ['-P', path]),
    ...(faults?.fault === undefined ? [] : ['-e', injection(faults.fault)]),
  ];
  const child = spawn('strace', [...options, process.execPath, ...args], {
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: '1',
      UV_USE_IO_URING: '0',
      NODE_OPTIONS: '',
      // Node's own files of compiled code are nothing the program does.
      NODE_DISABLE_COMPILE_CACHE: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: strace alone, killed, would leave the program behind.
    detached: true,
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const hanging = setTimeout(() => {
    complaint += 'it hung and was killed';
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, LONGEST_MS);
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(hanging);
  const calls = parseLog(await readFile(log, 'latin1'));
  await rm(log, { force: true });
  return { calls, said: said.split('\n').filter((line) => line !== ''), status, complaint };
}

function injection({ call, error, nth }: Fault): string {
  return `inject=${call}:error=${error}:when=${nth === 'every' ? '1+' : nth}`;
}
