// Treatments from sentences and list lines: what stands around each name says dose, time and how it went.
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { TreatmentRules } from '../../rules/care-schema.ts';
import { lowerSameLength } from '../../text/normalize.ts';
import type { Sentence } from '../page-text.ts';
import { datesIn } from './dates.ts';
import type { Draft, Paper } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import { dosesIn } from './measures.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { dayAt, type NoteDate } from './note-dates.ts';
import { outcomeHits } from './outcome.ts';
import { holds } from './phrases.ts';
import { type Section, sectionAt } from './sections.ts';
import { rangeText } from './span-text.ts';
import { draftOf } from './told-draft.ts';
import { isTold } from './told-gate.ts';
import { splitAround } from './told-split.ts';
import { toldUntil } from './told-until.ts';

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
