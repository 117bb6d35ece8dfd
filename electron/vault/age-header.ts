// Keys and headers of age files (age-encryption.org/v1), which are the age library's own. The payloads are sealed chunk by chunk in age-chunks.ts.
import { hkdfSync, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { TAG_BYTES } from './age-chunks.ts';
import { readSome } from './whole-io.ts';

/** An age key pair: what opens the files, and what they are written to. */
export interface AgeKeys {
  readonly identity: string;
  readonly recipient: string;
}

/** The pair of an identity string. */
export async function ageKeysOf(identity: string): Promise<AgeKeys> {
  return { identity, recipient: await identityToRecipient(identity) };
}

const NONCE_BYTES = 16;

/** A header for a new file, and the key of its payload. The library makes both; the empty payload it adds is left out. */
export async function newAgeHeader(keys: AgeKeys): Promise<{ readonly header: Uint8Array; readonly key: Buffer }> {
  let fileKey = new Uint8Array();
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  encrypter.addRecipient(keys.recipient);
  const empty = await encrypter.encrypt(new Uint8Array());
  // A nonce of our own: the library has used its own for the empty payload.
  const nonce = randomBytes(NONCE_BYTES);
  const header = Buffer.concat([empty.subarray(0, empty.length - NONCE_BYTES - TAG_BYTES), nonce]);
  return { header, key: payloadKey(fileKey, nonce) };
}

/** More than any header of ours: one recipient takes about 170 bytes. */
const LONGEST_HEADER = 4096;

/** The header that begins at byte `from`: where the payload starts, its key, and the header's bytes. Throws when it is none or not for this identity. */
export async function readAgeHeader(
  keys: AgeKeys,
  file: FileHandle,
  from: number,
): Promise<{ readonly start: number; readonly key: Buffer; readonly head: Uint8Array }> {
  const bytes = await readSome(file, from, LONGEST_HEADER);
  const end = /\n--- [A-Za-z0-9+/]{43}\n/.exec(bytes.toString('latin1'));
  if (end === null) throw new Error('the file has no age header');
  const length = end.index + end[0].length;
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.identity);
  const fileKey = await decrypter.decryptHeader(Uint8Array.from(bytes.subarray(0, length)));
  const payloadAt = length + NONCE_BYTES;
  return {
    start: from + payloadAt,
    key: payloadKey(fileKey, bytes.subarray(length, payloadAt)),
    head: bytes.subarray(0, payloadAt),
  };
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}
