// Banks of passages: what one author wrote, from whom the generator composes letters. Each bank is by another hand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ReasonId } from '../../shared/model/vocabulary.ts';

const Lines = z.array(z.string()).min(1);

/** What a letter may be about, so that its passages speak of one and the same care. */
export const CARES = ['drug', 'imaging', 'procedure', 'inpatient', 'therapy', 'equipment', 'lab'] as const;
export type Care = (typeof CARES)[number];

/** The cares a passage fits; all of them where it names none. */
const care = z.array(z.enum(CARES)).min(1).optional();

/** A passage that gives one ground; `core` is the part of it that says the ground. */
const Ground = z.object({ text: z.string(), core: z.string(), care });

/** Words about grounds that are none in the letter they stand in, and how they are none. */
const Mention = z.object({
  text: z.string(),
  how: z.enum([
    'conditional',
    'negated',
    'overturned',
    'approved',
    'future',
    'reported',
    'policy',
    'glossary',
    'criteria-met',
    'rights',
  ]),
  ids: z.array(ReasonId),
  care,
});

/** What was asked, by whom, what was read. */
const Background = z.union([
  z.string().transform((text) => ({ text, care: undefined })),
  z.object({ text: z.string(), care }),
]);

export const FAMILIES = [
  'erisa',
  'insured',
  'marketplace',
  'medicare-advantage',
  'part-d',
  'medicaid',
  'tricare',
  'fehb',
] as const;
export type Family = (typeof FAMILIES)[number];

const Bank = z.object({
  author: z.string(),
  voice: z.string(),
  /** Services by care, for the slot {service}; a bank without them names its services in its passages, which then fit each other by chance only. */
  services: z.record(z.enum(CARES), Lines).optional(),
  grounds: z.record(ReasonId, z.array(Ground).min(1)),
  remarks: z.record(ReasonId, Lines),
  mentions: z.array(Mention).min(1),
  determinations: Lines,
  approvals: Lines,
  asks: Lines,
  background: z.array(Background).min(1),
  rights: z.record(z.enum(FAMILIES), Lines),
  closings: Lines,
});
/** One author's passages. */
export type Bank = z.infer<typeof Bank>;

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'letter-banks');

/** Banks nobody learns from, by authors who wrote as insurers usually write. */
export const HELD_OUT_BANKS = join(FOLDER, 'held-out');

/** All banks, in the order of their authors' names. */
export function loadBanks(folder = FOLDER): Bank[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Bank.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
