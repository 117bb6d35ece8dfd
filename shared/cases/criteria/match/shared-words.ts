// What no other matcher can answer: sentences of the papers that share the criterion's words. They speak of it; they settle nothing.
import { contentStems } from '../../stems.ts';
import { type CaseAtHand, factOf, type Part, sourceAt } from './ask.ts';

/** Least share of the criterion's words, weighed by how rare they are, for a sentence to speak of it. */
const LEAST_SHARE = 0.45;
const MOST_FACTS = 3;
const LEAST_CONFIDENCE = 0.6;

/** Up to three sentences that speak of the criterion, the best first. */
export function matchSharedWords(text: string, at: CaseAtHand): Part {
  const stems = [...new Set(contentStems(text))];
  const total = stems.reduce((sum, stem) => sum + at.rare(stem), 0);
  const found = at.pages
    .flatMap((page) =>
      page.sentences
        .filter((sentence) => sentence.to - sentence.from >= 4 && sentence.confidence >= LEAST_CONFIDENCE)
        .map((sentence) => {
          const shared = stems.filter((stem) => sentence.content.has(stem));
          const share = total === 0 ? 0 : shared.reduce((sum, stem) => sum + at.rare(stem), 0) / total;
          return { page, sentence, shared, share };
        }),
    )
    .filter(({ shared, share }) => share >= LEAST_SHARE && shared.length >= Math.min(2, stems.length))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_FACTS);
  return {
    state: found.length > 0 ? 'unclear' : 'not-shown',
    facts: found.map(({ page, sentence }) => factOf(sourceAt(page, sentence), 'speaks of the same thing')),
    why: found.length > 0 ? 'Pages speak of it; read them and decide' : 'No page speaks of it',
    covers: /./,
  };
}
