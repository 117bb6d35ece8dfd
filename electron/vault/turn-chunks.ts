// Seals or opens chunks of an age file with Node's own cipher. One function that touches nothing but its parameters: the thread beside runs its very text.
import type { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';

/** Which way the bytes go. */
export type Turn = 'seal' | 'open';

/** Chunks of one file that follow each other. */
export interface Chunks {
  /** 32 bytes: the key of the file's payload. */
  readonly key: Uint8Array;
  /** The number of the first of them in the file, from 0. Up to 2^48: more than any file. */
  readonly index: number;
  /** Whether the last of them is the file's last. */
  readonly endsFile: boolean;
  /** Plaintext or sealed bytes; every chunk but the last is a full one. */
  readonly from: Uint8Array;
  readonly into: Uint8Array;
}

/** The part of node:crypto that is needed. */
export interface Ciphers {
  readonly createCipheriv: typeof createCipheriv;
  readonly createDecipheriv: typeof createDecipheriv;
  readonly createSecretKey: typeof createSecretKey;
}

/** Seals or opens chunks and hands back the number of bytes written. Throws when a chunk is not what was sealed in its place. */
export function turnChunks(
  { createCipheriv, createDecipheriv, createSecretKey }: Ciphers,
  way: Turn,
  { key, index, endsFile, from, into }: Chunks,
): number {
  const [cipher, plainBytes, tagBytes] = ['chacha20-poly1305', 64 * 1024, 16] as const;
  const options = { authTagLength: tagBytes };
  // Making the key ready for each chunk would take as long as sealing some of them.
  const prepared = createSecretKey(key);
  const step = way === 'seal' ? plainBytes : plainBytes + tagBytes;
  let written = 0;
  for (let at = 0, number = index; at === 0 || at < from.length; at += step, number += 1) {
    const piece = from.subarray(at, at + step);
    // Eleven bytes of the chunk's number, then 1 for the last chunk.
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(number, 5, 6);
    nonce[11] = endsFile && at + step >= from.length ? 1 : 0;
    if (way === 'seal') {
      const sealing = createCipheriv(cipher, prepared, nonce, options);
      into.set(sealing.update(piece), written);
      sealing.final();
      into.set(sealing.getAuthTag(), written + piece.length);
      written += piece.length + tagBytes;
      continue;
    }
    if (piece.length < tagBytes) throw new Error('a chunk is cut off');
    const opening = createDecipheriv(cipher, prepared, nonce, options);
    opening.setAuthTag(piece.subarray(piece.length - tagBytes));
    into.set(opening.update(piece.subarray(0, piece.length - tagBytes)), written);
    // Throws when the tag is wrong: then nobody may use what stands in `into`.
    opening.final();
    written += piece.length - tagBytes;
  }
  return written;
}
