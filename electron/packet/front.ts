// The packet's own pages before the exhibits, set and counted: cover sheet, letter, reasons and answers, index, tables.
import type { GroundId } from '../../shared/ids.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { letterName } from '../../shared/packet/labels.ts';
import type { Fonts } from './fonts.ts';
import { layoutCover } from './layout/cover.ts';
import { layoutIndex } from './layout/exhibit-index.ts';
import { layoutLetter } from './layout/letter.ts';
import type { Places } from './layout/letter-spans.ts';
import { layoutMatrix } from './layout/matrix.ts';
import { layoutTable } from './layout/own-table.ts';
import type { PlacedMark } from './layout/paginate.ts';
import type { Sheet } from './layout/sheet.ts';

export interface Front {
  readonly cover: readonly Sheet[];
  readonly letter: readonly Sheet[];
  readonly matrix: readonly Sheet[];
  readonly index: readonly Sheet[];
  /** The app's own tables, one after the other. */
  readonly tables: readonly Sheet[];
  /** The sheet on which each table starts. */
  readonly tableStarts: readonly number[];
  /** Where the letter's headings and citations came to stand. */
  readonly marks: readonly PlacedMark[];
}

/** Sets the front pages. Their number depends on the plan alone, never on the numbering, so one pass is enough. */
export function layoutFront(plan: PacketPlan, places: Places, fonts: Fonts): Front {
  const letter = layoutLetter(plan.letter, places, fonts, letterName(plan.preset));
  const matrix = layoutMatrix(plan, answeredOn(letter.marks), places, fonts);
  const index = layoutIndex(plan, places, fonts);
  const tables = plan.tables.map((table) => layoutTable(table, places, fonts).sheets);
  const tableStarts = tables.map((_, at) => tables.slice(0, at).reduce((sum, sheets) => sum + sheets.length, 0));
  return {
    cover: plan.cover === undefined ? [] : layoutCover(plan.cover, fonts),
    letter: letter.sheets,
    matrix: matrix.sheets,
    index: index.sheets,
    tables: tables.flat(),
    tableStarts,
    marks: letter.marks,
  };
}

/** The letter's sheet on which each ground's heading stands. */
function answeredOn(marks: readonly PlacedMark[]): ReadonlyMap<GroundId, number> {
  const sheets = new Map<GroundId, number>();
  for (const { mark, sheet } of marks) {
    if (mark.kind !== 'heading' || mark.groundId === undefined || sheets.has(mark.groundId)) continue;
    sheets.set(mark.groundId, sheet);
  }
  return sheets;
}
