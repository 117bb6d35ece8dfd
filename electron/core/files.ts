// File tokens: what the user picked or uploaded, by a token that can be used once. Uploads stay in memory: nothing unencrypted on disk.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { FileToken } from '../../shared/ids.ts';
import { MAX_FILE_BYTES } from '../readers/limits.ts';
import { readInto } from '../vault/whole-io.ts';
import { newFileToken } from './new-id.ts';

/** Gives room for so many bytes. */
export type Room = (byteLength: number) => Uint8Array;

/** A file on disk, or bytes that were uploaded. */
export type FileSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly fileName: string; readonly bytes: Uint8Array };

export interface LoadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Files {
  add(source: FileSource): FileToken;
  /** Name to show, without opening the file. Throws token-unknown. */
  nameOf(token: FileToken): string;
  /** Where the file is on disk; undefined for bytes that were uploaded. Throws token-unknown. */
  pathOf(token: FileToken): string | undefined;
  /** Reads the file, into `room` where it is given, and forgets the token. Throws token-unknown, file-not-found, file-unreadable, file-too-large. */
  take(token: FileToken, room?: Room): Promise<LoadedFile>;
}

/** An empty register of file tokens. */
export function createFiles(): Files {
  const sources = new Map<FileToken, FileSource>();
  const sourceOf = (token: FileToken) => {
    const source = sources.get(token);
    if (source === undefined) throw new AppError('token-unknown');
    return source;
  };
  return {
    add: (source) => {
      const token = newFileToken();
      sources.set(token, source);
      return token;
    },
    nameOf: (token) => nameOf(sourceOf(token)),
    pathOf: (token) => {
      const source = sourceOf(token);
      return source.kind === 'path' ? source.path : undefined;
    },
    take: async (token, room) => {
      const source = sourceOf(token);
      sources.delete(token);
      return source.kind === 'bytes' ? source : loadFile(source.path, room);
    },
  };
}

/** Reads a file from disk within the size limit, into `room` where it is given. Throws file-not-found, file-unreadable, file-too-large. */
export async function loadFile(path: string, room: Room = newRoom): Promise<LoadedFile> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_FILE_BYTES)
        throw new AppError('file-too-large', { details: { limitMb: MAX_FILE_BYTES / 1024 / 1024 } });
      const bytes = room(size).subarray(0, size);
      return { fileName: basename(path), bytes: bytes.subarray(0, await readInto(bytes, file, 0)) };
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new AppError(isMissing ? 'file-not-found' : 'file-unreadable', { cause });
  }
}

const newRoom: Room = (byteLength) => new Uint8Array(byteLength);

function nameOf(source: FileSource): string {
  return source.kind === 'bytes' ? source.fileName : basename(source.path);
}
