// The letter once the user edits it himself: where it starts, and whose words it holds.
import type { Case } from '../../model/case.ts';
import type { Block, Letter } from '../../model/letter.ts';
import { saysOf } from './align.ts';
import { tidyLetter } from './tidy.ts';

/** The user's letter with the draft it was started from. */
export type OwnLetter = NonNullable<Case['ownLetter']>;

/** The user's letter at its beginning: the draft, word for word. */
export function startOwnLetter(draft: Letter): OwnLetter {
  const tidy = tidyLetter(draft);
  return { letter: tidy, draft: tidy };
}

/**
 * The letter in its one form, each paragraph and list with its true origin: it is only of the app's making (`form`, `page`) as long as one of
 * `drafted` holds it word for word; what was changed since is the user's.
 */
export function withTrueOrigins(letter: Letter, drafted: readonly Letter[]): Letter {
  const ours = new Set(drafted.flatMap(({ blocks }) => blocks.flatMap(madeByUs)));
  return {
    ...tidyLetter(letter),
    blocks: tidyLetter(letter).blocks.map((block) => {
      const isOurs = madeByUs(block).every((key) => ours.has(key));
      return isOurs || !('origin' in block) ? block : { ...block, origin: 'user' };
    }),
  };
}

/** Origin and words of a block the app made; nothing for others. */
function madeByUs(block: Block): readonly string[] {
  return 'origin' in block && block.origin !== 'user' ? [`${block.origin} ${saysOf(block)}`] : [];
}
