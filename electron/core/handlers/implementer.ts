// The contract's implementer, with the error translation in front of every handler.
import {
  type Router as Implemented,
  type ImplementerInternalWithMiddlewares,
  implement,
  ORPCError,
} from '@orpc/server';
import { type Contract, contract } from '../../../shared/contract/contract.ts';
import { toAppError } from '../to-app-error.ts';

type NoContext = Record<never, never>;
/** Written out, because the type the compiler would infer spells every schema of the contract. */
export type Implementer = ImplementerInternalWithMiddlewares<typeof contract, NoContext, NoContext>;

/** The calls of one area, implemented. Named by its contract: the inferred type is too long for the compiler to write down. */
export type Area<Name extends keyof Contract> = Implemented<Contract[Name], NoContext>;

/** Errors leave only as codes of the catalogue with their details; causes stay home. */
export function createImplementer(): Implementer {
  return implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (cause) {
      // Input that breaks the schema is already an ORPCError; it names fields, never values.
      if (cause instanceof ORPCError) throw cause;
      const error = toAppError(cause);
      throw new ORPCError('APP', {
        status: 422,
        message: error.message,
        data: { code: error.code, details: { ...error.details } },
      });
    }
  });
}
