// Word files opened and changed as a word processor would, with unzip and zip.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './pdf.ts';

const DOCUMENT = 'word/document.xml';

/** The main part of a .docx, as unzip gives it. */
export function documentXml(bytes: Uint8Array): string {
  return inFolder(bytes, (file) => runTool('unzip', ['-p', file, DOCUMENT]));
}

/** The file with its main part changed. Throws when the change changed nothing. */
export function withDocumentXml(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const before = documentXml(bytes);
  const after = change(before);
  if (after === before) throw new Error('The change changed nothing.');
  return inFolder(bytes, (file, dir) => {
    runTool('unzip', ['-q', '-o', file, '-d', join(dir, 'parts')]);
    writeFileSync(join(dir, 'parts', DOCUMENT), after);
    runTool('sh', ['-c', `cd '${join(dir, 'parts')}' && rm '${file}' && zip -q -X -r '${file}' .`]);
    return new Uint8Array(readFileSync(file));
  });
}

/** Every run torn in two in the middle of its text, each half with the look of the whole and rubbish of a word processor between them. */
export function tornRuns(xml: string): string {
  return xml.replace(
    /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<&]{2,})<\/w:t><\/w:r>/g,
    (_whole, look: string, text: string) => {
      const at = Math.ceil(text.length / 2);
      const half = (part: string) => `<w:r w:rsidR="00A1B2C3">${look}<w:t xml:space="preserve">${part}</w:t></w:r>`;
      return `${half(text.slice(0, at))}<w:proofErr w:type="spellStart"/>${half(text.slice(at))}<w:proofErr w:type="spellEnd"/>`;
    },
  );
}

function inFolder<T>(bytes: Uint8Array, work: (file: string, dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-word-'));
  try {
    const file = join(dir, 'letter.docx');
    writeFileSync(file, bytes);
    return work(file, dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
