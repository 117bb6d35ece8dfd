// Phrases that tell what a page is: one strong phrase, or several weak ones, unless their sentence says the contrary.
import type { Page } from '../../model/page.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { SensitiveRule } from '../../rules/sensitive-schema.ts';
import { type Sentence, sentencesOf } from '../page-text.ts';
import { phraseAt, stemsOf } from '../stems.ts';
import type { Place } from './place.ts';

/** Papers about nobody: what they say of such records is general. */
const GENERAL: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['plan-document', 'medical-policy', 'literature']);

/** The first sentence that tells; undefined when the page tells nothing of the kind. */
export function findPhrases(rule: SensitiveRule, page: Page, kind: DocumentKind): Place | undefined {
  if (GENERAL.has(kind)) return undefined;
  const unless = rule.unless.map(stemsOf);
  const sentences = sentencesOf(page).map((sentence) => ({ sentence, stems: stemsOf(sentence.text) }));
  const speaking = sentences.filter(({ stems }) => !unless.some((phrase) => phraseAt(stems, phrase) >= 0));
  const strong = firstWith(speaking, rule.strong);
  if (strong !== undefined) return strong;
  const weak = rule.weak.filter((phrase) => firstWith(speaking, [phrase]) !== undefined);
  return weak.length >= rule.leastWeak ? firstWith(speaking, weak) : undefined;
}

function firstWith(
  sentences: readonly { readonly sentence: Sentence; readonly stems: readonly string[] }[],
  phrases: readonly string[],
): Place | undefined {
  const prepared = phrases.map(stemsOf).filter((phrase) => phrase.length > 0);
  const found = sentences.find(({ stems }) => prepared.some((phrase) => tightAt(stems, phrase)));
  return found && { from: found.sentence.from, to: found.sentence.to };
}

/** Single words must be the whole stem: “dream” is not in “dreamliner”. */
function tightAt(stems: readonly string[], phrase: readonly string[]): boolean {
  return phrase.length === 1 ? stems.includes(phrase[0]!) : phraseAt(stems, phrase) >= 0;
}
