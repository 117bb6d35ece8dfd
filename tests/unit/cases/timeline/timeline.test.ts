// The chronology: every dated event of the sample's papers with its page, what the user noted beside it, and no words that stand on no page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../../shared/cases/timeline/timeline.ts';
import { EntryId } from '../../../../shared/ids.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import { caseOf, paper, samplePapers } from '../../../helpers/cases.ts';

const entryId = (number: number) => EntryId.parse(`n_${number.toString(16).padStart(16, '0')}`);
const of = (value: Case, documents: readonly FullDocument[]) =>
  timelineOf({ case: value, documents, treatments: [], scores: [], letterNames: (kind) => kind });

describe('the sample case', () => {
  const papers = samplePapers();
  const value = caseOf(papers);
  const events = of(value, papers);
  const paperNumber = (id: string | undefined) => Number((id ?? '').slice(-3));
  const on = (day: string) => events.filter((event) => event.on === day);

  it('has a line for each call of the log, with its page', () => {
    const calls = ['2026-07-06', '2026-08-27', '2026-09-15', '2026-09-25', '2026-10-05'];
    for (const day of calls) {
      const [call] = on(day).filter((event) => event.kind === 'call');
      expect(paperNumber(call?.source?.documentId), day).toBe(10);
      expect(call?.source?.proof.pageNumber).toBe(1);
    }
    expect(on('2026-07-06').find((event) => event.kind === 'call')?.what).toContain('no auth required');
  });

  it('has the denial, the statements, the bills and the letter of medical necessity on their days', () => {
    const line = (day: string, words: RegExp) => on(day).find((event) => words.test(event.what));
    expect(paperNumber(line('2026-09-09', /Denial letter/)?.source?.documentId)).toBe(1);
    expect(paperNumber(line('2026-08-26', /Explanation of benefits/)?.source?.documentId)).toBe(2);
    expect(paperNumber(line('2026-08-31', /Bill/)?.source?.documentId)).toBe(3);
    expect(paperNumber(line('2026-09-28', /Bill/)?.source?.documentId)).toBe(4);
    expect(paperNumber(line('2026-10-06', /Letter of medical necessity/)?.source?.documentId)).toBe(7);
    expect(paperNumber(line('2026-10-08', /faxed her letter/)?.source?.documentId)).toBe(10);
    expect(line('2026-09-16', /faxed the written request/)?.kind).toBe('letter');
  });

  it('names the care of every day of the six infusions', () => {
    for (const day of ['2026-07-13', '2026-07-15', '2026-07-17', '2026-07-20', '2026-07-22', '2026-07-24'])
      expect(
        on(day).some((event) => event.kind === 'care' && /infusion/i.test(event.what)),
        day,
      ).toBe(true);
  });

  it('is in order of time and says nothing that is not on its page', () => {
    expect(events.map((event) => event.on)).toEqual(events.map((event) => event.on).toSorted());
    for (const event of events) {
      const page = papers
        .find(({ document }) => document.id === event.source?.documentId)
        ?.pages.find(({ pageNumber }) => pageNumber === event.source?.proof.pageNumber);
      const { from, to, quote } = event.source?.proof ?? { from: 0, to: 0, quote: '?' };
      expect(
        page?.words
          .slice(from, to)
          .map((word) => word.text)
          .join(' '),
      ).toBe(quote);
    }
  });

  it('takes what the user noted beside it, and leaves out what he took out', () => {
    const noted: Case = {
      ...value,
      receivedOn: '2026-09-14',
      diary: [
        {
          id: entryId(1),
          kind: 'call',
          direction: 'out',
          on: '2026-11-02',
          person: 'Lourdes',
          organisation: 'Quillback',
          reference: 'C-1',
          said: 'The file will come.',
          promised: 'claim file',
          promisedBy: '2026-11-20',
          kept: false,
        },
      ],
      submissions: [
        {
          id: entryId(2),
          what: 'appeal',
          channel: 'fax',
          on: '2026-11-10',
          to: '715-555-0148',
          confirmation: 'OK 4',
          note: '',
        },
      ],
      record: { treatments: [], scores: [], hidden: ['care/2026-07-13'] },
    };
    const lines = of(noted, papers).map((event) => `${event.on} ${event.what}`);
    expect(lines).toContain('2026-09-14 The denial arrived');
    expect(lines).toContain(
      '2026-11-02 Call with Lourdes, Quillback, reference C-1: The file will come. — Promised: claim file by November 20, 2026',
    );
    expect(lines).toContain('2026-11-10 Appeal sent by fax to 715-555-0148, confirmation OK 4');
    expect(lines.some((line) => line.startsWith('2026-07-13 99213'))).toBe(false);
  });
});

it('leaves out papers of other people', () => {
  const denial = paper(1, 'denial-letter', 'Not medically necessary.', {
    reasons: { 'medical-necessity': 'Not medically necessary.' },
    fields: { member_name: 'Rowan Ashgrove', member_id: 'A1' },
  });
  const other = paper(2, 'bill', 'Statement 05/01/2026 for Piper Quell', {
    fields: { member_name: 'Piper Quell', member_id: 'B2', letter_date: '2026-05-01' },
  });
  const value = caseOf([denial, other]);
  expect(of(value, [denial, other])).toEqual([]);
});

it('never fails on any words, and quotes only what stands there', () => {
  const word = fc.oneof(
    fc.constantFrom('07/06/26', 'Mon', '10:14a', 'called', 'On', 'May', '3,', '2026', 'received', '.', 'fax', '-'),
    fc.string({ minLength: 1, maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 14 }), (lines) => {
      const text = lines.map((line) => line.join(' ')).join('\n');
      const denial = paper(1, 'denial-letter', 'Not medically necessary.', {
        reasons: { 'medical-necessity': 'Not medically necessary.' },
      });
      const log = paper(2, 'correspondence', text);
      for (const event of of(caseOf([denial, log]), [denial, log])) {
        const page = log.pages.find(({ pageNumber }) => pageNumber === event.source?.proof.pageNumber);
        const { from, to, quote } = event.source!.proof;
        expect(
          page?.words
            .slice(from, to)
            .map(({ text: each }) => each)
            .join(' '),
        ).toBe(quote);
      }
    }),
    { numRuns: 60 },
  );
});
