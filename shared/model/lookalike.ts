// Two papers that look like the same letter, scanned twice.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';

/** What the user says of such a pair: both are wanted, or they are different letters. Either way it is not offered again. */
export const LookalikeVerdict = z.enum(['keep-both', 'not-same']);
export type LookalikeVerdict = z.infer<typeof LookalikeVerdict>;

/** `later` came after `earlier`. */
export const Lookalike = z.object({ earlier: DocumentId, later: DocumentId });
export type Lookalike = z.infer<typeof Lookalike>;
