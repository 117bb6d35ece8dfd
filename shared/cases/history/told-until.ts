// How far the sentences behind a name still tell of it.
import type { TreatmentRules } from '../../rules/care-schema.ts';
import type { Sentence } from '../page-text.ts';
import type { Paper } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { outcomeHits } from './outcome.ts';

const GOES_ON =
  /^(?:it|this|these|they|that|both|neither|all|each|no|without|there was|she had no|he had no|she did not|he did not|symptoms?|pain|stopped|discontinued|relapsed|back to|partial|response|minimal|little|only|improv\w+|phq|not done|side effects?)\b/i;
const LABEL = /^[A-Z][\w/ -]{1,30}:(?:\s|$)/;

/**
 * The word up to which the sentences behind still tell of the last name: after “ECT: …” or “Why not ECT.” all of the paragraph, else one
 * that starts with “It”, “No” and the like.
 */
export function toldUntil(
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
