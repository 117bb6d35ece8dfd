// The rules about notices and rights: they name each other rightly, reach every type of plan, and say how far they were checked.
import { describe, expect, it } from 'vitest';
import { PlanType } from '../../../shared/model/vocabulary.ts';
import { RULES } from '../../helpers/cases.ts';
import { READING_RULES } from '../../helpers/reading.ts';

const { noticeContents, rights } = RULES;
const ids = new Set(noticeContents.map(({ id }) => id));
const known = PlanType.options.filter((id) => id !== 'unknown');
const entries = [
  ...noticeContents.flatMap(({ id, demands }) => demands.map((entry) => ({ id, ...entry }))),
  ...rights.flatMap(({ id, grants }) => grants.map((entry) => ({ id, ...entry }))),
];

describe('notice contents and rights', () => {
  it('reach every type of plan after a first denial, and none that is unknown', () => {
    for (const plan of known) {
      const first = noticeContents.filter(({ demands }) =>
        demands.some((demand) => demand.planTypes.includes(plan) && demand.levels.includes('initial-denial')),
      );
      expect(first.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['specific-reason', 'plan-provision', 'appeal-procedure', 'where-to-send']),
      );
      expect(rights.some(({ grants }) => grants.some(({ planTypes }) => planTypes.includes(plan)))).toBe(true);
    }
    for (const { planTypes } of entries) expect(planTypes).not.toContain('unknown');
  });

  it('are looked for by the reader, each under its own name', () => {
    const signals = Object.keys(READING_RULES.notice.contents);
    expect(signals.filter((id) => !ids.has(id))).toEqual([]);
    const byOutcome = ['decision-stated'];
    expect([...ids].filter((id) => !signals.includes(id) && !byOutcome.includes(id))).toEqual([]);
    for (const { demands } of noticeContents)
      for (const { alongside } of demands) if (alongside !== undefined) expect(ids).toContain(alongside);
    for (const { shownBy } of rights) expect(shownBy.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('call verified only what names a source that was read', () => {
    for (const { trust, source } of entries) if (trust === 'verified') expect(source).toMatch(/\bread\b/);
    for (const { checkedOn } of entries) expect(checkedOn).toBe('2026-11-25');
  });

  it('tie the law of employer plans to employer plans', () => {
    for (const { citation, planTypes } of entries.filter((entry) => /^(29 CFR 2560|ERISA)/.test(entry.citation)))
      expect([citation, planTypes.filter((plan) => !['erisa-self-funded', 'fully-insured'].includes(plan))]).toEqual([
        citation,
        [],
      ]);
  });

  it('never demand twice the same of one denial with different weight and no condition between', () => {
    for (const { id, demands } of noticeContents) {
      for (const plan of known) {
        const plain = demands.filter(
          (demand) =>
            demand.planTypes.includes(plan) &&
            demand.levels.includes('initial-denial') &&
            demand.clinicalOnly === undefined &&
            demand.reasons === undefined &&
            demand.timings === undefined &&
            demand.mentalHealthOnly === undefined,
        );
        expect([id, plan, plain.length <= 1]).toEqual([id, plan, true]);
      }
    }
  });
});
