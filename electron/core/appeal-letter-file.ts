// The appeal letter alone as a file: DOCX to go on writing, PDF to look at or to send by itself.
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { withExhibitsInWords } from '../../shared/letters/word/exhibit-words.ts';
import { appealLetterDocx } from '../letters/letter-docx.ts';
import { letterPdf } from '../letters/letter-pdf.ts';
import type { CaseDesk } from './case-desk.ts';
import type { Services } from './services.ts';

/** Citations are named by the exhibits of now. The name of the file tells nothing of a person. Throws case-not-found. */
export async function appealLetterFile(
  services: Services,
  desk: CaseDesk,
  id: CaseId,
  format: 'pdf' | 'docx',
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string }> {
  const {
    plan: { letter, exhibits },
    documents: papers,
  } = desk.lettering(id);
  const fileName = `appeal-letter.${format}`;
  if (format === 'docx') return { bytes: await appealLetterDocx(letter, exhibits, papers), fileName, mediaType: DOCX };
  const fontsDir = join(services.platform.resourcesDir, 'fonts');
  const inWords = withExhibitsInWords(letter, exhibits);
  return { bytes: await letterPdf(inWords, papers, fontsDir), fileName, mediaType: 'application/pdf' };
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
