// Rights after a denial: those of the plan and level, each saying whether the letter speaks of it.
import { describe, expect, it } from 'vitest';
import { rightsOf } from '../../../shared/cases/rights.ts';
import { RULES } from '../../helpers/cases.ts';
import { readDenial } from '../../helpers/denials.ts';
import { fixture, letterAround } from '../../helpers/reading.ts';

const rights = (text: string, said: Parameters<typeof readDenial>[1]) =>
  new Map(rightsOf({ ...readDenial(text, said), rules: RULES }).map((right) => [right.id, right]));

const BARE = letterAround('The infusions are not medically necessary for your condition.');

describe('rights', () => {
  it('of an employer plan, with the words of the letter where it speaks of them', () => {
    const found = rights(fixture('papers/001-ketamine-depression-denial.txt'), { planType: 'erisa-self-funded' });
    expect(found.get('claim-file')).toMatchObject({
      inLetter: 'mentioned',
      citation: expect.stringContaining('2560.503-1'),
    });
    expect(found.get('claim-file')?.source?.proof.quote).toContain('documents');
    expect(found.get('same-specialty')).toBeDefined();
    expect(found.get('parity')?.inLetter).toBe('mentioned');
    expect(found.has('fair-hearing')).toBe(false);
  });

  it('of Medicare Advantage and Medicaid differ', () => {
    const advantage = rights(BARE, { planType: 'medicare-advantage' });
    expect(advantage.get('appeal')?.remark).toContain('65 calendar days');
    expect(advantage.has('ire')).toBe(true);
    const medicaid = rights(BARE, { planType: 'medicaid-mco', level: 'first-level-upheld' });
    expect(medicaid.get('fair-hearing')?.inLetter).toBe('not-mentioned');
    expect(medicaid.has('appeal')).toBe(false);
  });

  it('follow the grounds: outside review for medical judgment, not for a late claim', () => {
    const late = letterAround('The claim was received after the time limit for filing claims had passed.');
    expect(rights(BARE, { planType: 'fully-insured' }).has('external-review')).toBe(true);
    expect(rights(late, { planType: 'fully-insured' }).has('external-review')).toBe(false);
  });

  it('say so where the letter does not tell whether they are for this denial', () => {
    expect(rights(BARE, { planType: 'medicaid-mco' }).get('keep-care')?.condition).toContain('does not tell');
  });

  it('are none while the type of plan is unknown, and silence is not claimed of a hard page', () => {
    expect(rights(BARE, { planType: 'unknown' }).size).toBe(0);
    const { case: value, denial } = readDenial(BARE, { planType: 'erisa-self-funded' });
    const hard = { ...denial, document: { ...denial.document, hardPages: 1 } };
    const states = rightsOf({ case: value, denial: hard, rules: RULES }).map(({ inLetter }) => inLetter);
    expect(states).not.toContain('not-mentioned');
  });
});
