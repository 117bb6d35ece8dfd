// A vault with a case whose packet has a thousand pages, for the bench of the window: papers stored as if they had been read.
import { createVault } from '../../../electron/vault/vault.ts';
import type { CaseId, DocumentId } from '../../../shared/ids.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { noisyScan, scansPdf } from '../../helpers/copy-packets.ts';
import { evidenceOf, packetCase } from '../../helpers/packet-fixtures.ts';
import { PAGES_PER_PAPER, wordsOf } from './scans.ts';

export const PASSPHRASE = 'harbour lantern quiet meadow';
/** As pictures of pages are kept. */
const PICTURE_DPI = 150;

/** Makes the vault; the packet of its case has `pages` pages of papers. Gives the case. */
export async function fillWindowVault(dir: string, pages: number): Promise<CaseId> {
  const { vault } = await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR });
  const pictures = await Promise.all([1, 2, 3, 4].map((seed) => noisyScan(`Record ${seed}`, PICTURE_DPI, seed)));
  const ids: DocumentId[] = [];
  for (let number = 1; number <= Math.ceil(pages / PAGES_PER_PAPER); number += 1) {
    const scans = Array.from({ length: PAGES_PER_PAPER }, (_, index) => `Page ${index + 1} of paper ${number}`);
    const bytes = await scansPdf(scans);
    const fileName = `paper-${number}.pdf`;
    const { id } = await vault.documents.add({ fileName, format: 'pdf', mediaType: 'application/pdf', bytes });
    for (const page of wordsOf(number))
      await vault.documents.savePage(id, page, pictures[page.pageNumber % pictures.length] ?? new Uint8Array());
    vault.documents.saveReading(id, vault.documents.reading(id), Number.MAX_SAFE_INTEGER);
    ids.push(id);
  }
  const [denialDocumentId, ...attachments] = ids;
  if (denialDocumentId === undefined) throw new Error('There is no paper.');
  const evidence = attachments.slice(0, 4).map((documentId, at) => ({ ...evidenceOf(at + 1, 1, 2), documentId }));
  const value = packetCase({ denialDocumentId, attachments, evidence });
  vault.cases.save(value);
  await vault.close();
  return value.id;
}
