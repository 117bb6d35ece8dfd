// One way to write each letter down: text in a row with the same look is one piece, nothing is empty, nothing is said twice.
import type { Block, Inline, Letter } from '../../model/letter.ts';

/** Signs no file of words may hold; a tab is a space, a line feed stays. */
const NO_SIGNS = /(?!\n)[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu;

/** The block with every run of inlines changed; a heading has none. */
export function mapInlines(block: Block, change: (inlines: readonly Inline[]) => readonly Inline[]): Block {
  const changed = (inlines: readonly Inline[]): Inline[] => [...change(inlines)];
  switch (block.kind) {
    case 'heading':
      return block;
    case 'paragraph':
    case 'quote':
      return { ...block, inlines: changed(block.inlines) };
    case 'list':
      return { ...block, items: block.items.map(changed) };
    case 'pairs':
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: changed(row.value) })) };
    case 'lines':
    case 'signature':
      return { ...block, lines: block.lines.map(changed) };
  }
}

/** Text without signs that cannot be printed; tabs become spaces, line ends of other systems line feeds. */
export function tidyText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(NO_SIGNS, '');
}

/** The same inlines in their one form. Citations and blanks all stay. */
export function tidyInlines(inlines: readonly Inline[]): readonly Inline[] {
  const tidy: Inline[] = [];
  for (const inline of inlines) {
    const next = tidyInline(inline);
    const last = tidy.at(-1);
    if (next.kind !== 'text') tidy.push(next);
    else if (next.text === '') continue;
    else if (last?.kind === 'text' && last.bold === next.bold && last.italic === next.italic)
      tidy[tidy.length - 1] = { ...last, text: last.text + next.text };
    else tidy.push(next);
  }
  return tidy;
}

function tidyInline(inline: Inline): Inline {
  switch (inline.kind) {
    case 'text':
      return {
        kind: 'text',
        text: tidyText(inline.text),
        ...(inline.bold === true && { bold: true }),
        ...(inline.italic === true && { italic: true }),
      };
    case 'cite': {
      const { documentId, pageNumber, toPage } = inline;
      return { kind: 'cite', documentId, pageNumber, ...(toPage !== undefined && toPage > pageNumber && { toPage }) };
    }
    case 'blank':
      return {
        kind: 'blank',
        label: tidyText(inline.label).replaceAll('\n', ' ').trim() || 'Blank',
        ...(inline.groundId && { groundId: inline.groundId }),
      };
  }
}

/**
 * The same letter in its one form: inlines tidied, and what holds nothing left out (an empty paragraph, an empty point of a list). Empty lines
 * of an address or a signature stay, because they make room.
 */
export function tidyLetter(letter: Letter): Letter {
  return { subject: tidyText(letter.subject), blocks: letter.blocks.map(tidyBlock).filter(holdsSomething) };
}

function tidyBlock(block: Block): Block {
  if (block.kind === 'heading') return { ...block, text: tidyText(block.text).replaceAll(/\s*\n\s*/g, ' ') };
  const tidy = mapInlines(block, tidyInlines);
  if (tidy.kind === 'list') return { ...tidy, items: tidy.items.filter((item) => !isEmpty(item)) };
  if (tidy.kind === 'pairs') {
    const rows = tidy.rows.map((row) => ({ ...row, label: tidyText(row.label).replaceAll('\n', ' ') }));
    return { ...tidy, rows: rows.filter(({ label, value }) => label.trim() !== '' || !isEmpty(value)) };
  }
  return tidy;
}

function holdsSomething(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
      return block.text.trim() !== '';
    case 'paragraph':
    case 'quote':
      return !isEmpty(block.inlines);
    case 'list':
      return block.items.length > 0;
    case 'pairs':
      return block.rows.length > 0;
    case 'lines':
    case 'signature':
      return block.lines.some((line) => !isEmpty(line));
  }
}

function isEmpty(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => inline.kind === 'text' && inline.text.trim() === '');
}
