// Notes and highlights in a real vault: they outlive closing, backup and trash, stay with their page in arranged papers, and are found by the search.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import type { Vault } from '../../../electron/vault/types.ts';
import { openVault, openVaultReadOnly } from '../../../electron/vault/vault.ts';
import { type DocumentId, EntryId } from '../../../shared/ids.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { ArrangedPage } from '../../../shared/model/arrangement.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const AT = '2026-10-15T08:00:00.000Z';

const noteOn = (documentId: DocumentId, pageNumber: number, number: number, note = ''): Annotation => ({
  id: EntryId.parse(`n_${String(number).padStart(32, '0')}`),
  documentId,
  pageNumber,
  proof: { pageNumber, from: 1, to: 3, quote: 'marmalade on' },
  colour: 'pink',
  note,
  madeAt: AT,
  changedAt: AT,
});
const page = (documentId: DocumentId, pageNumber: number): ArrangedPage => ({ documentId, pageNumber, turn: 0 });

async function addPaper(vault: Vault, name: string, pages: number): Promise<DocumentId> {
  const { id } = await vault.documents.add(paper(name, `${name} original`));
  for (let number = 1; number <= pages; number += 1)
    await vault.documents.savePage(id, pageOf(number, `the marmalade on page ${number}`), PICTURE);
  return id;
}
const idsOn = (vault: Vault, id: DocumentId) =>
  vault.annotations.list(id).map((each) => [Number(each.id.slice(2)), each.pageNumber, each.proof?.pageNumber]);
const notesFound = (vault: Vault, query: string) =>
  vault.documents
    .search(query, 10)
    .filter(({ isNote }) => isNote === true)
    .map(({ documentId, pageNumber }) => [documentId, pageNumber]);

it('are as they were made after closing, in a restored backup, and read-only, where no change is taken', async () => {
  const { dir, vault } = await newVault(join(root, 'kept'));
  const id = await addPaper(vault, 'letter.txt', 2);
  const highlight = noteOn(id, 1, 1);
  const { proof: _words, colour: _colour, ...plain } = noteOn(id, 2, 2, 'A wren’s question for Dr. Ibsen');
  for (const each of [highlight, plain]) vault.annotations.save(each);
  const backup = join(root, 'kept.vaultbak');
  await vault.backup(backup);
  vault.annotations.save({ ...highlight, colour: 'blue', note: 'Changed later' });
  await vault.close();

  const again = await openVault(dir, { passphrase: PASSPHRASE });
  expect(again.annotations.list(id)).toEqual([{ ...highlight, colour: 'blue', note: 'Changed later' }, plain]);
  expect(again.annotations.get(plain.id)).toEqual(plain);
  expect((await again.verify()).damaged).toEqual([]);
  await again.close();

  await restoreBackup(backup, join(root, 'restored'), { passphrase: PASSPHRASE });
  const restored = await openVault(join(root, 'restored'), { passphrase: PASSPHRASE });
  expect(restored.annotations.list(id)).toEqual([highlight, plain]);
  expect(notesFound(restored, 'ibsen wren')).toEqual([[id, 2]]);
  await restored.close();

  const read = await openVaultReadOnly(dir, { passphrase: PASSPHRASE });
  expect(read.annotations.list(id)).toHaveLength(2);
  for (const change of [() => read.annotations.save(highlight), () => read.annotations.remove(highlight.id)])
    expect(change).toThrow(expect.objectContaining({ code: 'vault-opened-read-only' }));
  await read.close();
});

it('are searched on their page as long as they stand there, and what is removed is not found', async () => {
  const { vault } = await newVault(join(root, 'searched'));
  const id = await addPaper(vault, 'letter.txt', 2);
  vault.annotations.save(noteOn(id, 2, 1, 'Quillon says otherwise'));
  vault.annotations.save(noteOn(id, 2, 2, 'Second thought'));
  expect(notesFound(vault, 'quillon')).toEqual([[id, 2]]);
  expect(vault.documents.search('quillon', 5)[0]?.snippet).toContain('\u0001Quillon\u0002 says otherwise');
  vault.annotations.save(noteOn(id, 1, 1, 'Quillon says otherwise'));
  expect(notesFound(vault, 'quillon')).toEqual([[id, 1]]);
  expect(notesFound(vault, 'second')).toEqual([[id, 2]]);
  vault.annotations.remove(noteOn(id, 1, 1).id);
  vault.annotations.remove(noteOn(id, 1, 1).id);
  expect(notesFound(vault, 'quillon')).toEqual([]);
  vault.documents.trash(id);
  expect(notesFound(vault, 'second')).toEqual([]);
  vault.documents.restore(id);
  expect(notesFound(vault, 'second')).toEqual([[id, 2]]);
  expect(idsOn(vault, id)).toEqual([[2, 2, 2]]);
  expect((await vault.verify()).damaged).toEqual([]);
  await vault.close();
});

it('stay with their page in papers arranged of it and of those again, whichever of them they are made on', async () => {
  const { vault } = await newVault(join(root, 'arranged'));
  const [one, two] = [await addPaper(vault, 'one.txt', 2), await addPaper(vault, 'two.txt', 1)];
  vault.annotations.save(noteOn(one, 2, 1, 'Heron'));
  const joined = await addPaper(vault, 'joined.pdf', 3);
  vault.arrangements.record([{ id: joined, pages: [page(two, 1), page(one, 2), page(one, 1)] }]);
  expect(idsOn(vault, joined)).toEqual([[1, 2, 2]]);
  expect(notesFound(vault, 'heron')).toEqual([[joined, 2]]);
  const part = await addPaper(vault, 'part.pdf', 1);
  vault.arrangements.record([{ id: part, pages: [page(joined, 2)] }]);
  expect(notesFound(vault, 'heron')).toEqual([[part, 1]]);

  vault.annotations.save(noteOn(part, 1, 2, 'Bittern'));
  expect(idsOn(vault, part)).toEqual([
    [1, 1, 1],
    [2, 1, 1],
  ]);
  expect(idsOn(vault, one)).toEqual([
    [1, 2, 2],
    [2, 2, 2],
  ]);
  expect(vault.annotations.places({ documentId: joined, pageNumber: 2 })).toEqual([
    { documentId: one, pageNumber: 2 },
    { documentId: joined, pageNumber: 2 },
    { documentId: part, pageNumber: 1 },
  ]);
  // What was arranged goes; the papers as they came stand again, with what was made on the arranged ones.
  vault.documents.trash(part);
  vault.documents.trash(joined);
  expect(notesFound(vault, 'bittern')).toEqual([[one, 2]]);
  expect(await vault.trash.empty()).toBe(2);
  expect(idsOn(vault, one)).toHaveLength(2);
  await vault.close();
});

it('go on to the arranged paper when the one they came from is removed for good, and go with the last', async () => {
  const { vault } = await newVault(join(root, 'removed'));
  const one = await addPaper(vault, 'one.txt', 2);
  vault.annotations.save(noteOn(one, 1, 1, 'Heron'));
  vault.annotations.save(noteOn(one, 2, 2, 'Bittern'));
  const [gone, kept] = [await addPaper(vault, 'gone.pdf', 2), await addPaper(vault, 'kept.pdf', 1)];
  vault.arrangements.record([
    { id: gone, pages: [page(one, 1), page(one, 2)] },
    { id: kept, pages: [page(one, 2)] },
  ]);
  vault.documents.trash(one);
  vault.documents.trash(gone);
  expect(await vault.trash.empty()).toBe(2);
  // Page 1 stood nowhere else but in the trash.
  expect(idsOn(vault, kept)).toEqual([[2, 1, 1]]);
  expect(notesFound(vault, 'bittern')).toEqual([[kept, 1]]);
  expect(vault.annotations.get(noteOn(one, 1, 1).id)).toBeUndefined();
  vault.documents.trash(kept);
  expect(await vault.trash.empty()).toBe(1);
  expect(vault.annotations.get(noteOn(one, 2, 2).id)).toBeUndefined();
  expect((await vault.verify()).damaged).toEqual([]);
  await vault.close();
});
