// The appeal letter in a real browser: edited, cited, a blank filled, undone, kept over a reload, out to Word and back, news from the case, the packet.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type OpenApp, openUnlocked } from '../../helpers/browser.ts';
import { putCaretAtEnd, putCaretBefore, selectWord } from '../../helpers/caret.ts';
import { keyboardOf } from '../../helpers/keyboard.ts';
import { popplerPages } from '../../helpers/pdf.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { textPapers } from '../../helpers/text-papers.ts';
import { addPapers, chooseOption } from '../../helpers/window.ts';
import { withDocumentXml } from '../../helpers/word.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('the appeal letter in a browser', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openUnlocked(program ?? '');
    page = app.page;
    const papers = await textPapers();
    await addPapers(
      page,
      papers.map(({ fileName, bytes }) => ({ name: fileName, mimeType: 'text/plain', buffer: bytes })),
    );
    await page
      .getByRole('main')
      .getByRole('link', { name: /denial|notice|decision/i })
      .first()
      .click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Make a case from this denial' }).click();
    await page.getByRole('tab', { name: 'Appeal letter' }).click();
    await editButton().waitFor();
  });
  afterAll(() => app?.close());

  const editButton = () => page.getByRole('button', { name: 'Edit the letter' });
  const editor = () => page.getByRole('textbox', { name: 'Appeal letter' });
  const words = async () => (await editor().allInnerTexts()).join('').replaceAll(/\s+/g, ' ');
  const isSaved = () => page.getByText('All changes are saved.').waitFor({ timeout: 60_000 });
  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();

  const look = (name: string) => lookAtScreen(page, name);

  test('is drafted from the case, with the table that follows it', async () => {
    await page.getByRole('region', { name: 'Reasons and answers' }).getByRole('row').nth(2).waitFor();
    const draft = page.getByRole('article', { name: 'Appeal letter' });
    await soon(() => draft.locator('.cite-chip').first().textContent()).toMatch(/^Ex\.\s[A-Z]+,\spp?\.\s\d/);
    await look('letter-draft');
  });

  test('is edited like a text, and saved by itself', async () => {
    await editButton().click();
    await putCaretAtEnd(page, editor().getByText('To the Appeals Reviewer:'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('I write in my own words. ');
    await page.keyboard.press('ControlOrMeta+B');
    await page.keyboard.type('Please read on.');
    await page.keyboard.press('ControlOrMeta+B');
    await isSaved();
    expect(await words()).toContain('I write in my own words. Please read on.');
    expect(await editor().locator('strong').allInnerTexts()).toEqual(['Please read on.']);
  });

  test('a page is cited by its picture, and the chip names the exhibit', async () => {
    const chips = await editor().locator('.cite-chip').count();
    await page.getByRole('button', { name: 'Cite a page' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cite a page' });
    await chooseOption(page, dialog.getByRole('combobox', { name: 'Paper' }), /visit note|medical record/i);
    await dialog.getByRole('button', { name: 'Page 1', exact: true }).click();
    await look('letter-cite');
    await dialog.getByRole('button', { name: 'Cite', exact: true }).click();
    await isSaved();
    await soon(() => editor().locator('.cite-chip').count()).toBe(chips + 1);
    await soon(words).toMatch(/Please read on\. Ex\. [A-Z], p\. 1/);
  });

  test('a quote that was changed is marked, until its words are those of the page again', async () => {
    await selectWord(page, editor().getByText('This letter is about the remaining charges'));
    await page.keyboard.type('kumquat');
    const notice = page.getByRole('alert').filter({ hasText: 'A quote to look at' });
    await notice.getByText(/kumquat/).waitFor({ timeout: 60_000 });
    expect(await editor().locator('.doubtful-quote').count()).toBe(1);
    await look('letter-quote');
    await editor().focus();
    await page.keyboard.press('ControlOrMeta+Z');
    await soon(() => notice.count()).toBe(0);
  });

  test('the toolbar is reached and used by keyboard alone', async () => {
    const keys = keyboardOf(page);
    await putCaretAtEnd(page, editor().getByText('I write in my own words.'));
    await page.keyboard.press('Alt+F10');
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toBe(
      'Shape of this part',
    );
    await keys.press(page.getByRole('button', { name: 'Leave a blank' }));
    const field = page.getByRole('textbox', { name: 'What is still missing here?' });
    await soon(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('the day I called');
    await page.keyboard.press('Enter');
    await soon(words).toContain('Blank: the day I called');
    await page.keyboard.press('ControlOrMeta+Z');
    await soon(words).not.toContain('the day I called');
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await soon(words).toContain('Blank: the day I called');
    await isSaved();
  });

  test('a blank is selected by a key and typed over; undo brings it back, and redo fills it again', async () => {
    const blanks = () => editor().locator('.blank').count();
    const before = await blanks();
    expect(before).toBeGreaterThan(0);
    await editor().focus();
    await page.keyboard.press('F8');
    await page.getByText('Type to fill it.').waitFor();
    await look('letter-blank');
    await page.keyboard.type('May 5, 2026');
    expect(await blanks()).toBe(before - 1);
    expect(await words()).toContain('May 5, 2026');
    await page.keyboard.press('ControlOrMeta+Z');
    await soon(blanks).toBe(before);
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await soon(blanks).toBe(before - 1);
    await isSaved();
  });

  test('stays over a reload', async () => {
    const before = await words();
    await page.reload();
    await editor().waitFor({ timeout: 60_000 });
    await soon(words).toBe(before);
  });

  test('goes to Word and comes back: the changes are shown, taken, and undone', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save Word document' }).click();
    const bytes = new Uint8Array(await readFile(await (await download).path()));
    const changed = withDocumentXml(bytes, (xml) => xml.replace('in my own words', 'in the words of my lawyer'));
    await page.getByLabel('Word document with the letter').setInputFiles({
      name: 'letter.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(changed),
    });
    const dialog = page.getByRole('dialog', { name: 'The letter from the Word document' });
    await dialog.getByText('It changes 1 part of your letter.').waitFor();
    await look('letter-word');
    await dialog.getByRole('button', { name: 'Replace my letter' }).click();
    await soon(words).toContain('in the words of my lawyer');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await soon(words).toContain('in my own words');
  });

  test('what the case says since is offered, and taken over without touching own words', async () => {
    await tab('Facts');
    await page
      .getByLabel(/telephone|phone/i)
      .first()
      .fill('555 0199');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await tab('Appeal letter');
    const news = page.getByRole('region', { name: /The case would say/ });
    await news.getByRole('button', { name: 'Show' }).click();
    await news.getByText(/555 0199/).waitFor();
    await look('letter-updates');
    await news.getByRole('button', { name: 'Take over', exact: true }).first().click();
    await soon(words).toContain('555 0199');
    expect(await words()).toContain('I write in my own words.');
  });

  test('a second window that saved first is not overwritten', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    const there = other.getByRole('textbox', { name: 'Appeal letter' });
    await there.waitFor({ timeout: 60_000 });
    await putCaretBefore(other, there.getByText('I write in my own words.'));
    await other.keyboard.type('Elsewhere. ');
    await other.getByText('All changes are saved.').waitFor();
    await other.close();
    await putCaretBefore(page, editor().getByText('I write in my own words.'));
    await page.keyboard.type('Here. ');
    const alert = page.getByRole('alert').filter({ hasText: 'Two windows changed the letter' });
    await alert.waitFor({ timeout: 60_000 });
    await look('letter-conflict');
    await alert.getByRole('button', { name: 'Show the other one' }).click();
    await soon(words).toContain('Elsewhere. I write');
    expect(await words()).not.toContain('Here. I write');
  });

  test('is what the packet prints', async () => {
    await tab('Packet');
    await page
      .getByRole('button', { name: /^Build (packet|a draft)$/ })
      .and(page.locator(':enabled'))
      .first()
      .click();
    await page.getByRole('link', { name: 'Show the versions' }).click({ timeout: 60_000 });
    await page.getByRole('article', { name: 'Version 1', exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save PDF of version 1' }).click();
    const text = popplerPages(await (await download).path())
      .join('\n')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain('Elsewhere. I write in my own words. Please read on.');
    expect(text).toContain('May 5, 2026');
  });

  test('nothing went wrong unseen', () => {
    expect(app.faults).toEqual([]);
  });
});
