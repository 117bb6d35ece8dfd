// Turns errors of the file system into errors of the catalogue.
import { AppError, type ErrorCode, isAppError } from '../../shared/errors.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'vault-disk-full',
  EDQUOT: 'vault-disk-full',
  EROFS: 'vault-read-only',
  EACCES: 'vault-read-only',
  EPERM: 'vault-read-only',
  EIO: 'vault-disk-fault',
  ENXIO: 'vault-disk-fault',
  ENODEV: 'vault-disk-fault',
};

/** The system's error code (`ENOENT`…) of a thrown value, if it has one. */
export function systemCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/** The catalogue error for a failed file operation; anything unknown is handed back as it is. */
export function toFileError(cause: unknown): unknown {
  if (isAppError(cause)) return cause;
  const code = CODES[systemCode(cause) ?? ''];
  return code === undefined ? cause : new AppError(code, { cause });
}

/** Runs file work; throws vault-disk-full, vault-read-only, vault-disk-fault or the error itself. */
export async function withFileErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw toFileError(cause);
  }
}
