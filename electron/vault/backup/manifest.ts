// The last member of a backup: what is in it, with sizes and hashes; and the names a member may have.
import { z } from 'zod';

export const MANIFEST_NAME = 'manifest.json';
/** More than the manifest of a million files. */
export const MAX_MANIFEST_BYTES = 256 * 1024 * 1024;

const BLOB = /^blobs\/([0-9a-f]{2})\/\1[0-9a-f]{30}\.age$/;
const OTHERS = ['vault.hdr', 'README.txt', 'db/main.db'];

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const Member = z.strictObject({
  name: z.string().refine(isMemberName),
  size: z.number().int().nonnegative(),
  sha256: hex(32),
});
/** A file as it stands in a backup. */
export type Member = z.infer<typeof Member>;

export const Manifest = z.strictObject({
  magic: z.literal('appeal-vault-backup-manifest'),
  backup: hex(16),
  vaultId: hex(16),
  /** When the copy of the database was taken, ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  members: z.array(Member),
  /** Stored files that were damaged in the vault already: in the backup as they were. */
  damaged: z.array(hex(16)),
  /** Stored files that were missing in the vault already. */
  missing: z.array(hex(16)),
});
export type Manifest = z.infer<typeof Manifest>;

/** True for the names of files of a vault that a backup holds; a path to anywhere else is none. */
export function isMemberName(name: string): boolean {
  return OTHERS.includes(name) || BLOB.test(name);
}

/** Name of a stored file in a backup, which is also its place in the vault. */
export function blobMemberName(id: string): string {
  return `blobs/${id.slice(0, 2)}/${id}.age`;
}

/** Reads a manifest strictly; undefined when it is anything else. */
export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    // Not JSON at all is one more way of not being a manifest.
    return undefined;
  }
}
