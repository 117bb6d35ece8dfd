// The payload of an age file (age-encryption.org/v1): chunks of 64 KiB, each sealed with ChaCha20-Poly1305 under its number, so that any can be read alone.
import { createCipheriv, createDecipheriv, createSecretKey, getCiphers, type KeyObject } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Plaintext bytes of every chunk but the last, and what sealing adds to each. */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/** Which chunk: its number from 0, and whether it is the file's last. */
export interface ChunkPlace {
  readonly index: number;
  readonly isLast: boolean;
}

const CIPHER = 'chacha20-poly1305';
/** The desktop's own build of the crypto library has no such cipher; then the one of the age library does it, at a sixth of the speed. */
const IS_NATIVE = getCiphers().includes(CIPHER);

/** Seals a chunk into `into` (its length and 16 bytes more) and hands back the number of bytes written. No place may be used twice under one key. */
export function sealChunk(key: Uint8Array, place: ChunkPlace, plain: Uint8Array, into: Uint8Array): number {
  const nonce = nonceOf(place);
  if (!IS_NATIVE) into.set(chacha20poly1305(key, nonce).encrypt(plain));
  else {
    const cipher = createCipheriv(CIPHER, preparedKey(key), nonce, { authTagLength: TAG_BYTES });
    into.set(cipher.update(plain));
    cipher.final();
    into.set(cipher.getAuthTag(), plain.length);
  }
  return plain.length + TAG_BYTES;
}

/** The plaintext of a sealed chunk. Throws when a bit of it differs or it stands in another place than where it was sealed. */
export function openChunk(key: Uint8Array, place: ChunkPlace, sealed: Uint8Array): Uint8Array {
  const nonce = nonceOf(place);
  if (sealed.length < TAG_BYTES) throw new Error('a chunk is cut off');
  if (!IS_NATIVE) return chacha20poly1305(key, nonce).decrypt(sealed);
  const decipher = createDecipheriv(CIPHER, preparedKey(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new Error('a chunk is not what was sealed');
  }
  return plain;
}

/** A file has thousands of chunks, and making its key ready for each takes as long as sealing some of them. Forgotten with the key. */
const prepared = new WeakMap<Uint8Array, KeyObject>();

function preparedKey(key: Uint8Array): KeyObject {
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return known;
}

/** Eleven bytes of the chunk's number, then 1 for the last chunk. Numbers up to 2^48: more than any file. */
function nonceOf({ index, isLast }: ChunkPlace): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
