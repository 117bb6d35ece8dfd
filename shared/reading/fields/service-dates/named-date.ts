// A date that stands with the service, on its way to become a date of service.
import type { Piece } from '../../paper.ts';
import type { Candidate } from '../collect.ts';

/** The candidate of a date of a text. */
export function namedDate(piece: Piece, date: { value: string; from: number; to: number }): Candidate {
  return {
    field: 'dates_of_service',
    value: date.value,
    piece,
    from: date.from,
    to: date.to,
    confidence: 0.6,
    why: 'is named with the service',
  };
}

/** What stands between the two ends of a range of days. */
export const RANGE = /^\s*(?:to|through|thru|until|-)\s*$/i;
