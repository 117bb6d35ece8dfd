// Looks for annotations that leave theirs to the viewer: marked text, shapes, lines, ink, typed text, borders of links (PDF 32000-1, 12.5.6).
import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFPage, PDFString } from 'pdf-lib';
import { num } from '../paint.ts';
import { type Rectangle, rectangleOf } from './page-geometry.ts';

/** Draws one kind of annotation in the page's own coordinates; undefined when it says too little to be drawn. */
type Painter = (annotation: Reader, rect: Rectangle) => Drawn | undefined;

interface Drawn {
  readonly operators: string;
  /** Mixes with what lies below, as a marker pen does. */
  readonly multiply?: boolean;
  readonly font?: boolean;
}

/** Reads entries of an annotation. */
interface Reader {
  readonly dict: PDFDict;
  numbers(key: string): readonly number[];
  /** Groups of numbers: InkList. */
  lists(key: string): readonly (readonly number[])[];
  text(key: string): string;
}

const PAINTERS: Readonly<Record<string, Painter>> = {
  Highlight: (note) => marked(note, (quad) => highlightOps(quad), 'fill', true),
  Underline: (note) => marked(note, (quad) => lineAcross(quad, 0), 'stroke'),
  Squiggly: (note) => marked(note, (quad) => waveAcross(quad), 'stroke'),
  StrikeOut: (note) => marked(note, (quad) => lineAcross(quad, 0.5), 'stroke'),
  Square: (note, rect) => shape(note, rectangleOps(inner(note, rect)), true),
  Circle: (note, rect) => shape(note, ellipseOps(inner(note, rect)), true),
  Line: (note) => shape(note, pathOps(note.numbers('L'), false), false),
  PolyLine: (note) => shape(note, pathOps(note.numbers('Vertices'), false), false),
  Polygon: (note) => shape(note, pathOps(note.numbers('Vertices'), true), true),
  Ink: (note) =>
    shape(
      note,
      note
        .lists('InkList')
        .map((points) => pathOps(points, false))
        .join('\n'),
      false,
    ),
  FreeText: (note, rect) => typedText(note, rect),
  Link: (note, rect) => linkBorder(note, rect),
};

/** Gives every annotation of the page that has no looks the ones a viewer would make up. Those that can't be understood stay as they are. */
export function giveLooks(page: PDFPage): void {
  const annotations = page.node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  for (let index = 0; index < annotations.size(); index += 1) {
    const annotation = annotations.lookup(index);
    if (!(annotation instanceof PDFDict) || annotation.lookup(PDFName.of('AP')) instanceof PDFDict) continue;
    const kind = annotation.lookup(PDFName.of('Subtype'));
    const rect = rectangleOf(annotation.lookup(PDFName.of('Rect')));
    const painter = kind instanceof PDFName ? PAINTERS[kind.decodeText()] : undefined;
    if (painter === undefined || rect === undefined) continue;
    const drawn = painter(readerOf(annotation), rect);
    if (drawn !== undefined) annotation.set(PDFName.of('AP'), appearance(annotation, drawn, rect));
  }
}

/** The appearance, its box grown so that no stroke is cut. */
function appearance(annotation: PDFDict, drawn: Drawn, rect: Rectangle): PDFDict {
  const { context } = annotation;
  const opacity = annotation.lookup(PDFName.of('CA'));
  const alpha = opacity instanceof PDFNumber ? Math.min(1, Math.max(0, opacity.asNumber())) : 1;
  const state = { CA: alpha, ca: alpha, ...(drawn.multiply === true && { BM: 'Multiply' }) };
  const grown: Rectangle = [rect[0] - GROWTH, rect[1] - GROWTH, rect[2] + GROWTH, rect[3] + GROWTH];
  annotation.set(PDFName.of('Rect'), context.obj([...grown]));
  const stream = context.flateStream(`/AvLook gs\n${drawn.operators}`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...grown],
    Group: { S: 'Transparency' },
    Resources: { ExtGState: { AvLook: state }, ...(drawn.font === true && { Font: { Helv: helvetica(context) } }) },
  });
  return context.obj({ N: context.register(stream) });
}

/** Half of the widest stroke that is drawn unclipped, points. */
const GROWTH = 12;

function helvetica(context: PDFContext): PDFDict {
  return context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' });
}

function readerOf(dict: PDFDict): Reader {
  const numbersOf = (value: unknown): readonly number[] =>
    value instanceof PDFArray
      ? Array.from({ length: value.size() }, (_, index) => value.lookup(index)).flatMap((item) =>
          item instanceof PDFNumber ? [item.asNumber()] : [],
        )
      : [];
  return {
    dict,
    numbers: (key) => numbersOf(dict.lookup(PDFName.of(key))),
    lists: (key) => {
      const lists = dict.lookup(PDFName.of(key));
      if (!(lists instanceof PDFArray)) return [];
      return Array.from({ length: lists.size() }, (_, index) => numbersOf(lists.lookup(index)));
    },
    text: (key) => {
      const value = dict.lookup(PDFName.of(key));
      return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
    },
  };
}

/** Operator that sets a colour of one, three or four parts; undefined for the colour that is none. */
function colorOp(parts: readonly number[], forStroke: boolean): string | undefined {
  const operator = { 1: 'g', 3: 'rg', 4: 'k' }[parts.length];
  if (operator === undefined) return undefined;
  return `${parts.map(num).join(' ')} ${forStroke ? operator.toUpperCase() : operator}`;
}

/** Width of the border and its dashes: BS, else Border, else 1 point. */
function borderOf(note: Reader): { readonly width: number; readonly dash: readonly number[] } {
  const style = note.dict.lookup(PDFName.of('BS'));
  if (style instanceof PDFDict) {
    const width = style.lookup(PDFName.of('W'));
    const isDashed = style.lookup(PDFName.of('S')) === PDFName.of('D');
    const dash = readerOf(style).numbers('D');
    return {
      width: width instanceof PDFNumber ? width.asNumber() : 1,
      dash: isDashed ? (dash.length > 0 ? dash : [3]) : [],
    };
  }
  const border = note.dict.lookup(PDFName.of('Border'));
  if (!(border instanceof PDFArray)) return { width: 1, dash: [] };
  return { width: note.numbers('Border')[2] ?? 1, dash: note.lists('Border')[3] ?? [] };
}

/** A path, stroked in the annotation's colour and, for closed shapes, filled with its inner colour. */
function shape(note: Reader, path: string, isClosed: boolean): Drawn | undefined {
  const { width, dash } = borderOf(note);
  const stroke = width > 0 ? colorOp(note.numbers('C'), true) : undefined;
  const fill = isClosed ? colorOp(note.numbers('IC'), false) : undefined;
  if (path === '' || (stroke === undefined && fill === undefined)) return undefined;
  const finish = stroke === undefined ? 'f' : fill === undefined ? 'S' : 'B';
  const dashes = dash.length === 0 ? '' : `[${dash.map(num).join(' ')}] 0 d`;
  return { operators: [stroke ?? '', fill ?? '', `${num(width)} w ${dashes}`, path, finish].join('\n') };
}

/** The rectangle inside the border: RD, then half the border's width. */
function inner(note: Reader, [x0, y0, x1, y1]: Rectangle): Rectangle {
  const [left = 0, bottom = 0, right = 0, top = 0] = note.numbers('RD');
  const half = borderOf(note).width / 2;
  return [x0 + left + half, y0 + bottom + half, x1 - right - half, y1 - top - half];
}

function rectangleOps([x0, y0, x1, y1]: Rectangle): string {
  return `${[x0, y0, x1 - x0, y1 - y0].map(num).join(' ')} re`;
}

/** Four Bézier curves; 0.5523 is the usual distance of their control points for a quarter of a circle. */
function ellipseOps([x0, y0, x1, y1]: Rectangle): string {
  const [cx, cy, rx, ry] = [(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2];
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  const curve = (...values: number[]) => `${values.map(num).join(' ')} c`;
  return [
    `${num(x1)} ${num(cy)} m`,
    curve(x1, cy + ky, cx + kx, y1, cx, y1),
    curve(cx - kx, y1, x0, cy + ky, x0, cy),
    curve(x0, cy - ky, cx - kx, y0, cx, y0),
    curve(cx + kx, y0, x1, cy - ky, x1, cy),
    'h',
  ].join('\n');
}

/** A path through points given as x, y, x, y… */
function pathOps(points: readonly number[], isClosed: boolean): string {
  if (points.length < 4) return '';
  const steps = Array.from({ length: Math.floor(points.length / 2) }, (_, index) => {
    const at = `${num(points[2 * index] ?? 0)} ${num(points[2 * index + 1] ?? 0)}`;
    return `${at} ${index === 0 ? 'm' : 'l'}`;
  });
  return [...steps, ...(isClosed ? ['h'] : [])].join('\n');
}

/** A quadrilateral of marked text: the ends of its upper and lower sides. Writers agree on upper left, upper right, lower left, lower right. */
interface Quad {
  readonly upper: readonly [number, number, number, number];
  readonly lower: readonly [number, number, number, number];
}

function marked(
  note: Reader,
  opsOf: (quad: Quad) => string,
  how: 'fill' | 'stroke',
  multiply = false,
): Drawn | undefined {
  const color = colorOp(note.numbers('C'), how === 'stroke');
  const points = note.numbers('QuadPoints');
  if (color === undefined || points.length < 8) return undefined;
  const quads = Array.from({ length: Math.floor(points.length / 8) }, (_, index): Quad => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = points.slice(8 * index, 8 * index + 8);
    return { upper: [a, b, c, d], lower: [e, f, g, h] };
  });
  return { operators: [color, ...quads.map(opsOf)].join('\n'), multiply };
}

function highlightOps({ upper, lower }: Quad): string {
  const [ax, ay, bx, by] = upper;
  const [cx, cy, dx, dy] = lower;
  return `${pathOps([ax, ay, bx, by, dx, dy, cx, cy], true)} f`;
}

/** A line at a share of the height from the lower side; its width is a share of the height, too. */
function lineAcross({ upper, lower }: Quad, share: number): string {
  const between = (index: 0 | 1 | 2 | 3) => lower[index] + (upper[index] - lower[index]) * share;
  const height = Math.hypot(upper[0] - lower[0], upper[1] - lower[1]);
  return `${num(Math.max(0.5, height / 30))} w ${pathOps([between(0), between(1), between(2), between(3)], false)} S`;
}

function waveAcross({ upper, lower }: Quad): string {
  const [x0, y0, x1, y1] = lower;
  const height = Math.hypot(upper[0] - x0, upper[1] - y0);
  const [ux, uy] = [(upper[0] - x0) / 12, (upper[1] - y0) / 12];
  const count = Math.max(2, Math.round((Math.hypot(x1 - x0, y1 - y0) * 6) / Math.max(1, height)));
  const points = Array.from({ length: count + 1 }, (_, step) => {
    const lift = step % 2 === 0 ? 0.5 : 1.5;
    return [x0 + ((x1 - x0) * step) / count + ux * lift, y0 + ((y1 - y0) * step) / count + uy * lift];
  });
  return `${num(Math.max(0.5, height / 20))} w ${pathOps(points.flat(), false)} S`;
}

/** Text typed on the page, in the size and colour its default appearance tells: its lines as written, in a box of the same colour on the colour C. */
function typedText(note: Reader, rect: Rectangle): Drawn | undefined {
  const text = note.text('Contents');
  if (text.trim() === '') return undefined;
  const said = note.text('DA');
  const size = Number(/([\d.]+)\s+Tf/.exec(said)?.[1] ?? 0) || 12;
  const [, parts = '0', operator = 'g'] = /((?:[\d.]+\s+){1,4})(rg|g|k)\b/.exec(said) ?? [];
  const { width } = borderOf(note);
  const background = colorOp(note.numbers('C'), false);
  const box = rectangleOps(inner(note, rect));
  const lines = text.split(/\r\n?|\n/).map((line) => `(${winAnsi(line)}) Tj T*`);
  return {
    operators: [
      background === undefined ? '' : `${background} ${box} f`,
      width > 0 ? `${parts} ${operator.toUpperCase()} ${num(width)} w ${box} S` : '',
      `BT ${parts} ${operator} /Helv ${num(size)} Tf ${num(size * 1.2)} TL ${num(rect[0] + 2)} ${num(rect[3] - size - 1)} Td`,
      ...lines,
      'ET',
    ].join('\n'),
    font: true,
  };
}

/** Text as Helvetica's usual encoding has it, escaped; letters it lacks become question marks. */
function winAnsi(text: string): string {
  return [...text]
    .map((letter) => ((letter.codePointAt(0) ?? 0) < 256 ? letter : '?'))
    .join('')
    .replace(/[\\()]/g, '\\$&');
}

/** A link's border is part of the page's looks; what it leads to is not. Without a Border entry viewers draw none but the oldest did, so only a stated one counts. */
function linkBorder(note: Reader, rect: Rectangle): Drawn | undefined {
  const isStated = note.dict.has(PDFName.of('Border')) || note.dict.has(PDFName.of('BS'));
  if (!isStated || borderOf(note).width <= 0) return undefined;
  return shape(note, rectangleOps(rect), false);
}
