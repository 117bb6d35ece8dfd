// How long there is to appeal, as the paper states it.
import type { StatedTime, Zone } from '../../model/finding.ts';
import type { AppealLevel, DocumentKind } from '../../model/vocabulary.ts';
import { matchesIn } from '../../text/matches.ts';
import { flowOf, type Line, type Paper, type Piece, pieceOf } from '../paper.ts';
import { opensNone } from './appeal-words.ts';
import { startBefore, startOf } from './clock-start.ts';
import type { Candidate } from './collect.ts';
import { DAYS, daysCounted } from './day-counts.ts';
import { wholeText } from './flows.ts';
import { isForCareKept, isGoneBy, isOfAnswer, isOtherClock, tellsOfOthers } from './other-clocks.ts';
import { printedDate, TELLS_IN_PASSING } from './printed-date.ts';

const ASKS =
  /\b(?:appeal|appeals|reconsider|reconsideration|redetermination|grievance|look again|second look|looked at again|think (?:again|it over)|see (?:it|this|things) differently|review (?:of (?:this|our)|a denial)|disagree|think (?:we|this)|disputes?|provider review|take (?:it|this|the matter) further|contest|challenge|request(?:ed)?|write|fax|file|ask (?:us |for it )?(?:in writing )?within)\b/;
/** "Provider disputes: 90 days from", "Appeals. 180 days of": the limit stands with the name of what it is for, whatever stands before. */
const NAMED =
  /(?<!\b(?:external|your|our|the|final|an) )\b(?:appeals?|disputes?|reconsiderations?|claim reviews?)(?: \([^()]{0,30}\))?(?: in writing)?(?:[:.,]\s+(?:within\s+)?|\s+(?:with)?in\s+)$/;
/** "filed 97 days after", "pay by check within 45 days": days that have gone by, or are for something else. */
const COUNTED = /\b(?:filed|came|received|mailed|made|postmarked|arrived|sent) $|\bpay(?: by \w+)? within $/;
const DAY_OF_A_TIME = /^ of (?:the|each|every|that|any) (?:[a-z]+ )?(?:month|quarter|year|period|week|stay)\b/;
/** How long there is to appeal, from when, and a printed last day. `letter` is the date of the paper. */
export function deadline(
  paper: Paper,
  zones: readonly Zone[],
  kind: DocumentKind,
  times: readonly StatedTime[] = [],
  level?: AppealLevel,
  letter?: string,
): Candidate[] {
  if (!['denial-letter', 'eob', 'plan-document', 'correspondence', 'authorization-form'].includes(kind)) return [];
  if (opensNone(paper, kind)) return [];
  const piece = paper.lines.some(isBoxedTitle)
    ? flowOf(paper.lines.filter((line, index) => zones[index] !== 'taglines' && (!line.running || isBoxedTitle(line))))
    : wholeText(paper, zones);
  const found: Candidate[] = [];
  const printed = printedDate(piece, kind, letter);
  if (printed !== undefined) found.push(printed);
  const rights = new Set(
    paper.lines.flatMap((line, index) =>
      zones[index] === 'rights' ? line.tokens.map((token) => `${token.page} ${token.word}`) : [],
    ),
  );
  const days =
    TELLS_IN_PASSING.has(kind) && !/\bappeal/.test(piece.lower)
      ? undefined
      : daysOf(piece, rights, level, printed !== undefined);
  const stated = days === undefined ? ofStatedTimes(paper, times, level) : [];
  if (days !== undefined) found.push(...days);
  else if (stated.length > 0)
    found.push(...stated.filter((item) => printed === undefined || item.field !== printed.field));
  else if (printed !== undefined) {
    const around = piece.lower.slice(Math.max(0, printed.from - 170), printed.to);
    if (/(?:months|year|years) (?:from|of|after) the date of this (?:decision|letter|notice)/.test(around))
      found.push(startFound(piece, 'notice-date', printed.from, printed.to));
  } else found.push(...ofYears(piece));
  return found;
}

/** A title in a box at the head of a page may pass for a running head. */
function isBoxedTitle({ running, lower }: Line): boolean {
  return running && /\b(?:rights?|how) to (?:an? )?(?:appeal|disagree)\b/.test(lower);
}

/** "You can appeal within two years of the date of this letter": years to appeal, and what they count from. */
const YEARS =
  /\b(?:appeal|grievance)[^.;]{0,40}? (?:one|two|three|[1-3]) years?\b|\b(?:one|two|three|[1-3]) years?\b(?=[^.;]{0,80}\b(?:appeal|grievance))/g;

/** What the years count from that a paper gives for an appeal. */
function ofYears(piece: Piece): Candidate[] {
  for (const hit of matchesIn(piece.lower, YEARS)) {
    const at = hit.index + hit[0].length;
    const start = startOf(piece.lower.slice(at, at + 130));
    if (start !== undefined) return [startFound(piece, start.value, hit.index, at + start.to)];
  }
  return [];
}

function startFound(piece: Piece, value: 'receipt' | 'notice-date', from: number, to: number): Candidate {
  const why = `counts from ${value === 'receipt' ? 'the day the notice arrived' : 'the date of the notice'}`;
  return { field: 'appeal_deadline_from', value, piece, from, to, confidence: 0.7, why };
}

/** The steps a letter's deadline may be for, by what it decided. */
function stepsFor(level: AppealLevel | undefined): ReadonlyArray<StatedTime['step']> {
  if (level === 'first-level-upheld') return ['second-level', 'internal-appeal', 'external-review'];
  if (level === 'second-level-upheld') return ['external-review'];
  return level === 'external-review-upheld' ? [] : ['internal-appeal'];
}

/** The limit of the next step among the times the paper states, and what it counts from. */
function ofStatedTimes(paper: Paper, times: readonly StatedTime[], level: AppealLevel | undefined): Candidate[] {
  for (const step of stepsFor(level)) {
    const time = times
      .filter((item) => item.step === step && isLimit(item, level) && item.confidence >= 0.6)
      .sort((a, b) => b.confidence - a.confidence)[0];
    if (time?.amount === undefined) continue;
    const piece = pieceAt(paper, time);
    if (piece === undefined || isOfOthers(time, piece, level)) continue;
    const range = { piece, from: 0, to: piece.text.length, confidence: Math.min(0.85, time.confidence) };
    const days: Candidate = {
      field: 'appeal_deadline_days',
      value: time.amount,
      ...range,
      why: 'is the time given for the next step',
    };
    const said = time.unit === 'days' ? [days] : [];
    return time.from === 'receipt' || time.from === 'notice-date'
      ? [...said, { field: 'appeal_deadline_from', value: time.from, ...range, why: 'is what that time counts from' }]
      : said;
  }
  return [];
}

/** Who decides has so many days at most. */
const LONGEST_ANSWER = 60;

/** True where the sentence of a time tells how long an answer takes, "It will write to you within 60 days", or of a time that is over. */
function isOfOthers({ unit, amount = 0 }: StatedTime, piece: Piece, level: AppealLevel | undefined): boolean {
  return isGoneBy(piece, 0) || (unit === 'days' && amount <= LONGEST_ANSWER && tellsOfOthers(piece.lower, level));
}

/** Days, or months: of these no days are made, since months differ. After a first appeal the months of those outside are not the plan's. */
function isLimit({ unit, amount = 0, step }: StatedTime, level: AppealLevel | undefined): boolean {
  if (unit === 'months') return step !== 'external-review' || level !== 'first-level-upheld';
  return unit === 'days' && amount >= 5;
}

function pieceAt(paper: Paper, { proof }: StatedTime): Piece | undefined {
  const index = paper.pages.findIndex((page) => page.pageNumber === proof.pageNumber);
  const page = paper.pages[index];
  if (page === undefined) return undefined;
  return pieceOf(
    page,
    index,
    Array.from({ length: proof.to - proof.from }, (_, at) => proof.from + at),
  );
}

/** `rights` holds the words of the rights section as "page word". */
function daysOf(
  piece: Piece,
  rights: ReadonlySet<string>,
  level: AppealLevel | undefined,
  hasDate: boolean,
): Candidate[] | undefined {
  const hits = matchesIn(piece.lower, DAYS).flatMap((hit) => {
    const value = daysCounted(hit);
    if (value < 5 || value > 365) return [];
    // "30 capsules per 30 days", "in the last 90 days": no limit of the letter.
    if (/\b(?:per|every|each|last|past|previous|prior|first|another) $/.test(piece.lower.slice(0, hit.index)))
      return [];
    // "Paid by the fifteenth day of the quarter": a day of the calendar.
    if (/(?:th|st) days?$/.test(hit[0]) && DAY_OF_A_TIME.test(piece.lower.slice(hit.index + hit[0].length))) return [];
    if (COUNTED.test(piece.lower.slice(Math.max(0, hit.index - 40), hit.index))) return [];
    if (isGoneBy(piece, hit.index) || isOfAnswer(piece, hit.index)) return [];
    const sentence = sentenceAround(piece, hit.index);
    const before = piece.lower.slice(Math.max(0, sentence.from - 120), hit.index);
    const own = piece.lower.slice(sentence.from, sentence.to);
    const after = piece.lower.slice(hit.index, Math.min(piece.text.length, hit.index + 110));
    const start = startOf(after) ?? startBefore(piece.lower.slice(Math.max(0, hit.index - 70), hit.index));
    // "For 12 days", but "You may appeal for 180 days from the date of this statement".
    if (start === undefined && /\bfor $/.test(piece.lower.slice(0, hit.index))) return [];
    if (/^[^.]{0,30}\bdays? (?:later|late)\b/.test(after)) return [];
    if (/^[^.]{0,30}\bdays? (?:before|ahead of) (?:a|an|the|each|our|its) /.test(after)) return [];
    let score = 0;
    if (ASKS.test(own)) score += 2;
    else if (ASKS.test(before)) score += 1;
    if (/\b(?:appeal|reconsider|reconsideration|redetermination)\b/.test(own)) score += 1;
    if (
      /\b(?:you (?:have|must|may|can)|your (?:appeal|request)|within|must be|has to|claimant has|must receive|up to)\b/.test(
        own,
      )
    )
      score += 1;
    if (start !== undefined) score += 1.5;
    // "APPROVED (12 days)": days of a stay.
    else if (
      !/\b(?:within|have|has|had|in|is|are|to|of|than|allow\w*|least|next|limit|deadline|period)\W*(?:the |another |next )?$/.test(
        piece.lower.slice(Math.max(0, hit.index - 30), hit.index),
      )
    )
      score -= 1.5;
    // "Do it by January 1, 2027. That is 60 days from the date of this letter."
    if (/\d[.,;]? (?:that|this|which) is $/.test(piece.lower.slice(0, hit.index))) score += 1;
    const token = piece.tokens.find((other) => other.to > hit.index);
    const told = /\b(?:right|how|want|like|decide|wish|need)(?: to)? (?:file an )?appeal\b/.test(
      piece.lower.slice(Math.max(0, hit.index - 600), hit.index),
    );
    if (score < 3 && start !== undefined && told) score += 0.6;
    else if (score < 3 && start !== undefined && token !== undefined && rights.has(`${token.page} ${token.word}`))
      score += 0.6;
    if (/\b(?:my|your|the) $/.test(piece.lower.slice(0, hit.index))) score += 1.5;
    let isNext = false;
    const isNamed = start !== undefined && NAMED.test(piece.lower.slice(Math.max(0, hit.index - 60), hit.index));
    if (isNamed) score += 1;
    else if (isOtherClock(piece, hit.index, sentence, own, level)) {
      // "Ask the Commissioner within 120 days of receiving this letter": the next step, where the paper opens no other.
      isNext =
        value >= FAINT.days &&
        OF_THIS.test(after.slice(0, (start?.to ?? -20) + 20)) &&
        !isOtherClock(piece, hit.index, sentence, own, 'second-level-upheld');
      score -= 3;
    }
    if (isForCareKept(piece, hit.index, value)) score -= 3;
    return [
      { hit, value, score, start, isNext, who: whoOf(piece.lower.slice(Math.max(0, hit.index - 70), hit.index)) },
    ];
  });
  hits.sort((a, b) => b.score - a.score || a.hit.index - b.hit.index);
  const sure = hits.filter(({ score }) => score >= SURE);
  const best =
    ofMemberFirst(sure) ??
    (hasDate ? undefined : (ofMemberFirst(hits.filter(isFaint)) ?? hits.find((item) => item.isNext)));
  if (best === undefined) return undefined;
  const range = { piece, from: best.hit.index, to: best.hit.index + best.hit[0].length };
  const found: Candidate[] = [
    {
      field: 'appeal_deadline_days',
      value: best.value,
      ...range,
      confidence: 0.9,
      why: 'is the time given for the appeal',
    },
  ];
  if (best.start !== undefined) {
    found.push({
      field: 'appeal_deadline_from',
      value: best.start.value,
      piece,
      from: range.from,
      to: Math.max(range.to, best.hit.index + best.start.to),
      confidence: 0.88,
      why: `counts from ${best.start.value === 'receipt' ? 'the day the notice arrived' : 'the date of the notice'}`,
    });
  }
  return found;
}

/** From this score on a number of days is the limit. */
const SURE = 3;
/** So many days at least an appeal has where little else speaks for it than that the days count from the notice. */
const FAINT = { score: 1.5, days: 30 };

/** "Not happy? Tell us within 180 days after you got this": no word for an appeal, but days that count from the notice. */
function isFaint({ value, score, start }: { value: number; score: number; start: unknown }): boolean {
  return start !== undefined && score >= FAINT.score && value >= FAINT.days;
}

/** The first; of "Providers: within 90 days. Members: within 60 days" the member's. */
function ofMemberFirst<T extends { who: 'member' | 'provider' | undefined }>(hits: readonly T[]): T | undefined {
  return (hits[0]?.who === 'provider' ? hits.find(({ who }) => who === 'member') : undefined) ?? hits[0];
}

/** "of this letter", "receive this decision". */
const OF_THIS = /\bthis (?:letter|notice|decision|determination)\b/;

/** Whose limit the words before it say that it is. */
function whoOf(before: string): 'member' | 'provider' | undefined {
  const clause = before.split(/[.;]\s(?!\W*$)/).at(-1) ?? '';
  if (/\b(?:members?|insured|participants?|enrollees?|beneficiary|you)\b/.test(clause)) return 'member';
  return /\b(?:providers?|hospitals?|facilit(?:y|ies)|physicians?|surgeons?|doctors?|prescribers?|practitioners?)\b/.test(
    clause,
  )
    ? 'provider'
    : undefined;
}

function sentenceAround(piece: Piece, at: number): { from: number; to: number } {
  const from = Math.max(
    0,
    ...matchesIn(piece.text.slice(0, at), /(?:[.?!]["')]?\s+(?=[A-Z(*"])|\|\s+(?=[A-Z(*"])|\[[Xx ]\]\s+)/g)
      .slice(-1)
      .map((hit) => hit.index + hit[0].length),
  );
  const next = /[.?!](?:\s|$)|\[[Xx ]\]/.exec(piece.text.slice(at));
  return { from, to: next === null ? piece.text.length : at + next.index + 1 };
}
