// The same treatment read at several places becomes one: the fullest place is its source, the others stand beside it.
import type { PartialDate, Treatment } from '../../model/record.ts';
import type { Source } from '../../model/source.ts';
import { addDays, earlier } from '../calendar.ts';
import { daysMeant } from './dates.ts';
import { type Draft, inOrder } from './draft.ts';
import { canStandFor } from './mentions.ts';

interface Group {
  /** In the order they were read. */
  readonly drafts: Draft[];
}

/** The treatments of all papers, each once, in order of time; those without a date last. */
export function mergedTreatments(drafts: readonly Draft[]): Treatment[] {
  const groups: Group[] = [];
  // dated ones first, so that one without a date finds the one it belongs to
  const datedFirst = [...drafts.filter(isDated), ...drafts.filter((draft) => !isDated(draft))];
  for (const draft of datedFirst.filter(({ entry }) => !entry.generic)) join(groups, draft);
  for (const draft of datedFirst.filter(({ entry }) => entry.generic)) join(groups, draft);
  const order = new Map(drafts.map((draft, at) => [draft, at]));
  const treatments = groups.map((group) => treatmentOf(group.drafts.sort((a, b) => order.get(a)! - order.get(b)!)));
  return treatments.sort((a, b) => (a.from ?? a.to ?? '9999').localeCompare(b.from ?? b.to ?? '9999'));
}

function isDated(draft: Draft): boolean {
  return draft.from !== undefined || draft.to !== undefined;
}

function join(groups: Group[], draft: Draft): void {
  const same = groups.filter((group) => group.drafts.some((other) => isSame(other, draft)));
  const fitting = same.filter((group) => timesFit(group.drafts, draft));
  const group = fitting.find(({ drafts }) => drafts.some((other) => sameDose(other, draft))) ?? fitting.at(-1);
  if (group === undefined) groups.push({ drafts: [draft] });
  else group.drafts.push(draft);
}

function isSame(other: Draft, draft: Draft): boolean {
  if (other.entry.key === draft.entry.key) return true;
  return (
    draft.entry.generic && isDated(draft) && isDated(other) && canStandFor(draft.entry, other.entry) && isInfused(other)
  );
}

/** A general “infusion” is that of a medicine whose own name or dates on bills say that it is infused. */
function isInfused(other: Draft): boolean {
  return (
    other.days.length > 0 ||
    other.entry.kind !== 'drug' ||
    /infus|\bIV\b|intravenous/i.test(`${other.name} ${other.length ?? ''} ${other.source.proof.quote}`)
  );
}

function sameDose(a: Draft, b: Draft): boolean {
  return a.dose !== undefined && b.dose !== undefined && numberIn(a.dose) === numberIn(b.dose);
}

function numberIn(dose: string): string {
  return /[\d.,]+/.exec(dose)?.[0] ?? '';
}

/** Days by which two papers may differ about the same course of treatment, and by which single days of a series may lie apart. */
const APART = 45;

function timesFit(drafts: readonly Draft[], draft: Draft): boolean {
  if (!isDated(draft)) return true;
  const dated = drafts.filter(isDated);
  return (
    dated.length === 0 ||
    dated.some((other) => overlaps(span(other), span(draft), Math.min(slack(other), slack(draft))))
  );
}

/** Days of bills make one series when they lie near; printed ranges must meet. */
function slack(draft: Draft): number {
  return draft.days.length > 0 ? APART : 3;
}

interface Days {
  readonly first: string;
  readonly last: string;
}

function span(draft: Draft): Days {
  const first = daysMeant(draft.from ?? draft.to!).first;
  if (draft.ongoing) return { first, last: '9999-12-31' };
  const stated = daysMeant(draft.to ?? draft.from!).last;
  const weeks = draft.to === undefined ? lengthInDays(draft.length) : 0;
  return { first, last: weeks > 0 ? [stated, addDays(first, weeks)].sort().at(-1)! : stated };
}

function lengthInDays(length: string | undefined): number {
  const match = /(\d{1,3})[ -]?(wk|week|mo|day|y)/i.exec(length ?? '');
  const per = { wk: 7, week: 7, mo: 31, day: 1, y: 366 }[match?.[2]?.toLowerCase() ?? ''] ?? 0;
  return Math.min(3660, Number(match?.[1] ?? 0) * per);
}

function overlaps(a: Days, b: Days, days: number): boolean {
  const reach = (last: string) => (last.startsWith('9999') ? last : addDays(last, days));
  return a.first <= reach(b.last) && b.first <= reach(a.last);
}

function treatmentOf(drafts: readonly Draft[]): Treatment {
  const best = [...drafts].sort((a, b) => fullness(b) - fullness(a))[0]!;
  const ranked = [best, ...drafts.filter((draft) => draft !== best)];
  const first = drafts[0]!;
  const days = [...new Set(drafts.flatMap((draft) => draft.days))].sort();
  const pick = <K extends keyof Draft>(key: K) => ranked.find((draft) => draft[key] !== undefined)?.[key];
  const outcome = ranked.find((draft) => draft.outcome !== 'unknown');
  const ongoing =
    ranked.find(({ from, to, ongoing: now }) => now || from !== undefined || to !== undefined)?.ongoing ?? false;
  const dose = pick('dose');
  const length = pick('length') ?? countOf(days, best);
  const augments = drafts.map((draft) => draft.augments).find((base) => base) ?? pick('augments');
  const words = outcome?.outcomeWords ?? best.outcomeWords;
  const { entry } = best;
  return {
    id: `t/${first.source.documentId}/${first.source.proof.pageNumber}/${first.source.proof.from}/${entry.key}`.slice(
      0,
      120,
    ),
    name: best.name,
    kind: entry.kind,
    ...(entry.drugClass !== undefined && { drugClass: entry.drugClass }),
    ...(augments !== undefined && { augments }),
    ...(dose !== undefined && { dose }),
    ...inOrder(timesOf(ranked, days, ongoing)),
    ongoing,
    ...(length !== undefined && { length }),
    outcome: outcome?.outcome ?? (ongoing ? 'ongoing' : 'unknown'),
    ...(words !== undefined && { outcomeWords: words }),
    source: best.source,
    also: distinct(withoutMiddle(ranked.slice(1)), best.source),
    byUser: false,
  };
}

/** How much a place tells. A printed range weighs more than single days. */
function fullness(draft: Draft): number {
  const { dose, from, to, length, outcome, days } = draft;
  const exact = [from, to].filter((date) => date?.length === 10).length;
  const facts = [dose, from, days.length > 0 ? undefined : to, length].filter((fact) => fact !== undefined).length;
  return (
    facts * 2 + exact / 2 + (outcome === 'unknown' ? 0 : 3) + (draft.entry.generic ? -2 : 0) - (days.length > 0 ? 1 : 0)
  );
}

/** First and last day: those of the fullest place that has any, widened by the days of bills. */
function timesOf(
  ranked: readonly Draft[],
  days: readonly string[],
  ongoing: boolean,
): { from?: PartialDate; to?: PartialDate } {
  const dated = ranked.find((draft) => isDated(draft) && draft.days.length === 0);
  if (dated === undefined) {
    const first = days[0];
    const last = days.at(-1);
    return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
  }
  const other = ranked.find((draft) => draft.from !== undefined && draft.to !== undefined && draft.days.length === 0);
  const printed = dated.from === undefined || dated.to === undefined ? (other ?? dated) : dated;
  const from = printed.from ?? dated.from;
  const to = ongoing ? undefined : (printed.to ?? dated.to);
  const alone = printed.to === undefined && days.length > 1 && !ongoing;
  return {
    ...(from !== undefined && {
      from: alone && days[0] !== undefined ? earlier(daysMeant(from).first, days[0]) : from,
    }),
    ...(to !== undefined ? { to } : alone && { to: days.at(-1)! }),
  };
}

/** “6 infusions”: the days on which it was charged. */
function countOf(days: readonly string[], best: Draft): string | undefined {
  if (days.length < 2) return undefined;
  const infused = best.entry.groupId === 'infusion' || /infus/i.test(`${best.name} ${best.source.proof.quote}`);
  return `${days.length} ${infused ? 'infusions' : 'dates'}`;
}

/** Of many bill lines on one page the first and the last stand for all. */
function withoutMiddle(drafts: readonly Draft[]): Source[] {
  const pageOf = ({ source, days }: Draft) =>
    days.length === 0 ? undefined : `${source.documentId}/${source.proof.pageNumber}`;
  return drafts
    .filter((draft, at) => {
      const page = pageOf(draft);
      if (page === undefined) return true;
      const same = drafts.flatMap((other, index) => (pageOf(other) === page ? [index] : []));
      return at === same[0] || at === same.at(-1);
    })
    .map(({ source }) => source);
}

function distinct(sources: readonly Source[], best: Source): Source[] {
  const seen = new Set([placeOf(best)]);
  return sources.filter((source) => {
    const place = placeOf(source);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function placeOf({ documentId, proof }: Source): string {
  return `${documentId}/${proof.pageNumber}/${proof.from}/${proof.to}`;
}
