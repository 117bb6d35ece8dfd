// Spans of text → lines of a given width: words never break, except where one is longer than the line.
import type { Fonts } from '../fonts.ts';
import {
  AMBER_FILL,
  AMBER_LINE,
  type Color,
  type Face,
  type Item,
  type Mark,
  type Target,
  type Wording,
} from './sheet.ts';
import { type Tag, tagged } from './tag.ts';

/** A piece of running text. */
export interface Span {
  /** What is shown. A function is one unbreakable word whose width is that of `reserve`. */
  readonly text: Wording;
  /** The widest text a function may give. */
  readonly reserve?: string;
  readonly face: Face;
  readonly color: Color;
  readonly target?: Target;
  /** Shown in an amber box, as something still to be filled in. */
  readonly blank?: boolean;
  readonly mark?: Mark;
}

interface Piece {
  readonly span: Span;
  readonly text: Wording;
  readonly width: number;
}

/** A word: pieces that stand together without a blank between. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Width of the blank before the word, when it isn't the first of its line. */
  readonly spaceBefore: number;
  readonly breakBefore: boolean;
}

/** One set line: items relative to the line's left end and baseline (y grows downwards, so ascenders are negative). */
export interface SetLine {
  readonly items: readonly Item[];
  readonly width: number;
  readonly marks: readonly Mark[];
}

/**
 * Sets spans at `size` in lines no wider than `width`. A line break in a span's text stays one. At least one line comes back. `tag` is the
 * element they stand in; links get one of their own inside it.
 */
export function setSpans(
  spans: readonly Span[],
  size: number,
  width: number,
  fonts: Fonts,
  tag?: Tag,
): readonly SetLine[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(spans, size, fonts).flatMap((long) => shorten(long, size, width, fonts))) {
    const line = lines.at(-1) ?? [];
    const needed = line.length === 0 ? word.width : word.spaceBefore + word.width;
    if (word.breakBefore || (line.length > 0 && used + needed > width + 0.01)) {
      lines.push([word]);
      used = word.width;
    } else {
      line.push(word);
      used += needed;
    }
  }
  const tags = tag === undefined ? new Map<Span, Tag>() : tagsOf(spans, tag);
  return lines.map((line, index) => setLine(line, isApart(lines[index + 1]?.[0]), size, fonts, tags));
}

/** The element of each span. Spans that lead to the same place and follow each other are one link, as “Ex. C, p. 3 (0047)” is. */
function tagsOf(spans: readonly Span[], tag: Tag): ReadonlyMap<Span, Tag> {
  const tags = new Map<Span, Tag>();
  let before: { readonly target: Target; readonly link: Tag } | undefined;
  for (const span of spans) {
    if (span.target !== undefined) {
      if (before?.target !== span.target) before = { target: span.target, link: tagged('Link', tag) };
      tags.set(span, before.link);
    } else {
      tags.set(span, tag);
      if (typeof span.text !== 'string' || span.text.trim() !== '') before = undefined;
    }
  }
  return tags;
}

/** True when there is white before a word, or the end of a line. */
function isApart(word: Word | undefined): boolean {
  return word !== undefined && (word.spaceBefore > 0 || word.breakBefore);
}

function wordsOf(spans: readonly Span[], size: number, fonts: Fonts): readonly Word[] {
  const words: Word[] = [];
  let pieces: Piece[] = [];
  let spaceBefore = 0;
  let breakBefore = false;
  const close = () => {
    if (pieces.length > 0) {
      words.push({ pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0), spaceBefore, breakBefore });
      pieces = [];
      spaceBefore = 0;
      breakBefore = false;
    }
  };
  for (const span of spans) {
    if (typeof span.text !== 'string') {
      pieces.push({ span, text: span.text, width: fonts.width(span.reserve ?? '', span.face, size) });
      continue;
    }
    for (const part of span.text.split(/(\n|[^\S\n\u00a0]+)/)) {
      if (part === '') continue;
      if (part === '\n') {
        close();
        breakBefore = true;
      } else if (/^[^\S\u00a0]+$/.test(part)) {
        close();
        spaceBefore = fonts.width(' ', span.face, size);
      } else {
        pieces.push({ span, text: part, width: fonts.width(part, span.face, size) });
      }
    }
  }
  close();
  return words;
}

/** Cuts a word that is wider than the line; others come back as they are. */
function shorten(word: Word, size: number, width: number, fonts: Fonts): readonly Word[] {
  if (word.width <= width) return [word];
  const cut: Word[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  const close = () => {
    const first = cut.length === 0;
    cut.push({
      pieces,
      width: used,
      spaceBefore: first ? word.spaceBefore : 0,
      breakBefore: first && word.breakBefore,
    });
    pieces = [];
    used = 0;
  };
  for (const piece of word.pieces) {
    const parts = typeof piece.text === 'string' ? [...piece.text] : [piece.text];
    for (const text of parts) {
      const partWidth = typeof text === 'string' ? fonts.width(text, piece.span.face, size) : piece.width;
      if (used > 0 && used + partWidth > width) close();
      pieces.push({ span: piece.span, text, width: partWidth });
      used += partWidth;
    }
  }
  if (pieces.length > 0) close();
  return cut;
}

interface Run {
  readonly span: Span;
  text: Wording;
  readonly x: number;
  width: number;
  spaceAfter: boolean;
}

function setLine(
  words: readonly Word[],
  spaceAfter: boolean,
  size: number,
  fonts: Fonts,
  tags: ReadonlyMap<Span, Tag>,
): SetLine {
  const runs: Run[] = [];
  let x = 0;
  words.forEach((word, index) => {
    const space = index === 0 ? 0 : word.spaceBefore;
    word.pieces.forEach((piece, at) => {
      const last = runs.at(-1);
      const gap = at === 0 ? space : 0;
      if (
        last !== undefined &&
        last.span === piece.span &&
        typeof last.text === 'string' &&
        typeof piece.text === 'string'
      ) {
        last.text += (gap > 0 ? ' ' : '') + piece.text;
        last.width = fonts.width(last.text, piece.span.face, size);
        x = last.x + last.width;
      } else {
        if (last !== undefined && gap > 0) last.spaceAfter = true;
        runs.push({ span: piece.span, text: piece.text, x: x + gap, width: piece.width, spaceAfter: false });
        x += gap + piece.width;
      }
    });
  });
  const end = runs.at(-1);
  if (end !== undefined && spaceAfter) end.spaceAfter = true;
  const boxes = runs.filter((run) => run.span.blank === true).map((run) => blankBox(run, size));
  const texts = runs.map(
    (run): Item => ({
      kind: 'text',
      x: run.x,
      y: 0,
      size,
      face: run.span.face,
      color: run.span.color,
      text: run.text,
      ...(run.spaceAfter ? { spaceAfter: true } : {}),
      tag: tags.get(run.span),
    }),
  );
  const links = runs.flatMap((run): readonly Item[] =>
    run.span.target === undefined
      ? []
      : [
          {
            kind: 'link',
            x: run.x,
            y: -size * 0.82,
            w: run.width,
            h: size * 1.08,
            target: run.span.target,
            tag: tags.get(run.span),
          },
        ],
  );
  const marks = [...new Set(runs.flatMap((run) => run.span.mark ?? []))];
  return { items: [...boxes, ...texts, ...links], width: x, marks };
}

function blankBox(run: Run, size: number): Item {
  return {
    kind: 'rect',
    x: run.x - 2,
    y: -size * 0.86,
    w: run.width + 4,
    h: size * 1.16,
    radius: 2,
    fill: AMBER_FILL,
    stroke: AMBER_LINE,
    lineWidth: 0.6,
  };
}
