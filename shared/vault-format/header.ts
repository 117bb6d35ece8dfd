// The vault header as text: its shape, its one canonical spelling, and the bounds a reader accepts. Pure; cryptography is elsewhere.
import { z } from 'zod';

/** First bytes of every vault header. */
export const HEADER_MAGIC = '{"magic":"appeal-vault",';
/** A header file is never longer than this many bytes. */
export const MAX_HEADER_BYTES = 16 * 1024;
/** The newest vault format this code reads and the one it writes. */
export const VAULT_FORMAT = 1;

/** Argon2id parameters that were chosen for new vaults: 256 MiB, 3 passes, 4 lanes. */
export const DEFAULT_KDF: KdfParams = { memoryKiB: 256 * 1024, passes: 3, lanes: 4 };
/** Weakest parameters a reader accepts, so that nobody can talk it down. */
export const KDF_FLOOR: KdfParams = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
/** Strongest parameters a reader accepts, so that a hostile header cannot eat all memory. */
export const KDF_CEILING: KdfParams = { memoryKiB: 1024 * 1024, passes: 20, lanes: 16 };

/** Cost of turning a passphrase into a key. */
export interface KdfParams {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const slotBase = {
  id: hex(16),
  createdOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
};
const wrapped = { nonce: hex(12), wrapped: hex(48) };
const hkdf = z.strictObject({ name: z.literal('hkdf-sha256'), salt: hex(32) });
const argon = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.number().int().positive(),
  passes: z.number().int().positive(),
  lanes: z.number().int().positive(),
  salt: hex(32),
});

/** One way to the vault key. Key order here is the canonical order. */
export const Slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pass'), ...slotBase, kdf: argon, ...wrapped }),
  z.strictObject({ kind: z.literal('recovery'), ...slotBase, kdf: hkdf, ...wrapped }),
  z.strictObject({ kind: z.literal('os'), ...slotBase, kdf: hkdf, ...wrapped }),
]);
export type Slot = z.infer<typeof Slot>;
export type PassSlot = Extract<Slot, { kind: 'pass' }>;
export type RecoverySlot = Extract<Slot, { kind: 'recovery' }>;

/** What a header says. Key order here is the canonical order. */
export const Header = z.strictObject({
  magic: z.literal('appeal-vault'),
  format: z.literal(VAULT_FORMAT),
  minReader: z.number().int().positive(),
  vaultId: hex(16),
  generation: z.number().int().positive(),
  ciphers: z.strictObject({
    database: z.literal('sqlcipher-4'),
    blobs: z.literal('age-v1-x25519'),
    wrap: z.literal('aes-256-gcm'),
    subkeys: z.literal('hkdf-sha256'),
    mac: z.literal('hmac-sha256'),
  }),
  slots: z.array(Slot).min(1).max(16),
});
export type Header = z.infer<typeof Header>;

/** The three lines of a header file. */
export interface HeaderLines {
  readonly json: string;
  readonly sha256: string;
  readonly mac: string;
}

/** Splits a header file into JSON, SHA-256 and MAC; undefined unless it is exactly three ASCII lines with two 64-digit hexadecimal ones. */
export function splitHeader(text: string): HeaderLines | undefined {
  const match = /^([\x20-\x7e]+)\n([0-9a-f]{64})\n([0-9a-f]{64})\n$/.exec(text);
  const [, json, sha256, mac] = match ?? [];
  if (json === undefined || sha256 === undefined || mac === undefined) return undefined;
  return { json, sha256, mac };
}

/** Joins the three lines of a header file. */
export function joinHeader(lines: HeaderLines): string {
  return `${lines.json}\n${lines.sha256}\n${lines.mac}\n`;
}

/** The canonical JSON of a header: fixed key order, no white space, ASCII. */
export function canonicalHeader(header: Header): string {
  return JSON.stringify(Header.parse(header));
}

/** What header JSON turned out to be. `newer` is decided before anything else of a foreign format is looked at. */
export type ParsedHeader =
  | { readonly outcome: 'ok'; readonly header: Header }
  | { readonly outcome: 'newer' | 'out-of-bounds' | 'malformed' };

const Versions = z.object({ format: z.number().int().positive(), minReader: z.number().int().positive() });

/** Reads header JSON whose SHA-256 was found right. Never throws. */
export function parseHeader(json: string): ParsedHeader {
  const value = parseJson(json);
  const versions = Versions.safeParse(value);
  if (!versions.success) return { outcome: 'malformed' };
  if (versions.data.format > VAULT_FORMAT || versions.data.minReader > VAULT_FORMAT) return { outcome: 'newer' };

  const header = Header.safeParse(value);
  if (!header.success || JSON.stringify(header.data) !== json) return { outcome: 'malformed' };
  if (!header.data.slots.every(isWithinBounds)) return { outcome: 'out-of-bounds' };
  return { outcome: 'ok', header: header.data };
}

/** True when the cost is neither below the floor nor above the ceiling. */
export function isKdfWithinBounds(kdf: KdfParams): boolean {
  const names = ['memoryKiB', 'passes', 'lanes'] as const;
  return names.every((name) => kdf[name] >= KDF_FLOOR[name] && kdf[name] <= KDF_CEILING[name]);
}

/** The bytes a slot's encryption is bound to: vault id, slot id, kind and parameters, as canonical JSON. */
export function slotAssociatedData(vaultId: string, slot: Pick<Slot, 'id' | 'kind' | 'kdf'>): string {
  return JSON.stringify({ vaultId, id: slot.id, kind: slot.kind, kdf: slot.kdf });
}

function isWithinBounds(slot: Slot): boolean {
  return slot.kind !== 'pass' || isKdfWithinBounds(slot.kdf);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON at all is one more way of being malformed: the schema says so.
    return undefined;
  }
}
