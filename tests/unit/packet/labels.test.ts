// Exhibit letters and stamps: each its own, each readable back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  citeText,
  exhibitHeading,
  exhibitIndex,
  exhibitLabel,
  packetPageOf,
  shortDate,
  stampOf,
} from '../../../shared/packet/labels.ts';

describe('exhibit letters', () => {
  it('run A to Z, then AA', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(exhibitLabel)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  it('can be read back', () => {
    fc.assert(fc.property(fc.nat(2_000_000), (index) => exhibitIndex(exhibitLabel(index)) === index));
    expect(['', 'a', 'A1', 'É'].map(exhibitIndex)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('refuse what is no index', () => {
    expect(() => exhibitLabel(-1)).toThrow(RangeError);
    expect(() => exhibitLabel(1.5)).toThrow(RangeError);
  });
});

describe('stamps', () => {
  const stamping = fc.record({
    prefix: fc.string({ maxLength: 24 }).filter((prefix) => !/\d$/.test(prefix)),
    start: fc.integer({ min: 1, max: 100_000 }),
    digits: fc.integer({ min: 1, max: 9 }),
  });

  it('give every page its own, readable back', () => {
    fc.assert(
      fc.property(stamping, fc.integer({ min: 1, max: 50_000 }), (how, page) => {
        expect(packetPageOf(how, stampOf(how, page))).toBe(page);
        expect(stampOf(how, page)).not.toBe(stampOf(how, page + 1));
      }),
    );
  });

  it('are padded, and run on where the digits end', () => {
    const how = { prefix: 'APPEAL-', start: 1, digits: 4 };
    expect([stampOf(how, 47), stampOf(how, 12_345)]).toEqual(['APPEAL-0047', 'APPEAL-12345']);
    expect(['0047', 'APPEAL-47', 'APPEAL-0000', 'APPEAL-x'].map((stamp) => packetPageOf(how, stamp))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('says citations, dates and headings as they are printed', () => {
  expect(citeText('C', 3, undefined, '0047', '0047')).toBe('Ex. C, p. 3 (0047)');
  expect(citeText('C', 3, 5, '0047', '0049')).toBe('Ex. C, pp. 3–5 (0047–0049)');
  expect([shortDate('2026-09-09'), shortDate('some day'), shortDate('2026-13-01')]).toEqual([
    'Sep 9, 2026',
    'some day',
    '2026-13-01',
  ]);
  expect(exhibitHeading({ label: 'A', title: 'Denial letter', date: '2026-09-09' })).toBe(
    'Exhibit A — Denial letter, Sep 9, 2026',
  );
});
