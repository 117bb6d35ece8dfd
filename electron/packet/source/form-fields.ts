// Fields that were filled in without being drawn: their values get an appearance before the page is taken over.
import { create } from '@cantoo/fontkit';
import {
  PDFBool,
  PDFDict,
  type PDFDocument,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFString,
} from 'pdf-lib';

/**
 * Draws the values of a source's form fields where the file leaves that to the viewer. `wideFont` gives the bytes of a font for values
 * that Helvetica has no letters for. A field that can't be drawn keeps the appearance it has: one odd field must not keep a paper out
 * of the packet.
 */
export async function refreshFields(source: PDFDocument, wideFont: () => Promise<Uint8Array>): Promise<void> {
  const acroForm = source.catalog.lookup(PDFName.of('AcroForm'));
  if (!(acroForm instanceof PDFDict)) return;
  const always = acroForm.lookup(PDFName.of('NeedAppearances')) === PDFBool.True;
  const form = source.getForm();
  const usual = form.getDefaultFont();
  // A letter the font lacks would be drawn as a question mark.
  const letters = new Set(usual.getCharacterSet());
  let wide: PDFFont | undefined;
  for (const field of form.getFields()) {
    if (!always && hasAppearance(field)) continue;
    if (lettersOf(field).every((letter) => letters.has(letter)) && draws(field, usual)) continue;
    if (wide === undefined) {
      source.registerFontkit({ create });
      wide = await source.embedFont(await wideFont(), { subset: true });
    }
    draws(field, wide);
  }
  await source.flush();
}

/** Draws a field's value; false when the font lacks its letters or the field is beyond repair. */
function draws(field: PDFField, font: PDFFont): boolean {
  try {
    field.defaultUpdateAppearances(font);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The code points of a field's value, line ends left out. */
function lettersOf(field: PDFField): readonly number[] {
  const value = field.acroField.dict.lookup(PDFName.of('V'));
  const isText = value instanceof PDFHexString || value instanceof PDFString;
  const text = isText ? value.decodeText() : '';
  return [...text.replace(/\s/g, ' ')].map((letter) => letter.codePointAt(0) ?? 0);
}

function hasAppearance(field: PDFField): boolean {
  const widgets = field.acroField.getWidgets();
  return widgets.length > 0 && widgets.every((widget) => widget.dict.lookup(PDFName.of('AP')) instanceof PDFDict);
}
