// Limits of days that a paper tells beside that for an appeal: of others, of the next steps, of care kept going, of a time gone by.
import type { AppealLevel } from '../../model/vocabulary.ts';
import type { Piece } from '../paper.ts';

const NOTHING = /(?!)/;
const OTHER_CLOCK =
  /\b(?:external|outside review|independent|hearing|the state|court|sue|suit|civil action|complaint|we (?:will |must |have to )?(?:decide|answer|tell|write|notify)|we have \d+|(?:it|they|entity) (?:has|have) \d+|we'll (?:decide|answer|write|tell|let)|you(?: will|'ll) (?:hear|have (?:an?|our) (?:answer|decision|reply))|hear from us|answer will come|who decides|decides (?:your|the) appeal|our answer|answer (?:by|in)|decision in|keep (?:getting|receiving|your|(?:it|them|these|those) (?:during|while|until))|(?:services?|benefits?|care) (?:to )?continue|continu(?:e|ing|ation of) (?:your |the )?(?:services?|benefits?|care|coverage)|you'll have|decided|(?<!\b(?:appeal|grieve|dispute|contest|review of|part of) (?:this|that|our|the|an?|any) (?:(?:claim|adverse|benefit|coverage) )?)decision (?:within|in)|peer|discussion|opm|bill(?! \d)|claim may|corrected|proofs? of (?:loss|claim)|collections|apply|information is due|our appeal answer|(?:last|final|appeal) (?:decision|denial|internal|answer)|decision on your appeal|our reconsideration|our appeal (?:letter|notice)|(?:it|they) will (?:write|decide|answer|tell)|(?:send|tell|say|have) (?:it |them |us )?more\b[^.;]{0,40}|first wrote|letter upholding|that (?:notice|letter|decision)|collection|hold|marketplace|its (?:own )?(?:appeal|notice|decision|letter))\b/;

/** Clocks of the step after the plan's own appeal, which is what a letter that upholds a denial leaves open. */
const NEXT_STEP_CLOCK =
  /\b(?:external|outside review|independent|hearing|the state|opm|(?:last|final|appeal) (?:decision|denial|internal|answer))\b/g;

/** Care goes on where it is asked for by then. */
const CARE_GOES_ON =
  /\b(?:hours|services?|benefits?|care|visits)\b[^.;]{0,30}\b(?:may|will|can) (?:continue|stay|go on|keep)\b/;

/** True where the words around a number of days (at `at`, in `sentence` with the words `own`) tell of another limit than that for the appeal. */
export function isOtherClock(
  piece: Piece,
  at: number,
  sentence: { from: number; to: number },
  own: string,
  level: AppealLevel | undefined,
): boolean {
  if (/\breconsideration by (?:a |the )?qualified\b/.test(own)) return false;
  const behind = piece.lower.slice(at, Math.min(sentence.to, at + 140));
  const around = `${piece.lower.slice(Math.max(sentence.from, at - 150), at)}${behind.slice(0, 60).split(/;|, and (?:to )?(?:sue|bring)\b/)[0] ?? ''}`;
  return CARE_GOES_ON.test(behind) || tellsOfOthers(around, level);
}

/** True where a text tells of the time of somebody else, or of another step than a letter of this level leaves open. */
export function tellsOfOthers(lower: string, level: AppealLevel | undefined): boolean {
  const isUpheld = level === 'first-level-upheld' || level === 'second-level-upheld';
  return OTHER_CLOCK.test(
    lower
      .replace(/complaints? (?:or|and|&) (?:grievances?|appeals?)/g, 'grievance')
      .replace(isUpheld ? NEXT_STEP_CLOCK : NOTHING, ' '),
  );
}

/** "If you appeal within 10 days, the visits you have now go on", "you can keep it if you ask within 10 days". */
const KEPT = /\b(?:keep(?:ing)?|kept|going|go on|continu\w+|stay the same)\b/;
/** Who wants care to go on has at most so many days. */
const MOST_TO_KEEP = 15;

/** True for the few days in which to ask that care goes on while an appeal is open. */
export function isForCareKept(piece: Piece, at: number, days: number): boolean {
  return days <= MOST_TO_KEEP && KEPT.test(piece.lower.slice(Math.max(0, at - 100), at + 150));
}

/** "… within 180 days of receipt, which ran out on May 28", "That time ended on January 3", "Your appeal came 39 days later": told of a time gone by. */
const GONE_BY =
  /\b(?:ran out|(?:the|that|your) last day (?:was|to)|(?:time|period|days|that) (?:had |has )?(?:ended|expired|passed|run out|(?:was|were) (?:over|up))|(?:time|period)(?: \w+){1,4} had run out|(?:your|the) (?:appeal|letter|request)(?: \w+){0,4} (?:came|arrived|reached|postmarked|is \d+ days)|yours (?:came|reached|arrived)|\d+ days (?:past|later|late|afterward|after (?:that|the last)))\b/;

/** True where the sentences behind a number of days say that the time is over. */
export function isGoneBy(piece: Piece, at: number): boolean {
  return GONE_BY.test(piece.lower.slice(at, at + 260).split(/\b(?:you may|you can|if you)\b/)[0] ?? '');
}

/** "Within 30 days we will pay", "We will, within 30 days, do one of three things", "within 30 days of the request". */
const ANSWER_BEHIND =
  /^[\w() -]{0,24}days?(?:,? we (?:will|shall|pay|answer|decide)\b| of (?:the|your|our) (?:request|service|visit|discharge)\b)/;

/** "We will pay, ask for more, or tell you no within 30 days", "We answer within 30 days": what the plan does in so many days, and nothing that somebody asks of it. */
const WE_ANSWER =
  /(?:^|[.;:!?\d]\s+)we(?:'ll| will| shall| must| have to| try to| aim to)? (?:(?!\b(?:if|when|once|unless|receive|get|hear|have it|you (?:write|ask|file|send|appeal|request|call|must|may|can|want))\b)[^.;:]){0,60}\b(?:answer|decide|respond|reply|pay|tell|write|notify|act)\b(?:(?!\b(?:if|when|once|unless|receive|you (?:write|ask|file|send|appeal|request|call|must|may|can|want))\b)[^.;:]){0,40}\b(?:within|in|no later than) $/;

/** True for the days in which whoever decides answers, or in which something had to be done for a request. */
export function isOfAnswer(piece: Piece, at: number): boolean {
  return (
    ANSWER_BEHIND.test(piece.lower.slice(at, at + 80)) ||
    /\bwe (?:will|shall),? within $/.test(piece.lower.slice(Math.max(0, at - 20), at)) ||
    WE_ANSWER.test(piece.lower.slice(Math.max(0, at - 140), at))
  );
}
