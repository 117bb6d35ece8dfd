// The labels of the rules as regular expressions, by field and rank.
import { z } from 'zod';
import type { Sifting } from '../patterns.ts';
import { REACH } from '../sieve/beginnings.ts';
import { mayOccur, Sieve, type Sifted } from '../sieve/sieve.ts';

const Ranks = z.array(z.array(z.string().min(1)).min(1)).min(1);

/** The fields whose labels the rules list. */
export const LABELLED_FIELDS = [
  'member_id',
  'group_number',
  'claim_numbers',
  'authorization_number',
  'member_name',
  'provider',
  'payer',
  'letter_date',
  'dates_of_service',
  'billed_amount',
  'patient_responsibility',
  'criteria_cited',
] as const;
export type LabelledField = (typeof LABELLED_FIELDS)[number];

export const LabelRules = z.object({
  about: z.string(),
  source: z.string(),
  groups: z.record(z.string(), z.string().min(1)),
  /** Words that may stand before any label: "your", "our", "re". */
  lead: z.string().min(1),
  labels: z.record(z.enum(LABELLED_FIELDS), Ranks),
});
export type LabelRules = z.infer<typeof LabelRules>;

export interface CompiledLabels {
  /** For each field, one expression per rank, anchored at the beginning of a cell in lower case. */
  readonly byField: Readonly<Record<LabelledField, readonly RegExp[]>>;
  /** The same expressions without the anchor, for labels inside running text. */
  readonly inText: Readonly<Record<LabelledField, readonly RegExp[]>>;
  /** Whether a text in lower case is some label and nothing else, with or without its colon. */
  readonly isWhole: (lower: string) => boolean;
  /** The labels that may begin a text in lower case. */
  readonly sift: (lower: string) => Sifted;
  /** The number of each expression of `byField` among what is sifted. */
  readonly numbers: ReadonlyMap<RegExp, number>;
}

/** "4.  Appeal no.", "3) Member": the number a form gives to its line. */
const ORDINAL = '(?:\\d{1,2}[.)]\\s+)?';

const cache = new WeakMap<LabelRules, CompiledLabels>();

/** The labels of the rules, compiled once per rules object. */
export function labelsOf(rules: LabelRules): CompiledLabels {
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const { groups, lead, labels } = rules;
  const sieve = new Sieve();
  const numbers = new Map<RegExp, number>();
  const wholes: Sifting[] = [];
  const source = (list: readonly string[]): string =>
    [...list]
      .sort((a, b) => b.length - a.length)
      .map((label) => expand(label, groups))
      .join('|');
  const begin = `^[^a-z0-9#]{0,4}${ORDINAL}(?:${lead}[:\\s]\\s*)*`;
  const before = new RegExp(begin);
  // A label begins behind the last of these words, or with one of them.
  const sift = (lower: string): Sifted => sieve.sift(lower.slice(0, (before.exec(lower)?.[0].length ?? 0) + REACH));
  const anchored = (list: readonly string[]): RegExp => {
    const label = `(?:${source(list)})(?:'s)?`;
    const pattern = new RegExp(`${begin}${label}(?:\\s?/\\s?[a-z][a-z.# ]{1,18}?(?=\\s*(?::|$)))?(?![a-z0-9])`);
    const number = sieve.add(new RegExp(label));
    numbers.set(pattern, number);
    wholes.push({ number, pattern: new RegExp(`${begin}${label}\\s*[.:]*$`) });
    return pattern;
  };
  const inText = (list: readonly string[]): RegExp => new RegExp(`(?<![a-z0-9'-])(?:${source(list)})(?![a-z0-9])`, 'g');
  const compiled: CompiledLabels = {
    byField: perField((field) => labels[field].map(anchored)),
    inText: perField((field) => labels[field].map(inText)),
    // One expression of all labels would be slow: its code fills the memory next to the processor.
    isWhole: (lower) => {
      const sifted = sift(lower);
      return wholes.some(({ number, pattern }) => mayOccur(sifted, number) && pattern.test(lower));
    },
    sift,
    numbers,
  };
  cache.set(rules, compiled);
  return compiled;
}

function perField<T>(make: (field: LabelledField) => T): Record<LabelledField, T> {
  return Object.fromEntries(LABELLED_FIELDS.map((field) => [field, make(field)])) as Record<LabelledField, T>;
}

function expand(label: string, groups: Readonly<Record<string, string>>): string {
  return label.replace(/@(\w+)/g, (whole, name: string) => groups[name] ?? whole).replace(/ (?![?*+{])/g, '\\s+');
}
