// The tar inside a backup, written and read member by member: no file is ever held whole in memory.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { extract, pack } from 'tar-stream';
import { AppError } from '../../../shared/errors.ts';
import type { AgeFileReader } from '../age-reader.ts';
import { systemCode } from '../file-errors.ts';
import {
  isMemberName,
  MANIFEST_NAME,
  MAX_MANIFEST_BYTES,
  type Manifest,
  type Member,
  parseManifest,
} from './manifest.ts';

/** A file on its way into the archive. */
export interface Source {
  readonly name: string;
  readonly size: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Takes the next bytes. They may be used again once it has answered. */
type Sink = (bytes: Uint8Array) => Promise<void>;

/**
 * Writes members as a tar, in the order `fill` puts them; `put` answers with the member's hash. Throws what `fill` or `sink` throws,
 * and a plain error when a source has not the size it said.
 */
export async function writeArchive(
  sink: Sink,
  madeAt: Date,
  fill: (put: (source: Source) => Promise<Member>) => Promise<void>,
): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, async (bytes: AsyncIterable<Uint8Array>) => {
    for await (const piece of bytes) await sink(piece);
  });
  // The failure is thrown below, by the one await that every way passes.
  written.catch(() => undefined);
  try {
    await fill(async ({ name, size, pieces }) => {
      const hash = createHash('sha256');
      const entry = archive.entry({ name, size, mode: 0o600, mtime: madeAt });
      await pipeline(hashed(pieces, hash), entry);
      return { name, size, sha256: hash.digest('hex') };
    });
    archive.finalize();
  } catch (cause) {
    archive.destroy(cause instanceof Error ? cause : new Error('The archive could not be filled'));
    await written;
    throw cause;
  }
  await written;
}

async function* hashed(pieces: AsyncIterable<Uint8Array>, hash: { update(bytes: Uint8Array): unknown }) {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** What takes a member's bytes; `end` is called once all of them were handed over. */
export interface MemberSink {
  readonly write: Sink;
  readonly end: () => Promise<void>;
}

/** What reading an archive to its end gives. */
export interface ReadArchive {
  readonly manifest: Manifest;
  readonly members: readonly Member[];
}

/**
 * Reads an archive to its last byte: members have allowed names, each once, and are exactly those of the manifest, with their hashes.
 * `open` gets each member before its bytes. Throws backup-damaged, and what `open` and its sinks throw.
 */
export async function readArchive(
  age: AgeFileReader,
  open: (member: { readonly name: string; readonly size: number }) => Promise<MemberSink | undefined>,
  onBytes: (count: number) => void,
): Promise<ReadArchive> {
  const archive = extract();
  const members: Member[] = [];
  const seen = new Set<string>();
  let manifest: Manifest | undefined;

  const bytes = async function* () {
    for (let at = 0; at < age.length; at += READ_BYTES) {
      const plain = await age.read(at, READ_BYTES).catch(asDamage);
      yield plain;
      onBytes(plain.length);
    }
  };
  const take = async () => {
    for await (const entry of archive) {
      const { name, size = 0, type } = entry.header;
      if (type !== 'file' || manifest !== undefined || seen.has(name)) throw new AppError('backup-damaged');
      seen.add(name);
      if (name === MANIFEST_NAME) manifest = parseManifest(await smallFile(entry, size));
      else members.push(await takeMember(entry, { name, size }, open));
    }
  };
  // Whichever fails first is the reason; it ends the other.
  const taking = take();
  taking.catch((cause) => archive.destroy(cause instanceof Error ? cause : new Error('stopped')));
  const [fed, taken] = await Promise.allSettled([pipeline(bytes, archive), taking]);
  const failure = firstReason(fed, taken);
  if (failure !== undefined) throw isOurs(failure) ? failure : new AppError('backup-damaged', { cause: failure });
  if (manifest === undefined || JSON.stringify(manifest.members) !== JSON.stringify(members))
    throw new AppError('backup-damaged');
  return { manifest, members };
}

async function takeMember(
  entry: AsyncIterable<Uint8Array>,
  about: { readonly name: string; readonly size: number },
  open: Parameters<typeof readArchive>[1],
): Promise<Member> {
  if (!isMemberName(about.name)) throw new AppError('backup-damaged');
  const hash = createHash('sha256');
  const sink = await open(about);
  for await (const piece of entry) {
    hash.update(piece);
    await sink?.write(piece);
  }
  await sink?.end();
  return { ...about, sha256: hash.digest('hex') };
}

async function smallFile(entry: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  if (size > MAX_MANIFEST_BYTES) throw new AppError('backup-damaged');
  const pieces: Uint8Array[] = [];
  for await (const piece of entry) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Bytes of plaintext that are read in one go. */
const READ_BYTES = 1024 * 1024;

/** A system error is about the disk; whatever else decrypting throws means that the bytes are not the ones that were written. */
function asDamage(cause: unknown): never {
  throw systemCode(cause)?.startsWith('E') ? cause : new AppError('backup-damaged', { cause });
}

/** An error of the catalogue, of the file system or of whoever stopped the work; the rest are the tar reader's complaints. */
function isOurs(cause: unknown): boolean {
  const isSystem = systemCode(cause)?.startsWith('E') && !systemCode(cause)?.startsWith('ERR_');
  return cause instanceof AppError || isSystem === true || (cause instanceof Error && cause.name === 'AbortError');
}

/** Such an error says more than the stream's own word for having been stopped. */
function firstReason(...outcomes: readonly PromiseSettledResult<void>[]): unknown {
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  return reasons.find(isOurs) ?? reasons[0];
}
