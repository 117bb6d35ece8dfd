// What is known of a row of the history: whose it is, and where it stands on a time axis.
import type { PartialDate, RecordEdits, Score, Treatment } from '../../../../shared/model/record.ts';

export type Row = Treatment | Score;

/** True for a row the user added; such ids start with `u_`. */
export function isOwn({ id }: Pick<Row, 'id'>): boolean {
  return id.startsWith('u_');
}

/** Whether a row is as the page says, corrected by the user, or his own. */
export function wordOfUser(record: RecordEdits, rowId: string): 'read' | 'corrected' | 'own' {
  if (isOwn({ id: rowId })) return 'own';
  const isChanged = [...record.treatments, ...record.scores].some(({ id }) => id === rowId);
  return isChanged ? 'corrected' : 'read';
}

/** A point of the chart. `time` is in milliseconds since 1970. */
export interface ScorePoint {
  readonly time: number;
  readonly value: number;
}

/** The first moment of a partial date, in milliseconds since 1970. */
export function timeOf(date: PartialDate): number {
  const whole = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  return Date.parse(`${whole}T00:00:00Z`);
}

/** The scores whose day is known, in time. */
export function pointsOf(scores: readonly Score[]): ScorePoint[] {
  return scores
    .flatMap(({ on, value }) => (on === undefined ? [] : [{ time: timeOf(on), value }]))
    .sort((a, b) => a.time - b.time);
}

/** The scores of each scale, scales by name, scores by day with unknown days at the end. */
export function byScale(scores: readonly Score[]): { scale: Score['scale']; scores: Score[] }[] {
  const scales = [...new Set(scores.map(({ scale }) => scale))].sort();
  return scales.map((scale) => ({
    scale,
    scores: scores
      .filter((score) => score.scale === scale)
      .toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999')),
  }));
}

/** “from 22 down to 9”, “from 9 up to 14”, “22 each time”; empty for fewer than two dated scores. */
export function changeInWords(points: readonly ScorePoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return '';
  if (first.value === last.value) return `${first.value} at first and at last`;
  return `from ${first.value} ${last.value < first.value ? 'down' : 'up'} to ${last.value}`;
}
