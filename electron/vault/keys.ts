// The vault key and the keys derived from it, each for one use.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { bech32 } from '@scure/base';

const KEY_BYTES = 32;

/** Everything derived from the vault key. Lives as long as the vault is open. */
export interface VaultKeys {
  readonly vaultKey: Buffer;
  readonly database: Buffer;
  readonly blob: Buffer;
  readonly header: Buffer;
  readonly dedupe: Buffer;
  readonly backup: Buffer;
  /** Overwrites all of them. Best effort: only the end of the process removes every copy. */
  wipe(): void;
}

/** Subkeys by HKDF-SHA256: input the vault key, salt the 16 bytes of the vault id, info `v1/…`. */
export function deriveKeys(vaultKey: Buffer, vaultId: string): VaultKeys {
  const salt = Buffer.from(vaultId, 'hex');
  const subkey = (use: string) => Buffer.from(hkdfSync('sha256', vaultKey, salt, `v1/${use}`, KEY_BYTES));
  const keys = {
    vaultKey,
    database: subkey('db'),
    blob: subkey('blob'),
    header: subkey('hdr'),
    dedupe: subkey('dedupe'),
    backup: subkey('backup'),
  };
  const wipe = () => {
    for (const key of Object.values(keys)) key.fill(0);
  };
  return { ...keys, wipe };
}

/** A 32-byte key as an age X25519 identity (`AGE-SECRET-KEY-1…`), as age writes them: Bech32, upper case. */
export function ageIdentity(key: Uint8Array): string {
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', key).toUpperCase();
}

/** HMAC-SHA256 of the header's JSON bytes, as hexadecimal digits. */
export function headerMac(headerKey: Uint8Array, json: string): string {
  return createHmac('sha256', headerKey).update(json, 'ascii').digest('hex');
}

/** Compares two hexadecimal strings of equal length in constant time. */
export function sameHex(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Keyed hash of a file, to recognise a second copy of it: HMAC-SHA256 under the dedupe subkey over the file's SHA-256. */
export function dedupeHash(keys: VaultKeys, sha256: Uint8Array): Buffer {
  return createHmac('sha256', keys.dedupe).update(sha256).digest();
}
