// The dates of an agreed payment plan.
import { Temporal } from 'temporal-polyfill';
import type { MoneyEntry } from '../../model/money.ts';
import type { IsoDate } from '../../model/vocabulary.ts';

export interface Instalment {
  readonly on: IsoDate;
  /** Whole cents. */
  readonly cents: number;
  /** Its day lies before today. */
  readonly past: boolean;
}

/** Months shown ahead when a plan has no end. */
const AHEAD = 12;
/** No plan runs longer than this, in months: the most a counted plan may have. */
const LONGEST = 600;

/**
 * The instalments of a payment plan, one a month from its first day; in a month without that day, the last of the month. An open-ended plan
 * shows those that are past and the next twelve.
 */
export function instalments(entry: Extract<MoneyEntry, { kind: 'payment-plan' }>, today: IsoDate): Instalment[] {
  const first = Temporal.PlainDate.from(entry.firstOn);
  const found: Instalment[] = [];
  let ahead = 0;
  for (let month = 0; month < (entry.count ?? LONGEST) && ahead < (entry.count ?? AHEAD); month += 1) {
    const on = first.add({ months: month }).toString();
    const past = on < today;
    found.push({ on, cents: entry.cents, past });
    if (!past) ahead += 1;
  }
  return found;
}
