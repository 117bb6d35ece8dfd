// The vault's own screen in a real browser: backup, health, trash, new words with their sheet, and a restore from the welcome screen.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { PASSPHRASE } from '../../helpers/core.ts';
import { popplerPages } from '../../helpers/pdf.ts';
import { chooseThePassphrase, typeBackTheWords } from '../../helpers/window.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');
/** Where pictures of the screens go when they are wanted. */
const pictures = process.env.APPEAL_VAULT_PICTURES;

describe.skipIf(program === undefined)('the screen of the vault', () => {
  let app: OpenApp;
  let page: Page;
  let folder: string;
  let words: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'appeal-vault-backups-'));
    app = await openApp(program ?? '');
    page = app.page;
    await typeBackTheWords(page, await chooseThePassphrase(page, PASSPHRASE));
    const files = ['one', 'two'].map((name) => ({
      name: `${name}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`A letter about marmalade ${name}.`),
    }));
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.getByRole('main').getByRole('link', { name: /two/ }).first().waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    expect(app?.faults).toEqual([]);
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const look = async (name: string) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [400, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${name} at ${width} pixels`).toBeLessThanOrEqual(0);
      if (pictures !== undefined) {
        await mkdir(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
      }
      expect(await accessibilityFaults(page), `${name}, ${width}, ${colorScheme}`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  };

  test('is reached by keyboard, says that there is no backup, and makes one', async () => {
    const link = page.getByRole('navigation').getByRole('link', { name: /^Vault/ });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vault', level: 1 }).waitFor();
    await page.getByText('There is no backup yet.').waitFor();
    await look('vault-without-backup');
    await page.getByLabel('Folder for the backup').fill(folder);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Written and read back:').waitFor({ timeout: 60_000 });
    await page.getByText(/^Last backup: today/).waitFor();
    expect(await readdir(folder)).toHaveLength(1);
    await page.getByLabel('Folder for the backup').fill(join(folder, 'no-such-folder'));
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByRole('main').getByText('could not be written in that place').waitFor({ timeout: 60_000 });
  });

  test('checks the vault, gives papers of the trash back, and empties it only when asked twice', async () => {
    await page.getByRole('button', { name: 'Check the vault' }).click();
    await page.getByText('All is whole').waitFor({ timeout: 60_000 });
    await page.getByText('The trash is empty.').waitFor();
    const id = await trashOf('two');
    await page.getByRole('button', { name: /^Restore .*two/ }).click();
    await page.getByText('The trash is empty.').waitFor();
    expect(await trashOf('two')).toBe(id);
    await page.getByRole('button', { name: 'Empty the trash…' }).click();
    await page.getByRole('dialog').getByText('This cannot be undone.').waitFor();
    await page.getByRole('button', { name: 'Keep them' }).click();
    await page.getByRole('button', { name: /^Restore .*two/ }).waitFor();
    await page.getByRole('button', { name: 'Empty the trash…' }).click();
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await page.getByText('The trash is empty.').waitFor();
  });

  /** Moves a paper to the trash in its list, and comes back. */
  async function trashOf(name: string): Promise<string> {
    await page.getByRole('navigation').getByRole('link', { name: 'Papers' }).click();
    const link = page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(name) })
      .first();
    const address = (await link.getAttribute('href')) ?? '';
    await page.getByRole('button', { name: new RegExp(`trash.*${name}|${name}.*trash`, 'i') }).click();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Vault/ })
      .click();
    await page.getByRole('button', { name: new RegExp(`^Restore .*${name}`) }).waitFor();
    return address;
  }

  test('makes new recovery words, with the sheet, once they are typed back', async () => {
    await page.getByRole('button', { name: 'New recovery words…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New recovery words' });
    await dialog.getByLabel('Current passphrase').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Make new words' }).click();
    const items = dialog.getByRole('list', { name: 'Recovery words' }).getByRole('listitem');
    await items.nth(23).waitFor({ timeout: 30_000 });
    words = (await items.allInnerTexts()).map((text) => /[a-z]+/.exec(text)?.[0] ?? '');
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Emergency sheet (PDF)' }).click();
    const sheet = await (await downloading).path();
    const [text = '', ...more] = await popplerPages(sheet);
    expect(more).toEqual([]);
    for (const word of words) expect(text).toContain(word);
    await dialog.getByRole('button', { name: 'I have written them down' }).click();
    const field = dialog.getByLabel('Type all 24 words from your paper');
    await field.fill([...words].reverse().join(' '));
    await dialog.getByRole('button', { name: 'Use the new words' }).click();
    await dialog.getByRole('alert').getByText('These are not the new recovery words.').waitFor();
    await field.fill(words.join(' '));
    await dialog.getByRole('button', { name: 'Use the new words' }).click();
    await page.getByText('The new recovery words are in force.').waitFor();
  });

  test('a new app restores the backup from its welcome screen, and the passphrase opens it', async () => {
    const [name = ''] = await readdir(folder);
    const other = await openApp(program ?? '');
    const fresh = other.page;
    await fresh.getByRole('button', { name: 'Restore from a backup' }).click();
    expect(await accessibilityFaults(fresh)).toEqual([]);
    await fresh.getByLabel('Backup file (.vaultbak)').fill(join(folder, name));
    await fresh.getByLabel('Passphrase of the backup').fill('not this one at all');
    await fresh.getByRole('button', { name: 'Restore', exact: true }).click();
    await fresh.getByRole('alert').getByText('does not open this vault').waitFor({ timeout: 30_000 });
    await fresh.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
    await fresh.getByRole('button', { name: 'Restore', exact: true }).click();
    await fresh.getByRole('heading', { name: 'Unlock your vault' }).waitFor({ timeout: 60_000 });
    await fresh.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await fresh.getByRole('button', { name: 'Unlock' }).click();
    await fresh.getByRole('main').getByRole('link', { name: /two/ }).first().waitFor({ timeout: 60_000 });
    expect(other.faults).toEqual([]);
    await other.close();
  });
});
