// The shape every call shares: one declared error that carries a code of the catalogue and its details.
import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Base of every call: what fails, fails as `APP` with a code of `shared/errors.ts`. */
export const call = oc.errors({
  APP: {
    status: 422,
    data: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
  },
});

/** Answer of calls that only do something. */
export const Done = z.object({ done: z.literal(true) });
