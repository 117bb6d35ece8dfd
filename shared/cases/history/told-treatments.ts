// Treatments from sentences and list lines: what stands around each name says dose, time and how it went.
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { TreatmentRules } from '../../rules/care-schema.ts';
import { lowerSameLength } from '../../text/normalize.ts';
import type { Sentence } from '../page-text.ts';
import { datesIn } from './dates.ts';
import { type Draft, type Facts, factsIn, inOrder, type Paper, printedFacts, sourceOf } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import { dosesIn, lengthsIn } from './measures.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { dayAt, type NoteDate } from './note-dates.ts';
import { type OutcomeHit, outcomeHits, outcomeOf } from './outcome.ts';
import { holds } from './phrases.ts';
import { type Section, sectionAt } from './sections.ts';
import { type Part, printed, rangeText, type SpanText, trimmed } from './span-text.ts';

/** What is said around one name. `lead` stands before it, `tail` behind it. */
interface Told {
  readonly mention: Mention;
  /** The words of the name in the text. */
  readonly name: Part;
  readonly lead: Part;
  readonly tail: Part;
  /** Follows the one before with nothing but a comma or “and” (and its dose) between. */
  readonly chained: boolean;
  /** The same, with a few other words between: another item of the list whose name is not known. */
  readonly listed: boolean;
}

/** The treatments the sentences of a page tell of as given, tried or ruled out for the person. */
export function toldTreatments(
  paper: Paper,
  kind: DocumentKind,
  sentences: readonly Sentence[],
  around: { readonly sections: readonly Section[]; readonly notes: readonly NoteDate[] },
  lexicon: Lexicon,
  rules: TreatmentRules,
): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < sentences.length; at += 1) {
    const sentence = sentences[at]!;
    const mentions = mentionsIn(paper.page, sentence.from, sentence.to, lexicon);
    if (mentions.length === 0) continue;
    const end = toldUntil(paper, sentences, at, mentions, lexicon, rules);
    const section = sectionAt(around.sections, mentions[0]!.from);
    const date = dayAt(around.notes, sentence.from)?.date;
    const dated: Paper = date === undefined ? paper : { ...paper, date };
    drafts.push(...readSentence(dated, kind, sentence, end, mentions, section, rules));
  }
  return drafts;
}

const GOES_ON =
  /^(?:it|this|these|they|that|both|neither|all|each|no|without|there was|she had no|he had no|she did not|he did not|symptoms?|pain|stopped|discontinued|relapsed|back to|partial|response|minimal|little|only|improv\w+|phq|not done|side effects?)\b/i;
const LABEL = /^[A-Z][\w/ -]{1,30}:(?:\s|$)/;

/**
 * The word up to which the sentences behind still tell of the last name: after “ECT: …” or “Why not ECT.” all of the paragraph, else one
 * that starts with “It”, “No” and the like.
 */
function toldUntil(
  { page }: Paper,
  sentences: readonly Sentence[],
  at: number,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  rules: TreatmentRules,
): number {
  const sentence = sentences[at]!;
  const first = mentions[0]!;
  const labelled =
    first.from - sentence.from <= 2 && page.words.slice(first.from, first.to).some(({ text }) => text.endsWith(':'));
  const alone = mentions.length === 1;
  const whyNot = /^why (?:not|no)\b/i.test(sentence.text);
  const results = alone && !labelled ? resultsAhead(page, sentences, at, lexicon, rules) : undefined;
  if (results !== undefined) return results;
  let end = sentence.to;
  for (const next of sentences.slice(at + 1, at + 7)) {
    if (next.from !== end || mentionsIn(page, next.from, next.to, lexicon).length > 0) break;
    if (/^(?:[A-Z][\w/-]* ?){1,4}:/.test(next.text) && LABEL.test(next.text)) break;
    const whole = alone && (labelled || whyNot);
    if (
      !(whole
        ? next.paragraph === sentence.paragraph || end - sentence.from < 25
        : GOES_ON.test(next.text) && outcomeHits(next.text, rules, false).length > 0)
    )
      break;
    if (whole && next.paragraph !== sentence.paragraph && !/^[a-z]/.test(next.text)) break;
    end = next.to;
    if (!whole) break;
  }
  return end;
}

/** “Completed 6 of 6 infusions. PHQ-9 7. … First real improvement since 2018.”: the end of the sentence that tells how a finished course went. */
function resultsAhead(
  page: Paper['page'],
  sentences: readonly Sentence[],
  at: number,
  lexicon: Lexicon,
  rules: TreatmentRules,
): number | undefined {
  const sentence = sentences[at]!;
  if (
    !/\b(?:completed|finished|status post|s\/p)\b/i.test(sentence.text) ||
    outcomeHits(sentence.text, rules, false).length > 0
  )
    return undefined;
  let end = sentence.to;
  for (const next of sentences.slice(at + 1, at + 7)) {
    if (next.from !== end || next.paragraph !== sentence.paragraph) return undefined;
    if (mentionsIn(page, next.from, next.to, lexicon).length > 0) return undefined;
    end = next.to;
    if (outcomeHits(next.text, rules, false).length > 0) return end;
  }
  return undefined;
}

const PERSON = /\b(?:she|he|her|his|him|i|my|me|we|patient|pt|mr|mrs|ms|miss|you|your|they|member)\b/i;

function readSentence(
  paper: Paper,
  kind: DocumentKind,
  sentence: Sentence,
  end: number,
  mentions: readonly Mention[],
  section: ReturnType<typeof sectionAt>,
  rules: TreatmentRules,
): Draft[] {
  const span = rangeText(paper.page, sentence.from, end);
  // “the request states” asks for nothing
  const lower = lowerSameLength(span.text).replace(
    /\brequest(?= (?:form |letter )?(?:states?|says?|shows?|lists?|names?|notes?))/g,
    'papers ',
  );
  if (section === 'allergies' || section === 'family') return [];
  if (holds(lower, rules.otherPeople)) return [];
  // “could not be used because of an allergy” tells of a treatment, “Allergies: …” of none
  if (
    holds(lower, rules.allergies) &&
    (/^\W*(?:\w+ ){0,2}allerg/.test(lower) || outcomeHits(lower, rules, false).length === 0)
  )
    return [];
  const denial = kind === 'denial-letter' || kind === 'prior-authorization';
  const tried = denial ? rules.denialTried : rules.tried;
  const personal = PERSON.test(lower) && holds(lower, tried);
  const exact = dosesIn(span.text).length > 0 || datesIn(span.text).length > 0;
  if (holds(lower, rules.literature) && !personal) return [];
  if (holds(lower, rules.criteria) && (denial || !(personal && exact))) return [];
  if (/\?\s*$/.test(sentence.text)) return [];
  const told = splitAround(span, mentions);
  const listed = section === 'current' && !denial;
  return told.flatMap((each, index) => {
    const draft = draftOf({ paper, span, lower, told, index, listed, sentence, rules });
    return draft !== undefined &&
      isTold(draft, each, { lower, told, index, listed, denial, section, tried, rules, paper })
      ? [draft]
      : [];
  });
}

/** Cuts a sentence at its names: what stands between two goes to the first up to the last comma or “and”, the rest to the second. */
function splitAround(span: SpanText, mentions: readonly Mention[]): Told[] {
  const first = span.words[0] ?? 0;
  const wordStarts = startsOf(span);
  const charOf = (word: number) => wordStarts[word - first] ?? span.text.length;
  const starts = mentions.map(({ from }) => charOf(from));
  const ends = mentions.map(({ to }) => charOf(to));
  let leadFrom = 0;
  return mentions.map((mention, at) => {
    const lead = { from: leadFrom, to: starts[at]! };
    const next = starts[at + 1];
    const tailTo = next === undefined ? span.text.length : splitPoint(span.text, ends[at]!, next);
    // the comma or semicolon behind a name stands in its last word
    const mark = at === 0 ? '' : (/[,;]/.exec(span.text.slice(ends[at - 1]! - 2, ends[at - 1]!))?.[0] ?? '');
    const gap = at === 0 ? '' : `${mark} ${span.text.slice(ends[at - 1]!, starts[at]!)}`;
    const chained = at > 0 && isGlue(gap);
    const listed = chained || (at > 0 && gap.includes(',') && !gap.includes('. ') && isGlue(gap, 3));
    leadFrom = tailTo;
    return {
      mention,
      name: { from: starts[at]!, to: ends[at]! },
      lead,
      tail: { from: ends[at]!, to: tailTo },
      chained,
      listed,
    };
  });
}

/** The first character of every word of a text. */
function startsOf(span: SpanText): number[] {
  const starts: number[] = [];
  for (let at = 0; at < span.text.length; at += 1) {
    const place = span.places[at]!;
    if (span.text[at] !== ' ' || at === 0) starts[place] ??= at;
  }
  return starts;
}

function splitPoint(text: string, from: number, to: number): number {
  const gap = text.slice(from, to);
  const marks = [
    ...gap.matchAll(/[,;:.] |\b(?:and|but|while|then|plus|or|after|before|followed by|switched to|with)\b /g),
  ];
  // the first word that starts something of its own, such as “3 injections” or “and that”
  const count =
    /(?:^|[,;] |\band )(?=(?:\d{1,3}|[a-z]+) (?:sessions?|weeks?|months?|courses?|treatments?|visits?|infusions?|injections?|cycles?) of\b)/.exec(
      gap,
    );
  if (count !== null) return from + count.index + count[0].length;
  const last = marks.at(-1);
  return last === undefined ? to : from + last.index + last[0].length;
}

/** Nothing but separators, doses, times, brackets and small words. */
function isGlue(gap: string, unknown = 0): boolean {
  if (gap.includes(';')) return false;
  let rest = gap.replace(/\([^)]*\)/g, ' ');
  for (const part of [...dosesIn(rest), ...lengthsIn(rest)].sort((a, b) => b.from - a.from))
    rest = rest.slice(0, part.from) + ' '.repeat(part.to - part.from) + rest.slice(part.to);
  for (const hit of datesIn(rest))
    rest = rest.slice(0, hit.start) + ' '.repeat(hit.end - hit.start) + rest.slice(hit.end);
  const words = rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !GLUE.has(word)).length <= unknown;
}

const GLUE = new Set(
  'and or then plus also the a an with at for of up to max dose daily both followed by as well later from through over in on oral topical weekly home prescription'.split(
    ' ',
  ),
);

interface Around {
  readonly paper: Paper;
  readonly span: SpanText;
  readonly lower: string;
  readonly told: readonly Told[];
  readonly index: number;
  readonly listed: boolean;
  readonly sentence: Sentence;
  readonly rules: TreatmentRules;
}

function draftOf(around: Around): Draft | undefined {
  const { paper, span, told, index, listed, sentence } = around;
  const each = told[index]!;
  const name = printed(span, each.name);
  const nameOnly = printedName(paper, each.mention) || name;
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

function printedName({ page }: Paper, { from, nameTo }: Mention): string {
  return trimmed(
    page.words
      .slice(from, nameTo)
      .map(({ text }) => text)
      .join(' '),
  );
}

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

/** How it went: said behind the name, else before it, else of all the names of a list together. */
function outcomeAround(around: Around): { outcome: Draft['outcome']; outcomeWords?: string } {
  const { span, told, index, sentence } = around;
  const own = behindName(around, index);
  if (own !== undefined) return own;
  const before = beforeName(around, index);
  if (before !== undefined) return before;
  let at = index;
  while (at + 1 < told.length && told[at + 1]!.chained) at += 1;
  const after = at === index || sentence.to < sentence.from ? undefined : behindName(around, at);
  if (after !== undefined && !/^\s*\(/.test(span.text.slice(told[at]!.tail.from))) return after;
  let first = index;
  while (first > 0 && told[first]!.chained) first -= 1;
  return (first === index ? undefined : beforeName(around, first)) ?? { outcome: 'unknown' };
}

function behindName(around: Around, index: number): { outcome: Draft['outcome']; outcomeWords?: string } | undefined {
  const { span, told, rules, sentence } = around;
  const { tail } = told[index]!;
  const text = span.text.slice(tail.from, tail.to);
  const list = !sentence.complete || /^\s*\(/.test(text);
  const hits = outcomeHits(text, rules, list);
  if (hits.length === 0) return undefined;
  const words = outcomeWords(span, tail, hits, !sentence.complete);
  return { outcome: outcomeOf(hits), ...(words !== '' && { outcomeWords: words }) };
}

/** “failed”, “no response to”, “intolerant of” right before a name. */
function beforeName(around: Around, index: number): { outcome: Draft['outcome']; outcomeWords?: string } | undefined {
  const { span, told, rules } = around;
  const { lead } = told[index]!;
  const text = span.text.slice(lead.from, lead.to);
  const hits = outcomeHits(text, rules, false).filter(({ to }) => {
    const between = text.slice(to).toLowerCase();
    return (
      !/[.;]|\b(?:she|he|and|but|so|began|started|then|we|i|now|was|were)\b/.test(between) &&
      between.split(' ').length <= 12
    );
  });
  const hit = hits.at(-1);
  if (hit === undefined) return undefined;
  const to = text
    .slice(hit.from)
    .replace(/\b(?:of|to|with|on|by|a|an|the|from|including|both|oral|topical)\s*$/i, '')
    .trimEnd().length;
  const words = printed(span, {
    from: lead.from + hit.from,
    to: lead.from + hit.from + Math.max(to, hit.to - hit.from),
  });
  return { outcome: outcomeOf([hit]), ...(words !== '' && { outcomeWords: words }) };
}

const MOST_WORDS = 40;

/** The clauses from the first to the last telling word; in lists all that follows, too. */
function outcomeWords(span: SpanText, tail: Part, hits: readonly OutcomeHit[], list: boolean): string {
  const text = span.text.slice(tail.from, tail.to);
  const first = hits[0]!;
  const last = hits.at(-1)!;
  const before = text.slice(0, first.from);
  const facts = [...lengthsIn(before), ...dosesIn(before), ...datesIn(before).map(({ end }) => ({ to: end }))];
  const start = Math.max(
    0,
    ...[...before.matchAll(/[,;:.()] |\b(?:and|but|which|that) |^\s*\(/g)].map(
      (match) => match.index + match[0].length,
    ),
    ...facts.map(({ to }) => to),
  );
  const after = text.slice(last.to);
  const stop = list ? -1 : after.search(/[;.)](?:\s|$)|, (?:and|but|so|then)\b/);
  const end = stop < 0 ? text.length : last.to + stop;
  const words = printed(span, { from: tail.from + start, to: tail.from + Math.max(end, last.to) }).replace(
    /^(?:with|and|but|which|was|were|it) (?=\S)/i,
    '',
  );
  const kept = words.split(' ');
  return trimmed(kept.slice(0, MOST_WORDS).join(' ')).slice(0, 1000);
}

/** “augmented with X”, “X added to Y”, “+ X”. */
function augmentOf({ span, told, index }: Around): Partial<Draft> {
  const each = told[index]!;
  if (each.mention.entry.kind !== 'drug') return {};
  const lead = span.text.slice(index === 0 ? 0 : told[index - 1]!.name.to, each.name.from);
  const tail = span.text.slice(each.tail.from, each.tail.to);
  const direct =
    /(?:augment\w*(?: (?:it|this|trial|therapy|strategy))?(?: with| by| of)?|adjunct\w*|add-on|add(?:ed|ing|ition of)|combin\w+ with|\+) ?(?:low-dose |a trial of )?$/i.test(
      lead,
    );
  const listed =
    /\baugment\w*\b[^.;]*$/i.test(span.text.slice(0, told[0]!.name.from)) &&
    told.slice(1, index + 1).every(({ chained }, at) => chained || at < index);
  const behind = /^[^.;,]{0,30}\b(?:augmentation|added (?:to|on)|as (?:an )?(?:adjunct|augment))/i.test(tail);
  if (!direct && !listed && !behind) return {};
  const base = behind && /\bto\b[^.;,]*$/.test(tail) ? told[index + 1] : direct ? told[index - 1] : undefined;
  if (base === undefined || base.mention.entry.kind !== 'drug') return { augments: '' };
  return { augments: printed(span, base.name), augmentsKey: base.mention.entry.key };
}

/** “by the last infusion”, “before each session” name a moment. */
const ONLY_A_MOMENT =
  /\b(?:before|after|by|during|at|until|prior to|following|between|since) (?:the |her |his |each |every |first |last |third |second |final |my )*$/;

/** “Before ketamine she tried …”. */
const NOT_YET = /\b(?:before|prior to|instead of|rather than|in place of|alternative to)\s+(?:\w+ ){0,2}$/;

interface Ground {
  readonly lower: string;
  readonly told: readonly Told[];
  readonly index: number;
  readonly listed: boolean;
  readonly denial: boolean;
  readonly section: ReturnType<typeof sectionAt>;
  readonly tried: readonly string[];
  readonly rules: TreatmentRules;
  readonly paper: Paper;
}

/** True when the words tell that it was given, tried or ruled out: not planned, not merely named. */
function isTold(draft: Draft, each: Told, ground: Ground): boolean {
  const { lower, told, index, listed, denial, section, tried, rules, paper } = ground;
  const tail = lower.slice(each.tail.from, each.tail.to);
  const lead = lower.slice(each.lead.from, each.lead.to);
  let first = index;
  while (first > 0 && told[first]!.listed) first -= 1;
  let last = index;
  while (last + 1 < told.length && told[last + 1]!.listed) last += 1;
  const chainLead = lower.slice(told[first]!.lead.from, told[first]!.lead.to);
  const chainTail = lower.slice(told[last]!.tail.from, told[last]!.tail.to);
  if (draft.entry.generic && ONLY_A_MOMENT.test(lead)) return false;
  if (NOT_YET.test(lead) && draft.from === undefined) return false;
  if (draft.outcome === 'contraindicated') return true;
  if (holds(`${chainLead} ${lead}`, rules.notTried) || holds(tail.split(/[.;]/)[0] ?? '', rules.notTried)) return false;
  const dated = draft.from !== undefined || draft.to !== undefined;
  if (paper.date !== undefined && draft.from !== undefined && draft.from > paper.date) return false;
  const plannedAhead = holds(chainLead, rules.planned) || holds(lead, rules.planned);
  const known = draft.outcome !== 'unknown';
  const wasTried =
    holds(`${chainLead} | ${lead} | ${tail} | ${chainTail}`, tried) ||
    holds(`${chainLead} | ${lead}`, rules.triedBefore);
  if (plannedAhead && !(known && wasTried)) return false;
  if (section === 'plan' && !(dated && known)) return false;
  if (holds(tail, rules.planned) && !dated && !known && !holds(chainLead, tried)) return false;
  if (denial && (draft.entry.generic || (!wasTried && /\bclaims?\b|\bbill(?:ed|s)?\b|\bcharges?\b/.test(lower))))
    return false;
  if (denial) return wasTried || known || (draft.from !== undefined && draft.to !== undefined);
  if (known || dated) return true;
  if (listed) return !draft.entry.background && draft.dose !== undefined;
  const sentenceTried = holds(lower.slice(0, each.name.from), tried);
  if (draft.length !== undefined) return true;
  return wasTried || (sentenceTried && draft.dose !== undefined);
}
