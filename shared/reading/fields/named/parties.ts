// Who is named as what: the provider, the payer and the member among all names a paper prints. Rules of places propose, weights learnt from whole papers decide.
import type { DocumentKind } from '../../../model/vocabulary.ts';
import { type Model, weightIn } from '../../weigh/model.ts';
import type { Candidate } from '../collect.ts';
import { labelled } from '../labels.ts';
import { memberCandidate } from '../member.ts';
import { payerCandidate } from '../payer/payer.ts';
import { providerCandidate } from '../provider/provider.ts';
import type { Sheet } from '../sheet.ts';
import type { Known } from './form.ts';
import { type Name, namesOf } from './looks.ts';
import { mentionsOf } from './mentions.ts';
import { likeliest, weighLooks } from './weigh-looks.ts';

/** The fields that hold the name of a party, the first classes of `NAMED_FIELDS`. */
const PARTY_FIELDS = ['provider', 'payer', 'member_name'] as const;
type PartyField = (typeof PARTY_FIELDS)[number];

/** How much rather a name is said than none, beside what was learnt (log odds): a name to be checked helps more than none. */
const RATHER: Readonly<Record<PartyField, number>> = { provider: 1, payer: 0.5, member_name: 0.5 };
/** The same of the provider where the rules of places have found one. */
const RATHER_WITH_RULE = 1.5;

/** Papers on which somebody else than the payer names it. */
const OF_OTHERS: ReadonlySet<DocumentKind> = new Set([
  'bill',
  'receipt',
  'medical-record',
  'letter-of-medical-necessity',
  'plan-document',
  'id-card',
  'authorization-form',
  'medical-policy',
  'literature',
  'other',
]);

/** All that may be said of one paper's parties. */
export interface LineUp {
  readonly names: readonly Name[];
  /** The looks of naming nobody, for each field. */
  readonly none: Readonly<Record<PartyField, ReadonlySet<string>>>;
  readonly rules: Known;
}

/** The names of a paper with their looks, as they are weighed and learnt from. */
export function lineUp(sheet: Sheet): LineUp {
  const rules: Known = {
    provider: providerCandidate(sheet),
    payer: payerCandidate(sheet),
    member_name: memberCandidate(sheet),
  };
  const names = namesOf(sheet, mentionsOf(sheet), rules, labelPlaces(sheet));
  const houses = names.filter((name) => name.looks.has('f:house')).length;
  const none = (field: PartyField): ReadonlySet<string> => {
    const ruled = rules[field] === undefined ? 'no' : 'yes';
    return new Set([
      '0',
      `0:${sheet.kind}`,
      `0:rules-${ruled}`,
      `0:${sheet.kind}-rules-${ruled}`,
      `0:houses-${Math.min(6, houses)}`,
    ]);
  };
  return { names, none: { provider: none('provider'), payer: none('payer'), member_name: none('member_name') }, rules };
}

/** The parties a paper names, each at most once. */
export function parties(sheet: Sheet, model: Model): Candidate[] {
  const lined = lineUp(sheet);
  const { names, rules } = lined;
  const sums = names.map((name) => weighLooks(model, name.looks));
  return PARTY_FIELDS.flatMap((field, cls) => {
    const ruled = rules[field];
    // A policy on what is covered is about nobody's care.
    if (field === 'provider' && sheet.kind === 'medical-policy') return [];
    if (field === 'member_name' && ruled !== undefined && isDependent(names, ruled)) return [ruled];
    if (ruled !== undefined && ruled.isFollowed === true)
      return [field === 'provider' ? asCut(names, ruled, sums) : withoutFamily(sheet, asPrinted(names, ruled, field))];
    const none = weighLooks(model, lined.none[field])[cls] ?? 0;
    const chosen = likeliest(
      names.map((name, at) => (mayBe(name, field) ? (sums[at]?.[cls] ?? 0) : Number.NEGATIVE_INFINITY)),
      none - (field === 'provider' && ruled !== undefined ? RATHER_WITH_RULE : RATHER[field]),
      0.95,
    );
    const name = chosen === undefined ? undefined : names[chosen.at];
    const mention = name?.mentions[0];
    if (chosen === undefined || name === undefined || mention === undefined) return [];
    const why = ruled?.value === name.value ? ruled.why : reasonOf(model, name.looks, cls, field);
    // A patient is named without the title, whoever it is.
    const lead = field === 'member_name' ? (/^Dr\.? /.exec(name.value)?.[0].length ?? 0) : 0;
    const { piece, from } = mention;
    const kind = field === 'payer' ? (PLAN_KIND.exec(piece.text.slice(mention.to))?.[0] ?? '') : '';
    const value = name.value.slice(lead) + kind;
    const to = mention.to + kind.length;
    const found = { field, value, piece, from: from + lead, to, confidence: chosen.confidence, why };
    return [withoutFamily(sheet, found)];
  });
}

/** "Evergreen Advantage (HMO)": the kind of a Medicare plan is part of its name. */
const PLAN_KIND = /^ \((?:HMO|PPO|PDP|HMO-POS|PFFS|MSA|(?:HMO|PPO|HMO-POS) [CDI]-SNP)\)/;

/** "Larkfield Community Plan (Medicaid)": on papers of others the family of the plan in brackets is none of its name. */
function withoutFamily({ kind }: Sheet, found: Candidate): Candidate {
  const full = String(found.value);
  if (found.field !== 'payer' || !OF_OTHERS.has(kind)) return found;
  // The line of a box may stand right behind.
  const value = full
    .replace(/[\s|]+$/, '')
    .replace(/ \((?:Medicaid|Medicare Advantage|Medicare|CHIP|Marketplace)(?: [\p{L} -]+)?\)$/iu, '');
  return { ...found, value, to: found.to - (full.length - value.length) };
}

/** "Dependent: Odile Roe" in a letter to her father: whom the paper is about is said outright. */
function isDependent(names: readonly Name[], ruled: Candidate): boolean {
  return (
    /\b(?:dependent|patient|child|spouse)(?:'s)?(?: name)?\W*$/.test(ruled.piece.lower.slice(0, ruled.from)) &&
    names.some((name) => name.looks.has('r:member_name') && !name.looks.has('m:only-by-rules'))
  );
}

/** No member is called as the payer is, or part of it: "Larkmead Choice Silver" is a plan of Larkmead Health. */
function mayBe({ looks, value }: Name, field: PartyField): boolean {
  return !OF_PAPER.test(value) && (field !== 'member_name' || !OF_PAYER.some((look) => looks.has(look)));
}
/** What the paper itself is called: "AUTHORIZATION TO DISCLOSE HEALTH INFORMATION", "Letter of Medical Necessity". */
const OF_PAPER =
  /^(?:authorization (?:to|for)|(?:certificate|letter|statement) of (?:medical )?necessity|appointment of|naming (?:someone|a)|appointing |request for|release of|(?:tele)?phone (?:log|notes)|call log|npi )\b/i;
const OF_PAYER = ['r:payer', 'r:part-of-payer', 'r:holds-payer', 'r:begins-as-payer'];

/** What a rule found, with the title the paper prints before the name. */
function asPrinted(names: readonly Name[], ruled: Candidate, field: PartyField): Candidate {
  const mention = names.find((name) => name.looks.has(`r:${field}`))?.mentions[0];
  if (mention === undefined || !/^Dr\b/.test(mention.value)) return ruled;
  return { ...ruled, value: mention.value, piece: mention.piece, from: mention.from, to: mention.to };
}

/** A followed rule says whom, not where the name ends: of "Alder Clinic, Dr. Ines Roe" and the names it holds, the likeliest. */
function asCut(names: readonly Name[], ruled: Candidate, sums: readonly Float64Array[]): Candidate {
  const parts = names.flatMap((name, at) =>
    name.looks.has('r:provider') || name.looks.has('r:part-of-provider') ? [{ name, sum: sums[at]?.[0] ?? 0 }] : [],
  );
  const best = parts.sort((one, other) => other.sum - one.sum)[0]?.name;
  const mention = best?.mentions[0];
  if (mention === undefined || best?.looks.has('r:provider')) return asPrinted(names, ruled, 'provider');
  return { ...ruled, value: mention.value, piece: mention.piece, from: mention.from, to: mention.to };
}

/** The labels of parties at the cells of a paper that hold their values: "line:cell" to the field and the rank of the label. */
function labelPlaces(sheet: Sheet): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const field of PARTY_FIELDS)
    for (const item of labelled(sheet, sheet.labels.byField[field]))
      for (const line of [item.line, item.line + 1, item.line + 2, item.line + 3]) {
        const at = sheet.grid[line]?.indexOf(item.piece) ?? -1;
        if (at < 0) continue;
        const key = `${line}:${at}`;
        if (!places.has(key)) places.set(key, `${field}-${item.rank}`);
        break;
      }
  return places;
}

const PARTY: Readonly<Record<PartyField, string>> = {
  provider: 'the one who treats, asks or bills',
  payer: 'the one who pays or decides',
  member_name: 'the member or patient',
};

/** What spoke loudest for a name, in words. */
function reasonOf(model: Model, looks: ReadonlySet<string>, cls: number, field: PartyField): string {
  let most = 0;
  let told = '';
  for (const look of looks) {
    const words = toldBy(look);
    const weight = words === undefined ? 0 : weightIn(model, look, cls);
    if (words === undefined || weight <= most) continue;
    most = weight;
    told = words;
  }
  return told === '' ? `is named as ${PARTY[field]} usually is` : `${told}, as ${PARTY[field]} usually is`;
}

function toldBy(look: string): string | undefined {
  const at = look.indexOf(':');
  const [kind, rest] = [
    look.slice(0, at),
    look
      .slice(at + 1)
      .replaceAll('|', '')
      .trim(),
  ];
  if (!/[a-z]{2}/.test(rest)) return undefined;
  if (kind === 'lb' || kind === 'pc') return `stands beside "${rest}"`;
  if (kind === 'ab') return `stands below "${rest}"`;
  if (kind === 'b1' || kind === 'b2') return `stands behind "${rest}"`;
  if (kind === 'a1' || kind === 'a2') return `stands before "${rest}"`;
  return undefined;
}
