// Reasons judged and taken back, codes named once, limits in words.
import { expect, test } from 'vitest';
import { codeAsPrinted, eachOnce } from '../../../renderer/screens/paper/denial/codes.ts';
import { awayWith, saidOf, undoOf } from '../../../renderer/screens/paper/denial/verdicts.ts';
import { doubtInWords, limitInWords, sentencesIn } from '../../../renderer/wording/denial.ts';
import type { CodeInWords } from '../../../shared/model/denial.ts';
import type { Corrections, Reading, ReasonFinding } from '../../../shared/model/finding.ts';
import type { ReasonId } from '../../../shared/model/vocabulary.ts';
import { corrected, NO_CORRECTIONS, withVerdict } from '../../../shared/reading/corrected.ts';

const finding = (reason: ReasonId, from: number): ReasonFinding => ({
  reason,
  proof: { pageNumber: 1, from, to: from + 3, quote: reason },
  confidence: 0.9,
  why: [],
});
const READ: Reading = {
  kind: { value: 'denial-letter', confidence: 1, why: [] },
  title: undefined,
  reasons: [finding('medical-necessity', 10), finding('cosmetic', 20)],
  fields: {},
  findings: [],
  statedTimes: [],
  zones: [],
};

/** The same two steps the core takes for `becomes`, and one for everything else. */
function judged(current: Corrections, judgements: ReturnType<typeof undoOf>): Corrections {
  return judgements.reduce<Corrections>((all, { reason, verdict, proof, becomes }) => {
    if (becomes === undefined) return withVerdict(all, { reason, verdict, ...(proof && { proof }) });
    const at = proof ?? corrected(READ, all).reasons.find((each) => each.reason === reason)?.proof;
    const without = withVerdict(all, { reason, verdict: 'dismissed' });
    return withVerdict(without, { reason: becomes, verdict: 'added', ...(at && { proof: at }) });
  }, current);
}

const PROOF = { pageNumber: 2, from: 1, to: 4, quote: 'by hand' };

test.each([
  ['confirmed', { reason: 'medical-necessity', verdict: 'confirmed' }],
  ['dismissed', { reason: 'cosmetic', verdict: 'dismissed' }],
  ['added', { reason: 'step-therapy', verdict: 'added', proof: PROOF }],
  ['changed into another', { reason: 'cosmetic', verdict: 'dismissed', becomes: 'benefit-exclusion' }],
] as const)('a reason %s can be taken back, whatever was said before', (_name, judgement) => {
  const earlier = [
    NO_CORRECTIONS,
    judged(NO_CORRECTIONS, [{ reason: judgement.reason, verdict: 'confirmed' }]),
    judged(NO_CORRECTIONS, [{ reason: 'benefit-exclusion', verdict: 'added', proof: PROOF }]),
  ];
  for (const before of earlier) {
    const reading = corrected(READ, before);
    const after = judged(judged(before, [judgement]), undoOf(reading, judgement));
    expect(corrected(READ, after)).toEqual(reading);
  }
});

test('what was said of a reason so far', () => {
  const reading = corrected(
    READ,
    judged(NO_CORRECTIONS, [
      { reason: 'cosmetic', verdict: 'dismissed' },
      { reason: 'step-therapy', verdict: 'added', proof: PROOF },
    ]),
  );
  expect(saidOf(reading, 'medical-necessity').verdict).toBe('none');
  expect(saidOf(reading, 'cosmetic').verdict).toBe('dismissed');
  expect(saidOf(reading, 'step-therapy')).toEqual({ reason: 'step-therapy', verdict: 'added', proof: PROOF });
});

test('an added reason is forgotten, a read one is kept as dismissed', () => {
  expect(awayWith({ ...finding('cosmetic', 1), byUser: 'added' }).verdict).toBe('none');
  expect(awayWith(finding('cosmetic', 1)).verdict).toBe('dismissed');
});

const code = (system: CodeInWords['system'], value: string, quote: string, pays?: string): CodeInWords => ({
  system,
  code: value,
  proof: { pageNumber: 1, from: 0, to: 1, quote },
  ...(pays !== undefined && { pays }),
});

test('a code is printed with its group', () => {
  expect(codeAsPrinted(code('carc', '97', 'OA-97,'))).toBe('OA-97');
  expect(codeAsPrinted(code('carc', '197', 'CO 197'))).toBe('CO-197');
  expect(codeAsPrinted(code('carc', '50', '50'))).toBe('50');
  expect(codeAsPrinted(code('cpt_hcpcs', '20610', '20610-50'))).toBe('20610');
});

test('each code once, those that say why first', () => {
  const codes = [
    code('icd10', 'F33.2', 'F33.2'),
    code('carc', '45', 'PR-45'),
    code('carc', '45', 'PR-45.', 'You'),
    code('rarc', 'M80', 'M80'),
  ];
  expect(eachOnce(codes).map(({ code: value, pays }) => `${value} ${pays ?? ''}`.trim())).toEqual([
    '45 You',
    'M80',
    'F33.2',
  ]);
});

test('limits and doubts in words', () => {
  expect(limitInWords({ amount: 180, unit: 'days', from: 'receipt' })).toBe('180 days from the day you received it');
  expect(limitInWords({ amount: 1, unit: 'months' })).toBe('1 month');
  expect(limitInWords({ amount: 5, unit: 'days', date: '2027-03-01' })).toBe('by March 1, 2027');
  expect(limitInWords({})).toBe('');
  expect(doubtInWords(0.5)).toMatch(/check/);
  expect(doubtInWords(0.95)).toBeUndefined();
});

test('a paragraph falls into its sentences, dates and citations whole', () => {
  expect(sentencesIn('March 8, 2027 is the last day. See 29 CFR 2560.503-1(h). Aim for March 1, 2027.')).toEqual([
    'March 8, 2027 is the last day.',
    'See 29 CFR 2560.503-1(h).',
    'Aim for March 1, 2027.',
  ]);
});
