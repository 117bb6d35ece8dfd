// The characters of a PDF page with their boxes, as PDFium finds them.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { AppError } from '../../shared/errors.ts';
import type { Box } from './geometry.ts';

/** More characters on one page than any paper has: such a page is an attack or broken. */
const MOST_CHARACTERS = 200_000;
const RENDER_MODE_INVISIBLE = 3;

/** One character; its box in the page's own coordinates (points, y up, so `y` is the lower edge). */
export interface PdfCharacter {
  readonly text: string;
  readonly box: Box;
  /** True when the font gives no dependable Unicode for it. */
  readonly unmapped: boolean;
  /** True for text that is not drawn, as scanners put behind the picture of a page. */
  readonly invisible: boolean;
  /** True for spaces and line ends that PDFium added between words. */
  readonly generated: boolean;
}

/** All characters of a page in the order of the file. Throws file-damaged for a page with an absurd number of them. */
export function collectCharacters(library: WrappedPdfiumModule, page: number): PdfCharacter[] {
  const textPage = library.FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  const at = library.pdfium.wasmExports.malloc(48);
  try {
    const count = library.FPDFText_CountChars(textPage);
    if (count > MOST_CHARACTERS)
      throw new AppError('file-damaged', { cause: new Error('too many characters on a page') });
    const characters: PdfCharacter[] = [];
    for (let i = 0; i < count; i += 1) characters.push(readCharacter(library, textPage, i, at));
    return characters;
  } finally {
    library.pdfium.wasmExports.free(at);
    library.FPDFText_ClosePage(textPage);
  }
}

function readCharacter(library: WrappedPdfiumModule, textPage: number, index: number, at: number): PdfCharacter {
  const code = library.FPDFText_GetUnicode(textPage, index);
  const object = library.FPDFText_GetTextObject(textPage, index);
  return {
    text: characterOf(code),
    box: characterBox(library, textPage, index, at),
    unmapped:
      library.FPDFText_HasUnicodeMapError(textPage, index) === 1 ||
      code === 0 ||
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff),
    invisible: object !== 0 && library.FPDFTextObj_GetTextRenderMode(object) === RENDER_MODE_INVISIBLE,
    generated: library.FPDFText_IsGenerated(textPage, index) === 1,
  };
}

/** PDFium marks a hyphen at a line end with U+0002 (older builds U+FFFE). */
function characterOf(code: number): string {
  if (code === 0x02 || code === 0xfffe) return '-';
  if (code === 0 || code > 0x10ffff) return '\ufffd';
  return String.fromCodePoint(code);
}

/** The loose box (line height) across, kept in bounds by the tight one where a font states absurd heights. */
function characterBox(library: WrappedPdfiumModule, textPage: number, index: number, at: number): Box {
  const { pdfium } = library;
  const tight = { x: 0, y: 0, w: 0, h: 0 };
  if (library.FPDFText_GetCharBox(textPage, index, at, at + 8, at + 16, at + 24)) {
    const [left, right, bottom, top] = [0, 8, 16, 24].map((offset) => pdfium.getValue(at + offset, 'double')) as [
      number,
      number,
      number,
      number,
    ];
    Object.assign(tight, { x: left, y: bottom, w: right - left, h: top - bottom });
  }
  if (!library.FPDFText_GetLooseCharBox(textPage, index, at)) return tight;
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => pdfium.getValue(at + offset, 'float')) as [
    number,
    number,
    number,
    number,
  ];
  const loose = { x: left, y: Math.min(top, bottom), w: right - left, h: Math.abs(top - bottom) };
  const size = library.FPDFText_GetFontSize(textPage, index);
  const sane = loose.w > 0 && loose.h > 0 && (tight.h <= 0 || loose.h <= Math.max(4 * tight.h, 2.5 * size));
  return sane ? loose : tight;
}
