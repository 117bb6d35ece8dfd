// Which sentences the net and the encoder learn from: those of the lessons for the weights, each once. Letters of the generator say their passages and their frames over and
// over; the weights bear that, the net would learn the frames by heart.

import type { SentenceExample } from './examples.ts';
import type { NetLesson } from './train-net.ts';

/** A sentence the net and the encoder learn from. */
export type HeardLesson = NetLesson & Pick<SentenceExample, 'spelled'>;

/** A ground in a whole paper counts this much at most. */
const MOST = 3;
/** How much a made letter's sentence counts beside one of a whole letter. */
export const MADE = 0.7;
/** Characters of the words before a ground that tell it from the same words elsewhere, and of what is none that tell it from others. */
const BEFORE = 20;
const NONE = 80;

/** The lessons for the net in some examples; `seen` holds those that were met already. */
export function netLessonsOf(examples: readonly SentenceExample[], share: number, seen: Set<string>): HeardLesson[] {
  return examples.flatMap(({ sight, spelled, label, weight }) => {
    const own = sight.own.join(' ');
    const key = label === 0 ? own.slice(0, NONE) : `${label} ${own} ${sight.before.join(' ').slice(-BEFORE)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ sight, spelled, label, weight: Math.min(MOST, weight) * share }];
  });
}
