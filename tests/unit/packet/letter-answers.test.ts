// The user's words as answers: the first sentence in the table, an answer written in the letter alone, criteria the pages meet, doubtful quotes.
import { describe, expect, it } from 'vitest';
import type { CrosswalkRow } from '../../../shared/model/criteria.ts';
import type { Letter } from '../../../shared/model/letter.ts';
import { firstAnswer } from '../../../shared/packet/letter-answers.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import {
  answerOf,
  cite,
  documentId,
  evidenceOf,
  groundId,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from '../../helpers/packet-fixtures.ts';

const first = (words: string) => firstAnswer(letterOf(answerOf(1, 'Reason 1', [text(words)])), groundId(1));
const papers = [
  paperOf(1, { kind: 'denial-letter' }),
  paperOf(2, { kind: 'medical-record', pages: [pageOf(1, ['Six trials were made.'])] }),
];
const planOf = (letter: Letter, more: Partial<Parameters<typeof planPacket>[0]> = {}) =>
  planPacket({
    case: packetCase({ evidence: [], ownLetter: { letter, draft: letter } }),
    documents: new Map(papers.map((paper) => [paper.document.id as string, paper])),
    letter,
    deadlines: [],
    gaps: [],
    draft: false,
    today: TODAY,
    ...more,
  });

describe('the first sentence of an answer', () => {
  it('ends where a sentence ends, and nowhere else', () => {
    expect(first('Dr. Vasterling treated me. She wrote it down.')).toBe('Dr. Vasterling treated me.');
    expect(first('It cost $3.50 in all, e.g. at noon! Then more.')).toBe('It cost $3.50 in all, e.g. at noon!');
    expect(first('No end')).toBe('No end');
  });

  it('is cut when it is long', () => {
    const cut = first(`${'word '.repeat(80)}.`);
    expect(cut).toMatch(/word…$/);
    expect(cut!.length).toBeLessThanOrEqual(181);
  });

  it('is only the user’s: what the app wrote and other reasons’ answers do not count', () => {
    const form = { kind: 'paragraph', origin: 'form', inlines: [text('By the app.')], groundId: groundId(1) } as const;
    const letter = letterOf([
      { kind: 'heading', level: 1, text: 'Reason 1', groundId: groundId(1) },
      { ...form, inlines: [...form.inlines] },
      ...answerOf(2, 'Reason 2', [text('By me.')]),
    ]);
    expect(firstAnswer(letter, groundId(1))).toBeUndefined();
    expect(firstAnswer(letter, groundId(2))).toBe('By me.');
  });
});

describe('the plan', () => {
  it('counts an answer that stands only in the letter, and prints its first sentence', () => {
    const plan = planOf(letterOf(answerOf(1, 'Reason 1: Necessary', [text('I need it. More.')])));
    expect(plan.problems.map(({ code }) => code)).not.toContain('ground-unanswered');
    expect(plan.matrix[0]).toMatchObject({ answer: 'I need it.' });
  });

  it('names the criteria that the pages of an answer meet', () => {
    const row = (label: string, state: CrosswalkRow['state'], paper: number): CrosswalkRow => ({
      criterion: { id: label, label, text: 'Four trials', needs: 'all', byUser: false },
      state,
      facts: [
        {
          source: { documentId: documentId(paper), proof: { pageNumber: 1, from: 0, to: 1, quote: 'Six' } },
          why: '',
          byUser: false,
        },
      ],
      why: '',
      byUser: false,
    });
    const letter = letterOf(answerOf(1, 'Reason 1', [text('See '), cite(2, 1)]));
    const crosswalk = [row('4.1', 'met', 2), row('4.2', 'not-met', 2), row('4.3', 'met', 1)];
    const value = packetCase({ evidence: [evidenceOf(1, 1, 2)] });
    expect(planOf(letter, { case: value, crosswalk }).matrix[0]?.criteria).toEqual(['4.1']);
  });

  it('warns of a quote that is not on its page, in the user’s own letter', () => {
    const quote = (words: string) =>
      letterOf([
        ...answerOf(1, 'Reason 1', [text('I need it.')]),
        { kind: 'quote', inlines: [text(`“${words}” `), cite(2, 1)] },
      ]);
    const codes = (words: string) => planOf(quote(words)).problems.map(({ code }) => code);
    expect(codes('Six trials were made.')).not.toContain('quote-not-on-page');
    expect(codes('Nine trials were made.')).toContain('quote-not-on-page');
  });
});
