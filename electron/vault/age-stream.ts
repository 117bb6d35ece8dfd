// Encrypts to and decrypts from age files in pieces, so that a large paper is never in memory twice.
import { type FileHandle, open } from 'node:fs/promises';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

const READ_BYTES = 256 * 1024;

/** An age key pair: what opens the files, and what they are written to. */
export interface AgeKeys {
  readonly identity: string;
  readonly recipient: string;
}

/** The pair of an identity string. */
export async function ageKeysOf(identity: string): Promise<AgeKeys> {
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Encrypts `pieces` one after the other and hands the bytes of the age file on as they come. */
export async function encryptPieces(
  keys: AgeKeys,
  pieces: readonly Uint8Array[],
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(keys.recipient);
  for await (const bytes of await encrypter.encrypt(streamOf(pieces))) await write(bytes);
}

/** Decrypts an age file and hands its plaintext on as it comes; `seen` gets the bytes of the file itself. Throws when any tag or the last chunk is wrong. */
export async function decryptFile(
  keys: AgeKeys,
  path: string,
  take: (plain: Uint8Array) => void,
  seen: (bytes: Uint8Array) => void,
): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.identity);
  const file = await open(path, 'r');
  try {
    for await (const plain of await decrypter.decrypt(streamOfFile(file, seen))) take(plain);
  } finally {
    await file.close();
  }
}

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream({
    pull: (controller) => {
      const piece = pieces[next];
      next += 1;
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
}

function streamOfFile(file: FileHandle, seen: (bytes: Uint8Array) => void): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(READ_BYTES), 0, READ_BYTES);
      if (bytesRead === 0) return controller.close();
      const bytes = buffer.subarray(0, bytesRead);
      seen(bytes);
      controller.enqueue(bytes);
    },
  });
}
