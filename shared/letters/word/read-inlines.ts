// Pieces of a Word paragraph → text, citations and blanks. Word tears text apart as it likes, so pieces of one look are joined first.
import type { Inline } from '../../model/letter.ts';
import { citeOfPlace } from './exhibit-words.ts';
import type { WordContext } from './from-word.ts';
import { citeOfAnchor, WORD_STYLES } from './marks.ts';
import type { WordBlock, WordPiece } from './word-file.ts';

type Cite = Extract<Inline, { kind: 'cite' }>;

export interface InlineReader {
  read(pieces: readonly WordPiece[]): Inline[];
  /** What could not be understood so far, one plain sentence each. */
  remarks(): readonly string[];
}

/** “Ex. C, p. 3”, “Exhibit 12, pp. 3–5 (0047–0049)”. */
const PLACE =
  /\bEx(?:hibit|\.)\s*([A-Z]{1,3}|\d{1,3}),\s*pp?\.\s*(\d{1,4})(?:\s*[–—-]\s*(\d{1,4}))?(?:\s*\([A-Za-z-]{0,24}\d{1,9}(?:\s*[–—-]\s*[A-Za-z-]{0,24}\d{1,9})?\))?/g;
const BRACKETS = /\[([^[\]\n]{1,300})\]/g;

/** A reader for the paragraphs of one file. `pages` is the app's own list at its end: how each link read when the file was written. */
export function inlineReader(
  { current, exhibits, documentIds }: WordContext,
  pages: readonly WordBlock[],
): InlineReader {
  const written = writtenWords(pages);
  const blanks = blankLabels(current.blocks);
  const unknown = new Set<string>();

  const byWords = (text: string, look: Pick<WordPiece, 'bold' | 'italic'>): Inline[] =>
    parted(text, PLACE, (found) => {
      const [words, label = '', from, to] = found;
      const cite = citeOfPlace(label, Number(from), Number(to ?? from), exhibits);
      if (cite === undefined) unknown.add(words);
      return cite;
    }).map((part) => (typeof part === 'string' ? textOf(part, look) : part));

  const plain = (piece: WordPiece): Inline[] => {
    const isMarked = piece.highlighted || piece.style === WORD_STYLES.blank;
    return parted(piece.text, BRACKETS, ([, label = '']): Inline | undefined => {
      const known = blanks.get(normal(label));
      return isMarked || known !== undefined ? (known ?? { kind: 'blank', label }) : undefined;
    }).flatMap((part) => (typeof part === 'string' ? byWords(part, piece) : [part]));
  };

  /** What was typed into a link, or changed in its words, is the user's. */
  const linked = (piece: WordPiece, cite: Cite): Inline[] => {
    const was = written.get(piece.anchor);
    const inlines: Inline[] = [];
    let rest = piece.text;
    while (was !== undefined && was !== '' && rest.includes(was)) {
      const at = rest.indexOf(was);
      if (at > 0) inlines.push(textOf(rest.slice(0, at), piece));
      inlines.push(cite);
      rest = rest.slice(at + was.length);
    }
    if (inlines.length > 0) return rest === '' ? inlines : [...inlines, ...byWords(rest, piece)];
    const own = byWords(rest, piece);
    const isOnlyCite = own.length === 1 && own[0]?.kind === 'cite';
    if (was === undefined) return isPlace(rest) ? [cite] : [...own, textOf(' ', piece), cite];
    return isOnlyCite ? own : [...own, textOf(' ', piece), cite];
  };

  return {
    read: (pieces) =>
      joined(pieces).flatMap((piece) => {
        const cite = piece.anchor === '' ? undefined : citeOfAnchor(piece.anchor, documentIds);
        if (cite === undefined && /^av_[0-9a-z]{1,25}_\d+_\d+$/.test(piece.anchor)) unknown.add(piece.text);
        return cite === undefined ? plain(piece) : linked(piece, cite);
      }),
    remarks: () =>
      [...unknown].map((words) => `“${words}” names no page of an exhibit of this packet and was kept as plain text.`),
  };
}

/** Text without a link whose whole is the words of a place. */
function isPlace(text: string): boolean {
  return text.trim().replace(PLACE, '') === '';
}

function textOf(text: string, { bold, italic }: Pick<WordPiece, 'bold' | 'italic'>): Inline {
  return { kind: 'text', text, ...(bold && { bold }), ...(italic && { italic }) };
}

/** Neighbours of one look as one piece; of linked and marked text only the link and the mark count. */
function joined(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const all: WordPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last !== undefined && isOneWith(last, piece)) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}

function isOneWith(a: WordPiece, b: WordPiece): boolean {
  const isMarked = (piece: WordPiece) => piece.highlighted || piece.style === WORD_STYLES.blank;
  if (a.anchor !== b.anchor || isMarked(a) !== isMarked(b)) return false;
  return a.anchor !== '' || isMarked(a) || (a.bold === b.bold && a.italic === b.italic);
}

/** The text with each place that matches and is understood replaced. */
function parted<T>(
  text: string,
  pattern: RegExp,
  understood: (found: RegExpMatchArray) => T | undefined,
): (string | T)[] {
  const parts: (string | T)[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const part = understood(found);
    if (part === undefined) continue;
    if (found.index > from) parts.push(text.slice(from, found.index));
    parts.push(part);
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** How each link read when the file was written, by its bookmark: first and second cell of the list's rows. */
function writtenWords(pages: readonly WordBlock[]): ReadonlyMap<string, string> {
  const rows = pages.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return new Map(
    rows.flatMap(([cell]) =>
      (cell ?? []).flatMap(({ bookmarks, pieces }) =>
        bookmarks.map((name) => [name, pieces.map(({ text }) => text).join('')] as const),
      ),
    ),
  );
}

/** The blanks of a letter by their label as a Word file shows it. */
function blankLabels(
  blocks: WordContext['current']['blocks'],
): ReadonlyMap<string, Extract<Inline, { kind: 'blank' }>> {
  const found = new Map<string, Extract<Inline, { kind: 'blank' }>>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isBlank(value)) found.set(normal(value.label), value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(blocks);
  return found;
}

function isBlank(value: unknown): value is Extract<Inline, { kind: 'blank' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'blank';
}

/** A label as compared: a Word file shows round brackets for square ones. */
function normal(label: string): string {
  return blankWords(label).replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/** A label as a Word file shows it, without the brackets around it. */
export function blankWords(label: string): string {
  return label.replaceAll('[', '(').replaceAll(']', ')');
}
