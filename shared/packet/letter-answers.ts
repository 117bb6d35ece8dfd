// What the letter says in answer to a ground, in the user's own words.
import type { GroundId } from '../ids.ts';
import type { Block, Letter } from '../model/letter.ts';
import { groundsOfBlocks, inlinesOf } from './letter-cites.ts';

/** The first sentence ends here; “e.g. ” and “Dr. ” do not end one. */
const SENTENCE_END =
  /(?<!\b(?:Dr|Mr|Mrs|Ms|No|Nos|p|pp|Ex|e\.g|i\.e|vs|St|Inc|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))[.!?][”"’)]*(?=\s+\p{Lu}|\s*$)/u;
/** A sentence longer than this is cut, in letters. */
const LONGEST = 180;

/** The first sentence the user wrote in answer to a ground; undefined when the letter holds none. Blanks and citations are left out. */
export function firstAnswer(letter: Letter, groundId: GroundId): string | undefined {
  const grounds = groundsOfBlocks(letter.blocks);
  for (const [index, block] of letter.blocks.entries()) {
    if (grounds[index] !== groundId || !isOwn(block)) continue;
    const words = wordsOf(block);
    if (words !== '') return firstSentence(words);
  }
  return undefined;
}

function isOwn(block: Block): boolean {
  return 'origin' in block && block.origin === 'user';
}

function wordsOf(block: Block): string {
  const text = inlinesOf(block).map((inline) => (inline.kind === 'text' ? inline.text : ' '));
  return text
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;])/g, '')
    .trim();
}

function firstSentence(words: string): string {
  const end = SENTENCE_END.exec(words);
  const sentence = end === null ? words : words.slice(0, end.index + end[0].length);
  if (sentence.length <= LONGEST) return sentence;
  return `${sentence.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`;
}
