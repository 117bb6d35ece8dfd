// Dates, amounts, telephone numbers and identifiers in the shapes letters print them.
import { describe, expect, it } from 'vitest';
import { datesIn, identifierAt, moneyIn, phonesIn, serviceDatesIn } from '../../../shared/reading/fields/values.ts';

describe('datesIn', () => {
  it.each([
    ['September 9, 2026', '2026-09-09'],
    ['21 MAY 2025', '2025-05-21'],
    ['10-Jul-2025', '2025-07-10'],
    ['December 2nd 2025', '2025-12-02'],
    ['07/13/26', '2026-07-13'],
    ['3/14/25', '2025-03-14'],
    ['2026-02-28', '2026-02-28'],
  ])('reads %s', (text, iso) => {
    expect(datesIn(`on ${text} we`).map((date) => date.value)).toEqual([iso]);
  });

  it('reads no date that does not exist, nor numbers that only look alike', () => {
    expect(datesIn('02/30/2026 13/13/26 715-555-0148 2207-0036618 RI 73-999')).toEqual([]);
  });
});

describe('serviceDatesIn', () => {
  it('reads days written together', () => {
    expect(serviceDatesIn('July 13, 15 and 17, 2026').map((date) => date.value)).toEqual([
      '2026-07-13',
      '2026-07-15',
      '2026-07-17',
    ]);
    expect(serviceDatesIn('July 13 to July 24, 2026').map((date) => date.value)).toEqual(['2026-07-13', '2026-07-24']);
  });
});

describe('moneyIn, phonesIn, identifierAt', () => {
  it('reads amounts', () => {
    expect(moneyIn('$3,870.00 and 41,906.15 and -216.00').map((hit) => hit.value)).toEqual([3870, 41906.15, -216]);
    expect(moneyIn('section 2.31.4, 7.04.22, 10 days')).toEqual([]);
  });

  it('reads telephone numbers as printed', () => {
    expect(phonesIn('call 1-800-555-0162 or (307) 555-0154').map((hit) => hit.value)).toEqual([
      '1-800-555-0162',
      '(307) 555-0154',
    ]);
  });

  it('reads an identifier up to the first word', () => {
    expect(identifierAt(' QHA 4471 90362-01, group 70')?.value).toBe('QHA 4471 90362-01');
    expect(identifierAt('G-44170 (Callender Harbor Pilots LLC)')?.value).toBe('G-44170');
    expect(identifierAt('22871 Blackthorn County Schools')?.value).toBe('22871');
    expect(identifierAt('FBK400718826 / 02')?.value).toBe('FBK400718826 / 02');
    expect(identifierAt('Blackthorn')).toBeUndefined();
  });
});

describe('what optical reading got wrong', () => {
  it.each([
    ['O3/14/2O26', '2026-03-14'],
    ['03/l4/2026', '2026-03-14'],
    ['March l4, 2O26', '2026-03-14'],
  ])('reads the date %s', (text, iso) => {
    expect(datesIn(`on ${text} we`).map((date) => date.value)).toEqual([iso]);
  });

  it('reads amounts with letters for digits', () => {
    expect(moneyIn('$1,24O.OO and $l5.00').map((hit) => hit.value)).toEqual([1240, 15]);
  });
});
