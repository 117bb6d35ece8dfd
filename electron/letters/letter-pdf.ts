// A letter beside the appeal as a PDF: set like the packet's letter, its cites in words, since no exhibits follow.
import { withCitesInWords } from '../../shared/letters/kinds/cite-words.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Letter } from '../../shared/model/letter.ts';
import type { Fonts } from '../packet/fonts.ts';
import { layoutLetter } from '../packet/layout/letter.ts';
import type { Places } from '../packet/layout/letter-spans.ts';
import { MARGIN, PAGE_HEIGHT, PAGE_WIDTH, QUIET, type Sheet } from '../packet/layout/sheet.ts';
import { sheetsFile } from '../packet/sheets-file.ts';

/** No exhibits: every cite has been put in words before. */
const NO_PLACES: Places = {
  labelOf: () => undefined,
  placeInExhibit: () => undefined,
  widestStamp: '',
  widestNumber: '',
  prefix: '',
};

/** The letter as a PDF of Letter pages. `documents` are the papers it cites, by id. Throws when a font of `fontsDir` is missing. */
export function letterPdf(
  letter: Letter,
  documents: ReadonlyMap<string, FullDocument>,
  fontsDir: string,
): Promise<Uint8Array> {
  const inWords = withCitesInWords(letter, documents);
  return sheetsFile({
    title: letter.subject,
    fontsDir,
    lay: (fonts) => withFirstFoot(layoutLetter(inWords, NO_PLACES, fonts).sheets, fonts),
  });
}

/** From the second page on the head tells the page; the first tells at its foot how many there are. */
function withFirstFoot(sheets: readonly Sheet[], fonts: Fonts): readonly Sheet[] {
  if (sheets.length < 2) return sheets;
  const size = 8.5;
  const text = `Page 1 of ${sheets.length}`;
  const x = PAGE_WIDTH - MARGIN - fonts.width(text, 'sans', size);
  const foot = { kind: 'text' as const, x, y: PAGE_HEIGHT - 44, size, face: 'sans' as const, color: QUIET, text };
  return sheets.map((sheet, index) => (index === 0 ? { items: [...sheet.items, foot] } : sheet));
}
