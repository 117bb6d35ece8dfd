// The shape of resources/rules/sensitive.json: what on a page needs care before it goes to anybody, by which words, under which law.
import { z } from 'zod';
import { SensitivePage } from '../model/diary.ts';
import { IsoDate } from '../model/vocabulary.ts';

export const SensitiveRule = z.object({
  kind: SensitivePage.shape.kind,
  /** What it is, in plain words. */
  meaning: z.string().min(1),
  /** What to do. */
  advice: z.string().min(1),
  /** Phrases any one of which tells; compared by their stems. */
  strong: z.array(z.string()),
  /** Phrases of which at least `leastWeak` different ones must stand on the page. */
  weak: z.array(z.string()),
  leastWeak: z.number().int().min(2),
  /** A phrase with one of these in its sentence tells nothing. */
  unless: z.array(z.string()),
  citation: z.string().min(1),
  source: z.string().min(1),
  checkedOn: IsoDate,
  trust: z.enum(['verified', 'to-be-verified']),
});
export type SensitiveRule = z.infer<typeof SensitiveRule>;

const KINDS = SensitivePage.shape.kind.options;

export const SensitiveFile = z.object({
  sensitive: z
    .array(SensitiveRule)
    .refine(
      (list) => list.length === KINDS.length && KINDS.every((kind) => list.some((rule) => rule.kind === kind)),
      'every kind must stand exactly once',
    ),
});
