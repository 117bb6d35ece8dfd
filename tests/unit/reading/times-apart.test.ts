// Lengths of time that are no limit, limits through the ends of pages and lines and through reading errors, and papers that state none.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { fixture, READING_RULES, readText } from '../../helpers/reading.ts';
import { letterWith, said, timesIn } from '../../helpers/rights-letters.ts';

describe('lengths of time that are no limit', () => {
  it.each([
    'You may appeal if your doctor says that six weeks of physical therapy in the last three months did not help.',
    'An appeal may show that the drug was tried for at least 60 days.',
    'You can appeal the denial of the 30 day supply.',
    'Our appeals unit is open 24 hours a day, 7 days a week.',
    'Your appeal can include records from the past 12 months.',
    'Children under 18 years of age may be represented by a parent in an appeal.',
    'The plan pays for 20 visits per year; you may appeal if you need more.',
    'The appeal form is 2 pages and takes most people a few minutes.',
  ])('%s', (text) => {
    expect(timesIn(text)).toEqual([]);
  });

  it('nor the history of a claim or of an earlier appeal', () => {
    const letter = letterWith('Call us with questions.').replace(
      'because it was not medically necessary.',
      'because your appeal was sent more than 180 days after the first denial. The records show three weeks of care after the surgery of 4 months ago.',
    );
    expect(readText(letter).statedTimes).toEqual([]);
  });
});

describe('through page ends, line ends and reading errors', () => {
  const text = 'You must file your appeal within one hundred eighty (180) calendar days after you receive this letter.';

  it('reads across any line end', () => {
    for (let width = 30; width <= 100; width += 1)
      expect(timesIn(text, width), `width ${width}`).toEqual(['internal-appeal 180 days receipt']);
  });

  it('reads across a page end and quotes the words of one page', () => {
    const pages = pagesFromText(
      letterWith(text, 40).replace('calendar\ndays', 'calendar\n\fdays').replace('(180)\n', '(180)\n\f'),
    );
    const [time] = readDocument(pages, READING_RULES).statedTimes;
    expect(time).toMatchObject({ step: 'internal-appeal', amount: 180 });
    expect(time?.proof.quote).toContain('(180)');
  });

  it.each([
    'You may appeal within 18O days of the date of this letter.',
    'You may appeal within l80 days of the date of this letter.',
    'You may appeal within 180 clays of the date of this letter.',
    'You may appea1 within 180days of the date of this 1etter.',
  ])('reads “%s”', (noisy) => {
    expect(timesIn(noisy)).toEqual(['internal-appeal 180 days notice-date']);
  });

  it('quotes the whole sentence', () => {
    const [time] = readText(letterWith(`Thank you for reading. ${text} Call us with questions.`)).statedTimes;
    expect(time?.proof.quote).toBe(text);
  });
});

it('says nothing of bills, records and cards, nor of boilerplate in other languages', () => {
  expect(readText(fixture('papers/004-cedar-lantern-statement-september.txt')).statedTimes).toEqual([]);
  expect(readText(fixture('papers/005-psychiatry-visit-note.txt')).statedTimes).toEqual([]);
  const spanish = readText(fixture('papers/015-medicaid-er-visit-denial.txt')).statedTimes;
  expect(spanish.map(said)).toEqual([
    'internal-appeal 60 days notice-date',
    'plan-decision 15 days',
    'plan-decision-expedited 72 hours',
    'fair-hearing 120 days final-decision',
  ]);
});
