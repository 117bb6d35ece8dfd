// Which pages of a real vault are offered for reading again: hard ones and Spanish ones, whose words nobody relies on yet.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const dir = join(temporaryFolder(), 'vault');
let vault: Vault;
const ids: DocumentId[] = [];

async function add(...pages: readonly [text: string, confidence: number, source?: 'text-layer'][]): Promise<void> {
  const { id } = await vault.documents.add(paper(`paper ${ids.length}.txt`, pages.join()));
  for (const [at, [text, confidence, source = 'ocr']] of pages.entries())
    await vault.documents.savePage(id, pageOf(at + 1, text, { confidence, source }), PICTURE);
  vault.documents.saveReading(id, vault.documents.reading(id));
  ids.push(id);
}

beforeAll(async () => {
  ({ vault } = await newVault(dir));
  await add(['A clear page', 0.95], ['A hard page', 0.7]);
  await add(['La decisión de que hablamos en la carta', 0.95]);
  await add(['La decisión de que hablamos en la carta', 0.95, 'text-layer']);
  await add(['A hard page in the trash', 0.7]);
  await add(['Another hard page', 0.7]);
  await add(['A hard page on which somebody marked a reason', 0.7]);
  vault.documents.trash(ids[3] as DocumentId);
  const proof = { pageNumber: 1, from: 0, to: 2, quote: 'A hard' };
  vault.documents.correct(ids[5] as DocumentId, () => ({
    verdicts: [{ reason: 'medical-necessity', verdict: 'added', proof }],
  }));
});
afterAll(() => vault.close());

const wanted = { version: 2, below: 0.9, having: ['de', 'la', 'que', 'en'] };

it('offers hard pages and those with all of the words, goes on after those that are settled, and ends', () => {
  const offered = () => vault.olderPages.list(wanted).map(({ id, pageNumbers }) => [ids.indexOf(id), pageNumbers]);
  expect(offered()).toEqual([
    [0, [2]],
    [1, [1]],
    [4, [1]],
  ]);
  vault.olderPages.settle(2, ids[1]);
  expect(offered()).toEqual([[4, [1]]]);
  vault.olderPages.settle(2);
  expect(offered()).toEqual([]);
  // A still newer version looks at all of them again.
  expect(vault.olderPages.list({ ...wanted, version: 3 })).toHaveLength(3);
});
