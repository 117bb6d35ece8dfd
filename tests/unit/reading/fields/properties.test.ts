// Whatever words a paper holds, its fields are read without a fault, and every value is proved by words that stand on the page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { readDocument } from '../../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../../shared/text/plain-text.ts';
import { READING_RULES } from '../../../helpers/reading.ts';

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Member ID:',
      'Member',
      'Claim',
      'Claim no.',
      'Provider',
      'Group',
      'Case',
      'Date of service',
      'TOTAL',
      'Billed',
      'You owe',
      'Article',
      'Section',
      'Policy',
      'CARC',
      'CO-97',
      '[119, N362]',
      'M119',
      '99213',
      'J1628',
      'E04.1',
      '$1,240.00',
      '270.00',
      '03/02/2026',
      'March 3 and 5, 2026',
      'QRX-4410-778',
      'Arlo Penhaligon',
      'Dr. Nell Okonjo, MD',
      'Larkin Valley Hospital',
      'on behalf of',
      'Dear',
      'APPEALS',
      'within 180 days',
      'P.O. Box 8,',
      'KS 66999',
      'fax 785-555-0129',
      '|',
      '....',
      ':',
      '(',
      '- -',
      'not',
      'covered',
      'approval, number',
      'see',
      '42 CFR 423.578(b)',
      'I',
      'VI,',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 14 }) },
);
const gap = fc.constantFrom(' ', ' ', '    ', '\n', '\n', '\n\n', '\f', '\t');
const paper = fc
  .array(fc.tuple(piece, gap), { maxLength: 160 })
  .map((parts) => parts.map(([text, after]) => text + after).join(''));

describe('fields of any words', () => {
  it('are read without a fault and proved on their page', () => {
    fc.assert(
      fc.property(paper, fc.constantFrom(...DocumentKind.options), (text, kind) => {
        const pages = pagesFromText(text);
        for (const { proof } of readDocument(pages, READING_RULES, kind).findings) {
          const page = pages.find((other) => other.pageNumber === proof.pageNumber);
          expect(proof.to).toBeGreaterThan(proof.from);
          expect(proof.to).toBeLessThanOrEqual(page?.words.length ?? 0);
          expect(proof.quote).not.toBe('');
        }
      }),
      { numRuns: 250 },
    );
  });

  it('stay the same when blank lines are added at the foot', () => {
    fc.assert(
      fc.property(paper, (text) => {
        const read = (words: string) => readDocument(pagesFromText(words), READING_RULES, 'denial-letter').fields;
        expect(read(`${text.trimEnd()}\n\n`)).toEqual(read(text.trimEnd()));
      }),
      { numRuns: 60 },
    );
  });
});
