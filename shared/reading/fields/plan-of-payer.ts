// The family of the plan as the name of the payer tells it, on papers that say nothing else of the plan.
import type { DocumentKind, PlanType } from '../../model/vocabulary.ts';
import type { Candidate } from './collect.ts';

/** Papers on which the plan is only named. */
const KINDS: ReadonlySet<DocumentKind> = new Set([
  'medical-record',
  'letter-of-medical-necessity',
  'authorization-form',
  'bill',
]);

/** Words in a name, or in brackets behind it, that leave one family. */
const FAMILIES: ReadonlyArray<readonly [RegExp, PlanType]> = [
  [/\b(?:medicare|senior) advantage\b|\bmedicare (?:plus|choice|complete)\b|\((?:ma|ma-pd)\)/, 'medicare-advantage'],
  [/\bmedicare\b.*\b(?:hmo|ppo|pos)\b/, 'medicare-advantage'],
  [/^(?:original )?medicare(?: (?:part )?[ab])?$/, 'original-medicare'],
  [/\bmedicaid\b/, 'medicaid-mco'],
  [/\(pdp\)/, 'medicare-part-d'],
];

/** "Larkfield Community Plan (Medicaid)", "Orchard Medicare Advantage": the family of the plan in the name of the payer. */
export function planOfPayer(kind: DocumentKind, payer: Candidate | undefined): Candidate | undefined {
  if (payer === undefined || !KINDS.has(kind)) return undefined;
  const bracket = /^ ?\([^()]{2,40}\)/.exec(payer.piece.text.slice(payer.to))?.[0] ?? '';
  const name = `${payer.value}${bracket}`.toLowerCase();
  const value = FAMILIES.find(([words]) => words.test(name))?.[1];
  if (value === undefined) return undefined;
  const to = payer.to + bracket.length;
  return {
    field: 'plan_type',
    value,
    piece: payer.piece,
    from: payer.from,
    to,
    confidence: 0.8,
    why: 'is in the name of the payer',
  };
}
