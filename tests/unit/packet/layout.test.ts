// Setting pages: lines that fit, pages broken only where they may be, places that hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fonts } from '../../../electron/packet/fonts.ts';
import { paginate } from '../../../electron/packet/layout/paginate.ts';
import { keepTogether, paragraphRows } from '../../../electron/packet/layout/rows.ts';
import type { Row } from '../../../electron/packet/layout/sheet.ts';
import { type Span, setSpans } from '../../../electron/packet/layout/spans.ts';
import { num } from '../../../electron/packet/paint.ts';
import { orientationMatrix } from '../../../electron/packet/source/image-source.ts';
import { chained, type Matrix, mappedBox } from '../../../electron/packet/source/page-geometry.ts';
import { plateFor, stripFor } from '../../../electron/packet/stamp.ts';
import { textLayerOps } from '../../../electron/packet/text-layer.ts';
import { pageOf } from '../../helpers/packet-fixtures.ts';

/** Every character half as wide as it is high: all the layout asks of a font. */
const fonts: Pick<Fonts, 'width'> & Fonts = {
  width: (text, _face, size) => (text.length * size) / 2,
  show: () => '',
  add: () => undefined,
  wideFont: async () => new Uint8Array(),
  embed: async () => undefined,
  // No test here reaches the resources.
  resources: undefined as never,
};
const span = (text: string): Span => ({ text, face: 'serif', color: [0, 0, 0] });
const textsOf = (lines: ReturnType<typeof setSpans>) =>
  lines.map((line) => line.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('|'));

describe('lines', () => {
  it('hold all words in order and never more than fits', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 80, max: 400 }), (all, width) => {
        const lines = setSpans([span(all.join(' '))], 10, width, fonts);
        expect(textsOf(lines).join(' ')).toBe(all.join(' '));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01);
      }),
    );
  });

  it('cut a word only when it is longer than the line', () => {
    expect(textsOf(setSpans([span('ab abcdefghijkl z')], 10, 40, fonts))).toEqual(['ab', 'abcdefgh', 'ijkl z']);
  });

  it('break where the text says so and keep hard blanks together', () => {
    expect(textsOf(setSpans([span('one\ntwo')], 10, 400, fonts))).toEqual(['one', 'two']);
    expect(textsOf(setSpans([span('x Ex.\u00a0A,\u00a0p.\u00a01')], 10, 60, fonts))).toEqual([
      'x',
      'Ex.\u00a0A,\u00a0p.\u00a01',
    ]);
  });

  it('keep a citation with the sign that follows it', () => {
    const lines = setSpans(
      [span('see '), { ...span('Ex.'), target: { kind: 'tab', label: 'A' } }, span(').')],
      10,
      40,
      fonts,
    );
    expect(textsOf(lines)).toEqual(['see Ex.).'.slice(0, 3), 'Ex.|).']);
    expect(lines[1]?.items.filter((item) => item.kind === 'link')).toHaveLength(1);
  });
});

describe('pages', () => {
  const frame = { left: 0, top: 0, bottom: 100 };
  const row = (more: Partial<Row> = {}): Row => ({ height: 10, before: 0, breakBefore: true, items: [], ...more });
  const counts = (rows: readonly Row[]) => {
    const marked = rows.map(
      (each, index): Row => ({
        ...each,
        marks: [{ kind: 'heading', text: String(index), level: 1, groundId: undefined }],
      }),
    );
    const { marks, sheets } = paginate(marked, frame);
    return sheets.map((_, sheet) => marks.filter((mark) => mark.sheet === sheet).length);
  };

  it('end where a row allows it', () => {
    expect(counts(Array.from({ length: 12 }, () => row()))).toEqual([10, 2]);
    expect(counts([...Array.from({ length: 8 }, () => row()), ...keepTogether([row(), row(), row()])])).toEqual([8, 3]);
    expect(counts(keepTogether(Array.from({ length: 12 }, () => row())))).toEqual([10, 2]);
  });

  it('leave no line of a paragraph alone', () => {
    const style = { size: 10, leading: 10, before: 0 };
    for (const before of [8, 9, 10]) {
      for (const lines of [2, 3, 4, 5, 11]) {
        const text = Array.from({ length: lines }, () => 'abcdefgh').join('\n');
        const paragraph = paragraphRows([span(text)], style, 60, fonts);
        const pages = counts([...Array.from({ length: before }, () => row()), ...paragraph]);
        const onFirst = Math.max(0, (pages[0] ?? 0) - before);
        expect(onFirst).not.toBe(1);
        expect(lines - onFirst).not.toBe(1);
      }
    }
  });

  it('never lose a row', () => {
    const rows = fc.array(fc.record({ height: fc.integer({ min: 1, max: 130 }), breakBefore: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const made = counts(all.map((each) => row(each)));
        expect(made.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        expect(made.every((count) => count > 0)).toBe(true);
      }),
    );
  });
});

describe('geometry', () => {
  it('turns a picture onto exactly its page, whatever its orientation', () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      expect(mappedBox(orientationMatrix(orientation, 300, 400), [0, 0, 1, 1])).toEqual([0, 0, 300, 400]);
    }
  });

  it('chains maps in the order they are done', () => {
    const grow: Matrix = [2, 0, 0, 2, 0, 0];
    const shift: Matrix = [1, 0, 0, 1, 10, 0];
    expect(mappedBox(chained(grow, shift), [0, 0, 1, 1])).toEqual([10, 0, 12, 2]);
    expect(mappedBox(chained(shift, grow), [0, 0, 1, 1])).toEqual([20, 0, 22, 2]);
  });

  it('writes numbers without exponents', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (value) =>
        /^-?\d+(\.\d{1,3})?$/.test(num(value)),
      ),
    );
    expect([0.1234, -0.0001, 5, 1e-9].map(num)).toEqual(['0.123', '0', '5', '0']);
  });
});

describe('stamps', () => {
  it('keep inside pages of any size', () => {
    const side = fc.integer({ min: 40, max: 14_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const plate = plateFor({ stamp: '0047', place: 'Exhibit C · page 3 of 5' }, width, height, fonts);
        expect(plate.x).toBeGreaterThanOrEqual(0);
        expect(plate.x + plate.w).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('ask for room only where words stand in their place', () => {
    const plate = plateFor({ stamp: '0047', place: '' }, 612, 792, fonts);
    const word = (x: number, y: number) => [{ text: 'w', x, y, w: 20, h: 10, line: 0, confidence: 1 }];
    expect(stripFor([plate], word(570, 765), 792)).toBeGreaterThan(plate.h);
    expect(stripFor([plate], word(570, 600), 792)).toBe(0);
    expect(stripFor([plate], word(100, 765), 792)).toBe(0);
  });
});

it('the text layer holds every word once, with a blank, and no control characters', () => {
  const page = pageOf(1, ['one two', 'thr\u0007ee 😀']);
  const shown = [...textLayerOps(page.words, 792).matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex]) =>
    (hex!.match(/.{4}/g) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join(''),
  );
  expect(shown).toEqual(['one ', 'two ', 'three ', '\ufffd ']);
});
