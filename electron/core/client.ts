// The in-process client: the same typed calls a window makes, for the command line and the tests.
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Client } from '../../shared/contract/contract.ts';
import { AppError, isErrorCode } from '../../shared/errors.ts';
import type { Core } from './core.ts';

/** A client that calls the core directly. Errors arrive as AppError of the catalogue. */
export function createInProcessClient(core: Core): Client {
  return createRouterClient(core.router, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (cause) {
          throw fromWire(cause);
        }
      },
    ],
  });
}

/** Turns an error as it came over a contract call back into an AppError. */
export function fromWire(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (cause instanceof ORPCError && cause.code === 'APP') {
    const { code, details } = cause.data as { code: unknown; details: AppError['details'] }; // shape is declared in shared/contract/base.ts
    if (isErrorCode(code)) return new AppError(code, { details, cause });
  }
  if (cause instanceof ORPCError && cause.code === 'BAD_REQUEST')
    return new AppError('wrong-usage', { details: { hint: 'The request was not understood.' }, cause });
  return new AppError('internal', { details: { reference: 'call' }, cause });
}
