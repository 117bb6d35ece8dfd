// Defects of a notice: claimed only where the law surely asks, the paper is whole and clear, and the words are really absent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeDefects } from '../../../shared/cases/defects.ts';
import type { NoticeCheck } from '../../../shared/model/case.ts';
import { AppealLevel, PlanType } from '../../../shared/model/vocabulary.ts';
import { RULES } from '../../helpers/cases.ts';
import { readDenial } from '../../helpers/denials.ts';
import { fixture, letterAround } from '../../helpers/reading.ts';

function checks(text: string, said: Parameters<typeof readDenial>[1]): ReadonlyMap<string, NoticeCheck> {
  const found = noticeDefects({ ...readDenial(text, said), rules: RULES });
  return new Map(found.map((check) => [check.content, check]));
}
const states = (found: ReadonlyMap<string, NoticeCheck>, ids: readonly string[]) =>
  ids.map((id) => [id, found.get(id)?.state]);

const ERISA = fixture('papers/001-ketamine-depression-denial.txt');

describe('a full letter of an employer plan', () => {
  const found = checks(ERISA, { planType: 'erisa-self-funded' });

  it('holds what it holds, each with its words', () => {
    const ids = [
      'specific-reason',
      'plan-provision',
      'standard-used',
      'criteria-copy',
      'appeal-time-limit',
      'civil-action',
    ];
    expect(states(found, ids)).toEqual(ids.map((id) => [id, 'present']));
    expect(found.get('civil-action')?.source?.proof.quote).toContain('502(a)');
    expect(found.get('ebsa')?.source?.proof.pageNumber).toBe(3);
  });

  it('is not asked for what only other plans or levels must say', () => {
    for (const id of ['fair-hearing', 'prescriber-statement', 'adr-sentence', 'opm-review', 'ire'])
      expect(found.has(id)).toBe(false);
  });
});

describe('a bare letter', () => {
  const bare = letterAround('The infusions are not medically necessary for your condition.');

  it('lacks what its plan must say, with what to do about it', () => {
    const found = checks(bare, { planType: 'erisa-self-funded' });
    const ids = ['plan-provision', 'clinical-explanation', 'civil-action', 'external-review'];
    expect(states(found, ids)).toEqual(ids.map((id) => [id, 'missing']));
    expect(found.get('civil-action')).toMatchObject({
      weight: 'required',
      argument: true,
      affects: ['deadline', 'exhaustion'],
    });
    expect(found.get('civil-action')?.citation).toContain('2560.503-1(g)(1)(iv)');
    for (const check of found.values()) expect([check.meaning, check.ask].every((text) => text.length > 10)).toBe(true);
  });

  it('lacks other things under Medicaid', () => {
    const found = checks(bare, { planType: 'medicaid-mco' });
    const ids = ['claim-file', 'fair-hearing', 'expedited'];
    expect(states(found, ids)).toEqual(ids.map((id) => [id, 'missing']));
    expect(found.has('civil-action')).toBe(false);
    expect(found.get('keep-benefits')?.state).toBe('cannot-tell');
  });

  it('must carry the sentence on settling only when it decides an appeal', () => {
    expect(checks(bare, { planType: 'erisa-self-funded' }).has('adr-sentence')).toBe(false);
    const upheld = checks(bare, { planType: 'erisa-self-funded', level: 'first-level-upheld' });
    expect(upheld.get('adr-sentence')?.state).toBe('missing');
  });

  it('owes a copy of the guideline only when it names one', () => {
    const said = { planType: 'erisa-self-funded' } as const;
    expect(checks(bare, said).get('criteria-copy')?.state).toBe('cannot-tell');
    const naming = letterAround('The infusions are not medically necessary under Harrowgate Medical Policy MP-446.');
    expect(checks(naming, said).get('criteria-copy')?.state).toBe('missing');
  });

  it('is never blamed for a condition that it does not tell', () => {
    const found = checks(bare, { planType: 'fully-insured' });
    expect(found.get('civil-action')).toMatchObject({ state: 'cannot-tell', why: expect.stringContaining('employer') });
  });

  it('asks to confirm a type of plan that was only read', () => {
    const found = checks(bare, { planType: 'erisa-self-funded', byUser: false });
    expect(found.get('civil-action')?.why).toContain('confirm');
  });

  it('tells of its ground: an administrative denial owes no clinical reasoning', () => {
    const late = letterAround('The claim was received after the time limit for filing claims had passed.');
    expect(checks(late, { planType: 'erisa-self-funded' }).has('clinical-explanation')).toBe(false);
    expect(checks(bare, { planType: 'erisa-self-funded' }).get('clinical-explanation')?.state).toBe('missing');
  });
});

describe('a paper that may hide something', () => {
  const bare = letterAround('The infusions are not medically necessary for your condition.');
  const said = { planType: 'erisa-self-funded' } as const;
  const worst = (input: Parameters<typeof noticeDefects>[0]) =>
    noticeDefects(input).filter(({ state }) => state === 'missing');

  it('has no defect while the type of plan is unknown', () => {
    const found = noticeDefects({ ...readDenial(ERISA, { planType: 'unknown', byUser: false }), rules: RULES });
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(found.find(({ content }) => content === 'specific-reason')?.state).toBe('present');
  });

  it('has none when a page is hard to read, empty, or not there', () => {
    const { case: value, denial } = readDenial(bare, said);
    const input = { case: value, denial, rules: RULES };
    expect(worst(input).length).toBeGreaterThan(0);
    expect(worst({ ...input, denial: { ...denial, document: { ...denial.document, hardPages: 1 } } })).toEqual([]);
    const faint = denial.pages.map((page) => ({ ...page, source: 'ocr' as const, confidence: 0.5 }));
    expect(worst({ ...input, denial: { ...denial, pages: faint } })).toEqual([]);
    expect(worst({ ...readDenial(`${bare}\n\nPage 1 of 3`, said), rules: RULES })).toEqual([]);
    const { notice: _, ...older } = denial.reading;
    expect(worst({ ...input, denial: { ...denial, reading: older } })).toEqual([]);
  });

  it('gives every present content its words and every missing one its law, for every plan and level', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PlanType.options), fc.constantFrom(...AppealLevel.options), (planType, level) => {
        for (const text of [ERISA, bare]) {
          for (const check of noticeDefects({ ...readDenial(text, { planType, level }), rules: RULES })) {
            if (check.state === 'present') expect(check.source?.proof.quote).toBeTruthy();
            if (check.state === 'missing')
              expect([check.source, check.citation === undefined]).toEqual([undefined, false]);
            if (check.state === 'cannot-tell') expect(check.why).not.toBe('');
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

it('a letter in Spanish is never said to lack what the law asks for', () => {
  const found = checks(fixture('spanish/mri-denial.txt'), { planType: 'erisa-self-funded' });
  expect(found.size).toBeGreaterThan(0);
  expect([...found.values()].filter(({ state }) => state === 'missing')).toEqual([]);
});
