// Locked papers: which password opens them. A payer locks all its letters with the same one, so those at hand are tried first.
import { isAppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { needsPassword } from '../../shared/model/document.ts';
import type { Readers } from '../readers/types.ts';
import type { Vault } from '../vault/types.ts';

/** Most passwords tried on one paper: each costs up to a tenth of a second (AES-256, revision 6, is slow on purpose). */
const MOST_TRIED = 40;

interface Services {
  readonly vault: Vault;
  readonly readers: Pick<Readers, 'opensWith'>;
  readonly signal: AbortSignal;
  /** Given with the import, tried before those the vault knows. */
  readonly passwords?: readonly string[] | undefined;
}

/** Reads a paper with its password if it has one; when it is locked and a password at hand opens it, that one is kept with it. Throws what `read` throws. */
export async function unlocking(
  id: DocumentId,
  bytes: Uint8Array,
  services: Services,
  read: (password: string | undefined) => Promise<unknown>,
): Promise<void> {
  try {
    await read(services.vault.documents.passwordOf(id));
  } catch (cause) {
    if (!isAppError(cause) || cause.code !== 'pdf-password') throw cause;
    const password = await passwordFor(bytes, services);
    if (password === undefined) throw cause;
    services.vault.documents.unlock(id, password);
    await read(password);
  }
}

async function passwordFor(bytes: Uint8Array, { vault, readers, signal, passwords = [] }: Services) {
  const tried = [...new Set([...passwords, ...vault.documents.passwords()])].slice(0, MOST_TRIED);
  for (const password of tried) {
    signal.throwIfAborted();
    if (await readers.opensWith({ bytes, password })) return password;
  }
  return undefined;
}

/** Papers beside `id` that wait for a password and open with this one: kept with them, so that they can be read now. */
export async function unlockOthers(
  id: DocumentId,
  password: string,
  { vault, readers, signal }: Services,
): Promise<readonly DocumentId[]> {
  const opened: DocumentId[] = [];
  const waiting = vault.documents.list().filter((document) => document.id !== id && needsPassword(document));
  for (const document of waiting) {
    if (signal.aborted) break;
    const { bytes } = await vault.documents.original(document.id);
    if (!(await readers.opensWith({ bytes, password }))) continue;
    vault.documents.unlock(document.id, password);
    opened.push(document.id);
  }
  return opened;
}
