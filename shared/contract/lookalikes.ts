// Calls about papers that came twice: the same letter in another scan.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';
import { Lookalike, LookalikeVerdict } from '../model/lookalike.ts';
import { call, Done } from './base.ts';

export const lookalikesContract = {
  /** Pairs nobody judged yet, none of them in the trash. While papers of before are still being looked at, `isComplete` is false. */
  list: call.input(z.object({})).output(z.object({ pairs: z.array(Lookalike), isComplete: z.boolean() })),
  /** The user's word on a pair; without a verdict it is taken back. */
  judge: call
    .input(z.object({ one: DocumentId, other: DocumentId, verdict: LookalikeVerdict.optional() }))
    .output(Done),
};
