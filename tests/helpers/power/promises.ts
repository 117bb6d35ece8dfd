// What must hold of a vault after a power cut, against what the program had said by then. Each check throws when a promise is broken.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { loadHeader } from '../../../electron/vault/header-file.ts';
import { isVault, layoutOf } from '../../../electron/vault/layout.ts';
import type { Vault } from '../../../electron/vault/types.ts';
import { unlock } from '../../../electron/vault/unlock.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { type ErrorCode, isAppError } from '../../../shared/errors.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { NEXT_PASSPHRASE, PASSPHRASE } from '../../integration/vault/vault-content.ts';

/** A broken promise. Any other error on the way is one too, but says it less well. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** The lines of one kind that were said, split at blanks, without their first words. */
export function saidOf(said: readonly string[], start: string): string[][] {
  return said.filter((line) => line.startsWith(`${start} `)).map((line) => line.slice(start.length + 1).split(' '));
}

/** The vault opens with its words, holds everything acknowledged, verifies to the last byte, and opens once more after it was closed. */
export async function checkVault(dir: string, words: readonly string[], said: readonly string[]): Promise<void> {
  const vault = await openVault(dir, { words });
  try {
    demand(vault.inventory.missing.length === 0, 'a row has no file');
    const { damaged } = await vault.verify();
    demand(damaged.length === 0, `damaged: ${damaged.map(({ what }) => what).join(', ')}`);
    await checkPapers(vault, said);
    await checkPages(vault, said);
    const leftovers = readdirSync(join(dir, 'tmp'));
    demand(leftovers.length === 0, `left in tmp: ${leftovers.join(', ')}`);
  } finally {
    await vault.close();
  }
  const again = await openVault(dir, { words });
  await again.close();
}

async function checkPapers(vault: Vault, said: readonly string[]): Promise<void> {
  const removed = new Set(saidOf(said, 'removed').map(([id]) => id));
  const goes = new Set(saidOf(said, 'removing').map(([id]) => id));
  const listed = new Map(vault.documents.list().map((document) => [String(document.id), document]));
  for (const [id = '', sha256] of saidOf(said, 'paper')) {
    if (removed.has(id)) demand(!listed.has(id), 'a removed paper is there again');
    else if (!goes.has(id)) demand(listed.get(id)?.sha256 === sha256, 'an acknowledged paper is missing');
  }
  for (const { id, sha256 } of listed.values()) {
    const { bytes } = await vault.documents.original(id);
    demand(hashOf(bytes) === sha256, 'a paper is not what it was');
  }
}

/** The picture of a page is the one acknowledged last, or one that was being saved since. */
async function checkPages(vault: Vault, said: readonly string[]): Promise<void> {
  const allowed = new Map<string, Set<string>>();
  for (const line of said) {
    const [what, id = '', number = '', sha256 = ''] = line.split(' ');
    const page = `${id} ${number}`;
    if (what === 'page') allowed.set(page, new Set([sha256]));
    else if (what === 'saving') allowed.get(page)?.add(sha256);
  }
  for (const [page, pictures] of allowed) {
    const [id, number] = page.split(' ');
    // Said by the program as the id of a paper.
    const picture = await vault.documents.picture(id as DocumentId, Number(number));
    demand(pictures.has(hashOf(picture)), 'a page is not the one acknowledged last');
  }
}

/** Remembers what was found out about a header or a backup: the same bytes come in many states. */
export type Known = Map<string, Promise<string>>;

/** Exactly one of the two passphrases opens; once the change was acknowledged it is the new one, and no header holds the old one any more. */
export async function checkPassphrase(dir: string, said: readonly string[], known: Known): Promise<void> {
  const layout = layoutOf(dir);
  const isChanged = said.includes('passphrase changed');
  const inForce = await remembered(known, headersOf(dir), async () => {
    const files = await loadHeader(layout);
    const opens = async (passphrase: string) => (await outcomeOf(unlock(files, { passphrase }))) === 'done';
    const isOld = await opens(PASSPHRASE);
    return isOld === (await opens(NEXT_PASSPHRASE)) ? 'neither or both' : isOld ? 'old' : 'new';
  });
  demand(inForce !== 'neither or both', 'neither or both passphrases open the vault');
  if (!isChanged) return;
  demand(inForce === 'new', 'the acknowledged passphrase does not open the vault');
  const [header, spare] = [layout.header, layout.spareHeader].map((path) => readFileSync(path));
  demand(header !== undefined && spare?.equals(header) === true, 'the old passphrase lives on in the spare header');
}

/** Every backup under its name is whole; those acknowledged are there; an unfinished one is whole or refused in words. */
export async function checkBackups(
  places: string,
  scratch: string,
  words: readonly string[],
  said: readonly string[],
  known: Known,
): Promise<void> {
  const names = readdirSync(places);
  for (const [name = ''] of saidOf(said, 'backup')) demand(names.includes(name), 'an acknowledged backup is missing');
  for (const name of names) {
    const path = join(places, name);
    const outcome = await remembered(known, hashOf(readFileSync(path)), async () => {
      rmSync(scratch, { recursive: true, force: true });
      return outcomeOf(restoreBackup(path, scratch, { words }));
    });
    const allowed = name.endsWith('.vaultbak') ? ['done'] : ['done', 'backup-damaged', 'backup-not-one'];
    demand(allowed.includes(outcome), `a backup called ${name} answers ${outcome}`);
  }
}

/** A folder that was being restored or created is a whole vault or none; an acknowledged one is a vault. */
export async function checkNewVault(
  dir: string,
  words: readonly string[],
  isAcknowledged: boolean,
): Promise<'a vault' | 'no vault'> {
  if (!existsSync(dir) || !isVault(dir)) {
    demand(!isAcknowledged, 'an acknowledged vault is not there');
    return 'no vault';
  }
  await checkVault(dir, words, []);
  return 'a vault';
}

export function demand(isKept: boolean, otherwise: string): void {
  if (!isKept) throw new BrokenPromise(otherwise);
}

/** `done`, or the code of the catalogue; throws what is not of the catalogue. */
export async function outcomeOf(work: Promise<unknown>): Promise<'done' | ErrorCode> {
  try {
    await work;
    return 'done';
  } catch (cause) {
    if (!isAppError(cause)) throw cause;
    return cause.code;
  }
}

async function remembered(known: Known, key: string, find: () => Promise<string>): Promise<string> {
  const finding = known.get(key) ?? find();
  known.set(key, finding);
  return finding;
}

function headersOf(dir: string): string {
  const { header, spareHeader } = layoutOf(dir);
  return [header, spareHeader].map((path) => (existsSync(path) ? hashOf(readFileSync(path)) : '')).join(' ');
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
