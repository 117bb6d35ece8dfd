// A vault with thousands of papers, made quickly: a few real ones, and rows for all others that show the pictures of these.
import { createHash, randomBytes } from 'node:crypto';
import { openDatabase } from '../../electron/vault/database.ts';
import { loadHeader } from '../../electron/vault/header-file.ts';
import { layoutOf } from '../../electron/vault/layout.ts';
import { unlock } from '../../electron/vault/unlock.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { packSignature, SIGNATURE_VERSION } from '../../shared/looks/signature.ts';
import { READER_VERSION } from '../../shared/reading/read-document.ts';
import { KDF_FLOOR } from '../../shared/vault-format/header.ts';
import { noisyScan } from './copy-packets.ts';

/** Real pictures, shared by all papers. */
const PICTURES = 5;
const KINDS = ['denial-letter', 'eob', 'bill', 'medical-record', 'plan-document'];

/** The title of the paper that was added as number `number`, from 1. */
export const titleOfPaper = (number: number) => `Paper ${String(number).padStart(5, '0')}`;

/** Makes the vault in `dir`. Paper n has the title `titleOfPaper(n)`, a date of its own that falls as n rises, and one of 40 plans. */
export async function fillWithPapers(dir: string, passphrase: string, count: number): Promise<void> {
  const { vault } = await createVault(dir, passphrase, { kdf: KDF_FLOOR });
  for (let seed = 1; seed <= PICTURES; seed += 1) {
    const bytes = await noisyScan(`Page ${seed}`, 60, seed);
    const { id } = await vault.documents.add({
      fileName: `${seed}.jpg`,
      format: 'jpeg',
      mediaType: 'image/jpeg',
      bytes,
    });
    const page = { pageNumber: 1, widthPt: 612, heightPt: 792, source: 'none', confidence: 1, words: [] } as const;
    await vault.documents.savePage(id, { ...page, words: [] }, bytes);
    vault.documents.saveReading(id, vault.documents.reading(id), READER_VERSION);
    vault.documents.setTitle(id, titleOfPaper(seed));
  }
  await vault.close();
  const layout = layoutOf(dir);
  const { keys } = await unlock(await loadHeader(layout), { passphrase });
  const database = await openDatabase(layout.database, keys.database);
  database.transaction(() => {
    for (let number = PICTURES + 1; number <= count; number += 1) {
      const like = 1 + (number % PICTURES);
      const id = `d_${randomBytes(16).toString('hex')}`;
      database.run(
        `INSERT INTO document (id, file_name, format, byte_length, sha256, dedupe, blob_id, state, page_count, read_kind, user_title, read_by, reading)
         SELECT ?, ?, format, byte_length, ?, ?, blob_id, 'ready', 1, ?, ?, read_by, reading FROM document WHERE sequence = ?`,
        id,
        `scan-${number}.jpg`,
        createHash('sha256').update(id).digest('hex'),
        randomBytes(32),
        KINDS[number % KINDS.length] ?? 'other',
        titleOfPaper(number),
        like,
      );
      database.run(
        `INSERT INTO page (document, page_number, width_pt, height_pt, source, confidence, word_count, hard_to_read, picture, words)
         SELECT ?, page_number, width_pt, height_pt, source, confidence, word_count, hard_to_read, picture, words FROM page WHERE document = ?`,
        number,
        like,
      );
      const value = packSignature({ numbers: Uint32Array.of(number), words: new Uint32Array(), pageCount: 1 });
      database.run(
        'INSERT INTO signature (document, version, value) VALUES (?, ?, ?)',
        number,
        SIGNATURE_VERSION,
        value,
      );
    }
    database.run(
      `UPDATE document SET read_date = date('2027-01-01', '-' || sequence || ' days'), read_payer = 'Plan ' || substr('00' || (sequence % 40), -2)`,
    );
  });
  database.close();
  keys.wipe();
}
