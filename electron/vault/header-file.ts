// The header on disk: written atomically with a spare copy, and judged without any key before anything else happens.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import {
  canonicalHeader,
  HEADER_MAGIC,
  type Header,
  joinHeader,
  MAX_HEADER_BYTES,
  parseHeader,
  splitHeader,
} from '../../shared/vault-format/header.ts';
import { readIfPresent, replaceFile } from './atomic.ts';
import { systemCode } from './file-errors.ts';
import { headerMac, sameHex } from './keys.ts';
import type { Layout } from './layout.ts';

/** A header whose bytes are whole. Its MAC is still to be checked, with `isAuthentic`. */
export interface LoadedHeader {
  readonly header: Header;
  readonly json: string;
  readonly mac: string;
  readonly bytes: Uint8Array;
}

/** What the bytes of a header turned out to be. */
export type Judged =
  | { readonly state: 'ok'; readonly loaded: LoadedHeader }
  | { readonly state: 'absent' | 'unreadable' | 'no-magic' | 'damaged' | 'newer' | 'refused' };

/** The headers found: the one to open with, and the bytes now on disk, to mend them after the vault was opened. */
export interface HeaderFiles {
  readonly best: LoadedHeader;
  /** The spare copy, when it is whole and is not itself the best. */
  readonly spare: LoadedHeader | undefined;
}

/**
 * Reads `vault.hdr`, falling back to `vault.hdr.1` when the first is missing, damaged or an older one.
 * Checks in this order: magic, size, SHA-256, format, bounds of the parameters.
 * Throws vault-not-found, vault-header-damaged, vault-newer, vault-tampered (parameters outside all bounds). Writes nothing.
 */
export async function loadHeader(layout: Layout): Promise<HeaderFiles> {
  const [current, spare] = await Promise.all([judgeFile(layout.header), judgeFile(layout.spareHeader)]);
  const spareLoaded = spare.state === 'ok' ? spare.loaded : undefined;
  if (current.state === 'ok') {
    // No change of the header leaves the newer one in the spare copy: an older `vault.hdr` was put back.
    if (spareLoaded !== undefined && isLater(spareLoaded, current.loaded))
      return { best: spareLoaded, spare: current.loaded };
    return { best: current.loaded, spare: spareLoaded };
  }
  if (current.state === 'newer') throw new AppError('vault-newer');
  if (current.state === 'refused') throw new AppError('vault-tampered');
  if (spareLoaded !== undefined) return { best: spareLoaded, spare: undefined };
  if (spare.state === 'newer') throw new AppError('vault-newer');
  if (current.state === 'unreadable' || spare.state === 'unreadable') throw new AppError('vault-disk-fault');
  throw new AppError(isSomethingElse(layout, current, spare) ? 'vault-not-found' : 'vault-header-damaged');
}

/** True when the MAC was made with this vault's key over exactly this JSON. */
export function isAuthentic(loaded: LoadedHeader, headerKey: Uint8Array): boolean {
  return sameHex(loaded.mac, headerMac(headerKey, loaded.json));
}

/** The bytes of a header file. */
export function sealHeader(header: Header, headerKey: Uint8Array): LoadedHeader {
  const json = canonicalHeader(header);
  const mac = headerMac(headerKey, json);
  return { header, json, mac, bytes: Buffer.from(joinHeader({ json, sha256: sha256Hex(json), mac }), 'ascii') };
}

/**
 * Puts `next` in force, and runs `record` once it is. At every moment one of the two files is whole; at the end both hold `next`, so that no
 * removed slot lives on in the spare. When anything fails `previous` is in force again, as far as the disk lets it: who is told that a
 * passphrase was not changed will type the old one.
 */
export async function writeHeader(
  layout: Layout,
  previous: LoadedHeader | undefined,
  next: LoadedHeader,
  record: () => void = () => undefined,
): Promise<void> {
  if (previous !== undefined) await replaceFile(layout.tmp, layout.spareHeader, previous.bytes);
  try {
    await replaceFile(layout.tmp, layout.header, next.bytes);
    await replaceFile(layout.tmp, layout.spareHeader, next.bytes);
    record();
  } catch (cause) {
    if (previous !== undefined) await mendHeaders(layout, previous).catch(() => undefined);
    throw cause;
  }
}

/** Takes both headers away where a vault could not be finished: without one the folder is no vault, and making it can be repeated. */
export async function withdrawHeaders(layout: Layout): Promise<void> {
  for (const path of [layout.header, layout.spareHeader]) await rm(path, { force: true });
}

/** Rewrites whichever of the two files differs from the authentic header: after damage, or after a change that was interrupted. */
export async function mendHeaders(layout: Layout, authentic: LoadedHeader): Promise<void> {
  for (const path of [layout.header, layout.spareHeader]) {
    const onDisk = await readAnyhow(path);
    if (onDisk === undefined || onDisk === 'unreadable' || !onDisk.equals(authentic.bytes))
      await replaceFile(layout.tmp, path, authentic.bytes);
  }
}

function isLater({ header }: LoadedHeader, { header: other }: LoadedHeader): boolean {
  return header.vaultId === other.vaultId && header.generation > other.generation;
}

async function judgeFile(path: string): Promise<Judged> {
  const bytes = await readAnyhow(path);
  if (bytes === 'unreadable') return { state: 'unreadable' };
  return bytes === undefined ? { state: 'absent' } : judgeHeader(bytes);
}

/** A header in a bad place of the disk is as good as damaged: the other one is asked. */
async function readAnyhow(path: string): Promise<Buffer | 'unreadable' | undefined> {
  try {
    return await readIfPresent(path);
  } catch (cause) {
    if (systemCode(cause) === 'EIO') return 'unreadable';
    throw cause;
  }
}

/** Judges the bytes of a header without any key: magic, size, SHA-256, format, bounds, in this order. */
export function judgeHeader(bytes: Buffer): Judged {
  if (!bytes.subarray(0, HEADER_MAGIC.length).equals(Buffer.from(HEADER_MAGIC, 'ascii'))) return { state: 'no-magic' };
  if (bytes.length > MAX_HEADER_BYTES) return { state: 'damaged' };

  const lines = splitHeader(bytes.toString('latin1'));
  if (lines === undefined || lines.sha256 !== sha256Hex(lines.json)) return { state: 'damaged' };

  const parsed = parseHeader(lines.json);
  if (parsed.outcome === 'newer') return { state: 'newer' };
  if (parsed.outcome !== 'ok') return { state: 'refused' };
  return { state: 'ok', loaded: { header: parsed.header, json: lines.json, mac: lines.mac, bytes } };
}

/** Neither file looks like a header at all, and there is no database either: not a vault. */
function isSomethingElse(layout: Layout, current: Judged, spare: Judged): boolean {
  const isForeign = (judged: Judged) => judged.state === 'absent' || judged.state === 'no-magic';
  return isForeign(current) && isForeign(spare) && !existsSync(layout.database);
}

const sha256Hex = (json: string) => createHash('sha256').update(json, 'ascii').digest('hex');
