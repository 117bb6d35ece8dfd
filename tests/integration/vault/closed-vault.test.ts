// A closed vault tells nothing: no word of a paper, no name, in no spelling, in any file; and no temporary file is ever written elsewhere.
import { spawn, spawnSync } from 'node:child_process';
import { type FSWatcher, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '../../../electron/vault/vault.ts';
import type { JobId } from '../../../shared/ids.ts';
import { spellingsOf } from '../../helpers/spellings.ts';
import { PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const MARKS = {
  text: 'Xylograph7731',
  page: 'Quincunx4402',
  name: 'Zugzwang9015',
  note: 'Fjordhest2287',
  title: 'Pneumatique6650',
};
const dir = join(temporaryFolder(), 'vault');
const child = fileURLToPath(new URL('./children/big-sorts.ts', import.meta.url));
const hasStrace = spawnSync('strace', ['-V']).status === 0;
let recoveryWords: readonly string[];

function findings(folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    for (const [mark, word] of Object.entries(MARKS)) {
      if (spellingsOf(word).some((spelling) => bytes.includes(spelling) || path.includes(spelling.toString('utf8'))))
        found.push(`${mark} in ${path}`);
    }
  }
  return found;
}

beforeAll(async () => {
  const made = await newVault(dir);
  recoveryWords = made.recoveryWords;
  const { documents } = made.vault;
  const { id } = await documents.add(paper(`${MARKS.name}.txt`, `${MARKS.text} `.repeat(200)));
  for (let page = 1; page <= 150; page += 1)
    await documents.savePage(id, pageOf(page, `${page} ${MARKS.page} ${'filler words '.repeat(200)}`), PICTURE);
  documents.setNote(id, MARKS.note);
  documents.setTitle(id, MARKS.title);
  made.vault.jobs.save(
    {
      id: 'j_0000000000000001' as JobId,
      kind: 'import',
      state: 'running',
      progress: { stage: MARKS.name, done: 0, total: 1 },
    },
    { name: MARKS.name },
  );
  expect(documents.search(MARKS.page, 5)).toHaveLength(5);
  // While it is open there is a WAL as well.
  expect(findings(dir)).toEqual([]);
  await made.vault.close();
});

describe('a closed vault', () => {
  it('has no mark of a paper, name, title or note in any file, in any spelling', () => {
    expect(findings(dir)).toEqual([]);
  });

  it('would be caught by this search in every spelling', () => {
    const control = join(dir, '..', 'control');
    mkdirSync(control);
    const path = join(control, 'leak');
    for (const encode of [
      (word: string) => Buffer.from(word),
      (word: string) => Buffer.from(word, 'utf16le'),
      (word: string) => Buffer.from(Buffer.from(word).toString('hex')),
      (word: string) => Buffer.from(Buffer.from(`..${word}..`).toString('base64')),
      (word: string) => Buffer.from(Buffer.from(`x${word}yz`).toString('base64')),
    ]) {
      writeFileSync(path, Buffer.concat([Buffer.from([0, 1, 2]), encode(MARKS.note), Buffer.from([3])]));
      expect(findings(control)).toEqual([`note in ${path}`]);
    }
  });

  it('has files that look like noise: no known beginnings, no repeated pages', () => {
    const bytes = readFileSync(join(dir, 'db', 'main.db'));
    const counts = new Array<number>(256).fill(0);
    for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
    const entropy = -counts
      .filter((n) => n > 0)
      .reduce((sum, n) => sum + (n / bytes.length) * Math.log2(n / bytes.length), 0);
    expect(entropy).toBeGreaterThan(7.99);
    expect(bytes.subarray(0, 6).toString('latin1')).not.toBe('SQLite');
  });
});

describe('big sorts, a rebuilt search index and a vacuum', () => {
  it('write no temporary file, and the watcher would have seen one', async () => {
    expect(await temporaryFilesOf('as-shipped')).toEqual([]);
    expect(await temporaryFilesOf('spilling')).toContainEqual(expect.stringContaining('etilqs_'));
    expect(findings(dir)).toEqual([]);
    await (await openVault(dir, { words: recoveryWords })).close();
  });
});

/** Runs the work in a child and tells which files outside the vault it created: by strace, or else by watching the only folder it is given for temporary files. */
async function temporaryFilesOf(mode: 'as-shipped' | 'spilling'): Promise<readonly string[]> {
  const scratch = join(dir, '..', `scratch-${mode}`);
  mkdirSync(scratch);
  const environment = {
    ...process.env,
    TMPDIR: scratch,
    SQLITE_TMPDIR: scratch,
    // Node's own files of compiled code are nothing the vault writes.
    NODE_DISABLE_COMPILE_CACHE: '1',
  };
  const command = [process.execPath, child, dir, recoveryWords.join(' '), mode];
  const log = join(dir, '..', `${mode}.strace`);
  if (!hasStrace) return watchFor(scratch, command, environment);

  const [program = '', ...rest] = command;
  const run = spawnSync(
    'strace',
    ['-f', '-qq', '-s', '512', '-e', 'trace=open,openat,openat2,creat,memfd_create', '-o', log, program, ...rest],
    {
      env: environment,
      encoding: 'utf8',
    },
  );
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  const created = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /O_CREAT|O_TMPFILE|creat\(|memfd_create\(/.test(line))
    .map((line) => /"([^"]*)"/.exec(line)?.[1] ?? line);
  return created.filter((path) => !path.startsWith(`${dir}/`));
}

async function watchFor(
  scratch: string,
  command: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const seen: string[] = [];
  const watcher: FSWatcher = watch(scratch, (_event, name) => void seen.push(String(name)));
  const [program = '', ...rest] = command;
  const status = await new Promise((resolve) =>
    spawn(program, rest, { env: environment, stdio: 'inherit' }).once('close', resolve),
  );
  watcher.close();
  expect(status).toBe(0);
  return seen;
}
