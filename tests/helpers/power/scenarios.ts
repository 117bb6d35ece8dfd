// The kinds of work a power cut may fall into: how each is recorded, and what must hold afterwards.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { createVault, isVault, openVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from '../../integration/vault/vault-content.ts';
import { KEPT, leftoversOf } from './fates.ts';
import { readFolder, writeLeftovers } from './folders.ts';
import {
  BrokenPromise,
  checkBackups,
  checkNewVault,
  checkPassphrase,
  checkVault,
  demand,
  type Known,
  outcomeOf,
  saidOf,
} from './promises.ts';
import { diskAtKill, type PowerCut, type Run } from './replay.ts';
import { recordNode } from './strace.ts';
import { bytesOf, type SystemCall } from './system-calls.ts';
import { touchedPaths } from './touched.ts';

export type Work =
  | 'import'
  | 'import into folders a crash left'
  | 'passphrase'
  | 'words'
  | 'backup'
  | 'restore'
  | 'create'
  | 'removal'
  | 'opening'
  | 'migration';

const program = fileURLToPath(new URL('../../integration/vault/children/power-work.ts', import.meta.url));

/** A vault with one paper and a backup of it, closed, to begin every kind of work with. */
export interface Ground {
  readonly path: string;
  readonly words: readonly string[];
}

/** Makes the ground in a new folder: `vault`, and `places` with `earlier.vaultbak`. */
export async function layGround(path: string): Promise<Ground> {
  mkdirSync(join(path, 'places'), { recursive: true });
  const { vault, recoveryWords } = await createVault(join(path, 'vault'), PASSPHRASE, { kdf: KDF_FLOOR });
  const document = await vault.documents.add(paper('earlier.txt', 'marmalade '.repeat(500)));
  await vault.documents.savePage(document.id, pageOf(1, 'marmalade and more'), PICTURE);
  await vault.backup(join(path, 'places', 'earlier.vaultbak'));
  await vault.close();
  return { path, words: recoveryWords };
}

export interface RecordedWork extends Run {
  readonly work: Work;
  readonly words: readonly string[];
  /** Found out once, for all states. */
  readonly known: Known;
}

/** Does one kind of work on a copy of the ground, and records it. Throws when the program did not come to its end. */
export async function recordWork(work: Work, ground: Ground, scratch: string): Promise<RecordedWork> {
  const root = join(scratch, `during ${work}`);
  cpSync(ground.path, root, { recursive: true });
  const { calls, status, complaint } = await recordNode(
    [program, work, root, ground.words.join(' ')],
    `${root}.strace`,
  );
  if (status !== 0) throw new Error(`The program that does “${work}” ended with ${status}: ${complaint}`);
  return { work, before: () => readFolder(ground.path), root, calls, words: ground.words, known: new Map() };
}

/**
 * Kills the removal of a paper at the worst moment, after its row was taken away and before that was made lasting, and records how the next
 * program opens the vault it finds: with the row gone, as far as it can see.
 */
export async function recordOpeningAfterKill(ground: Ground, scratch: string): Promise<RecordedWork> {
  const removal = await recordWork('removal', ground, scratch);
  const unlinked = removal.calls.findIndex(({ name, args }) => name === 'unlink' && isStoredFile(args[0]));
  const log = join(removal.root, 'vault', 'db', 'main.db-wal');
  const paths = touchedPaths(removal.calls);
  const killed = paths.findLastIndex((path, index) => index < unlinked && path === log && isSync(removal.calls[index]));
  if (killed < 0) throw new Error('The removal was not made lasting before the file went');

  const root = join(scratch, 'after the kill');
  writeLeftovers(leftoversOf(diskAtKill(removal, killed), KEPT), root);
  const { calls, status, complaint } = await recordNode(
    [program, 'opening', root, ground.words.join(' ')],
    `${root}.strace`,
  );
  if (status !== 0) throw new Error(`The program that opens the vault ended with ${status}: ${complaint}`);
  return { ...removal, work: 'opening', before: () => diskAtKill(removal, killed), root, calls };
}

/** Records how a vault of an older schema is opened, and so brought up to the newest. */
export async function recordMigration(scratch: string): Promise<RecordedWork> {
  const older = fileURLToPath(new URL('../../fixtures/vault/format-1-schema-3', import.meta.url));
  const { words } = z.object({ words: z.string() }).parse(JSON.parse(readFileSync(`${older}.json`, 'utf8')));
  const path = join(scratch, 'older');
  mkdirSync(path);
  cpSync(older, join(path, 'vault'), { recursive: true });
  return { ...(await recordWork('opening', { path, words: words.split(' ') }, scratch)), work: 'migration' };
}

const isStoredFile = (arg: string | undefined) => bytesOf(arg).toString('utf8').endsWith('.age');
const isSync = (call: SystemCall | undefined) => call?.name === 'fsync' || call?.name === 'fdatasync';

/** Makes the folder of a power cut real and checks every promise that touches it. Throws BrokenPromise with the moment and the fate. */
export async function checkPowerCut(run: RecordedWork, cut: PowerCut, at: string): Promise<void> {
  writeLeftovers(cut.left, at);
  try {
    await checkWork(run, cut.said, at);
  } catch (cause) {
    throw new BrokenPromise(`${run.work}, power cut ${cut.name}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

async function checkWork({ work, words, known }: RecordedWork, said: readonly string[], at: string): Promise<void> {
  const vault = join(at, 'vault');
  const check = {
    import: () => checkVault(vault, words, said),
    'import into folders a crash left': () => checkVault(vault, words, said),
    removal: () => checkVault(vault, words, said),
    opening: () => checkVault(vault, words, said),
    migration: async () => {
      if (said.includes('open')) await checkEarlierCopy(vault, join(at, 'try'), words);
      await checkVault(vault, words, said);
    },
    passphrase: async () => {
      await checkPassphrase(vault, said, known);
      await checkVault(vault, words, said);
    },
    words: () => checkWords(vault, words, said),
    backup: async () => {
      await checkBackups(join(at, 'places'), join(at, 'try'), words, said, known);
      await checkVault(vault, words, said);
    },
    restore: async () => {
      const there = await checkNewVault(join(at, 'restored'), words, said.includes('restored'));
      if (there === 'a vault') return;
      await restoreBackup(join(at, 'places', 'earlier.vaultbak'), join(at, 'restored'), { words });
    },
    create: async () => {
      const [created] = saidOf(said, 'created');
      if (created !== undefined) return void (await checkNewVault(join(at, 'created'), created, true));
      await checkUnfinished(join(at, 'created'));
    },
  } satisfies Record<Work, () => Promise<void>>;
  await check[work]();
}

/** What a migration keeps of the vault before it, the database and its header, is whole and opens beside the stored files. */
async function checkEarlierCopy(vault: string, scratch: string, words: readonly string[]): Promise<void> {
  const folder = join(vault, 'db');
  const copy = readdirSync(folder).find((name) => /\.before-\d+$/.test(name));
  demand(copy !== undefined, 'the copy from before the migration is missing');
  mkdirSync(join(scratch, 'db'), { recursive: true });
  cpSync(join(vault, 'blobs'), join(scratch, 'blobs'), { recursive: true });
  cpSync(join(folder, copy ?? ''), join(scratch, 'db', 'main.db'));
  cpSync(join(folder, `${copy}.hdr`), join(scratch, 'vault.hdr'));
  await checkVault(scratch, words, []);
  rmSync(scratch, { recursive: true });
}

/** Before its words were told, a new vault opens with the passphrase, or can be made in the same folder again. */
async function checkUnfinished(dir: string): Promise<void> {
  const vault = isVault(dir)
    ? await openVault(dir, { passphrase: PASSPHRASE })
    : (await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR })).vault;
  await vault.close();
}

/** The old words open until the new ones were acknowledged; in between one of the two does. */
async function checkWords(dir: string, old: readonly string[], said: readonly string[]): Promise<void> {
  const [next] = saidOf(said, 'next words');
  const isChanged = said.includes('words changed');
  if (next === undefined) return checkVault(dir, old, said);
  if (isChanged) return checkVault(dir, next, said);
  const opensWithOld = (await outcomeOf(checkVault(dir, old, said))) === 'done';
  if (!opensWithOld) await checkVault(dir, next, said);
}
