// What was typed into a form that was not sent: kept in the vault while the form is open, so that a lock or a crash doesn't take it.
import { z } from 'zod';

/** Forms whose contents are kept. */
const KEPT_FORMS = [
  'treatment',
  'score',
  'criterion',
  'submission',
  'payment',
  'payment-plan',
  'funding',
  'task',
] as const;

/** An address of the window: ids and names of parts, nothing that was typed. */
const place = z.string().regex(/^#\/[\w/.-]{0,200}$/);

export const KeptForm = z.object({
  /** One is kept for each form of a place, and for each row that is being changed there. */
  key: z.string().min(1).max(400),
  form: z.enum(KEPT_FORMS),
  /** Where the form stands. */
  place,
  /** The row that is being changed; missing for a new one. */
  about: z.string().max(120).optional(),
  /** What its heading or button says, e.g. “Add a payment”. */
  title: z.string().max(400),
  /** What stands in the named fields. */
  fields: z.record(z.string().max(60), z.string().max(10_000)),
  /** What the form holds beside them, as JSON; its own schema says what that is. */
  state: z.string().max(60_000).optional(),
});
export type KeptForm = z.infer<typeof KeptForm>;
export type KeptFormName = KeptForm['form'];

/** More are not kept: the oldest go first. */
export const MOST_KEPT_FORMS = 40;
