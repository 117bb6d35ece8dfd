// Makes a vault with many papers quickly: rows as they stand after reading, and files of their names without content, which opening doesn't look into.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type Database, openDatabase } from '../../../electron/vault/database.ts';
import { loadHeader } from '../../../electron/vault/header-file.ts';
import { layoutOf } from '../../../electron/vault/layout.ts';
import { unlock } from '../../../electron/vault/unlock.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { READER_VERSION } from '../../../shared/reading/read-document.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';

const PASSPHRASE = 'harbour lantern quiet meadow';
const PAGES = 3;
const WORDS_ON_PAGE = 300;

/** The words of a page nobody will look for. */
const randomWords = () =>
  Array.from({ length: WORDS_ON_PAGE }, () => WORDS[Math.floor(Math.random() * WORDS.length)] ?? '');

/** Makes the vault, three pages to the paper, and hands its recovery words back. `wordsOf` makes the words of one page. */
export async function fillVault(
  dir: string,
  papers: number,
  wordsOf: () => readonly string[] = randomWords,
): Promise<readonly string[]> {
  const { vault, recoveryWords } = await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR });
  await vault.close();
  const layout = layoutOf(dir);
  const { keys } = await unlock(await loadHeader(layout), { words: recoveryWords });
  const database = await openDatabase(layout.database, keys.database);
  for (let first = 0; first < papers; first += 500)
    database.transaction(() => {
      for (let index = first; index < Math.min(papers, first + 500); index += 1)
        addPaper(database, layout.blobs, index, wordsOf);
    });
  database.close();
  return recoveryWords;
}

function addPaper(database: Database, blobs: string, index: number, wordsOf: () => readonly string[]): void {
  const id = `d_${randomBytes(16).toString('hex')}`;
  const original = addBlob(database, blobs, id, 'original');
  const { lastId } = database.run(
    `INSERT INTO document (id, file_name, format, byte_length, sha256, dedupe, blob_id, state, page_count, read_kind, read_by, reading)
     VALUES (?, ?, 'pdf', 1000000, ?, ?, ?, 'ready', ?, 'medical-record', ?, '{}')`,
    id,
    `paper ${index}.pdf`,
    createHash('sha256').update(id).digest('hex'),
    randomBytes(32),
    original,
    PAGES,
    READER_VERSION,
  );
  for (let page = 1; page <= PAGES; page += 1) {
    const text = wordsOf();
    const words = deflateRawSync(JSON.stringify(text.map((word, at) => [word, at, at, 30, 10, 0, 0.9])), { level: 1 });
    database.run(
      `INSERT INTO page (document, page_number, width_pt, height_pt, source, confidence, word_count, hard_to_read, picture, words)
       VALUES (?, ?, 612, 792, 'ocr', 0.9, ?, 0, ?, ?)`,
      lastId,
      page,
      text.length,
      addBlob(database, blobs, id, 'page-picture'),
      words,
    );
    database.run(
      'INSERT INTO search_text (document, page_number, body, identifiers) VALUES (?, ?, ?, ?)',
      lastId,
      page,
      text.join(' '),
      `${index}`,
    );
  }
}

function addBlob(database: Database, blobs: string, owner: string, kind: string): string {
  const id = randomBytes(16).toString('hex');
  const path = join(blobs, id.slice(0, 2), `${id}.age`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  database.run(
    "INSERT INTO blob (id, kind, owner, media_type, length, sha256, file_sha256) VALUES (?, ?, ?, 'image/jpeg', 150000, ?, ?)",
    id,
    kind,
    owner,
    '0'.repeat(64),
    '0'.repeat(64),
  );
  return id;
}

const WORDS = Array.from({ length: 3000 }, (_, index) => `word${(index * 7919).toString(36)}`);
