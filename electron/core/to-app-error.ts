// Turns whatever was thrown into an error of the catalogue. Nothing else crosses a boundary.
import { createHash, randomBytes } from 'node:crypto';
import { AppError, isAppError } from '../../shared/errors.ts';

/** The error itself when it is of the catalogue; `cancelled` for an abort; `vault-disk-full` for a full disk; else `internal` with a reference. */
export function toAppError(cause: unknown): AppError {
  if (isAppError(cause)) return cause;
  if (cause instanceof Error && cause.name === 'AbortError') return new AppError('cancelled', { cause });
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')
    return new AppError('vault-disk-full', { cause });
  // The reference lets two reports of the same fault be recognised without carrying any text of it.
  const reference =
    cause instanceof Error
      ? createHash('sha256')
          .update(`${cause.name}\n${cause.stack ?? ''}`)
          .digest('hex')
          .slice(0, 8)
      : randomBytes(4).toString('hex');
  return new AppError('internal', { details: { reference }, cause });
}
