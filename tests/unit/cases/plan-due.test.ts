// When the plan itself is due, by its kind and by what was sent; also for cases stored before appeals had a day of sending.
import { describe, expect, it } from 'vitest';
import { planDueDates } from '../../../shared/cases/plan-due.ts';
import { Case } from '../../../shared/model/case.ts';
import type { NoticeReading } from '../../../shared/model/finding.ts';
import type { PlanType } from '../../../shared/model/vocabulary.ts';
import { dated, RULES } from '../../helpers/cases.ts';

const TODAY = '2026-03-10';

describe('the plan’s own due dates', () => {
  const due = (planType: PlanType, more: Partial<Parameters<typeof planDueDates>[0]> = {}) =>
    planDueDates({ ...dated({ planType, notice: '2026-03-02' }), rules: RULES, today: '2026-06-01', ...more });

  it('are times only while it is not known when the appeal went out', () => {
    expect(due('erisa-self-funded').map((each) => [each.timing, each.amount, each.unit, each.due])).toEqual([
      ['pre-service', 30, 'days', undefined],
      ['post-service', 60, 'days', undefined],
      ['urgent', 72, 'hours', undefined],
    ]);
  });

  it('are counted from the day of receipt before the day of sending', () => {
    const found = due('erisa-self-funded', { sentOn: '2026-04-01', appealReceivedOn: '2026-04-03' });
    expect(found.map((each) => each.due)).toEqual(['2026-05-03', '2026-06-02', '2026-04-06']);
    expect(found.map((each) => each.isLate)).toEqual([true, false, false]);
    expect(found[0]).toMatchObject({
      lateFrom: '2026-05-04',
      whenLate: { id: 'erisa-deemed', leadsTo: 'ext-federal' },
    });
  });

  it('take the day of sending from the case, and say that it is the earliest', () => {
    const made = dated({ planType: 'medicaid-mco', notice: '2026-03-02' });
    const found = planDueDates({
      ...made,
      case: { ...made.case, appealSentOn: '2026-04-01' },
      rules: RULES,
      today: '2026-05-02',
    });
    expect(found[0]).toMatchObject({
      due: '2026-05-01',
      dueIfExtended: '2026-05-15',
      isLate: false,
      from: { kind: 'sent' },
    });
    expect(found[0]!.explanation).toContain('when you sent it');
  });

  it('give a federal employee 120 days from the unanswered request', () => {
    const [found] = due('fehb', { sentOn: '2026-04-01' });
    expect(found).toMatchObject({ due: '2026-05-01', whenLate: { leadsTo: 'fehb-2', by: '2026-07-30' } });
  });

  it('say nothing where no rule gives a time', () => {
    expect(due('short-term')).toEqual([]);
    expect(due('unknown')).toEqual([]);
  });

  it('know which of them applies when the letter tells', () => {
    const made = dated({ planType: 'erisa-self-funded', notice: '2026-03-02' });
    const notice: NoticeReading = {
      outcome: { value: 'denied', why: [] },
      timing: { value: 'after-service', why: [] },
      deciders: [],
      criteria: [],
      contents: [],
    };
    const denial = { ...made.denial, reading: { ...made.denial.reading, notice } };
    expect(planDueDates({ case: made.case, denial, rules: RULES, today: TODAY }).map((each) => each.applies)).toEqual([
      'no',
      'yes',
      'no',
    ]);
  });
});

it('reads a case that was stored before appeals had a day of sending', () => {
  const { case: value } = dated({ planType: 'fehb', notice: '2026-03-02' });
  expect(Case.parse(JSON.parse(JSON.stringify(value))).appealSentOn).toBeUndefined();
});
