// What a letter cites and leaves open, ground by ground: read from its blocks, never guessed.
import type { DocumentId, GroundId } from '../ids.ts';
import type { Block, Inline, Letter } from '../model/letter.ts';

/** A page the letter points at, and the ground it does so for (undefined outside the answers). */
export interface LetterCite {
  readonly documentId: DocumentId;
  readonly pageNumber: number;
  readonly toPage: number;
  readonly groundId: GroundId | undefined;
}

/** A place the letter leaves open. */
export interface LetterBlank {
  readonly label: string;
  readonly groundId: GroundId | undefined;
}

/** All inlines of a block, in reading order. */
export function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'text', text: block.text }];
    case 'paragraph':
    case 'quote':
      return block.inlines;
    case 'list':
      return block.items.flat();
    case 'pairs':
      return block.rows.flatMap((row) => row.value);
    case 'lines':
    case 'signature':
      return block.lines.flat();
  }
}

/**
 * The ground each block belongs to: its own, else that of the nearest ground heading above it. A heading without a ground at the
 * same or a higher level ends the answer before it.
 */
export function groundsOfBlocks(blocks: readonly Block[]): readonly (GroundId | undefined)[] {
  let current: { readonly id: GroundId; readonly level: number } | undefined;
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      if (block.groundId !== undefined) current = { id: block.groundId, level: block.level };
      else if (current !== undefined && block.level <= current.level) current = undefined;
    }
    const own = 'groundId' in block ? block.groundId : undefined;
    if (own !== undefined) return own;
    return block.kind === 'signature' ? undefined : current?.id;
  });
}

/** Every citation of the letter, in reading order. */
export function letterCites(letter: Letter): readonly LetterCite[] {
  const grounds = groundsOfBlocks(letter.blocks);
  return letter.blocks.flatMap((block, index) =>
    inlinesOf(block).flatMap((inline) =>
      inline.kind === 'cite'
        ? [
            {
              documentId: inline.documentId,
              pageNumber: inline.pageNumber,
              toPage: Math.max(inline.pageNumber, inline.toPage ?? inline.pageNumber),
              groundId: grounds[index],
            },
          ]
        : [],
    ),
  );
}

/** Every blank of the letter, in reading order. */
export function letterBlanks(letter: Letter): readonly LetterBlank[] {
  const grounds = groundsOfBlocks(letter.blocks);
  return letter.blocks.flatMap((block, index) =>
    inlinesOf(block).flatMap((inline) =>
      inline.kind === 'blank' ? [{ label: inline.label, groundId: inline.groundId ?? grounds[index] }] : [],
    ),
  );
}

/** The heading under which the letter answers a ground; undefined when it has none. */
export function groundHeading(letter: Letter, groundId: GroundId): string | undefined {
  for (const block of letter.blocks) {
    if (block.kind === 'heading' && block.groundId === groundId) return block.text;
  }
  return undefined;
}
