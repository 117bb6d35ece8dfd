// Evidence: the right pages, the right words, never another person's or another plan's.
import { describe, expect, it } from 'vitest';
import { suggestEvidence } from '../../../shared/cases/evidence.ts';
import { findGaps } from '../../../shared/cases/gaps.ts';
import { textOf } from '../../../shared/cases/page-text.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import { caseOf, paper, RULES, samplePapers } from '../../helpers/cases.ts';
import { countingIds, labelledPapers } from '../../helpers/labelled-papers.ts';

const papers = samplePapers();
const everything = [
  ...papers,
  ...labelledPapers([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30]),
];
const value = caseOf(everything);
const numberOf = (id: string) => Number(id.slice(2));
const forReason = (reason: string, of: Case = value) => {
  const ground = of.grounds.find((each) => each.reason === reason)!;
  return of.evidence.filter((each) => each.groundId === ground.id);
};

describe('the sample case among many papers', () => {
  it('answers medical necessity with the letter, the note, the definition and the criteria', () => {
    const numbers = new Set(forReason('medical-necessity').map((each) => numberOf(each.documentId)));
    for (const wanted of [5, 7, 8, 9]) expect(numbers).toContain(wanted);
    expect(forReason('medical-necessity')[0]!.documentId).toBe(papers[6]!.document.id);
  });

  it('answers experimental with the definition, the letter and the policy', () => {
    const numbers = new Set(forReason('experimental-investigational').map((each) => numberOf(each.documentId)));
    for (const wanted of [7, 8, 9]) expect(numbers).toContain(wanted);
    expect(forReason('experimental-investigational')[0]!.proof!.quote).toContain(
      'is not Experimental or Investigational merely because',
    );
  });

  it('takes nothing from the denial, from what restates it, or from other people and plans', () => {
    for (const each of value.evidence) expect([3, 4, 5, 6, 7, 8, 9, 10]).toContain(numberOf(each.documentId));
  });

  it('quotes words that stand on the page, at most six proofs for a ground', () => {
    for (const each of value.evidence) {
      const page = everything.find((one) => one.document.id === each.documentId)!.pages[each.proof!.pageNumber - 1]!;
      expect(each.proof!.quote).toBe(textOf(page, each.proof!.from, each.proof!.to));
      expect(each.fromPage).toBe(each.proof!.pageNumber);
      expect(each.proof!.quote.split(' ').length).toBeLessThanOrEqual(112);
      expect(each.score).toBeGreaterThan(0);
    }
    for (const ground of value.grounds)
      expect(value.evidence.filter((each) => each.groundId === ground.id).length).toBeLessThanOrEqual(6);
  });

  it('knows what is there and what is missing', () => {
    const gaps = findGaps({ case: value, documents: everything, rules: RULES });
    const missing = gaps.filter((gap) => gap.state === 'missing' && gap.pack === undefined).map((gap) => gap.item);
    expect(missing).toEqual(['literature', 'guideline']);
    expect(gaps.every((gap) => gap.what !== '' && gap.who !== '')).toBe(true);
  });
});

describe('what the user decided', () => {
  const again = (of: Case, documents: readonly FullDocument[] = papers) =>
    suggestEvidence({ case: of, documents, rules: RULES, newEvidenceId: countingIds().newEvidenceId });

  it('survives looking again, and what was rejected is not offered anew', () => {
    const [first, second] = value.evidence;
    const decided = value.evidence.map((each) => {
      if (each === first) return { ...each, state: 'accepted' as const };
      return each === second ? { ...each, state: 'rejected' as const } : each;
    });
    const after = again({ ...value, evidence: decided });
    expect(after.filter((each) => each.id === first!.id)).toEqual([decided[0]]);
    expect(after.filter((each) => each.id === second!.id)).toEqual([decided[1]]);
    const same = after.filter((each) => each.documentId === second!.documentId && each.groundId === second!.groundId);
    expect(same.filter((each) => each.proof?.from === second!.proof?.from)).toHaveLength(1);
  });

  it('finds the same again with the same ids', () => {
    expect(again(value)).toEqual(value.evidence);
  });

  it('leaves a dismissed ground alone', () => {
    const grounds = value.grounds.map((ground) => ({ ...ground, state: 'dismissed' as const }));
    expect(again({ ...value, grounds, evidence: [] })).toEqual([]);
    expect(findGaps({ case: { ...value, grounds }, documents: papers, rules: RULES })).toEqual([]);
  });
});

describe('letters nobody tuned this for', () => {
  const denial = paper(
    41,
    'denial-letter',
    'Harbor Crest Health\n\nMember: Ada Quill\nMember ID: HC 77310\n\nWe cannot cover the power wheelchair. You have not tried a manual chair first, as our guideline asks.\nThe request is denied because a manual wheelchair was not tried.',
    {
      reasons: { 'step-therapy': 'a manual wheelchair was not tried' },
      fields: { member_id: 'HC 77310', member_name: 'Ada Quill', payer: 'Harbor Crest Health' },
    },
  );
  const note = paper(
    42,
    'medical-record',
    'Patient: Ada Quill\n\nShe used a manual wheelchair from January to March. The trial failed: shoulder pain after 100 feet and two falls. It was stopped on March 9.\nThe weather was discussed.',
    { fields: { member_name: 'Ada Quill' } },
  );
  const stranger = paper(
    43,
    'medical-record',
    'Patient: Otto Lark\n\nHe tried a manual wheelchair for six weeks. The trial failed and it was stopped.',
    {
      fields: { member_name: 'Otto Lark' },
    },
  );
  const nameless = paper(
    44,
    'medical-record',
    'A manual wheelchair was tried for six weeks. The trial failed and it was stopped.',
  );
  const made = caseOf([denial, note, stranger, nameless]);

  it('takes the person’s own record, and the sentences that prove it', () => {
    expect(made.evidence.map((each) => numberOf(each.documentId))).toEqual([42]);
    expect(made.evidence[0]!.proof!.quote).toContain('The trial failed: shoulder pain after 100 feet and two falls.');
  });

  it('never quotes a sentence that speaks for the denial', () => {
    const adverse = paper(45, 'medical-record', 'Patient: Ada Quill\n\nThe manual wheelchair has not been tried yet.', {
      fields: { member_name: 'Ada Quill' },
    });
    expect(caseOf([denial, adverse]).evidence).toEqual([]);
  });
});
