// Phrases that tell what a page is: one strong phrase, or several weak ones, unless their sentence says the contrary.
import type { Page } from '../../model/page.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import { oncePer, oncePerPair } from '../../once-per.ts';
import type { SensitiveRule } from '../../rules/sensitive-schema.ts';
import { pageStems } from '../page-stems.ts';
import { sentencesOf } from '../page-text.ts';
import { phraseAt, stemsOf } from '../stems.ts';
import type { Place } from './place.ts';

/** Papers about nobody: what they say of such records is general. */
const GENERAL: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['plan-document', 'medical-policy', 'literature']);

type Phrase = readonly string[];

/** The first sentence that tells; undefined when the page tells nothing of the kind. */
export function findPhrases(rule: SensitiveRule, page: Page, kind: DocumentKind): Place | undefined {
  return GENERAL.has(kind) ? undefined : toldOn(rule, page);
}

const toldOn = oncePerPair((rule: SensitiveRule, page: Page): Place | undefined => {
  const { strong, weak, unless } = phrasesOf(rule);
  // Only what stands on the page at all is looked for in its sentences.
  const whole = pageStems(page);
  const here = { strong: strong.filter((each) => holds(whole, each)), weak: weak.filter((each) => holds(whole, each)) };
  if (here.strong.length === 0 && here.weak.length < rule.leastWeak) return undefined;
  const speaking = sentenceStems(page).filter(({ stems }) => !unless.some((phrase) => phraseAt(stems, phrase) >= 0));
  const firstWith = (phrases: readonly Phrase[]): Place | undefined => {
    const found = speaking.find(({ stems }) => phrases.some((phrase) => holds(stems, phrase)));
    return found && { from: found.from, to: found.to };
  };
  const told = firstWith(here.strong);
  if (told !== undefined) return told;
  const said = here.weak.filter((phrase) => firstWith([phrase]) !== undefined);
  return said.length >= rule.leastWeak ? firstWith(said) : undefined;
});

/** A single word must be the whole stem: “dream” is not in “dreamliner”. */
function holds(stems: readonly string[], phrase: Phrase): boolean {
  return phrase.length === 1 ? stems.includes(phrase[0]!) : phraseAt(stems, phrase) >= 0;
}

interface Phrases {
  readonly strong: readonly Phrase[];
  readonly weak: readonly Phrase[];
  readonly unless: readonly Phrase[];
}

/** The phrases of a rule as stems. */
const phrasesOf = oncePer((rule: SensitiveRule): Phrases => {
  const stems = (phrases: readonly string[]) => phrases.map(stemsOf).filter((phrase) => phrase.length > 0);
  return { strong: stems(rule.strong), weak: stems(rule.weak), unless: stems(rule.unless) };
});

interface SpokenStems extends Place {
  readonly stems: readonly string[];
}

/** The sentences of a page as stems. */
const sentenceStems = oncePer((page: Page): readonly SpokenStems[] =>
  sentencesOf(page).map(({ from, to, text }) => ({ from, to, stems: stemsOf(text) })),
);
