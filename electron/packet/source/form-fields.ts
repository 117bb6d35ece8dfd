// Fields that were filled in without being drawn: their values get an appearance before the page is taken over.
import { PDFBool, PDFDict, type PDFDocument, type PDFField, PDFName } from 'pdf-lib';

/**
 * Draws the values of a source's form fields where the file leaves that to the viewer. A field that can't be drawn keeps the appearance
 * it has: one odd field must not keep a paper out of the packet.
 */
export async function refreshFields(source: PDFDocument): Promise<void> {
  const acroForm = source.catalog.lookup(PDFName.of('AcroForm'));
  if (!(acroForm instanceof PDFDict)) return;
  const always = acroForm.lookup(PDFName.of('NeedAppearances')) === PDFBool.True;
  const form = source.getForm();
  const font = form.getDefaultFont();
  for (const field of form.getFields()) {
    if (!always && hasAppearance(field)) continue;
    try {
      field.defaultUpdateAppearances(font);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  await source.flush();
}

function hasAppearance(field: PDFField): boolean {
  const widgets = field.acroField.getWidgets();
  return widgets.length > 0 && widgets.every((widget) => widget.dict.lookup(PDFName.of('AP')) instanceof PDFDict);
}
