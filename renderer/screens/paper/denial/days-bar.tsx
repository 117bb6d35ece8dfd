// The days from the letter to the last day as a bar, with today and the day to aim for. The list below it says the same in words.
import type { CSSProperties } from 'react';
import { daysInWords, shortDate } from '../../../wording/format.ts';
import { scaleOf, type TimePoint } from './timeline.ts';

/** A drawing for the eye; nothing when the days span no time. */
export function DaysBar({ points }: { readonly points: readonly TimePoint[] }) {
  const scale = scaleOf(points);
  const last = points.find(({ kind }) => kind === 'last');
  const now = points.find(({ kind }) => kind === 'today');
  const first = points[0];
  const end = points.at(-1);
  if (scale === undefined || last === undefined || now === undefined || first === undefined || end === undefined)
    return null;
  const place = (date: string): CSSProperties & { readonly '--at': string } => ({ '--at': `${scale.placeOf(date)}%` });
  return (
    <div className="days-bar" aria-hidden="true">
      <div className="days-track">
        <span className="days-gone" style={{ width: `${scale.placeOf(now.date)}%` }} />
        {points.map(({ kind, date }) => (
          <span key={kind} className="days-mark" data-kind={kind} style={place(date)} />
        ))}
      </div>
      <div className="days-ends">
        <span>
          {NAMES[first.kind]}
          <br />
          {shortDate(first.date)}
        </span>
        {first.kind !== 'today' && end.kind !== 'today' && (
          <span className="days-now">Last day {daysInWords(last.date)}</span>
        )}
        <span>
          {NAMES[end.kind]}
          <br />
          {shortDate(end.date)}
        </span>
      </div>
    </div>
  );
}

const NAMES: Readonly<Record<TimePoint['kind'], string>> = {
  letter: 'Letter',
  arrived: 'Arrived',
  today: 'Today',
  aim: 'Aim for',
  last: 'Last day',
};
