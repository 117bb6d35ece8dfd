// One fault of the disk at a time, put by strace into the way of a program that opens a vault, imports, builds, backs up and locks.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrokenPromise, checkBackups, checkPassphrase, checkVault, demand, saidOf } from './promises.ts';
import type { Ground } from './scenarios.ts';
import { type Fault, recordNode } from './strace.ts';
import type { SystemCall } from './system-calls.ts';
import { touchedPaths } from './touched.ts';

const program = fileURLToPath(new URL('../../integration/vault/children/faulty-work.ts', import.meta.url));
const workProgram = fileURLToPath(new URL('../../integration/vault/children/power-work.ts', import.meta.url));

/** What may fail, and how: as disks, full ones, and permissions that were taken away do. */
const KINDS: readonly (readonly [call: string, errors: readonly string[]])[] = [
  ['pwrite64', ['EIO', 'ENOSPC']],
  ['write', ['EIO', 'ENOSPC']],
  ['fsync', ['EIO']],
  ['ftruncate', ['EIO']],
  ['rename', ['EACCES', 'EIO']],
  ['link', ['EIO']],
  ['unlink', ['EACCES', 'EIO']],
  ['mkdir', ['ENOSPC', 'EACCES']],
  ['pread64', ['EIO']],
];

/** The same of calls that Node makes all the time for itself: they are counted only at files whose names are known before. */
const KINDS_BY_PATH: typeof KINDS = [
  ['read', ['EIO']],
  ['openat', ['EACCES', 'EIO']],
];
const KNOWN_PATHS = ['vault.hdr', 'vault.hdr.1', 'lock', 'db', 'db/main.db', 'db/main.db-wal', 'tmp', 'blobs', '.'];

/** Sentences that fit a fault of the disk. None of them calls anything damaged. */
const FITTING = new Set([
  ...['vault-disk-fault', 'vault-disk-full', 'vault-read-only'],
  ...['backup-unwritable', 'backup-disk-full', 'backup-check-failed'],
]);

/** Every fault that can hit a file of the vault or of the backups, by a run without any; `ofReads` also those that take a run of their own to find. */
export async function possibleFaults(ground: Ground, scratch: string, { ofReads = true } = {}): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const kinds of ofReads ? [KINDS, KINDS_BY_PATH] : [KINDS]) {
    const { calls, root, status, complaint } = await run(ground, scratch, undefined, kinds === KINDS_BY_PATH);
    if (status !== 0) throw new Error(`The program ended with ${status} without any fault: ${complaint}`);
    rmSync(root, { recursive: true });
    const places = placesOf(calls, root);
    for (const [call, errors] of kinds)
      for (const nth of places.get(call) ?? []) faults.push(...errors.map((error) => ({ call, error, nth })));
  }
  return faults;
}

/** What came of a fault: where it hit (undefined when it missed the vault), and what the program said of it. */
export interface FaultReport {
  readonly hit: string | undefined;
  readonly failed: readonly string[];
}

/** Runs the program with a fault and checks all promises. Throws BrokenPromise with the fault and what it hit. */
export async function meetFault(ground: Ground, fault: Fault, scratch: string): Promise<FaultReport> {
  const { calls, root, said, status, complaint } = await run(
    ground,
    scratch,
    fault,
    KINDS_BY_PATH.some(([call]) => call === fault.call),
  );
  const paths = touchedPaths(calls);
  const hit = calls.flatMap(({ isInjected }, index) => (isInjected ? [paths[index] ?? ''] : []));
  const inside = hit.filter((path) => path.startsWith(`${root}/`)).map((path) => path.slice(root.length + 1));
  const failed = said.filter((line) => line.startsWith('failed '));
  try {
    // A fault in the program's own pipes and libraries says nothing of the vault.
    if (inside.length === 0 || inside.length < hit.length) return { hit: undefined, failed };
    for (const line of failed) demand(FITTING.has(line.split(' ').at(-1) ?? ''), line);
    demand(status === 0, `the program ended with ${status}: ${complaint.slice(0, 400)}`);
    await checkVault(join(root, 'vault'), ground.words, said);
    await checkPassphrase(join(root, 'vault'), said, new Map());
    await checkVault(join(root, 'created'), saidOf(said, 'created')[0] ?? [], []);
    await checkVault(join(root, 'restored'), ground.words, []);
    await checkBackups(join(root, 'places'), join(root, 'try'), ground.words, said, new Map());
  } catch (cause) {
    const where = `${fault.error} at ${fault.call} ${fault.nth} (${inside.join(', ')})`;
    throw new BrokenPromise(`${where}: ${cause instanceof Error ? cause.message : cause}; ${failed.join('; ')}`, {
      cause,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { hit: inside.join(', '), failed };
}

async function run(ground: Ground, scratch: string, fault: Fault | undefined, isByPath = false) {
  const root = join(scratch, `with ${fault === undefined ? 'no fault' : `${fault.call} ${fault.error} ${fault.nth}`}`);
  cpSync(ground.path, root, { recursive: true });
  const paths = isByPath ? KNOWN_PATHS.map((path) => join(root, 'vault', path)) : undefined;
  const recording = await recordNode([program, root, ground.words.join(' ')], `${root}.strace`, { fault, paths });
  return { ...recording, root };
}

/** For each kind of call, which ones of their thread are about a file of the vault or of the backups. */
function placesOf(calls: readonly SystemCall[], root: string): Map<string, Set<number>> {
  const paths = touchedPaths(calls);
  const counts = new Map<string, number>();
  const places = new Map<string, Set<number>>();
  for (const [index, { name, thread }] of calls.entries()) {
    const nth = (counts.get(`${thread} ${name}`) ?? 0) + 1;
    counts.set(`${thread} ${name}`, nth);
    if (paths[index]?.startsWith(`${root}/`)) places.set(name, (places.get(name) ?? new Set()).add(nth));
  }
  return places;
}

/** A backup of a vault one of whose stored files lies on a bad place of the disk: what the program said, and the folder to look at. */
export async function backUpWithBadPlace(ground: Ground, badFile: string, scratch: string) {
  const root = join(scratch, 'with a bad place');
  cpSync(ground.path, root, { recursive: true });
  const fault: Fault = { call: 'pread64', error: 'EIO', nth: 'every' };
  const paths = [join(root, 'vault', badFile)];
  const args = [workProgram, 'backup', root, ground.words.join(' ')];
  return { ...(await recordNode(args, `${root}.strace`, { fault, paths })), root };
}
