// The head of a section of ours (reasons and answers, index of exhibits): title, one line of explanation, a rule.
import type { Fonts } from '../fonts.ts';
import { paragraphRows } from './rows.ts';
import { ACCENT, COLUMN, QUIET, type Row } from './sheet.ts';
import { type Tag, within } from './tag.ts';

/** Rows of a section's title and of the sentence below it; elements of `part`. */
export function sectionHead(title: string, explanation: string, fonts: Fonts, part?: Tag): readonly Row[] {
  const heading = paragraphRows(
    [{ text: title, face: 'serif-bold', color: ACCENT }],
    { size: 19, leading: 24, before: 0, together: true },
    COLUMN,
    fonts,
    within(part, 'H1'),
  );
  const below = paragraphRows(
    [{ text: explanation, face: 'sans', color: QUIET }],
    { size: 9.5, leading: 13, before: 4, together: true },
    COLUMN,
    fonts,
    within(part, 'P'),
  );
  const white: Row = { height: 14, before: 0, breakBefore: false, items: [] };
  return [...heading, ...below, white].map((row, index) => (index === 0 ? row : { ...row, breakBefore: false }));
}
