// Where the signs of notes stand in the margin of a page.
import type { AnnotationView } from '../../../../shared/model/annotation.ts';
import type { Page } from '../../../../shared/model/page.ts';
import { boxesOf } from '../../../parts/word-boxes.ts';

/** A note's sign: its middle in percent of the page's height, and how many others stand between it and the page's edge. */
export interface NoteSign {
  readonly annotation: AnnotationView;
  readonly top: number;
  readonly column: number;
}

/** Of the page's height, in percent: where signs of notes on the whole page stand, and how near two signs hide each other. */
const TOP = 2;
const NEAR = 3;

/** One for each note on the page, beside the first line of its words; those that would hide each other stand side by side. */
export function noteSigns(page: Page, annotations: readonly AnnotationView[]): readonly NoteSign[] {
  const signs: NoteSign[] = [];
  for (const annotation of annotations) {
    const { proof, isLost, note } = annotation;
    if (note === '' && proof !== undefined) continue;
    const [first] = proof === undefined || isLost ? [] : boxesOf(page, proof.from, proof.to);
    const top = first === undefined ? TOP : first.top + first.height / 2;
    const taken = new Set(signs.filter((each) => Math.abs(each.top - top) < NEAR).map(({ column }) => column));
    let column = 0;
    while (taken.has(column)) column += 1;
    signs.push({ annotation, top, column });
  }
  return signs;
}
