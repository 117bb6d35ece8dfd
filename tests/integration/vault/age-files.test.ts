// Age files written and read batch by batch: any length comes back, another age program reads them, and what was cut off or exchanged is refused.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH_CHUNKS, CHUNK_BYTES, SEALED_BYTES } from '../../../electron/vault/age-chunks.ts';
import { type AgeKeys, ageKeysOf } from '../../../electron/vault/age-header.ts';
import { openAgeFile } from '../../../electron/vault/age-reader.ts';
import { createAgeFile, writeAgeFile } from '../../../electron/vault/age-writer.ts';

const BATCH = BATCH_CHUNKS * CHUNK_BYTES;
const START = 4096;
/** At, below and above each border: one chunk, the chunks sealed on the spot, one batch and several. */
const LENGTHS = [START, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 5 * CHUNK_BYTES - 1, BATCH, BATCH + 1]
  .concat([BATCH + CHUNK_BYTES, BATCH + CHUNK_BYTES + 1, 2 * BATCH, 3 * BATCH + 12_345])
  .map((length) => ({ length }));

const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-age-'));
const plain = randomBytes(4 * BATCH);
let keys: AgeKeys;
let count = 0;
const newPath = () => join(dir, `${++count}.age`);

beforeAll(async () => {
  keys = await ageKeysOf(await generateX25519Identity());
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Writes in uneven pieces, the start last. */
async function writeLate(length: number): Promise<string> {
  const path = newPath();
  const file = await createAgeFile(keys, path, START);
  try {
    for (let at = START; at < length; at += 100_003)
      await file.write(plain.subarray(at, Math.min(length, at + 100_003)));
    await file.finish(plain.subarray(0, START));
  } finally {
    await file.close();
  }
  return path;
}

async function writeInOrder(length: number): Promise<{ readonly path: string; readonly sealed: Buffer }> {
  const path = newPath();
  const hash = await writeAgeFile(keys, path, length, (put) => put(plain.subarray(0, length)));
  const sealed = readFileSync(path);
  expect(hash).toBe(createHash('sha256').update(sealed).digest('hex'));
  return { path, sealed };
}

async function readAll(path: string): Promise<Buffer> {
  const file = await openAgeFile(keys, path);
  const pieces: Buffer[] = [];
  try {
    await file.readAll(
      (bytes) => void pieces.push(Buffer.from(bytes)),
      () => undefined,
    );
    return Buffer.concat(pieces);
  } finally {
    await file.close();
  }
}

describe('an age file', () => {
  it.each(LENGTHS)('of $length bytes comes back whole, read by us and by the age library', async ({ length }) => {
    const expected = plain.subarray(0, length);
    const { path } = await writeInOrder(length);
    const late = await writeLate(length);
    for (const written of [path, late]) {
      expect((await readAll(written)).equals(expected)).toBe(true);
      const decrypter = new Decrypter();
      decrypter.addIdentity(keys.identity);
      expect(Buffer.from(await decrypter.decrypt(readFileSync(written))).equals(expected)).toBe(true);
    }
  });

  it('can be read at any place', async () => {
    const length = 2 * BATCH + 777;
    const file = await openAgeFile(keys, (await writeInOrder(length)).path);
    try {
      for (const [position, wanted] of [
        [0, 10],
        [CHUNK_BYTES - 1, 2],
        [BATCH - 5, BATCH + 10],
        [length - 3, 100],
        [length, 5],
        [0, length],
      ] as const) {
        const expected = plain.subarray(position, Math.min(length, position + wanted));
        expect(Buffer.from(await file.read(position, wanted)).equals(expected)).toBe(true);
      }
    } finally {
      await file.close();
    }
  });

  it('that was cut off anywhere is refused, also when it gets shorter while it is open', async () => {
    const { path, sealed } = await writeInOrder(BATCH + 3 * CHUNK_BYTES);
    const headerBytes = sealed.length - (BATCH_CHUNKS + 3) * SEALED_BYTES;
    const cuts = [
      sealed.length - 1,
      headerBytes + BATCH_CHUNKS * SEALED_BYTES,
      headerBytes + SEALED_BYTES,
      headerBytes,
    ];
    for (const cut of cuts) {
      writeFileSync(path, sealed.subarray(0, cut));
      await expect(readAll(path)).rejects.toThrow();
    }
    writeFileSync(path, sealed);
    const file = await openAgeFile(keys, path);
    truncateSync(path, headerBytes + (BATCH_CHUNKS + 1) * SEALED_BYTES);
    const reading = file.readAll(
      () => undefined,
      () => undefined,
    );
    await expect(reading).rejects.toThrow('cut off');
    await file.close();
  });

  it('with a bit flipped, or two chunks exchanged, is refused', async () => {
    const { path, sealed } = await writeInOrder(2 * BATCH);
    const payload = sealed.length - 2 * BATCH_CHUNKS * SEALED_BYTES;
    for (const at of [payload, payload + BATCH, sealed.length - 1]) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      writeFileSync(path, flipped);
      await expect(readAll(path)).rejects.toThrow('not what was sealed');
    }
    const chunk = (index: number) =>
      sealed.subarray(payload + index * SEALED_BYTES, payload + (index + 1) * SEALED_BYTES);
    const exchanged = Buffer.from(sealed);
    exchanged.set(chunk(20), payload + 5 * SEALED_BYTES);
    exchanged.set(chunk(5), payload + 20 * SEALED_BYTES);
    writeFileSync(path, exchanged);
    await expect(readAll(path)).rejects.toThrow('not what was sealed');
  });
});
