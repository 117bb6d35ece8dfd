// A vault with some papers that take a while to copy.
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { createVault, openVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { PICTURE, pageOf, paper } from '../../integration/vault/vault-content.ts';
import { PASSPHRASE } from '../core.ts';

/** How many papers there are, each with the picture of one page. */
export const PAPERS = 4;
const PAPER_BYTES = 700_000;

/** Makes it; hands back the recovery words. */
export async function filledVault(dir: string): Promise<readonly string[]> {
  const { vault, recoveryWords } = await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR });
  for (let index = 0; index < PAPERS; index += 1) {
    const { id } = await vault.documents.add(paper(`${index}.txt`, randomBytes(PAPER_BYTES)));
    await vault.documents.savePage(id, pageOf(1, `marmalade ${index}`), PICTURE);
    vault.documents.saveReading(id, vault.documents.reading(id), Number.MAX_SAFE_INTEGER);
  }
  await vault.close();
  return recoveryWords;
}

/** It opens by the words, is whole, and has all its papers. */
export async function expectFilled(dir: string, words: readonly string[]): Promise<void> {
  const vault = await openVault(dir, { words });
  expect((await vault.verify()).damaged).toEqual([]);
  expect(vault.inventory).toEqual({ orphans: [], missing: [] });
  expect(vault.documents.list()).toHaveLength(PAPERS);
  expect(vault.documents.search('marmalade', 10)).toHaveLength(PAPERS);
  await vault.close();
}
