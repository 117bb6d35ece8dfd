// A treatment as read at one place of one paper, before the same treatment of other places is joined to it.
import type { DocumentId } from '../../ids.ts';
import type { Page } from '../../model/page.ts';
import type { PartialDate, TreatmentOutcome } from '../../model/record.ts';
import type { Source } from '../../model/source.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { proofOf } from '../page-text.ts';
import { type DateHit, datesIn } from './dates.ts';
import type { Entry } from './lexicon.ts';
import { dosesIn, lengthsIn, strengthAt } from './measures.ts';
import { type Part, printed, type SpanText } from './span-text.ts';

export interface Draft {
  readonly entry: Entry;
  readonly name: string;
  readonly augments?: string;
  /** The treatment it was added to. */
  readonly augmentsKey?: string;
  readonly dose?: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly ongoing: boolean;
  readonly length?: string;
  readonly outcome: TreatmentOutcome;
  readonly outcomeWords?: string;
  readonly source: Source;
  /** Single days on which it was given, where the paper lists them. */
  readonly days: readonly IsoDate[];
}

/** What the words around a name say of dose and time, each with its place in the text. */
export interface Facts {
  readonly dose?: Part;
  readonly dates?: DateHit;
  readonly length?: Part;
  /** Single days, where they are listed. */
  readonly days?: readonly IsoDate[];
}

/** Dose, dates and length in a text that follows the name of a treatment. */
export function factsIn(text: string, near: IsoDate | undefined): Facts {
  const dose = strengthAt(text) ?? dosesIn(text)[0];
  const dates = datesIn(text, near).filter((hit) => !(hit.from === undefined && hit.to === undefined && !hit.ongoing));
  const range = mainDate(text, dates);
  const lengths = lengthsIn(text);
  const length = lengths.find((each) => each.counts) ?? lengths[0];
  const until =
    range?.to === undefined ? dates.find((hit) => hit.from === undefined && hit.to !== undefined) : undefined;
  const both =
    range !== undefined && until?.to !== undefined && range.from !== undefined && range.from <= until.to
      ? { ...range, to: until.to, ongoing: false }
      : range;
  const days = listedDays(text, dates);
  const listed = days.length > 1 && both?.from === days[0] && !both?.range;
  return {
    ...(dose && { dose }),
    ...(both && { dates: listed ? { ...both, to: days.at(-1)! } : both }),
    ...(length && { length }),
    ...(listed && { days }),
  };
}

/** The first date, or a range behind it in the same clause. */
function mainDate(text: string, dates: readonly DateHit[]): DateHit | undefined {
  const first = dates.find((hit) => hit.from !== undefined || hit.to !== undefined);
  const range = dates.find((hit) => hit.range);
  if (first === undefined || range === undefined) return first ?? range;
  return /[;.] |\band\b/.test(text.slice(first.end, range.start)) ? first : range;
}

/** “01/05/2026, 01/06/2026 and 01/07/2026”. */
function listedDays(text: string, dates: readonly DateHit[]): IsoDate[] {
  const days: IsoDate[] = [];
  let end = -1;
  for (const hit of dates) {
    if (hit.from?.length !== 10 || hit.to !== undefined || hit.ongoing) break;
    if (end >= 0 && !/^(?:,|,? and|,? &|;) ?$/.test(text.slice(end, hit.start))) break;
    if (days.length > 0 && hit.from <= days.at(-1)!) break;
    days.push(hit.from);
    end = hit.end;
  }
  return days;
}

/** The printed values of facts found in a text. */
export function printedFacts(span: SpanText, facts: Facts, offset: number): Partial<Draft> {
  const shift = ({ from, to }: Part) => ({ from: from + offset, to: to + offset });
  const { dose, dates, length, days } = facts;
  return {
    ...(dose && { dose: printed(span, shift(dose)).slice(0, 200) }),
    ...(dates?.from !== undefined && { from: dates.from }),
    ...(dates?.to !== undefined && { to: dates.to }),
    ...(dates?.ongoing && { ongoing: true }),
    ...(length && { length: printed(span, shift(length)).slice(0, 200) }),
    ...(days && { days }),
  };
}

/** Without the last day, when it would lie before the first: the two belong to different things. */
export function inOrder<T extends { readonly from?: PartialDate; readonly to?: PartialDate }>(times: T): T {
  const { from, to } = times;
  if (from === undefined || to === undefined || from.slice(0, to.length) <= to) return times;
  const { to: _before, ...rest } = times;
  return rest as T;
}

export function sourceOf(documentId: DocumentId, page: Page, from: number, to: number): Source {
  return { documentId, proof: proofOf(page, { from, to }) };
}

/** The paper being read: who it is and the day its words are of. */
export interface Paper {
  readonly documentId: DocumentId;
  readonly page: Page;
  /** The paper's own date. */
  readonly date?: IsoDate;
}
