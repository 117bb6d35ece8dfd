// Nothing readable is ever written: every write of every process of a whole sitting is looked through, and what the vault keeps looks like noise.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { hasStrace } from '../helpers/power/strace.ts';
import { parseLog, type SystemCall } from '../helpers/power/system-calls.ts';
import { spellingsOf } from '../helpers/spellings.ts';

// Put together at run time, so that this file itself doesn't hold them.
const mark = (...parts: readonly string[]) => parts.join('');
const MARKS = {
  text: mark('Xylo', 'graph', '7731'),
  name: mark('Zug', 'zwang', '9015'),
  note: mark('Fjord', 'hest', '2287'),
  title: mark('Pneu', 'matique', '6650'),
  letter: mark('Quin', 'cunx', '4402'),
};
/** How files begin that can be read: PDF, JPEG, PNG, ZIP, SQLite, gzip. */
const READABLE = ['%PDF', '\xff\xd8\xff', '\x89PNG', 'PK\x03\x04', 'SQLite format 3', '\x1f\x8b\x08'].map((start) =>
  Buffer.from(start, 'latin1'),
);
const WATCHED = [
  'open',
  'openat',
  'openat2',
  'creat',
  'memfd_create',
  'write',
  'writev',
  'pwrite64',
  'pwritev',
  'pwritev2',
  'sendfile',
  'copy_file_range',
  'splice',
  'mmap',
];

const root = mkdtempSync(join(tmpdir(), 'appeal-vault-plaintext-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Sitting {
  readonly dir: string;
  /** Files outside the vault and the backup's folder that were opened for writing, or made without a name. */
  readonly strayFiles: readonly string[];
  /** Writes to files with a mark or a readable beginning in them. */
  readonly readable: readonly string[];
  readonly writes: number;
  readonly bytes: number;
  /** True when pipes between the processes carried the marks: the words were at work. */
  readonly pipesSpoke: boolean;
}

/** Runs the sitting with all its processes under strace. */
async function sit(mode: 'as-shipped' | 'leaking'): Promise<Sitting> {
  const dir = mkdtempSync(join(root, `${mode}-`));
  const log = join(root, `${mode}.log`);
  const entry = fileURLToPath(new URL('./children/whole-session.ts', import.meta.url));
  const options = ['-f', '-y', '--seccomp-bpf', '-qq', '-xx', '-s', String(1 << 26), '-e', 'signal=none', '-o', log];
  const trace = ['-e', `trace=${WATCHED.map((name) => `?${name}`).join(',')}`];
  const child = spawn('strace', [...options, ...trace, process.execPath, entry, dir, JSON.stringify(MARKS), mode], {
    // libuv makes a ring all the same, but only to wait for sockets: files go through the calls that are watched.
    env: { ...process.env, NODE_OPTIONS: '', UV_USE_IO_URING: '0' },
    stdio: 'inherit',
  });
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  const seen = look(dir, parseLog(readFileSync(log, 'latin1')));
  rmSync(log);
  return { dir, ...seen };
}

function look(dir: string, calls: readonly SystemCall[]): Omit<Sitting, 'dir'> {
  const spellings = Object.entries(MARKS).flatMap(([field, word]) =>
    spellingsOf(word).map((bytes) => ({ field, bytes })),
  );
  const marksIn = (bytes: Buffer) => [
    ...new Set(spellings.filter((one) => bytes.includes(one.bytes)).map(({ field }) => field)),
  ];
  const strayFiles = new Set<string>();
  const readable: string[] = [];
  let [writes, bytesWritten, pipesSpoke] = [0, 0, false];
  for (const { name, args, result } of calls) {
    if (result < 0) continue;
    if (/^(open|creat|memfd)/.test(name)) {
      const flags = args.join(' ');
      const path = name === 'memfd_create' ? 'a file without a name' : textOf(args[name.startsWith('openat') ? 1 : 0]);
      const isWritten = name === 'memfd_create' || name === 'creat' || /O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE/.test(flags);
      const isOurs = [join(dir, 'vault'), join(dir, 'places')].some((folder) => path.startsWith(`${folder}/`));
      if (isWritten && !isOurs && path !== '/dev/null') strayFiles.add(path);
    } else if (/^p?write/.test(name)) {
      const target = pathOf(args[0]);
      const bytes = Buffer.concat(
        [...(args[1] ?? '').matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text]) => hex(text)),
      );
      const marks = marksIn(bytes);
      if (!target.startsWith('/')) {
        pipesSpoke ||= marks.length > 0;
        continue;
      }
      writes += 1;
      bytesWritten += bytes.length;
      for (const field of marks) readable.push(`${field} in ${target}`);
      if (READABLE.some((start) => bytes.subarray(0, start.length).equals(start)))
        readable.push(`a readable file in ${target}`);
    } else if (/sendfile|copy_file_range|splice/.test(name) || isSharedWritable(args, name))
      strayFiles.add(`${name} ${args.join(' ').slice(0, 200)}`);
  }
  return { strayFiles: [...strayFiles], readable, writes, bytes: bytesWritten, pipesSpoke };
}

/** Memory that is a file on disk, and can be written. */
function isSharedWritable(args: readonly string[], name: string): boolean {
  return (
    name === 'mmap' &&
    /MAP_SHARED/.test(args[3] ?? '') &&
    /PROT_WRITE/.test(args[2] ?? '') &&
    pathOf(args[4]).startsWith('/')
  );
}

const hex = (text: string | undefined) => Buffer.from((text ?? '').replaceAll('\\x', ''), 'hex');
const textOf = (arg: string | undefined) => hex(/"(.*)"/.exec(arg ?? '')?.[1]).toString('utf8');
/** The path of a descriptor, which strace writes behind it (`-y`); empty when it is no file. */
function pathOf(arg: string | undefined): string {
  const inside = /<(.*)>/.exec(arg ?? '')?.[1] ?? '';
  return inside.startsWith('\\x') ? hex(inside).toString('utf8') : inside;
}

function filesBelow(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Shannon's entropy of the bytes, in bits for each byte. */
function entropyOf(bytes: Buffer): number {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return -[...counts]
    .filter((n) => n > 0)
    .reduce((sum, n) => sum + (n / bytes.length) * Math.log2(n / bytes.length), 0);
}

describe.runIf(hasStrace)('a whole sitting', () => {
  test('writes nothing readable, nothing outside the vault, and leaves files that look like noise', async () => {
    const { dir, strayFiles, readable, writes, bytes, pipesSpoke } = await sit('as-shipped');
    expect(strayFiles).toEqual([]);
    expect(readable).toEqual([]);
    expect(pipesSpoke).toBe(true);
    expect(writes).toBeGreaterThan(100);

    const vault = join(dir, 'vault');
    const clear = ['README.txt', 'vault.hdr', 'vault.hdr.1'].map((name) => join(vault, name));
    const files = filesBelow(vault).filter((path) => !clear.includes(path));
    expect(files.length).toBeGreaterThan(10);
    // Nothing is so small that its entropy would say little: 4,096 random bytes have about 7.95.
    expect(files.filter((path) => statSync(path).size < 4096)).toEqual([]);
    const entropies = files.map((path) => entropyOf(readFileSync(path)));
    expect(Math.min(...entropies)).toBeGreaterThanOrEqual(7.9);
    for (const path of clear) expect(spellingsIn(readFileSync(path))).toEqual([]);
    // Elsewhere on disk: the readers, SQLite and the system's own folders.
    for (const word of Object.values(MARKS))
      for (const place of [dir, '/var/tmp', '/dev/shm', join(process.env.HOME ?? '/', '.cache', 'appeal-vault')])
        expect(spawnSync('grep', ['-rlaF', word, place], { encoding: 'utf8' }).stdout).toBe('');
    process.stderr.write(
      `\n${writes} writes to files, ${(bytes / 1e6).toFixed(1)} MB, no mark; ${files.length} files, lowest entropy ${Math.min(...entropies).toFixed(4)} bits a byte\n`,
    );
  });

  test('would be caught writing a mark beside the vault', async () => {
    const { dir, strayFiles, readable } = await sit('leaking');
    expect(strayFiles).toEqual([join(dir, 'cache.tmp')]);
    expect(readable).toEqual([`note in ${join(dir, 'cache.tmp')}`]);
  });
});

function spellingsIn(bytes: Buffer): readonly string[] {
  return Object.entries(MARKS).flatMap(([field, word]) =>
    spellingsOf(word).some((one) => bytes.includes(one)) ? [field] : [],
  );
}
