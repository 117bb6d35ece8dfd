// Texts of a paper that several fields search: each is joined once.
import type { Zone } from '../../model/finding.ts';
import { oncePer, oncePerPair } from '../../once-per.ts';
import { flowOf, type Line, type Paper, type Piece } from '../paper.ts';
import { inBody, type Sheet } from './sheet.ts';

/** All that a paper says, without running heads and language taglines. */
export const wholeText = oncePerPair(
  (paper: Paper, zones: readonly Zone[]): Piece =>
    flowOf(paper.lines.filter((line, index) => !line.running && zones[index] !== 'taglines')),
);

/** The lines of the same, outside the section on rights. */
export const linesOutsideRights = oncePer(({ paper, zones }: Sheet): readonly Line[] =>
  paper.lines.filter((line, index) => !line.running && zones[index] !== 'taglines' && zones[index] !== 'rights'),
);

/** Their text. */
export const textOutsideRights = oncePer((sheet: Sheet): Piece => flowOf(linesOutsideRights(sheet)));

/** The text of the body. */
export const bodyText = oncePer(
  (sheet: Sheet): Piece => flowOf(sheet.paper.lines.filter((_, index) => inBody(sheet, index))),
);
