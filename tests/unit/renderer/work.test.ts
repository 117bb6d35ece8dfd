// The work on a case in the window: the chronology by month, dates by nearness, cases found, the plan's clock in words, a call's minutes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../renderer/screens/case/money/rows.ts';
import { sumsOf } from '../../../renderer/screens/case/money/sums.ts';
import { dayInWords, fittingDue, timeInWords } from '../../../renderer/screens/case/submissions/due-words.ts';
import { byMonth, kindsIn, linesTakenOut, takenOutName } from '../../../renderer/screens/case/timeline/months.ts';
import {
  asStored,
  callNow,
  clockFace,
  clockTime,
  minutesOf,
  newEntryId,
} from '../../../renderer/screens/case/timeline/new-entry.ts';
import { byPatient, findCases } from '../../../renderer/screens/cases/find-cases.ts';
import { agendaGroups, dueNow, dueSoon, reminderText, reviewGroups } from '../../../renderer/screens/dates/groups.ts';
import { partialDate } from '../../../renderer/wording/partial-date.ts';
import { CaseId, DocumentId, EntryId } from '../../../shared/ids.ts';
import type { CaseSummary } from '../../../shared/model/case.ts';
import type { PlanDue } from '../../../shared/model/clocks.ts';
import { type Agenda, DiaryEntry, type ReviewPoint } from '../../../shared/model/diary.ts';
import type { ClaimMoney, MoneyLine } from '../../../shared/model/money.ts';
import type { TimelineEvent } from '../../../shared/model/record.ts';

const event = (on: string, kind: TimelineEvent['kind'] = 'care'): TimelineEvent => ({
  id: `typed/${on}`,
  on,
  kind,
  what: on,
  byUser: true,
});

test('the chronology by month; a year without a month stands before its months', () => {
  const months = byMonth([event('2026-09-01'), event('2025'), event('2025-03'), event('2026-09-20')]);
  expect(months.map(({ name, events }) => `${name}: ${events.length}`)).toEqual([
    '2025, month not known: 1',
    'March 2025: 1',
    'September 2026: 2',
  ]);
});

test('no line is lost or doubled by the months', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .chain((date) => fc.constantFrom(...[4, 7, 10].map((length) => date.toISOString().slice(0, length))));
  fc.assert(
    fc.property(fc.array(day), (days) => {
      const months = byMonth(days.map((on) => event(on)));
      expect(
        months
          .flatMap(({ events }) => events)
          .map(({ on }) => on)
          .sort(),
      ).toEqual(days.toSorted());
      expect(months.map(({ id }) => id)).toEqual([...new Set(days.map((on) => on.slice(0, 7)))].sort());
    }),
  );
});

test('kinds that occur, each with how often', () => {
  expect(kindsIn([event('2026', 'call'), event('2026', 'care'), event('2026', 'call')])).toEqual([
    { kind: 'call', count: 2 },
    { kind: 'care', count: 1 },
  ]);
});

test('lines taken out are told from other rows, and named as far as their id tells', () => {
  const titles = { d_0123456789abcdef: 'Visit note' };
  expect(linesTakenOut(['d_0123456789abcdef/1/5', 'u_1', 'care/2026-08-14', 'typed/n_1'])).toEqual([
    'care/2026-08-14',
    'typed/n_1',
  ]);
  expect(takenOutName('care/2026-08-14', titles)).toBe('Care on Aug 14, 2026');
  expect(takenOutName('paper/d_0123456789abcdef', titles)).toBe('Visit note');
  expect(takenOutName('told/d_0123456789abcdef/2/17', titles)).toBe('A line of Visit note, p. 2');
  expect(takenOutName('told/d_ffffffffffffffff/2/17', titles)).toBe('A line');
});

test('dates as far as they are known', () => {
  expect(['2026', '2026-08', '2026-08-14'].map(partialDate)).toEqual(['2026', 'August 2026', 'Aug 14, 2026']);
});

test('a call begins now, under an id the core accepts', () => {
  const entry = callNow(newEntryId(), new Date(2026, 10, 26, 9, 5));
  expect(DiaryEntry.safeParse(entry).success).toBe(true);
  expect(entry).toMatchObject({ kind: 'call', direction: 'out', on: '2026-11-26', time: '09:05' });
});

test('a note keeps no direction, a call does', () => {
  const entry = callNow(newEntryId(), new Date());
  expect(asStored(entry).direction).toBe('out');
  expect(asStored({ ...entry, kind: 'note' }).direction).toBeUndefined();
});

test('a call’s minutes are begun minutes', () => {
  expect([0, 59_000, 60_000, 61_000].map(minutesOf)).toEqual([1, 1, 1, 2]);
  expect([0, 187_000].map(clockFace)).toEqual(['0:00', '3:07']);
  expect(['00:00', '09:05', '12:30', '23:59'].map(clockTime)).toEqual(['12:00 AM', '9:05 AM', '12:30 PM', '11:59 PM']);
});

const date = (on: string, state: Agenda['state']): Agenda => ({
  id: on,
  caseId: 'c',
  caseTitle: 'A case',
  kind: 'task',
  on,
  what: 'Something',
  state,
});

test('dates by how near they are; the badge counts what is due now, the reminder tomorrow too', () => {
  const items = [
    date('2026-12-20', 'later'),
    date('2026-11-27', 'soon'),
    date('2026-11-20', 'overdue'),
    date('2026-11-26', 'today'),
  ];
  expect(agendaGroups(items).map(({ state }) => state)).toEqual(['overdue', 'today', 'soon', 'later']);
  expect(dueNow(items)).toBe(2);
  expect(dueSoon(items, '2026-11-27')).toBe(3);
  expect(reminderText(1)).toBe('1 date is due in Appeal Vault');
  expect(reminderText(2)).toBe('2 dates are due in Appeal Vault');
});

test('open points by weight', () => {
  const point = (id: string, weight: ReviewPoint['weight']) => ({ id, weight }) as ReviewPoint; // only what is looked at
  const groups = reviewGroups([point('a', 'check'), point('b', 'urgent'), point('c', 'check')]);
  expect(groups.map(({ weight, points }) => `${weight} ${points.map(({ id }) => id).join('')}`)).toEqual([
    'urgent b',
    'check ac',
  ]);
});

const summary = (title: string, more: Partial<CaseSummary> = {}): CaseSummary => ({
  id: CaseId.parse(`c_${'0'.repeat(16)}`),
  title,
  groundCount: 1,
  answeredCount: 0,
  packetCount: 0,
  status: 'preparing',
  level: 'initial-denial',
  ...more,
});

test('cases are found by every word, by state, and stand by their next date', () => {
  const all = [
    summary('Late', { patient: 'Ada Holm', next: { on: '2027-01-05', what: '' } }),
    summary('No date', { payer: 'Quillback' }),
    summary('Soon', { claims: '88-1723', deadline: '2026-12-01' }),
    summary('Waiting', { status: 'sent', deadline: '2026-11-30' }),
  ];
  const titles = (text: string, status?: CaseSummary['status']) =>
    findCases(all, { text, status }).map(({ title }) => title);
  expect(titles('')).toEqual(['Soon', 'Late', 'No date', 'Waiting']);
  expect(titles('ada HOLM')).toEqual(['Late']);
  expect(titles('holm quillback')).toEqual([]);
  expect(titles('1723')).toEqual(['Soon']);
  expect(titles('', 'sent')).toEqual(['Waiting']);
});

test('cases by patient, whatever the case of letters', () => {
  const groups = byPatient([
    summary('a', { patient: 'Ada Holm' }),
    summary('b'),
    summary('c', { patient: 'ADA  HOLM' }),
  ]);
  expect(groups.map(({ patient, cases }) => `${patient}: ${cases.length}`)).toEqual(['Ada Holm: 2', 'undefined: 1']);
});

const due = (more: Partial<PlanDue>): PlanDue => ({
  ruleId: 'r',
  timing: 'post-service',
  applies: 'yes',
  amount: 60,
  unit: 'days',
  isLate: false,
  stated: [],
  explanation: '',
  citation: '',
  checkedOn: '2026-11-25',
  trust: 'verified',
  ...more,
});

test('the plan’s clock in words', () => {
  expect(timeInWords(due({}), 'internal-appeal')).toBe('The plan must answer (care already given) within 60 days.');
  expect(timeInWords(due({ amount: 45 }), 'external-review')).toMatch(
    /^The outside reviewer must answer .+ within 45 days\.$/,
  );
  expect(dayInWords(due({}))).toBeUndefined();
  expect(dayInWords(due({ due: '2027-01-25', from: { date: '2026-11-26', kind: 'sent' } }))).toMatch(
    /^By January 25, 2027 \(.+\), counted from the day it was sent, November 26, 2026\.$/,
  );
});

test('only times that can be meant are shown', () => {
  const unsure = due({ applies: 'unknown', timing: 'pre-service' });
  const urgent = due({ applies: 'unknown', timing: 'urgent' });
  expect(fittingDue([urgent, unsure, due({ applies: 'no' })])).toEqual([unsure]);
  expect(fittingDue([unsure, due({})])).toEqual([due({})]);
});

test('lines of one service are one row, refused ones first; a sum leads to the page that prints it, a total before a line', () => {
  const documentId = DocumentId.parse(`d_${'0'.repeat(16)}`);
  const line = (id: string, cents: number, isTotal: boolean): MoneyLine => ({
    id,
    kind: 'charge',
    cents,
    label: id,
    isTotal,
    documentId,
    source: { documentId, proof: { pageNumber: 1, from: 0, to: 1, quote: id } },
  });
  const noPart = { ...line('two', 50, false), kind: 'not-covered' as const };
  const rows = rowsOf([line('one', 300, false), line('two', 80, false), line('two', 90, false), noPart]);
  expect(rows.map(({ label, amounts }) => `${label} ${amounts.map(({ cents }) => cents).join('+')}`)).toEqual([
    'two 80+50',
    'one 300',
    'two 90',
  ]);
  const claim: ClaimMoney = {
    claim: '1',
    billed: 300,
    notCovered: 50,
    lines: [line('one', 300, false), line('all', 300, true)],
    sources: [],
  };
  const [billed, adjusted, , refused] = sumsOf(claim);
  expect(billed?.source?.proof.quote).toBe('all');
  expect(adjusted).toEqual({ name: 'Written off', cents: undefined, source: undefined });
  expect(refused).toEqual({ name: 'Refused', cents: 50, source: undefined });
  expect(EntryId.safeParse(newEntryId()).success).toBe(true);
});
