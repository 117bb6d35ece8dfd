// The payload of an age file (age-encryption.org/v1): chunks of 64 KiB, each sealed with ChaCha20-Poly1305 under its number, so that any can be read alone.
import { createCipheriv, createDecipheriv, createHash, createSecretKey, getCiphers } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type HashingSealer, sealBeside, turnBeside } from './seal-thread.ts';
import { type Chunks, type Turn, turnChunks } from './turn-chunks.ts';

/** Plaintext bytes of every chunk but the last, and what sealing adds to each. */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
/** Chunks that are sealed, opened, written or read in one go. */
export const BATCH_CHUNKS = 16;

/** The desktop's own build of the crypto library has no such cipher; then the one of the age library does it, at a sixth of the speed. */
const IS_NATIVE = getCiphers().includes('chacha20-poly1305');
/** Fewer than these are done sooner than the thread would be asked. */
const FEW_CHUNKS = 3;

/** Seals chunks one after the other into `into`, and hands back the number of bytes written. No place may be used twice under one key. */
export function sealChunks(chunks: Chunks): Promise<number> {
  return turn('seal', chunks);
}

/**
 * Seals the chunks of one file in their order and hashes the file, which begins with the bytes `first`; `most` is the number of chunks that come at once.
 * They must lie in shared memory. Call `digest` in any case.
 */
export function hashingSealer(first: Uint8Array, most: number): HashingSealer {
  if (IS_NATIVE && most > FEW_CHUNKS) return sealBeside(first);
  const hash = createHash('sha256').update(first);
  return {
    seal: async (chunks) => {
      const length = await sealChunks(chunks);
      hash.update(chunks.into.subarray(0, length));
      return length;
    },
    digest: async () => hash.digest('hex'),
  };
}

/** The plaintext of sealed chunks into `into`; hands back its length. Throws when a bit differs or a chunk stands in another place than where it was sealed. */
export function openChunks(chunks: Chunks): Promise<number> {
  return turn('open', chunks);
}

async function turn(way: Turn, chunks: Chunks): Promise<number> {
  const step = way === 'seal' ? CHUNK_BYTES : SEALED_BYTES;
  const isBeside = chunks.from.length > FEW_CHUNKS * step && chunks.from.buffer instanceof SharedArrayBuffer;
  if (IS_NATIVE && isBeside) return turnBeside(way, chunks);
  if (IS_NATIVE) return turnChunks({ createCipheriv, createDecipheriv, createSecretKey }, way, chunks);
  return turnWithLibrary(way, chunks, step);
}

function turnWithLibrary(way: Turn, { key, index, endsFile, from, into }: Chunks, step: number): number {
  let written = 0;
  for (let at = 0, number = index; at === 0 || at < from.length; at += step, number += 1) {
    // Eleven bytes of the chunk's number, then 1 for the last chunk.
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(number, 5, 6);
    nonce[11] = endsFile && at + step >= from.length ? 1 : 0;
    const cipher = chacha20poly1305(key, nonce);
    const piece = from.subarray(at, at + step);
    const turned = way === 'seal' ? cipher.encrypt(piece) : cipher.decrypt(piece);
    into.set(turned, written);
    written += turned.length;
  }
  return written;
}
