// The vault in a real browser: choosing a passphrase, backup, health, trash, new words with their sheet, locking, a wrong passphrase, and a restore.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { putCaretAtEnd } from '../../helpers/caret.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { popplerPages } from '../../helpers/pdf.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { addPapers, chooseOption, putMessagesAway } from '../../helpers/window.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');
const DENIAL = fileURLToPath(new URL('../../fixtures/papers/001-ketamine-depression-denial.txt', import.meta.url));
const FORTY_DAYS_MS = 40 * 86_400_000;

describe.skipIf(program === undefined)('the vault in a browser', () => {
  let app: OpenApp;
  let page: Page;
  let folder: string;
  let vaultDir: string;
  let words: string[];
  /** A backup that the browser saved. */
  let saved: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'appeal-vault-backups-'));
    app = await openApp(program ?? '', {
      prepare: (_page, { dir }) => {
        vaultDir = join(dir, 'vault');
      },
    });
    page = app.page;
  });
  afterAll(async () => {
    expect(app?.faults).toEqual([]);
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const look = (name: string) => lookAtScreen(page, name);
  const goTo = (name: RegExp) => page.getByRole('navigation').getByRole('link', { name }).first().click();
  const unlock = async () => {
    // After a lock a fresh core has to start first.
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE, { timeout: 110_000 });
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Papers' }).waitFor({ timeout: 60_000 });
  };

  test('a backup can be restored before there is a vault', async () => {
    await page.getByRole('button', { name: 'Restore from a backup' }).click();
    await page.getByLabel('Backup file (.vaultbak)').waitFor();
    await look('welcome-restore');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
  });

  test('a passphrase is judged in words, and one can be suggested', async () => {
    await page.getByLabel('Passphrase', { exact: true }).fill('password1234');
    const meter = page.getByRole('meter', { name: 'Strength of the passphrase' });
    await meter.waitFor();
    expect(await meter.getAttribute('aria-valuetext')).toBe('Very weak');
    await page.getByText('Guessing it would take less than a second.').waitFor();
    await page.getByRole('button', { name: 'Suggest one' }).click();
    const offer = page.getByRole('group', { name: 'Suggested passphrase' });
    const suggested = await offer.getByRole('status').textContent();
    await look('passphrase-suggested');
    await offer.getByRole('button', { name: 'I have written them down' }).click();
    expect(await page.getByLabel('Passphrase', { exact: true }).inputValue()).toBe(suggested);
    await page.getByText('Strong.').waitFor();
    // Where the words are to be typed from the paper.
    await page.keyboard.type(suggested ?? '');
    await page.getByText('Type the five words from your paper.').waitFor();
    expect(await page.getByRole('button', { name: 'Create the vault' }).isEnabled()).toBe(true);
  });

  test('a vault is there, and papers come in', async () => {
    // One that opens quickly, since it is locked and opened many times here; how one is made in the window is seen in journey.test.ts.
    await (await createVault(vaultDir, PASSPHRASE, { kdf: KDF_FLOOR })).vault.close();
    await page.reload();
    await unlock();
    const files = ['one', 'two'].map((name) => ({
      name: `${name}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`A letter about marmalade ${name}.`),
    }));
    const denial = { name: 'denial.txt', mimeType: 'text/plain', buffer: await readFile(DENIAL) };
    await addPapers(page, [...files, denial]);
  });

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
    await page.getByText('Backups so far (1)').click();
    await page.getByRole('main').getByText('The file is there.').waitFor();
    await page.getByLabel('Remind me').selectOption('Every 4 weeks');
    await page.getByLabel('Keep', { exact: true }).selectOption('The last 3 good ones');
    await page.getByText('Older ones are removed once a new backup was written and read back.').waitFor();
  });

  test('a backup that the browser saves counts once the saved file was shown to the app', async () => {
    await page.getByText('Save the backup with the browser instead').click();
    await page.getByRole('button', { name: '1. Make a backup to save' }).click();
    const downloading = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('link', { name: '2. Save the file' }).click({ timeout: 60_000 });
    const download = await downloading;
    saved = join(folder, 'saved.vaultbak');
    await download.saveAs(saved);
    expect(download.suggestedFilename()).toMatch(/^appeal-vault-\d{4}-\d{2}-\d{2}\.vaultbak$/);
    const show = async (file: string) => {
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '3. Check the saved file…' }).click();
      await (await choosing).setFiles(file);
    };
    await show(DENIAL);
    await page.getByRole('alert').getByText('This is not the backup that was just made').waitFor({ timeout: 60_000 });
    await look('vault-download');
    await show(saved);
    await page.getByText('The saved file is whole. It counts as a backup from now on.').waitFor({ timeout: 60_000 });
    await page.getByText('Backups so far (2)').waitFor();
    await page.getByText('Saved by the browser.').waitFor();
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
    // The offer to take it back lies over the buttons of the trash.
    await putMessagesAway(page);
    return address;
  }

  test('makes new recovery words, with the sheet, once they are typed back', async () => {
    await page.getByRole('button', { name: 'New recovery words…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New recovery words' });
    await dialog.getByLabel('Current passphrase').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Make new words' }).click();
    const items = dialog.getByRole('list', { name: 'Recovery words' }).getByRole('listitem');
    await items.nth(23).waitFor({ timeout: 60_000 });
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

  test('the minutes until it locks are a choice that stays, and a new passphrase is judged in its dialog too', async () => {
    await page.getByLabel('Lock after').selectOption('30 minutes');
    await page.getByRole('button', { name: 'Change the passphrase…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the passphrase' });
    await dialog.getByLabel('New passphrase', { exact: true }).fill('marmalade');
    await dialog.getByText('Too short: 3 more characters.').waitFor();
    await dialog.getByLabel('New passphrase', { exact: true }).fill('marmalade 2019');
    await dialog.getByRole('meter').waitFor();
    await look('passphrase-dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('what was typed a moment before the lock is stored: a letter, a note on a call, a form', async () => {
    await goTo(/^Papers/);
    await page
      .getByRole('main')
      .getByRole('link', { name: /NOTICE OF ADVERSE/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Make a case from this denial' }).click();
    const toTab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
    const lockAndOpen = async () => {
      await page.keyboard.press('ControlOrMeta+L');
      await unlock();
    };
    const backToCase = async () => {
      await goTo(/^Cases/);
      await page.getByRole('main').getByRole('article').getByRole('link').first().click();
    };

    await toTab('Appeal letter');
    await page.getByRole('button', { name: 'Edit the letter' }).click();
    const editor = page.getByRole('textbox', { name: 'Appeal letter' });
    await putCaretAtEnd(page, editor.getByText('To the Appeals Reviewer:'));
    await page.keyboard.type(' Good morning.');
    await lockAndOpen();
    await goTo(/^Vault/);
    await page.getByLabel('Lock after').waitFor();
    expect(await page.getByLabel('Lock after').inputValue()).toBe('30');
    await backToCase();
    await toTab('Appeal letter');
    await page.getByText('To the Appeals Reviewer: Good morning.').first().waitFor();

    await page.getByRole('button', { name: 'Note a call' }).first().click();
    await page.getByLabel('What was said').fill('They will call back.');
    // A form with a button of its own, which nobody presses.
    await toTab('Timeline');
    await page.getByLabel('New task').fill('Ask for the claim file.');
    // For the reminder: from the next page on it is forty days later.
    await page.addInitScript((laterMs) => {
      const real = Date.now;
      Date.now = () => real() + laterMs;
    }, FORTY_DAYS_MS);
    await lockAndOpen();
    await backToCase();
    await toTab('Timeline');
    await page.getByText('They will call back.').first().waitFor();
    await page.getByText('Ask for the claim file.').first().waitFor();
  });

  test('a form that lacked something when the lock came is offered again, and filled as it was', async () => {
    const toTab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
    await toTab('History');
    await page.getByRole('button', { name: 'Add a treatment' }).click();
    const dialog = page.getByRole('dialog');
    await chooseOption(page, dialog.getByRole('combobox', { name: 'How it went' }), 'Side effects were too bad');
    await dialog.getByLabel('Dose').fill('50 mg a day');
    await dialog.getByLabel('From').fill('some time in');
    await page.keyboard.press('ControlOrMeta+L');
    await unlock();
    await page.getByText('You had begun “Add a treatment”').waitFor();
    await look('kept-form');
    await page.getByRole('button', { name: 'Continue: Add a treatment' }).click();
    await dialog.getByLabel('Dose').waitFor();
    expect(await dialog.getByLabel('Dose').inputValue()).toBe('50 mg a day');
    expect(await dialog.getByLabel('From').inputValue()).toBe('some time in');
    expect(await dialog.getByRole('combobox', { name: 'How it went' }).inputValue()).toBe('Side effects were too bad');
    await dialog.getByLabel('Name').fill('sertraline');
    await dialog.getByLabel('From').fill('2024');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('sertraline').first().waitFor();
  });

  test('when a backup is due it says so once, and makes it where the last one went', async () => {
    await page.getByText('The last backup is 40 days old.').waitFor();
    await goTo(/^Vault/);
    await page.getByLabel('Folder for the backup').waitFor();
    expect(await page.getByLabel('Folder for the backup').inputValue()).toBe(folder);
    const before = (await readdir(folder)).length;
    await page.getByRole('status').getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('Written and read back:').waitFor({ timeout: 60_000 });
    expect(await readdir(folder)).toHaveLength(before + 1);
  });

  test('the lock at once empties the screen before it does anything else', async () => {
    // It waits for nothing: of a form that is not sent there is what was kept a moment after it was typed.
    await goTo(/^Cases/);
    await page.getByRole('main').getByRole('article').getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Money', exact: true }).click();
    await page.getByRole('button', { name: 'Add other money' }).click();
    await chooseOption(page, page.getByRole('combobox', { name: 'What it is' }), 'Family or friends');
    await page.getByLabel('From whom').fill('Aunt Rowan');
    const kept = page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/keeping/keepForm') && answer.request().postData()?.includes('twelve') === true,
    );
    await page.getByLabel('Amount (if known)').fill('twelve');
    await kept;
    await page.evaluate(() => {
      window.addEventListener('keyup', () => {
        sessionStorage.setItem('is-empty', String(document.body.childElementCount === 0));
      });
    });
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await page.getByRole('heading', { name: 'Unlock your vault' }).waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => sessionStorage.getItem('is-empty'))).toBe('true');
  });

  test('a wrong passphrase says what to check', async () => {
    const field = page.getByLabel('Passphrase', { exact: true });
    await field.fill(' Lantern quarry');
    await field.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true });
    await page.getByText('Caps lock is on.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('alert').getByText('does not open this vault').waitFor({ timeout: 60_000 });
    await page.getByText('What you typed begins with a space.').waitFor();
    await page.getByRole('button', { name: 'Show or hide what you type' }).click();
    expect(await field.getAttribute('type')).toBe('text');
    await look('unlock-wrong');
  });

  test('opened for reading only it says so on every screen, and can be locked again', async () => {
    await page.getByLabel('Open for reading only').check();
    await unlock();
    // The box of the lock screen says the same words, and stands until the vault is open.
    await page.getByRole('status').filter({ hasText: 'Open for reading only' }).waitFor({ timeout: 60_000 });
    await page.getByText('You had begun').first().waitFor();
    await look('read-only');
    // Of the forms that were left, the one that was saved since is not offered any more.
    expect(await page.getByText('You had begun').allTextContents()).toEqual([
      expect.stringContaining('to finish it or throw it away, open the vault for writing'),
    ]);
    expect(await page.getByRole('button', { name: /^(?:Throw away|Add)/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Continue: Add other money' }).click();
    await page.getByLabel('From whom').waitFor();
    expect(await page.getByRole('combobox', { name: 'What it is' }).inputValue()).toBe('Family or friends');
    expect(await page.getByLabel('From whom').inputValue()).toBe('Aunt Rowan');
    expect(await page.getByLabel('Amount (if known)').inputValue()).toBe('twelve');
    await page.keyboard.press('ControlOrMeta+L');
    await page.getByRole('heading', { name: 'Unlock your vault' }).waitFor({ timeout: 110_000 });
  });

  test('a backup is restored from there into a folder beside, and its passphrase opens it', async () => {
    await page.getByRole('button', { name: 'Restore from a backup' }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await (await choosing).setFiles(saved);
    await page.getByText('saved.vaultbak').waitFor();
    await page.getByLabel('Passphrase of the backup').fill('not this one at all');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('alert').getByText('does not open this vault').waitFor({ timeout: 60_000 });
    await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText(/Vault folder: .*-restored$/).waitFor({ timeout: 60_000 });
    await unlock();
    await page.getByRole('main').getByRole('link', { name: /two/ }).first().waitFor({ timeout: 60_000 });
  });
});
