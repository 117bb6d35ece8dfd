// Errors on this side of the door: codes become AppError again, a lost host is told apart, anything else is `internal`.
import { ORPCError } from '@orpc/client';
import { AppError, type ErrorDetails, isAppError, isErrorCode } from '../../shared/errors.ts';

/** The host no longer answers, or no longer knows this window. */
export class HostLostError extends Error {
  override readonly name = 'HostLostError';
}

/** True when the host is gone: only a reload can help. */
export function isHostLost(value: unknown): value is HostLostError {
  return value instanceof HostLostError;
}

/** Makes an error of the catalogue out of whatever a call threw; a lost host and an aborted call stay what they are. */
export function fromWire(cause: unknown): Error {
  if (isAppError(cause) || isHostLost(cause) || isAbort(cause)) return cause;
  if (cause instanceof ORPCError) return fromOrpc(cause);
  return new AppError('internal', { details: { reference: 'window' }, cause });
}

/** The sentence to show for an error. */
export function sentenceFor(error: unknown): string {
  const known = fromWire(error);
  return isAppError(known) ? known.message : new AppError('internal', { details: { reference: 'window' } }).message;
}

/** Makes an error from the body of a refused upload or asset. */
export function fromBody(body: unknown): AppError {
  if (typeof body === 'object' && body !== null && 'code' in body && isErrorCode(body.code))
    return new AppError(body.code, { details: 'details' in body ? asDetails(body.details) : {} });
  return new AppError('internal', { details: { reference: 'upload' } });
}

function fromOrpc(error: ORPCError<string, unknown>): AppError {
  if (error.code === 'APP') return fromBody(error.data);
  return new AppError('internal', { details: { reference: error.code.toLowerCase() }, cause: error });
}

function asDetails(value: unknown): ErrorDetails {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, detail]) => typeof detail === 'string' || typeof detail === 'number'),
  );
}

function isAbort(value: unknown): value is Error {
  return value instanceof Error && value.name === 'AbortError';
}
