// Finds what a sync program leaves when two computers wrote to one vault: a second copy of a file, or of the whole folder, under a name of the program's own.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemCode } from './file-errors.ts';
import { isVault, layoutOf } from './layout.ts';

/** What a vault folder and its `db` hold by names; everything else that looks like one of them is a copy of it. */
const OWN_NAMES = /^(?:vault\.hdr(?:\.1)?|db|db\.damaged-\d+|blobs|tmp|quarantine|lock|README\.txt)$/;
const OWN_DATABASE_NAMES = /^main\.db(?:-wal|-shm|-journal|\.before-\d+(?:\.hdr)?)?$/;
const OWN_BLOB_NAME = /^[0-9a-f]{32}\.age$/;
/** How names of ours begin, also behind what some programs put in front. */
const LIKE_OURS = /^(?:copy of )?(?:vault\.|vault[ -_(].*\.hdr|db\b|blobs\b|lock\b|README\b|main\b|[0-9a-f]{32})/i;
/** What programs say or count in the name of a copy: Dropbox, Nextcloud, Seafile and pCloud, Syncthing; Google Drive and MEGA; iCloud. */
const MARKED = /conflict|\(\d+\)| \d+(?:\.|$)/i;

/** True for the name of a file that is not the vault's own but a copy of one. A file that has nothing to do with vaults is none. */
export function isConflictedCopy(name: string, own: RegExp): boolean {
  if (own.test(name) || name.startsWith('.')) return false;
  return LIKE_OURS.test(name) || /conflict/i.test(name);
}

/** Copies of the folder's own parts, and vaults beside it whose name is this one's with a mark. Paths below the folder above the vault, at most twenty. */
export function conflictedCopies(dir: string): readonly string[] {
  const { databaseDir } = layoutOf(dir);
  const name = basename(dir);
  const inside = namesOf(dir).filter((each) => isConflictedCopy(each, OWN_NAMES));
  const databases = namesOf(databaseDir).filter((each) => isConflictedCopy(each, OWN_DATABASE_NAMES));
  const beside = namesOf(dirname(dir)).filter(
    (each) => each !== name && each.includes(name) && MARKED.test(each) && isVault(join(dirname(dir), each)),
  );
  return [
    ...beside,
    ...inside.map((each) => `${name}/${each}`),
    ...databases.map((each) => `${name}/db/${each}`),
  ].slice(0, 20);
}

/** The same among the stored files, of which there may be tens of thousands. */
export function conflictedBlobs(dir: string): readonly string[] {
  const { blobs } = layoutOf(dir);
  return namesOf(blobs)
    .flatMap((folder) =>
      /^[0-9a-f]{2}$/.test(folder)
        ? namesOf(join(blobs, folder))
            .filter((name) => isConflictedCopy(name, OWN_BLOB_NAME))
            .map((name) => `${folder}/${name}`)
        : isConflictedCopy(folder, /^[0-9a-f]{2}$/) || MARKED.test(folder)
          ? [folder]
          : [],
    )
    .slice(0, 20)
    .map((name) => `${basename(dir)}/blobs/${name}`);
}

/** The names in a folder in order; none when it can't be read: opening will say why. */
function namesOf(dir: string): readonly string[] {
  try {
    return readdirSync(dir).sort();
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return [];
  }
}
