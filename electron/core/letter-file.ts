// A letter beside the appeal as a file: PDF to send, DOCX to go on writing.
import { join } from 'node:path';
import type { CaseId, EntryId } from '../../shared/ids.ts';
import { letterDocx } from '../letters/letter-docx.ts';
import { letterPdf } from '../letters/letter-pdf.ts';
import type { Services } from './services.ts';
import type { WorkDesk } from './work-desk.ts';

/** Throws letter-not-found. The name of the file tells the kind of letter and no name of a person. */
export async function letterFile(
  services: Services,
  work: WorkDesk,
  wanted: { readonly id: CaseId; readonly letterId: EntryId; readonly format: 'pdf' | 'docx' },
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string }> {
  const { written, letter } = work.letter(wanted.id, wanted.letterId);
  const papers = work.papers();
  const fileName = `${written.kind}.${wanted.format}`;
  if (wanted.format === 'docx') return { bytes: await letterDocx(letter, papers), fileName, mediaType: DOCX };
  const fontsDir = join(services.platform.resourcesDir, 'fonts');
  return { bytes: await letterPdf(letter, papers, fontsDir), fileName, mediaType: 'application/pdf' };
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
