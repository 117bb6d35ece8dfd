// Draws the fields of a form over its page as a viewer does: also those whose looks no program has written into the file.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

const RENDER_RGB_ORDER = 0x10;

/** The form of a document, made at its first use. No scripts are run: the engine has none. */
export interface FormDrawer {
  /** Draws the fields of a loaded page over a bitmap that shows it whole. */
  draw(page: number, bitmap: number, width: number, height: number): void;
  close(): void;
}

/** Makes the drawer; it does nothing for documents without a form. */
export function formDrawer(library: WrappedPdfiumModule, document: number): FormDrawer {
  let info = 0;
  let form = 0;
  const hasForm = library.FPDF_GetFormType(document) !== 0;
  return {
    draw: (page, bitmap, width, height) => {
      if (!hasForm) return;
      if (info === 0) {
        info = library.PDFiumExt_OpenFormFillInfo();
        form = library.PDFiumExt_InitFormFillEnvironment(document, info);
      }
      if (form === 0) return;
      library.FORM_OnAfterLoadPage(page, form);
      library.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, RENDER_RGB_ORDER);
      library.FORM_OnBeforeClosePage(page, form);
    },
    close: () => {
      if (form !== 0) library.PDFiumExt_ExitFormFillEnvironment(form);
      if (info !== 0) library.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}
