// Dates over all cases, the review, the calendar file, and the next level.
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../electron/core/calendar-file.ts';
import { agendaOf, type CaseClocks, stateOf } from '../../../shared/cases/agenda.ts';
import { computeDeadlines } from '../../../shared/cases/deadlines.ts';
import { changedReasons, nextLevel, statusAfter } from '../../../shared/cases/next-level.ts';
import { planDueDates } from '../../../shared/cases/plan-due.ts';
import { reviewOf } from '../../../shared/cases/review.ts';
import { EntryId } from '../../../shared/ids.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import type { MoneyView } from '../../../shared/model/money.ts';
import { caseOf, dated, paper, RULES } from '../../helpers/cases.ts';

const TODAY = '2026-11-24';
const entryId = (number: number) => EntryId.parse(`n_${number.toString(16).padStart(16, '0')}`);
const NO_MONEY: MoneyView = {
  claims: [],
  patientPaid: { cents: 0, sources: [] },
  balances: [],
  limits: [],
  differences: [],
  entries: [],
};

function clocks({ case: value, denial }: { readonly case: Case; readonly denial: FullDocument }): CaseClocks {
  return {
    case: value,
    deadlines: computeDeadlines({ case: value, denial, rules: RULES, today: TODAY }),
    planDue: planDueDates({ case: value, denial, rules: RULES, today: TODAY }),
  };
}
const review = (each: CaseClocks, more: Partial<Parameters<typeof reviewOf>[0]> = {}) =>
  reviewOf({ ...each, gaps: [], crosswalk: [], treatments: [], money: NO_MONEY, sensitive: [], ...more }, RULES, TODAY);

const call = {
  id: entryId(1),
  kind: 'call' as const,
  on: '2026-11-02',
  person: 'Lourdes',
  organisation: 'the plan',
  reference: 'C-1',
  said: '',
  promised: 'to send the file',
  promisedBy: '2026-11-20',
  kept: false,
};

describe('the agenda', () => {
  it('holds the day to aim for with its last day and rule, promises, tasks and instalments, the earliest first', () => {
    const made = dated({ planType: 'erisa-self-funded', notice: '2026-11-02', received: '2026-11-06' });
    const value: Case = {
      ...made.case,
      diary: [call],
      tasks: [
        { id: entryId(2), what: 'Call the clinic', due: TODAY },
        { id: entryId(3), what: 'Done already', due: '2026-11-01', doneOn: '2026-11-01' },
      ],
      money: [
        {
          kind: 'payment-plan',
          id: entryId(4),
          with: 'the clinic',
          cents: 7500,
          firstOn: '2026-10-31',
          note: '',
        },
      ],
    };
    const items = agendaOf([clocks({ ...made, case: value })], TODAY);
    expect(items.map(({ kind, state, on }) => [kind, state, on])).toEqual([
      ['promise', 'overdue', '2026-11-20'],
      ['task', 'today', '2026-11-24'],
      ['instalment', 'soon', '2026-11-30'],
      ['deadline', 'later', items[3]?.on],
    ]);
    expect(items[3]?.latest).toBe('2027-05-05');
    expect(items[3]?.citation).toContain('2560.503-1');
  });

  it('shows the plan’s own due date once the appeal is out, and no deadline any more', () => {
    const made = dated({ planType: 'medicaid-mco', notice: '2026-10-15' });
    const value: Case = { ...made.case, status: 'sent', appealSentOn: '2026-11-01' };
    const kinds = new Set(agendaOf([clocks({ ...made, case: value })], TODAY).map(({ kind }) => kind));
    expect([...kinds]).toEqual(['plan-due']);
    expect(agendaOf([clocks({ ...made, case: { ...value, status: 'won' } })], TODAY)).toEqual([]);
  });

  it('tells overdue, today, soon and later apart', () => {
    expect(['2026-11-23', '2026-11-24', '2026-12-08', '2026-12-09'].map((on) => stateOf(on, TODAY))).toEqual([
      'overdue',
      'today',
      'soon',
      'later',
    ]);
  });
});

it('writes the dates as a calendar file that any program can read', () => {
  const made = dated({ planType: 'erisa-self-funded', notice: '2026-11-02', received: '2026-11-06' });
  const items = agendaOf([clocks({ ...made, case: { ...made.case, diary: [call] } })], TODAY);
  const text = calendarFile(items);
  const unfolded = text.replace(/\r\n[ \t]/g, '');
  expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0/);
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(items.length);
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261120');
  expect(unfolded).toContain('Promised');
  expect(unfolded).toContain('BEGIN:VALARM');
});

describe('the review', () => {
  const made = dated({ planType: 'erisa-self-funded', notice: '2026-11-02' });

  it('lists what is open while the appeal is prepared: answers, confirmations, the day of arrival, the claim file', () => {
    const ids = review(clocks(made)).map(({ id }) => id.split('/')[1]);
    expect(ids).toEqual(expect.arrayContaining(['unanswered', 'unconfirmed', 'received', 'claim-file']));
  });

  it('puts broken promises, a near and a passed deadline first', () => {
    const broken = review(clocks({ ...made, case: { ...made.case, diary: [call] } }));
    expect(broken[0]).toMatchObject({ weight: 'urgent', what: expect.stringContaining('to send the file') });
    const near = dated({ planType: 'erisa-self-funded', notice: '2026-05-28', received: '2026-06-01' });
    expect(review(clocks(near))[0]?.what).toMatch(/^Only 4 days are left/);
    const passed = dated({ planType: 'erisa-self-funded', notice: '2026-02-01', received: '2026-02-04' });
    expect(review(clocks(passed))[0]?.what).toContain('has passed');
  });

  it('asks for proof after sending, and says when the plan is late', () => {
    const late = dated({ planType: 'medicaid-mco', notice: '2026-08-01' });
    const value: Case = { ...late.case, status: 'sent', appealSentOn: '2026-09-01' };
    const points = review(clocks({ ...late, case: value }));
    expect(points.map(({ id }) => id.split('/')[1])).toEqual(expect.arrayContaining(['submission', 'plan-late']));
    expect(points.find(({ id }) => id.endsWith('plan-late'))?.weight).toBe('urgent');
  });

  it('says nothing of a case that has ended', () => {
    expect(review(clocks({ ...made, case: { ...made.case, status: 'closed' } }))).toEqual([]);
  });
});

describe('the next level', () => {
  const first = paper(1, 'denial-letter', 'We cannot cover it. It is not medically necessary. It is experimental.', {
    reasons: {
      'medical-necessity': 'It is not medically necessary.',
      'experimental-investigational': 'It is experimental.',
    },
    fields: { letter_date: '2026-05-01', member_name: 'Rowan Ashgrove', member_id: 'A1', appeal_fax: '715-555-0101' },
  });
  const record = paper(2, 'medical-record', 'Rowan Ashgrove. Tried and failed three drugs.', {});
  const upheld = paper(3, 'denial-letter', 'We uphold it. It is not medically necessary. Records were not sent.', {
    reasons: {
      'medical-necessity': 'It is not medically necessary.',
      'insufficient-information': 'Records were not sent.',
    },
    fields: {
      letter_date: '2026-08-01',
      member_name: 'Rowan Ashgrove',
      member_id: 'A1',
      appeal_level: 'first-level-upheld',
    },
  });
  const before = caseOf([first, record]);
  const previous: Case = {
    ...before,
    facts: { ...before.facts, senderPhone: { value: '218-555-0100', byUser: true } },
    grounds: before.grounds.map((ground) => ({ ...ground, answer: `Answer to ${ground.reason}` })),
    evidence: [
      {
        id: before.evidence[0]?.id ?? ('e_00000000000000ff' as Case['evidence'][number]['id']),
        groundId: before.grounds[0]!.id,
        documentId: record.document.id,
        fromPage: 1,
        toPage: 1,
        state: 'accepted',
        score: 1,
        why: [],
      },
    ],
  };
  const value = nextLevel(previous, caseOf([upheld, first, record]));

  it('starts from the case before: answers, accepted evidence and typed facts go along, the letter’s own facts do not', () => {
    expect(value.previousCaseId).toBe(previous.id);
    expect(value.level).toBe('first-level-upheld');
    expect(value.facts.senderPhone).toMatchObject({ value: '218-555-0100', byUser: true });
    expect(value.facts.appealFax.value).toBeUndefined();
    const kept = value.grounds.find(({ reason }) => reason === 'medical-necessity');
    expect(kept?.answer).toBe('Answer to medical-necessity');
    expect(value.evidence.filter(({ groundId, state }) => groundId === kept?.id && state === 'accepted')).toHaveLength(
      1,
    );
    expect(value.attachments).toContain(first.document.id);
  });

  it('says what is new, kept and dropped, and how the level before ended', () => {
    expect(changedReasons(previous, value)).toMatchObject({
      kept: ['medical-necessity'],
      fresh: ['insufficient-information'],
      dropped: ['experimental-investigational'],
    });
    expect(statusAfter(upheld)).toBe('lost');
  });

  it('never goes back a level, and keeps the reasons of a decision that names none', () => {
    const silent = paper(4, 'denial-letter', 'Our decision stands.', { fields: { member_id: 'A1' } });
    const next = nextLevel(value, caseOf([silent, record]));
    expect(next.level).toBe('second-level-upheld');
    expect(next.grounds.map(({ reason, state }) => [reason, state])).toEqual([
      ['medical-necessity', 'read'],
      ['insufficient-information', 'read'],
    ]);
  });
});
