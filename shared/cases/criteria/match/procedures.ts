// Criteria that ask for a treatment other than a medicine, or for the reason it could not be used.
import type { CriterionFact } from '../../../model/criteria.ts';
import type { Treatment } from '../../../model/record.ts';
import type { PreparedPage } from '../../evidence-pages.ts';
import { type CaseAtHand, factOf, factsOf, type Part, sourceAt } from './ask.ts';
import { NUMBER, numberOf, weeksIn, weeksOf } from './numbers.ts';
import { ASKS_FAILURE, hasFailed, treatmentInWords } from './treatment-words.ts';

interface Procedure {
  readonly name: string;
  readonly named: RegExp;
}

const PROCEDURES: readonly Procedure[] = [
  { name: 'TMS', named: /transcranial magnetic|\b[rd]?TMS\b/i },
  { name: 'ECT', named: /electro-?convulsive|\bECT\b/i },
  {
    name: 'psychotherapy',
    named:
      /psychotherap|talk(?:ing)? therapy|cognitive[ -]behavio|\bCBT\b|counsel+ing|behavioral activation|prolonged exposure/i,
  },
  {
    name: 'physical therapy',
    named: /physical therapy|physiotherap|home exercise|exercise (?:program|therapy)|manual therapy/i,
  },
  { name: 'injections', named: /(?:epidural|steroid|facet) injection|nerve blocks?/i },
  { name: 'spinal cord stimulation', named: /spinal cord stimulat/i },
  { name: 'esketamine', named: /esketamine|spravato/i },
];

const REASON_WILL_DO =
  /\breason|contraindicat|\bunless\b|could not|cannot|can ?not|not a candidate|inability|unable|intoleran|declin|not tolerated|inappropriate|not available/i;
const NOT_USED =
  /contraindicat|not done|advised against|not tolerat|could not|cannot|unable|declin|refus|not available|unavailable|not a candidate|no access|too far|unsafe|not recommended|nearest .* miles|miles (?:away|each way)/i;
const WORDS =
  /^(transcranial|magnetic|stimulat\w*|r?tms|electro\w*|convulsive|ect|psychotherap\w*|talk\w*|cognitive|behavio\w*|cbt|counsel\w*|activation|prolonged|exposure|physical|physio\w*|home|exercises?|manual|programs?|epidural|steroid|facet|injections?|nerve|blocks?|spinal|cord|esketamine|spravato|trials?|courses?|sessions?|reasons?|neither|either|used?|contraindicat\w*|unless|not|could|cannot|unable|candidate|fail\w*|respon\w*|inadequate|adequate|evidence|based|significant|improv\w*|without|therapy|weeks?|least|documented|tolerat\w*|why|both|directed|conservative|care)$/i;

/** Treatments done, or the reason they could not be. */
export function matchProcedures(text: string, at: CaseAtHand): Part | undefined {
  const asked = [...PROCEDURES.filter(({ named }) => named.test(text)), ...namedIn(text, at)];
  if (asked.length === 0 || /^(?:no|without)\b/i.test(text)) return undefined;
  const found = asked.map((procedure) => lookFor(procedure, text, at));
  const done = found.filter(({ met }) => met);
  const open = found.filter(({ met, reasons }) => !met && reasons.length === 0);
  const anyWillDo = /\bor\b/i.test(text) || asked.length === 1;
  const byReason = REASON_WILL_DO.test(text) && open.length === 0;
  const met = byReason || (anyWillDo ? done.length > 0 : done.length === found.length);
  const facts = found.flatMap((each) => [...each.facts, ...each.reasons]);
  return {
    state: met ? 'met' : facts.length > 0 ? 'unclear' : 'not-shown',
    facts,
    why: found.map(({ why }) => why).join('; '),
    covers: new RegExp(
      [WORDS.source, ...asked.map(({ name }) => `^(?:${plainWords(name).join('|')})$`)].join('|'),
      'i',
    ),
  };
}

/** Treatments of the record that the criterion names by their own name. */
function namedIn(text: string, at: CaseAtHand): Procedure[] {
  const names = [...new Set(at.treatments.map(({ name }) => plainWords(name).join(' ').toLowerCase()))];
  return names
    .filter((name) => name.length >= 4 && !PROCEDURES.some(({ named }) => named.test(name)))
    .map((name) => ({ name, named: new RegExp(`\\b${name.replace(/ /g, '[\\s-]+')}`, 'i') }))
    .filter(({ named }) => named.test(text));
}

function plainWords(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter(Boolean);
}

function lookFor({ name, named }: Procedure, text: string, at: CaseAtHand) {
  const rows = at.treatments.filter((each) => named.test(each.name));
  const given = rows.filter((each) => each.outcome !== 'contraindicated' && isGiven(each));
  const fit = given.filter((each) => fits(each, text, at));
  const reasons = [
    ...factsOf(
      rows.filter((each) => each.outcome === 'contraindicated'),
      treatmentInWords,
    ),
    ...reasonsNotUsed(named, name, at.pages),
  ];
  const silent = rows.length === 0 && reasons.length === 0;
  const facts = silent ? mentions(named, name, at.pages) : factsOf(given, treatmentInWords);
  const why =
    fit.length > 0
      ? `${name}: ${fit[0]!.length ?? 'given'}`
      : reasons.length > 0
        ? `${name}: a page gives a reason against it`
        : given.length > 0
          ? `${name}: given, but the papers do not show all that is asked`
          : facts.length > 0
            ? `${name}: a page speaks of it; read it and decide`
            : `${name}: no page shows it`;
  return { met: fit.length > 0, facts, reasons: unlike(reasons, facts).slice(0, 2), why };
}

function isGiven(treatment: Treatment): boolean {
  const { length, from, outcome } = treatment;
  return length !== undefined || from !== undefined || (outcome !== 'unknown' && outcome !== 'contraindicated');
}

/** Failed, long enough and often enough, where the criterion asks for it. */
function fits(treatment: Treatment, text: string, at: CaseAtHand): boolean {
  const sessions = numberOf(new RegExp(`\\b(${NUMBER})(?: or more)? sessions`, 'i').exec(text)?.[1]);
  const had = numberOf(/(\d+) sessions/i.exec(treatment.length ?? '')?.[1]);
  const weeks = weeksIn(text);
  if (sessions !== undefined && (had ?? 0) < sessions) return false;
  if (weeks !== undefined && (weeksOf(treatment, at.day) ?? 0) < weeks - 0.5) return false;
  const needsFailure = ASKS_FAILURE.test(text.replace(/\binability\b|\bunable\b/gi, ''));
  return !needsFailure || hasFailed(treatment);
}

/** Sentences that name the treatment and say, there or right after, that it was not or cannot be used. */
function reasonsNotUsed(named: RegExp, name: string, pages: readonly PreparedPage[]): CriterionFact[] {
  return pages.flatMap((page) =>
    page.sentences.flatMap((sentence, at) => {
      if (!named.test(sentence.text)) return [];
      const end = [at, at + 1, at + 2].find((each) => {
        const next = page.sentences[each];
        return next !== undefined && next.paragraph === sentence.paragraph && NOT_USED.test(next.text);
      });
      if (end === undefined) return [];
      const span = { from: sentence.from, to: page.sentences[end]!.to };
      return [factOf(sourceAt(page, span), `${name}: why it was not used`)];
    }),
  );
}

/** Where the papers name the treatment, when the treatment history does not hold it. */
function mentions(named: RegExp, name: string, pages: readonly PreparedPage[]): CriterionFact[] {
  return pages
    .flatMap((page) =>
      page.sentences
        .filter((sentence) => named.test(sentence.text))
        .map((sentence) => factOf(sourceAt(page, sentence), `speaks of it: ${name}`)),
    )
    .slice(0, 2);
}

function unlike(facts: readonly CriterionFact[], others: readonly CriterionFact[]): CriterionFact[] {
  const key = ({ source }: CriterionFact) => `${source.documentId}/${source.proof.pageNumber}/${source.proof.from}`;
  const taken = new Set(others.map(key));
  return facts.filter((fact) => !taken.has(key(fact)) && taken.add(key(fact)));
}
