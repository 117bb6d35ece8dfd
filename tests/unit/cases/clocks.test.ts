// Letters that state several limits, keeping the care, the steps ahead, and notes.
import { describe, expect, it } from 'vitest';
import { clockNotes } from '../../../shared/cases/clock-notes.ts';
import { computeDeadlines } from '../../../shared/cases/deadlines.ts';
import { pathAhead } from '../../../shared/cases/path-ahead.ts';
import type { Deadline } from '../../../shared/model/case.ts';
import { type AppealLevel, PlanType } from '../../../shared/model/vocabulary.ts';
import { dated, RULES } from '../../helpers/cases.ts';
import { readText } from '../../helpers/reading.ts';

const TODAY = '2026-03-10';

/** A letter with the given part about rights, its case, and its limits as the reader finds them. */
function stated(rights: string, input: Omit<Parameters<typeof dated>[0], 'text'>) {
  const text = [
    'PELLUCID HEALTH',
    '',
    'NOTICE OF DENIAL',
    '',
    'Dear Ms. Example:',
    '',
    'We cannot cover this service. It is not medically necessary.',
    '',
    'YOUR RIGHT TO APPEAL',
    '',
    ...rights.split('\n'),
  ].join('\n');
  const made = dated({ ...input, text });
  const reading = { ...made.denial.reading, statedTimes: readText(text).statedTimes };
  return { case: made.case, denial: { ...made.denial, reading } };
}

function shown(found: readonly Deadline[]): (string | undefined)[][] {
  return found.map((each) => [each.ruleId, each.latest, each.stated?.proof.quote]);
}

describe('a letter that states several limits', () => {
  it('shows each beside its own sentence, also the one that cannot be counted yet', () => {
    const made = stated(
      'You may appeal within 180 days of the day you get this letter.\nYou have four months from our final decision on your appeal to ask for external review.',
      { planType: 'erisa-self-funded', notice: '2026-03-02', received: '2026-03-06' },
    );
    const found = computeDeadlines({ ...made, rules: RULES, today: TODAY });
    expect(shown(found)).toEqual([
      ['erisa-internal-1', '2026-09-02', 'You may appeal within 180 days of the day you get this letter.'],
      [
        'stated-external-review',
        undefined,
        'You have four months from our final decision on your appeal to ask for external review.',
      ],
    ]);
    expect(found[0]!.disagrees).toBe(false);
    expect(found[1]).toMatchObject({
      fallback: true,
      statedSpan: { amount: 4, unit: 'months', from: 'final-decision' },
    });
    expect(found[1]!.explanation).toContain('final decision on your appeal');
  });

  it('counts a 120 day hearing limit for the hearing and a 60 day limit for the appeal', () => {
    const words =
      'You must ask us for an appeal within 60 days from the date of this letter.\nYou may ask for a State Fair Hearing within 120 days from the date of our notice of resolution.';
    const first = computeDeadlines({
      ...stated(words, { planType: 'medicaid-mco', notice: '2026-06-15' }),
      rules: RULES,
      today: TODAY,
    });
    expect(first.map((each) => [each.ruleId, each.latest])).toEqual([
      ['mcaid-mco-1', '2026-08-14'],
      ['stated-fair-hearing', undefined],
    ]);
    const hearing = stated('You may ask for a State Fair Hearing within 120 days from the date of this notice.', {
      planType: 'medicaid-mco',
      level: 'first-level-upheld',
      notice: '2026-08-03',
    });
    expect(computeDeadlines({ ...hearing, rules: RULES, today: TODAY })[0]).toMatchObject({
      ruleId: 'mcaid-sfh',
      latest: '2026-12-01',
      disagrees: false,
    });
  });

  it('gives external review after the last appeal the letter’s own day, and shows that it is earlier', () => {
    const made = stated(
      'We must receive your request for external review no later than January 20, 2026.\nYou may bring a civil action within one year from the date of this letter.',
      { planType: 'erisa-self-funded', level: 'second-level-upheld', notice: '2025-10-15' },
    );
    const found = computeDeadlines({ ...made, rules: RULES, today: '2025-10-20' });
    expect(found.map((each) => [each.ruleId, each.latest, each.statedDate])).toEqual([
      ['ext-federal', '2026-02-17', '2026-01-20'],
      ['erisa-suit', '2026-10-15', undefined],
    ]);
    expect(found[0]!.disagrees).toBe(true);
    expect(found[0]!.target! <= '2026-01-13').toBe(true);
  });

  it('keeps the peer-to-peer talk, the corrected claim and papers asked for', () => {
    const made = stated(
      'Your doctor may ask for a peer-to-peer call within 14 days of the date of this letter.\nYour provider may send a corrected claim within 90 days of the date of this letter.\nYou may appeal within 180 days of the date of this letter.',
      { planType: 'fully-insured', notice: '2026-03-02' },
    );
    const found = computeDeadlines({ ...made, rules: RULES, today: TODAY });
    expect(found.map((each) => [each.ruleId, each.latest, each.fallback])).toEqual([
      ['insured-internal-1', '2026-08-29', false],
      ['stated-peer-to-peer', '2026-03-16', true],
      ['stated-corrected-claim', '2026-05-31', true],
    ]);
  });

  it('keeps all of them when the type of plan is not known', () => {
    const made = stated(
      'You may appeal within 60 days of the date of this letter.\nYou may ask for external review within 4 months of the final decision.',
      { planType: 'unknown', notice: '2026-03-02' },
    );
    expect(computeDeadlines({ ...made, rules: RULES, today: TODAY }).map((each) => [each.ruleId, each.latest])).toEqual(
      [
        ['stated-in-letter', '2026-05-01'],
        ['stated-external-review', undefined],
      ],
    );
  });
});

describe('keeping the care', () => {
  const words =
    'Your home care will be reduced on July 20, 2026. To keep your services during the appeal, ask within 10 days of the date of this letter.';

  it('ends with the change when that is later, and aims before the ten days all the same', () => {
    const made = stated(words, { planType: 'medicaid-mco', notice: '2026-07-01' });
    const found = computeDeadlines({ ...made, rules: RULES, today: '2026-07-02' }).find(
      (each) => each.ruleId === 'mcaid-cont',
    );
    expect(found).toMatchObject({ latest: '2026-07-20' });
    expect(found!.target! <= '2026-07-10').toBe(true);
    expect(found!.explanation).toContain('July 11, 2026');
  });

  it('is ten days when the change comes sooner', () => {
    const made = stated(words.replace('July 20', 'July 8'), { planType: 'medicaid-mco', notice: '2026-07-01' });
    const found = computeDeadlines({ ...made, rules: RULES, today: '2026-07-02' });
    expect(found.find((each) => each.ruleId === 'mcaid-cont')!.latest).toBe('2026-07-11');
  });

  it('counts the fast-track appeal back from the end of the care', () => {
    const made = stated(
      'This is a Notice of Medicare Non-Coverage. Coverage of your current skilled nursing services will end on May 14, 2026. Call the Quality Improvement Organization.',
      { planType: 'medicare-advantage', notice: '2026-05-11' },
    );
    const found = computeDeadlines({ ...made, rules: RULES, today: '2026-05-11' });
    expect(found.find((each) => each.ruleId === 'ma-ffast')).toMatchObject({
      latest: '2026-05-13',
      trigger: { kind: 'service-end', date: '2026-05-14' },
    });
  });
});

it('says that a Medicare Advantage plan forwards the case by itself', () => {
  const made = dated({ planType: 'medicare-advantage', level: 'first-level-upheld', notice: '2026-05-01' });
  const [found] = computeDeadlines({ ...made, rules: RULES, today: TODAY });
  expect(found).toMatchObject({ ruleId: 'ma-2', fallback: false });
  expect(found!.latest).toBeUndefined();
  expect(found!.explanation).toContain('need not ask');
});

describe('the steps ahead', () => {
  const path = (planType: PlanType, level: AppealLevel = 'initial-denial', state?: string) =>
    pathAhead({ ...dated({ planType, level, notice: '2026-03-02' }), rules: RULES, ...(state && { state }) });

  it.each<readonly [PlanType, AppealLevel, readonly string[]]>([
    [
      'erisa-self-funded',
      'initial-denial',
      ['now erisa-internal-1', 'later erisa-internal-2', 'later ext-federal', 'later erisa-suit'],
    ],
    ['erisa-self-funded', 'second-level-upheld', ['now ext-federal', 'now erisa-suit']],
    ['fully-insured', 'first-level-upheld', ['now insured-internal-2', 'now ext-state', 'now insured-suit']],
    ['original-medicare', 'first-level-upheld', ['now mcr-ab-2', 'later mcr-ab-3', 'later mcr-ab-4', 'later mcr-ab-5']],
    ['medicare-advantage', 'initial-denial', ['now ma-1', 'later ma-2', 'later ma-3', 'later ma-4', 'later ma-5']],
    ['medicare-part-d', 'second-level-upheld', ['now partd-3', 'later partd-4', 'later partd-5']],
    ['medicaid-mco', 'initial-denial', ['now mcaid-mco-1', 'later mcaid-sfh']],
    ['fehb', 'initial-denial', ['now fehb-1', 'later fehb-2', 'later fehb-suit']],
    ['tricare', 'first-level-upheld', ['now tricare-2', 'later tricare-3']],
    ['short-term', 'initial-denial', []],
  ])('%s after %s', (planType, level, expected) => {
    expect(path(planType, level).map((step) => `${step.when} ${step.ruleId}`)).toEqual(expected);
  });

  it('takes the State’s own review where the State is known', () => {
    expect(path('aca-marketplace', 'initial-denial', 'CA').map((step) => step.ruleId)).toEqual([
      'aca-ind-internal',
      'ext-ca',
      'insured-suit',
    ]);
  });

  it('stands beside what the letter says of a later step', () => {
    const made = stated('You have four months from our final decision to ask for external review.', {
      planType: 'erisa-self-funded',
      notice: '2026-03-02',
    });
    const external = pathAhead({ ...made, rules: RULES }).find((step) => step.ruleId === 'ext-federal');
    expect(external).toMatchObject({
      time: '4 months',
      stated: [{ amount: 4, unit: 'months', from: 'final-decision' }],
    });
  });
});

describe('notes', () => {
  const notes = (planType: PlanType) => clockNotes({ ...dated({ planType, notice: '2026-03-02' }), rules: RULES });

  it('say that no federal rule covers a short-term plan', () => {
    expect(notes('short-term').map((note) => [note.kind, note.id])).toEqual([['contract-only', 'short-term-contract']]);
  });

  it('hold fast decisions, keeping the care, a late plan and first decisions', () => {
    expect(notes('erisa-self-funded').map((note) => note.kind)).toEqual([
      'expedited',
      'continuation',
      'exhaustion',
      'first-decision',
    ]);
    expect(notes('medicare-advantage').at(-1)!.what).toContain('care not yet given: 7 days');
  });

  it('stand for every type of plan, each with its citation', () => {
    for (const planType of PlanType.options)
      for (const note of notes(planType)) {
        expect(note.citation).not.toBe('');
        expect(note.what).not.toMatch(/undefined|NaN/);
      }
  });
});
