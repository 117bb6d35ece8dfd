// Scores on rating scales, from tables and from running text.
import type { PartialDate, ScaleId } from '../../model/record.ts';
import type { Source } from '../../model/source.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Rules } from '../../rules/schema.ts';
import { linesOf } from '../page-text.ts';
import { datesIn } from './dates.ts';
import type { Paper } from './draft.ts';
import type { NoteDate } from './note-dates.ts';
import { rangeText, trimmed } from './span-text.ts';
import { tableScores } from './table-scores.ts';
import { toldScores } from './told-scores.ts';

/** A score as read at one place. */
export interface ScoreDraft {
  readonly scale: ScaleId;
  readonly value: number;
  readonly on?: PartialDate;
  readonly moment?: string;
  /** Index of the word that holds the value. */
  readonly word: number;
  readonly source: Source;
}

export interface ScorePage {
  readonly paper: Paper;
  readonly kind: DocumentKind;
  readonly notes: readonly NoteDate[];
  readonly rules: Rules;
}

/** All scores of a page. Where lines of the page tell what was on a day (“07/13/2026 before infusion 1”), its scores carry it. */
export function scoresIn(at: ScorePage): ScoreDraft[] {
  const table = tableScores(at);
  const told = toldScores(at, table.lines);
  const moments = momentsOn(at.paper);
  return [...table.scores, ...told].map((score) => {
    const moment = score.moment ?? (score.on === undefined ? undefined : moments.get(score.on));
    return moment === undefined ? score : { ...score, moment };
  });
}

const MOMENT = /\b(?:before|after|during|prior to|baseline|visit|week \d|session \d|end of|start of)\b/i;

/** Lines that start with a day and say what was on it, without a number that could be a score. */
function momentsOn({ page }: Paper): Map<PartialDate, string> {
  const moments = new Map<PartialDate, string>();
  for (const line of linesOf(page)) {
    const head = rangeText(page, line.from, Math.min(line.to, line.from + 3));
    const hit = datesIn(head.text)[0];
    if (hit === undefined || hit.start > 1 || hit.from?.length !== 10 || line.to - line.from > 14) continue;
    const from = line.from + (head.places[hit.end - 1] ?? 0) + 1;
    const text = trimmed(rangeText(page, from, line.to).text);
    if (MOMENT.test(text) && !moments.has(hit.from)) moments.set(hit.from, text.slice(0, 300));
  }
  return moments;
}
