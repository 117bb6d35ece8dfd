// How a PDF page is viewed: its visible box, turn and unit, and the map from its own coordinates to the upright page.
import { PDFArray, type PDFDict, PDFName, PDFNumber } from 'pdf-lib';

/** The map x' = a·x + c·y + e, y' = b·x + d·y + f, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];
/** Left, bottom, right, top. */
export type Rectangle = readonly [number, number, number, number];

export interface PageGeometry {
  /** What is visible, in the page's own coordinates. */
  readonly box: Rectangle;
  /** Size of the upright page in points, the origin at its lower left. */
  readonly width: number;
  readonly height: number;
  /** From the page's own coordinates to the upright page. */
  readonly toUpright: Matrix;
}

const LETTER: Rectangle = [0, 0, 612, 792];
/** Largest side of a page in PDF 1.7, points; a larger page is shown scaled down to it. */
const LARGEST = 14_400;

/** Reads the geometry of a page. `inherited` looks an entry up in the page and its parents. Nonsense boxes fall back to the media box, then to Letter. */
export function pageGeometry(inherited: (key: PDFName) => unknown): PageGeometry {
  const media = rectangleOf(inherited(PDFName.of('MediaBox'))) ?? LETTER;
  const crop = rectangleOf(inherited(PDFName.of('CropBox')));
  const box = (crop === undefined ? undefined : overlap(media, crop)) ?? media;
  const turn = (((Math.round(numberOf(inherited(PDFName.of('Rotate'))) ?? 0) / 90) % 4) + 4) % 4;
  const unit = numberOf(inherited(PDFName.of('UserUnit'))) ?? 1;
  const [x0, y0, x1, y1] = box;
  const wide = x1 - x0;
  const high = y1 - y0;
  const scale = Math.min(unit > 0 ? unit : 1, LARGEST / Math.max(wide, high));
  const turned: readonly Matrix[] = [
    [1, 0, 0, 1, -x0, -y0],
    [0, -1, 1, 0, -y0, x1],
    [-1, 0, 0, -1, x1, y1],
    [0, 1, -1, 0, y1, -x0],
  ];
  const matrix = turned[Math.round(turn) % 4] ?? [1, 0, 0, 1, -x0, -y0];
  const sideways = Math.round(turn) % 2 === 1;
  return {
    box,
    width: (sideways ? high : wide) * scale,
    height: (sideways ? wide : high) * scale,
    toUpright: matrix.map((value) => value * scale) as unknown as Matrix,
  };
}

/** The map that does `first`, then `second`. */
export function chained(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

/** The upright rectangle around a mapped one. */
export function mappedBox(matrix: Matrix, [x0, y0, x1, y1]: Rectangle): Rectangle {
  const [a, b, c, d, e, f] = matrix;
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** A rectangle array with its corners in order; undefined when it isn't one or is empty. */
export function rectangleOf(value: unknown): Rectangle | undefined {
  const numbers = numbersOf(value, 4);
  if (numbers === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  const box: Rectangle = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] - box[0] < 1 || box[3] - box[1] < 1 ? undefined : box;
}

/** A matrix array, else the identity. */
export function matrixOf(dict: PDFDict, key: PDFName): Matrix {
  const numbers = numbersOf(dict.lookup(key), 6);
  // The length was checked just above.
  return numbers === undefined ? [1, 0, 0, 1, 0, 0] : (numbers as unknown as Matrix);
}

function numbersOf(value: unknown, count: number): readonly number[] | undefined {
  if (!(value instanceof PDFArray) || value.size() < count) return undefined;
  const numbers = Array.from({ length: count }, (_, index) => numberOf(value.lookup(index)));
  return numbers.every((number): number is number => number !== undefined) ? numbers : undefined;
}

function numberOf(value: unknown): number | undefined {
  if (!(value instanceof PDFNumber)) return undefined;
  const number = value.asNumber();
  return Number.isFinite(number) ? number : undefined;
}

function overlap(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const box: Rectangle = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[2] - box[0] < 1 || box[3] - box[1] < 1 ? undefined : box;
}
