// Drafts the appeal letter: every sentence about the person quotes a page or was typed by the user; what isn't known stays a visible blank.
import type { Letter } from '../model/letter.ts';
import { answers } from './answers.ts';
import { alsoEnclosed, requests, signatureBlocks } from './closing.ts';
import { addressBlocks, opening, referenceBlock, subjectOf } from './head.ts';
import type { LetterInput } from './input.ts';

/**
 * The appeal letter as it stands: head, one answer per ground, requests, signature. Standing text is taken from the rules and only where
 * it is true for the type of plan and the level; quotes are the words of the page.
 */
export function draftLetter(input: LetterInput): Letter {
  return {
    subject: subjectOf(input),
    blocks: [
      ...addressBlocks(input),
      referenceBlock(input),
      ...opening(input),
      ...answers(input),
      ...requests(input),
      ...alsoEnclosed(input),
      ...signatureBlocks(input),
    ],
  };
}
