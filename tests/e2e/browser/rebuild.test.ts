// A vault whose database is lost, in a real browser: the unlock screen explains, offers to rebuild it from the stored papers, says what came back, and opens it.
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { lookAtScreen } from '../../helpers/screens.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');

describe.skipIf(program === undefined)('a vault whose database is lost', () => {
  let app: OpenApp;
  beforeAll(async () => {
    app = await openApp(program ?? '', {
      prepare: async (_page, { dir }) => {
        const vaultDir = join(dir, 'vault');
        const { vault } = await createVault(vaultDir, PASSPHRASE, { kdf: KDF_FLOOR });
        const bytes = Buffer.from('A letter about marmalade.');
        await vault.documents.add({ fileName: 'letter.txt', format: 'text', mediaType: 'text/plain', bytes });
        await vault.close();
        truncateSync(join(vaultDir, 'db', 'main.db'), 5000);
      },
    });
  });
  afterAll(async () => {
    expect(app?.faults).toEqual([]);
    await app?.close();
  });

  test('is rebuilt from the screen where it does not open', async () => {
    const { page } = app;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    const rebuild = page.getByRole('button', { name: 'Rebuild from the stored papers' });
    await rebuild.waitFor({ timeout: 60_000 });
    await page.getByText('cases, letters, diary').waitFor();
    await lookAtScreen(page, 'unlock-damaged');
    await rebuild.click();
    await page.getByText('The vault is rebuilt.').waitFor({ timeout: 60_000 });
    await page.getByText('1 paper is there again').waitFor();
    await page.getByText('db.damaged-1').waitFor();
    await page.getByRole('button', { name: 'Open the rebuilt vault' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /letter\.txt/ })
      .first()
      .waitFor({ timeout: 60_000 });
  });
});
