// What optical reading makes of codes and numbers is mended where the signs around leave one sense, and nothing else is touched.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opticallyMended } from '../../../shared/text/optical.ts';

describe('words that were read optically', () => {
  test.each([
    ['C0-197', 'CO-197'],
    ['C0-97,', 'CO-97,'],
    ['(0A-22,', '(OA-22,'],
    ['CO-l8', 'CO-18'],
    ['PR-1O9', 'PR-109'],
    ['N7O6', 'N706'],
    ['MAl30', 'MA130'],
    ['26O12', '26012'],
    ['4l7-20', '417-20'],
    ['KHOO77150244', 'KH0077150244'],
    ['KO823', 'K0823'],
    ['A@428', 'A0428'],
    ['AQ429', 'A0429'],
    ['(GO299)', '(G0299)'],
    ['L57.O,', 'L57.0,'],
    ['RO0.2', 'R00.2'],
    ['@7', '07'],
    ['$680.0@', '$680.00'],
    ['@2-25195-661', '02-25195-661'],
    ['P.0.', 'P.O.'],
  ])('%s is %s', (read, printed) => {
    expect(opticallyMended(read)).toBe(printed);
  });

  test.each([
    'CO-B7',
    'OFFICE',
    'Oslo',
    'BCO123',
    'N10',
    'M62.81',
    'P1-97',
    'O4',
    '10A',
    'HMO',
    '2nd',
    'B12',
    'CO-45',
    'a1@mail.example',
    'HOLLOW',
    'P10',
  ])('%s stays as it is', (word) => {
    expect(opticallyMended(word)).toBe(word);
  });

  test('no word gets longer or shorter, and what is mended stays so', () => {
    const word = fc.string({ unit: fc.constantFrom(...'COAPRINMOolI0123456789-(,)$BS7') });
    fc.assert(
      fc.property(word, (read) => {
        const mended = opticallyMended(read);
        expect(mended).toHaveLength(read.length);
        expect(opticallyMended(mended)).toBe(mended);
      }),
    );
  });
});
