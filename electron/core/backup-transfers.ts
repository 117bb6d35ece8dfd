// Backups that pass through a browser: one that was made to be saved there and checked afterwards, and one that was handed over to be restored.
// Both are encrypted files; the first waits among the vault's unfinished files, the second in a folder of the system for such things.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { LastBackup } from '../vault/types.ts';

/** A file ready to be saved. */
export interface OfferedBackup {
  readonly path: string;
  readonly fileName: string;
  readonly byteLength: number;
}

type Pieces = AsyncIterable<Uint8Array>;

export interface BackupTransfers {
  /** Offers a backup that was written and read back; gives the name of its address. An earlier offer ends. */
  offer(made: LastBackup, path: string, onSafe: () => void): Promise<string>;
  /** Throws backup-offer-gone. */
  offered(id: string): OfferedBackup;
  /** Compares what was saved with what was offered; if it is the same, the backup counts and the offer ends. Throws backup-offer-gone, backup-differs. */
  check(id: string, pieces: Pieces): Promise<void>;
  /** Keeps a file that was handed over until it was restored; gives its name. An earlier one goes. Throws backup-upload-unwritable. */
  receive(pieces: Pieces): Promise<string>;
  /** Where such a file is. Throws token-unknown. */
  received(id: string): string;
  /** The file that was handed over is not needed any more. */
  dropReceived(): Promise<void>;
  /** Removes the file that was handed over and the one that was offered. */
  clear(): Promise<void>;
}

/** Transfers with nothing on the way. */
export function createBackupTransfers(): BackupTransfers {
  let offer: (OfferedBackup & { readonly id: string; readonly onSafe: () => void }) | undefined;
  let upload: { readonly id: string; readonly folder: string; readonly path: string } | undefined;
  const offerOf = (id: string) => {
    if (offer?.id !== id) throw new AppError('backup-offer-gone');
    return offer;
  };
  const dropOffer = async () => {
    const old = offer;
    offer = undefined;
    if (old !== undefined) await rm(old.path, { force: true });
  };
  const dropUpload = async () => {
    const old = upload;
    upload = undefined;
    if (old !== undefined) await rm(old.folder, { recursive: true, force: true });
  };

  return {
    offer: async (made, path, onSafe) => {
      await dropOffer();
      const id = newId();
      offer = { id, path, fileName: made.path, byteLength: made.byteLength, onSafe };
      return id;
    },
    offered: offerOf,
    check: async (id, pieces) => {
      const { path, onSafe } = offerOf(id);
      const [wanted, saved] = [await hashOf(createReadStream(path)), await hashOf(pieces)];
      if (wanted !== saved) throw new AppError('backup-differs');
      offerOf(id);
      onSafe();
      await dropOffer();
    },
    receive: async (pieces) => {
      await dropUpload();
      const folder = await mkdtemp(join(tmpdir(), 'appeal-vault-upload-'));
      const path = join(folder, 'backup.vaultbak');
      try {
        await write(path, pieces);
      } catch (cause) {
        await rm(folder, { recursive: true, force: true });
        throw cause instanceof AppError ? cause : new AppError('backup-upload-unwritable', { cause });
      }
      upload = { id: newId(), folder, path };
      return upload.id;
    },
    received: (id) => {
      if (upload?.id !== id) throw new AppError('token-unknown');
      return upload.path;
    },
    dropReceived: dropUpload,
    clear: async () => {
      await dropOffer();
      await dropUpload();
    },
  };
}

async function hashOf(pieces: Pieces): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

async function write(path: string, pieces: Pieces): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}

function newId(): string {
  return randomBytes(16).toString('hex');
}
