// A Word file → the letter: blocks by their styles, citations by their links or their words, blanks by their marks; what stayed keeps its origin.
import type { DocumentId } from '../../ids.ts';
import type { Block, Inline, Letter } from '../../model/letter.ts';
import type { Exhibit } from '../../model/packet.ts';
import { tidyLetter } from '../editing/tidy.ts';
import { groundOfBookmark, WORD_STYLES } from './marks.ts';
import { type InlineReader, inlineReader } from './read-inlines.ts';
import { reconciled } from './reconcile.ts';
import type { WordBlock, WordFile, WordParagraph } from './word-file.ts';

export interface WordContext {
  /** The letter as it stands now: what came back unchanged stays as it is. */
  readonly current: Letter;
  /** The exhibits of now: citations that are only words are understood by them. */
  readonly exhibits: readonly Exhibit[];
  /** Papers a citation can name. */
  readonly documentIds: readonly DocumentId[];
}

/** The letter of a Word file, and what the user should know of it: one plain sentence each. */
export function letterFromWord(
  file: WordFile,
  context: WordContext,
): { readonly letter: Letter; readonly remarks: readonly string[] } {
  const at = file.blocks.findIndex((block) => block.kind === 'paragraph' && block.style === WORD_STYLES.pages);
  const own = at < 0 ? file.blocks : file.blocks.slice(0, at);
  const reader = inlineReader(context, at < 0 ? [] : file.blocks.slice(at));
  const blocks = joinedBlocks(own, reader);
  const letter = reconciled(tidyLetter({ subject: context.current.subject, blocks }), context.current);
  return { letter, remarks: [...reader.remarks(), ...leftOut(file), ...lostOf(letter, context.current)] };
}

/** Points of a list and lines of a signature that follow each other are one block. */
function joinedBlocks(parts: readonly WordBlock[], reader: InlineReader): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    const next = part.kind === 'table' ? tableBlock(part.rows, reader) : [paragraphBlock(part, reader)];
    for (const block of next) {
      const last = blocks.at(-1);
      if (last?.kind === 'list' && block.kind === 'list' && last.ordered === block.ordered)
        last.items.push(...block.items);
      else if (last?.kind === 'signature' && block.kind === 'signature') last.lines.push(...block.lines);
      else blocks.push(block);
    }
  }
  return blocks;
}

function paragraphBlock(part: WordParagraph, reader: InlineReader): Block {
  const level = headingLevel(part);
  if (level !== undefined) {
    const groundId = part.bookmarks.map(groundOfBookmark).find((id) => id !== undefined);
    const text = part.pieces.map((piece) => piece.text).join('');
    return { kind: 'heading', level, text, ...(groundId && { groundId }) };
  }
  const inlines = reader.read(part.pieces);
  if (part.style === WORD_STYLES.lines) return { kind: 'lines', lines: linesOf(inlines) };
  if (part.style === WORD_STYLES.signature) return { kind: 'signature', lines: [inlines] };
  if (part.list !== 'none') return { kind: 'list', ordered: part.list === 'ordered', items: [inlines], origin: 'user' };
  if (part.style === WORD_STYLES.quote || /quote/i.test(part.styleName)) return { kind: 'quote', inlines };
  return { kind: 'paragraph', inlines, origin: 'user' };
}

function headingLevel({ style, styleName }: WordParagraph): 1 | 2 | undefined {
  const found = /^heading\s*([1-9])$/i.exec(styleName) ?? /^heading([1-9])$/i.exec(style);
  if (found !== null) return found[1] === '1' ? 1 : 2;
  return /^title$/i.test(styleName) ? 1 : undefined;
}

/** A table of labels and values is the reference block; any other table becomes paragraphs, cell by cell. */
function tableBlock(rows: Extract<WordBlock, { kind: 'table' }>['rows'], reader: InlineReader): Block[] {
  if (rows.every((cells) => cells.length === 2)) {
    const value = (cell: readonly WordParagraph[]) =>
      cell.flatMap((part, at): Inline[] => [
        ...(at > 0 ? [{ kind: 'text', text: '\n' } as const] : []),
        ...reader.read(part.pieces),
      ]);
    const pairs = rows.map(([label = [], cell = []]) => ({
      label: label.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''),
      value: value(cell),
    }));
    return [{ kind: 'pairs', rows: pairs }];
  }
  return rows.flatMap((cells) => cells.flatMap((cell) => cell.map((part) => paragraphBlock(part, reader))));
}

/** Line breaks part the lines of an address. */
function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      lines.at(-1)?.push(inline);
      continue;
    }
    inline.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push({ ...inline, text });
    });
  }
  return lines;
}

function leftOut({ comments, footnotes, pictures }: WordFile): string[] {
  const said = (count: number, one: string, many: string) =>
    count === 0
      ? []
      : [`${count === 1 ? `One ${one} was` : `${count} ${many} were`} left out: a letter cannot hold them.`];
  return [
    ...said(comments, 'comment', 'comments'),
    ...said(footnotes, 'footnote', 'footnotes'),
    ...said(pictures, 'picture', 'pictures'),
  ];
}

/** Citations that are no longer there are told: they are what makes the letter provable. */
function lostOf(letter: Letter, current: Letter): string[] {
  const count = (value: Letter) => JSON.stringify(value.blocks).split('"kind":"cite"').length - 1;
  const lost = count(current) - count(letter);
  if (lost <= 0) return [];
  return [
    lost === 1
      ? 'The Word document has one citation less than your letter.'
      : `The Word document has ${lost} citations less than your letter.`,
  ];
}
