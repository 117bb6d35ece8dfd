// The days that matter after a denial, in order, for the drawing and for the list.
import type { Deadline } from '../../../../shared/model/case.ts';
import type { PlanDue } from '../../../../shared/model/clocks.ts';
import type { DenialView } from '../../../../shared/model/denial.ts';
import type { Proof, StatedTime } from '../../../../shared/model/finding.ts';
import type { IsoDate } from '../../../../shared/model/vocabulary.ts';

export interface TimePoint {
  readonly kind: 'letter' | 'arrived' | 'today' | 'aim' | 'last';
  readonly date: IsoDate;
  /** What must be done by a last day. */
  readonly what?: string;
}

interface Days {
  readonly deadline: Deadline;
  /** Deadlines of which only the last day is shown. */
  readonly others?: readonly Deadline[];
  readonly letterDate: IsoDate | undefined;
  readonly today: IsoDate;
}

/** What comes first when two fall on one day. */
const ORDER: readonly TimePoint['kind'][] = ['letter', 'arrived', 'today', 'aim', 'last'];

/** Letter, arrival, today, day to aim for, last day: those that are known, by date. A day to aim for that has passed is left out. */
export function timePoints({ deadline, others = [], letterDate, today }: Days): readonly TimePoint[] {
  const { trigger, target, latest } = deadline;
  const points: TimePoint[] = [{ kind: 'today', date: today }];
  if (letterDate !== undefined) points.push({ kind: 'letter', date: letterDate });
  if (trigger?.kind === 'receipt' || trigger?.kind === 'presumed-receipt')
    points.push({ kind: 'arrived', date: trigger.date });
  if (target !== undefined && target !== latest && target >= today) points.push({ kind: 'aim', date: target });
  for (const { latest: last, what } of [deadline, ...others])
    if (last !== undefined) points.push({ kind: 'last', date: last, what });
  return points.sort((a, b) => a.date.localeCompare(b.date) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

export interface Scale {
  /** Where the point stands between the first and the last one, in percent. */
  placeOf(date: IsoDate): number;
}

/** A scale over the points; undefined when they do not span any time. */
export function scaleOf(points: readonly TimePoint[]): Scale | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || first.date === last.date) return undefined;
  const start = Date.parse(first.date);
  const length = Date.parse(last.date) - start;
  return { placeOf: (date) => Math.min(100, Math.max(0, (100 * (Date.parse(date) - start)) / length)) };
}

/** The limits a letter states that are shown nowhere else: same words are shown once. */
export function otherTimes(times: readonly StatedTime[], shown: readonly Proof[]): readonly StatedTime[] {
  return times.filter(({ proof }) => !shown.some((other) => overlaps(proof, other)));
}

function overlaps(a: Proof, b: Proof): boolean {
  return a.pageNumber === b.pageNumber && a.from < b.to && b.from < a.to;
}

/** The deadlines worth a place of their own: one without a day whose step stands on the path ahead is shown there. */
export function withoutRepeats({ deadlines, path }: Pick<DenialView, 'deadlines' | 'path'>): readonly Deadline[] {
  return deadlines.filter(
    (deadline) =>
      deadline.latest !== undefined || !path.some(({ step, when }) => step === deadline.step && when === 'later'),
  );
}

/** Sentences of the letter that stand beside a deadline, a step, an answer of the plan or a note. */
export function proofsShown({ deadlines, path, planDue, clockNotes }: DenialView): readonly Proof[] {
  return [
    ...deadlines.flatMap(({ stated }) => (stated === undefined ? [] : [stated.proof])),
    ...[...path, ...planDue.filter(isForThis), ...clockNotes].flatMap(({ stated }) => stated.map(({ proof }) => proof)),
  ];
}

/** Whether a time to decide may be for a denial like this one. */
export function isForThis({ applies }: PlanDue): boolean {
  return applies !== 'no';
}
