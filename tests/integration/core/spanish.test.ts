// A Spanish letter through the real reading engine: read again where an earlier version lost its accents, found with and without them, and without invented reasons.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newEntryId } from '../../../electron/core/new-id.ts';
import { writeSearchable } from '../../../electron/packet/searchable-file.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { READER_VERSION } from '../../../shared/reading/read-document.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { endOf, PASSPHRASE, startCore } from '../../helpers/core.ts';
import { drawnPage } from '../../helpers/drawn-papers.ts';
import { textOfPage } from '../../helpers/page-text.ts';
import { popplerPages } from '../../helpers/pdf.ts';
import { textErrors } from '../../helpers/text-distance.ts';

const LETTER = readFileSync(new URL('../../fixtures/spanish/mri-denial.txt', import.meta.url), 'utf8');
const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));
const LINES = LETTER.split('\n')
  .filter((line) => line !== '')
  .slice(8, 24);

/** The lines on a letter page, 200 dots to the inch. */
function scanOf(lines: readonly string[]): Promise<Buffer> {
  const texts = lines.map((line, at) => `<text x="60" y="${80 + at * 22}">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1700" height="2200" viewBox="0 0 612 792" font-family="DejaVu Sans" font-size="10"><rect width="100%" height="100%" fill="#fff"/>${texts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).withMetadata({ density: 200 }).png().toBuffer();
}

test('a Spanish page that lost its accents is read again, once, unless a note stands on it', async () => {
  await using app = await startCore();
  const { vault } = await createVault(app.vaultDir, PASSPHRASE, { kdf: KDF_FLOOR });
  const bytes = await scanOf(LINES);
  const before = drawnPage(
    1,
    LINES.map((line) => line.normalize('NFD').replace(/\p{M}/gu, '')),
  );
  const add = async (fileName: string) => {
    const { id } = await vault.documents.add({ fileName, format: 'png', mediaType: 'image/png', bytes });
    await vault.documents.savePage(id, before, await sharp(bytes).jpeg().toBuffer());
    vault.documents.saveReading(id, vault.documents.reading(id), READER_VERSION);
    return id;
  };
  const letter = await add('carta.png');
  const noted = await add('anotada.png');
  const madeAt = '2026-10-01T10:00:00.000Z';
  vault.annotations.save({
    id: newEntryId(),
    documentId: noted,
    pageNumber: 1,
    note: 'Ask Ana.',
    madeAt,
    changedAt: madeAt,
  });
  await vault.close();

  await app.client.vault.unlock({ passphrase: PASSPHRASE });
  const jobs = await Promise.all((await app.client.jobs.list({})).map(({ id }) => endOf(app.client, id)));
  expect(jobs.map(({ state }) => state)).toEqual(['done']);
  const page = await app.client.documents.page({ id: letter, pageNumber: 1 });
  const errors = textErrors(textOfPage(page), LINES.join('\n'));
  expect(errors.characterErrors / errors.characters).toBeLessThan(0.01);
  expect(textOfPage(page)).toContain('médicamente necesario');
  expect(await app.client.documents.page({ id: noted, pageNumber: 1 })).toEqual(before);

  // The layer of words that searchable copies and packets have keeps them as well.
  const copy = join(app.dir, 'copy.pdf');
  const picture = async () => sharp(bytes).jpeg().toBuffer();
  const paper = {
    format: 'png',
    bytes,
    password: undefined,
    pages: [page],
    plain: async () => ({ format: 'png' as const, bytes }),
  } as const;
  const pieces: Uint8Array[] = [];
  await writeSearchable(
    [{ pageCount: 1, load: async () => paper, picture }],
    FONTS,
    async (piece) => void pieces.push(piece.slice()),
  );
  await writeFile(copy, Buffer.concat(pieces));
  expect(popplerPages(copy)[0]).toMatch(/apelación|médicamente necesario/);

  // The index folds accents; what was typed with them finds what was read without, and the other way round.
  for (const query of ['médicamente', 'medicamente', 'Echeverría'])
    expect((await app.client.documents.search({ query })).map(({ documentId }) => documentId).sort()).toEqual(
      [letter, noted].sort(),
    );
  // Even taken for a denial it gives no reasons: those are recognised in English alone.
  await app.client.documents.setKind({ id: letter, kind: 'denial-letter' });
  expect((await app.client.documents.get({ id: letter })).reading.reasons).toEqual([]);

  const next = await app.restart();
  await next.client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await next.client.jobs.list({})).toEqual([]);
  await next.core.close();
});
