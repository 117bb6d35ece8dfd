// Making a case: what is read, where it comes from, and what stays blank.
import { describe, expect, it } from 'vitest';
import { caseSummary } from '../../../shared/cases/summary.ts';
import { AppError } from '../../../shared/errors.ts';
import { Case } from '../../../shared/model/case.ts';
import { caseOf, paper, samplePapers } from '../../helpers/cases.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';

describe('the sample case', () => {
  const papers = samplePapers();
  const value = caseOf(papers);

  it('has the shape of a case, with every fact there or blank', () => {
    expect(Case.parse(value)).toEqual(value);
  });

  it('reads what the denial states, each with its page', () => {
    const { facts } = value;
    expect(facts.planName.value).toBe('Lowenridge Tool & Die, Inc. Employee Health Benefit Plan');
    expect(facts.deniedAmount.value).toBe('$2,970.00');
    expect(facts.billedAmount.value).toBe('$3,870.00');
    expect(facts.senderAddress.value).toBe('2280 FALLOW COURT\nALDER POINT MN 55798');
    expect(facts.claimNumbers.value).toBe('2620-5517-084, 2621-1904-337');
    for (const fact of Object.values(facts)) {
      if (fact.value !== undefined) expect(fact.source?.documentId).toBe(papers[0]!.document.id);
      expect(fact.byUser).toBe(false);
    }
    expect(value.planType).toMatchObject({ value: 'erisa-self-funded', byUser: false });
    expect(value.planType.source).toBeDefined();
  });

  it('attaches the statements and bills of the denied claims, and no others', () => {
    const strangers = labelledPapers([24, 26, 28]);
    const attached = caseOf([...papers, ...strangers]).attachments;
    expect(attached).toEqual([2, 3, 4].map((number) => papers[number - 1]!.document.id));
  });

  it('has one ground per reason, in the order of the letter', () => {
    expect(value.grounds.map((ground) => ground.reason)).toEqual(['experimental-investigational', 'medical-necessity']);
    expect(value.grounds.every((ground) => ground.state === 'read' && ground.answer === '')).toBe(true);
  });

  it('is summed up with its day to aim for', () => {
    const accepted = { ...value, evidence: value.evidence.map((each) => ({ ...each, state: 'accepted' as const })) };
    expect(caseSummary(value, [], 2)).toEqual({
      id: value.id,
      title: value.title,
      groundCount: 2,
      answeredCount: 0,
      packetCount: 2,
      status: 'preparing',
      level: 'initial-denial',
      patient: 'Maren J. Sandquist',
      payer: 'Quillback Health Administrators',
      claims: '2620-5517-084, 2621-1904-337',
    });
    expect(caseSummary(accepted, [], 0).answeredCount).toBe(2);
    const first = value.grounds[0]!;
    const dismissed = { ...value, grounds: [{ ...first, state: 'dismissed' as const }, value.grounds[1]!] };
    expect(caseSummary(dismissed, [], 0).groundCount).toBe(1);
  });
});

it('keeps the surest proof of a reason given twice', () => {
  const denial = paper(1, 'denial-letter', 'It is not needed. The care is not medically necessary at all.', {
    reasons: { 'medical-necessity': 'not medically necessary' },
  });
  const sure = denial.reading.reasons[0]!;
  const doubled = {
    ...denial,
    reading: {
      ...denial.reading,
      reasons: [{ ...sure, confidence: 0.2, proof: { ...sure.proof, from: 0, to: 3 } }, sure],
    },
  };
  const value = caseOf([doubled]);
  expect(value.grounds).toHaveLength(1);
  expect(value.grounds[0]!.source!.proof).toEqual(sure.proof);
});

it('refuses a paper that denies nothing, but takes a denial letter whose reasons could not be read', () => {
  expect(() => caseOf([paper(1, 'bill', 'Please pay $20.00.')])).toThrow(AppError);
  expect(caseOf([paper(1, 'denial-letter', 'Your claim is denied.')]).grounds).toEqual([]);
});

describe('facts from other papers', () => {
  const denial = paper(1, 'denial-letter', 'Claim 77-1200-9 is denied: not medically necessary.', {
    reasons: { 'medical-necessity': 'not medically necessary' },
    fields: { claim_numbers: ['77-1200-9'] },
  });
  const eob = (number: number, claim: string) =>
    paper(
      number,
      'eob',
      `Oakridge Mutual\nMember ID OM 4411\nClaim ${claim}\nAPPEALS FAX 612-555-0101\nTotal not covered:  310.00`,
      {
        fields: {
          claim_numbers: [claim],
          member_id: 'OM 4411',
          payer: 'Oakridge Mutual',
          appeal_fax: '612-555-0101',
          plan_type: 'fully-insured',
        },
      },
    );

  it('are taken from a paper of the same claim, with that paper as source', () => {
    const value = caseOf([denial, eob(2, '77-1200-9')]);
    expect(value.facts.memberId).toMatchObject({
      value: 'OM 4411',
      source: { documentId: eob(2, '77-1200-9').document.id },
    });
    expect(value.facts.appealFax.value).toBe('612-555-0101');
    expect(value.facts.deniedAmount.value).toBe('$310.00');
    expect(value.planType.value).toBe('fully-insured');
  });

  it('stay blank rather than come from a paper of another claim', () => {
    const value = caseOf([denial, eob(2, '99-0000-1')]);
    expect(value.facts.memberId).toEqual({ byUser: false });
    expect(value.facts.appealFax.value).toBeUndefined();
    expect(value.planType).toEqual({ value: 'unknown', byUser: false });
  });
});

it('finds the sender’s address in a two-column head, and none where there is none', () => {
  const [tricare, mri] = labelledPapers([12, 14]);
  expect(caseOf([tricare!]).facts.senderAddress.value).toBe('UNIT 4 BOX 218\nFORT KELLANDER WY 82111');
  expect(caseOf([mri!]).facts.senderAddress.value).toBeUndefined();
});
