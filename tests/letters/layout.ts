// Sets passages as lines and pages, and keeps for every word which ground it belongs to.
import type { ReasonId } from '../../shared/model/vocabulary.ts';
import type { Chance } from './chance.ts';

/** What a word is to the truth: part of the words that say a ground, or of the passage around them. */
export interface Tag {
  readonly reason: ReasonId;
  readonly role: 'core' | 'support';
}

/** Words with one meaning for the truth. */
export interface Run {
  readonly text: string;
  readonly tag?: Tag;
}

/** A paragraph to be wrapped, or lines that stand as they are. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly indent?: number; readonly mark?: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** A letter as pages of text, with a tag (or none) for each word of each page. */
export interface SetLetter {
  readonly text: string;
  readonly tags: ReadonlyArray<ReadonlyArray<Tag | undefined>>;
}

export interface Style {
  /** Characters to a line. */
  readonly width: number;
  readonly linesPerPage: number;
  /** Long words at the end of a line may be broken with a hyphen. */
  readonly hyphens: boolean;
  readonly blankBetween: boolean;
  /** Head of the second and later pages. */
  readonly head: (page: number) => string;
  readonly foot: ((page: number) => string) | undefined;
}

interface Line {
  readonly text: string;
  readonly tags: ReadonlyArray<Tag | undefined>;
}

interface Piece {
  readonly text: string;
  readonly tag: Tag | undefined;
}

/** Sets the blocks; a page break may fall anywhere, also within a sentence. */
export function setLetter(blocks: readonly Block[], style: Style, chance: Chance): SetLetter {
  const lines = blocks.flatMap((block, index) => [
    ...(index > 0 && (style.blankBetween || block.kind === 'lines') ? [plain('')] : []),
    ...(block.kind === 'lines' ? block.lines.map(plain) : wrapped(block, style, chance)),
  ]);
  const pages: Line[][] = [];
  for (let at = 0; at < lines.length; at += style.linesPerPage) pages.push(lines.slice(at, at + style.linesPerPage));
  const dressed = pages.map((page, index) => [
    ...(index === 0 ? [] : [plain(style.head(index + 1)), plain('')]),
    ...page,
    ...(style.foot === undefined ? [] : [plain(''), plain(style.foot(index + 1))]),
  ]);
  return {
    text: dressed.map((page) => page.map((line) => line.text).join('\n')).join('\n\f'),
    tags: dressed.map((page) => page.flatMap((line) => line.tags)),
  };
}

function plain(text: string): Line {
  return { text, tags: (text.match(/\S+/g) ?? []).map(() => undefined) };
}

function wrapped(block: Extract<Block, { kind: 'paragraph' }>, style: Style, chance: Chance): Line[] {
  const pad = ' '.repeat(block.indent ?? 0);
  const lines: Line[] = [];
  let current: Piece[] = block.mark === undefined ? [] : [{ text: block.mark, tag: undefined }];
  const room = (): number => style.width - pad.length - current.reduce((sum, piece) => sum + piece.text.length + 1, 0);
  const close = (): void => {
    if (current.length === 0) return;
    lines.push({ text: pad + current.map((piece) => piece.text).join(' '), tags: current.map((piece) => piece.tag) });
    current = [];
  };
  for (const run of block.runs) {
    for (const word of run.text.match(/\S+/g) ?? []) {
      if (word.length <= room()) current.push({ text: word, tag: run.tag });
      else {
        const cut = style.hyphens && chance.says(0.5) ? breakOf(word, room()) : undefined;
        if (cut !== undefined) current.push({ text: `${word.slice(0, cut)}-`, tag: run.tag });
        close();
        current.push({ text: cut === undefined ? word : word.slice(cut), tag: run.tag });
      }
    }
  }
  close();
  return lines;
}

/** Where a word of small letters may be broken so that its first part and a hyphen fit. */
function breakOf(word: string, room: number): number | undefined {
  if (!/^[a-z]{8,}[.,;]?$/.test(word)) return undefined;
  const cut = Math.min(room - 1, word.length - 4);
  return cut >= 3 ? cut : undefined;
}
