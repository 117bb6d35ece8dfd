// One treatment from what a sentence says around its name: dose, time, how it went, and the words that prove it.
import { datesIn } from './dates.ts';
import { type Draft, type Facts, factsIn, inOrder, type Paper, printedFacts, sourceOf } from './draft.ts';
import { dosesIn, lengthsIn } from './measures.ts';
import { type Part, printed, printedWords, type SpanText } from './span-text.ts';
import { augmentOf, outcomeAround } from './told-outcome.ts';
import type { Around } from './told-split.ts';

/** The treatment named at `index`. */
export function draftOf(around: Around): Draft | undefined {
  const { paper, span, told, index, listed, sentence } = around;
  const each = told[index]!;
  const name = printed(span, each.name);
  const nameOnly = printedWords(paper.page, each.mention.from, each.mention.nameTo) || name;
  const tail = span.text.slice(each.tail.from, each.tail.to);
  const behind = factsIn(tail, paper.date);
  const ahead = leadFacts(span.text.slice(each.lead.from, each.lead.to), paper, told.length === 1);
  const own = {
    ...printedFacts(span, ahead, each.lead.from),
    ...printedFacts(span, behind, each.tail.from),
  };
  const facts = Object.keys(own).length > 0 ? own : sharedFacts(around);
  const outcome = outcomeAround(around);
  const augments = augmentOf(around);
  const ongoing = (facts.ongoing ?? false) || (listed && facts.to === undefined);
  const last = told.at(-1)!;
  const proofTo = each === last ? span.words.length : lastWord(span, each.tail.to);
  const leadFrom = span.words[firstWord(span, each.lead)] ?? each.mention.from;
  const silent = Object.keys(ahead).length === 0 && each.mention.from - leadFrom > LONG_LEAD;
  const proofFrom = silent ? each.mention.from : leadFrom;
  // what was ruled out was not given: the days and numbers beside it are those of something else
  const given: Partial<Draft> = outcome.outcome === 'contraindicated' ? {} : inOrder(facts);
  return {
    ...given,
    ...outcome,
    ...augments,
    ongoing: ongoing && outcome.outcome !== 'contraindicated',
    entry: each.mention.entry,
    name: nameOnly.slice(0, 300),
    source: sourceOf(
      paper.documentId,
      paper.page,
      Math.min(proofFrom, each.mention.from),
      Math.max(sentence.from + proofTo, each.mention.to),
    ),
    days: given.days ?? [],
  };
}

/** “X and Y continued from 06/2024 to 12/2024”: bare names of a list share the time that follows the last, when it has no dose of its own. */
function sharedFacts({ paper, span, told, index }: Around): Partial<Draft> {
  let at = index;
  while (at + 1 < told.length && told[at + 1]!.chained) at += 1;
  if (at === index) return {};
  const bareList = told
    .slice(index, at)
    .every(({ tail }) => Object.keys(factsIn(span.text.slice(tail.from, tail.to), paper.date)).length === 0);
  const { tail } = told[at]!;
  const facts = factsIn(span.text.slice(tail.from, tail.to), paper.date);
  return bareList && facts.dose === undefined && facts.dates?.range === true
    ? printedFacts(span, facts, tail.from)
    : {};
}

/** Words before a name that tell nothing of it are left out of the proof when they are more than this. */
const LONG_LEAD = 12;

function firstWord(span: SpanText, part: Part): number {
  const place = span.places[part.from] ?? 0;
  return span.text[part.from] === ' ' ? place + 1 : place;
}

function lastWord(span: SpanText, to: number): number {
  return (span.places[Math.max(0, to - 1)] ?? 0) + 1;
}

/** “36 sessions of …”, “900 mg of …”, “In 2019 she took …”: only what leads straight to the name, and dates. */
function leadFacts(lead: string, paper: Paper, mayDate: boolean): Facts {
  const length = lengthsIn(lead).findLast(({ to }) =>
    /^ ?(?:course |trial |series |of |on |with |in )*(?:[\p{L}-]+ ){0,3}$/iu.test(lead.slice(to)),
  );
  const straight =
    length !== undefined &&
    (/\b(?:of|on|with)\b/.test(lead.slice(length.to)) || lead.slice(length.to).trim().split(' ').length <= 1);
  const dose = dosesIn(lead).findLast(({ to }) => /^ ?(?:of |daily )*(?:oral |topical )?$/i.test(lead.slice(to)));
  const dates = mayDate
    ? datesIn(lead, paper.date).findLast(
        (hit) => hit.from !== undefined && !hit.ongoing && leadsOn(lead, hit.start, hit.end),
      )
    : undefined;
  return { ...(straight && { length }), ...(dose && { dose }), ...(dates && { dates }) };
}

/** “In 2019, she took …”: a date at the head of the sentence, or one with no other clause between it and the name. */
function leadsOn(lead: string, start: number, end: number): boolean {
  return start <= 12
    ? !/[;]|\b(?:that|which|who)\b/.test(lead.slice(end))
    : !/[,;:]|\b(?:that|which|who|and)\b/.test(lead.slice(end));
}
