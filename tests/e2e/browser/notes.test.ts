// Notes and highlights in a real browser: chosen words highlighted by mouse and keyboard, notes written and found, used as evidence, taken back.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { bringIn, PASSPHRASE, startUnlocked } from '../../helpers/core.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { chooseOption, dragBetween } from '../../helpers/window.ts';

const program = findBrowser();
const LETTER = 'A letter of my doctor';

/** Tries until it holds; a slow machine may take a few seconds. */
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('notes and highlights', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp(program ?? '', { fill: twoPapersAndTheirCases });
    page = app.page;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: LETTER, exact: true }).click();
    await word(0).waitFor();
  });
  afterAll(() => app?.close());

  const pages = () => page.getByRole('region', { name: 'Pages', exact: true });
  const frame = () => pages().getByRole('region', { name: /^Page \d/ });
  const word = (index: number) => pages().locator(`.text-layer [data-word="${index}"]`);
  const list = () => page.getByRole('region', { name: 'Notes and highlights' });
  const row = (text: string | RegExp) => list().getByRole('listitem').filter({ hasText: text });
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: typeof name === 'string' });
  const note = () => pages().getByRole('textbox', { name: 'Your note' });
  /** Takes back what the notice with these words says, which is the last one. */
  const undo = async (said: RegExp) => {
    const notice = page.getByRole('alert').filter({ hasText: said });
    await button('Undo', notice).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
  };

  test('words chosen by mouse are highlighted in a colour, and the list beside the page leads to them', async () => {
    await list().getByText('None yet.').waitFor();
    await dragBetween(page, word(4), word(7));
    await lookAtScreen(page, 'notes-chosen', { isWindow: true });
    const offered = page.getByRole('toolbar', { name: 'The chosen words' });
    await page.keyboard.press('Escape');
    await soon(() => offered.count()).toBe(0);
    await dragBetween(page, word(4), word(7));
    await button('Highlight: Helps me (green)').click();
    await row('Helps me (green)').waitFor();
    await soon(() => pages().locator('.page-mark-own[data-colour="green"]').count()).toBeGreaterThan(0);
    await button(/^Helps me \(green\)/, row('Helps me')).click();
    await soon(() => pages().locator('.page-mark-active').count()).toBeGreaterThan(0);
    await undo(/Highlighted as Helps me/);
    await list().getByText('None yet.').waitFor();
  });

  test('by keyboard: words are chosen, H highlights them in the colour used last; N with none chosen writes a note on the page', async () => {
    await frame().focus();
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('h');
    await row('Helps me (green)').waitFor();
    await soon(() => frame().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('n');
    await note().fill('Ask Dr. Wrenfield about the second page.');
    await page.keyboard.press('Control+Enter');
    await row('Ask Dr. Wrenfield').waitFor();
    await soon(() => list().getByRole('listitem').count()).toBe(2);
    // The same on the page as text; the same words again change their highlight, others make another.
    await button('Text', pages()).click();
    await pages().locator('.page-text').waitFor();
    await frame().focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('h');
    await soon(() => list().getByRole('listitem').count()).toBe(3);
    await undo(/Highlighted as .*Suite 210/);
    await soon(() => list().getByRole('listitem').count()).toBe(2);
    await button('Text', pages()).click();
  });

  test('a click on a highlight opens it; the note is kept, changed beside the page, removed and brought back', async () => {
    await pages().locator('.page-mark-own').first().click();
    await note().fill('This is the sentence to quote.');
    await lookAtScreen(page, 'notes-writing', { isWindow: true });
    await button('Save', pages()).click();
    await row('This is the sentence to quote.').waitFor();
    await button(/^Edit: “/, row('sentence to quote')).click();
    await chooseColour('Against me (pink)');
    await button('Save', list()).click();
    await row('Against me (pink)').getByText('This is the sentence to quote.').waitFor();
    await button(/^Remove: “/, row('Against me')).click();
    await soon(() => list().getByRole('listitem').count()).toBe(1);
    await undo(/^Removed: /);
    await row('Against me (pink)').getByText('This is the sentence to quote.').waitFor();
  });

  test('a highlight becomes evidence for a reason of a case, and leads to it', async () => {
    await button(/^Use as evidence: “/, row('Against me')).click();
    const dialog = page.getByRole('dialog');
    await chooseOption(page, dialog.getByRole('combobox', { name: 'Case' }), 'Second case');
    await dialog.getByRole('radio', { name: 'Not medically necessary' }).check();
    await button('Add', dialog).click();
    await row('Against me').getByText('Evidence for').waitFor();
    await row('Against me').getByRole('link', { name: 'Not medically necessary' }).click();
    const card = page.getByRole('article', { name: /Not medically necessary/ });
    await card.getByText('Accepted', { exact: true }).first().waitFor();
    await button('Link a page to Experimental or investigational').click();
    await dialog.getByRole('heading', { name: 'Your highlights' }).waitFor();
    await lookAtScreen(page, 'notes-offered', { isWindow: true });
    await button(/^Use: “/, dialog).click();
    const other = page.getByRole('article', { name: /Experimental or investigational/ });
    await other.getByText('Accepted', { exact: true }).first().waitFor();
    await undo(/Added as evidence for “Experimental/);
    await soon(() => other.getByText('Accepted', { exact: true }).count()).toBe(0);
  });

  test('a note is found by the search', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('wrenfield second');
    const hit = page.getByRole('article').filter({ hasText: 'Your note' });
    await hit.getByRole('link', { name: new RegExp(LETTER) }).click();
    await row('Ask Dr. Wrenfield').waitFor();
  });

  test('in a vault open for reading only they are shown and can’t be changed', async () => {
    await page.keyboard.press('ControlOrMeta+L');
    await page.getByRole('heading', { name: 'Unlock your vault' }).waitFor({ timeout: 60_000 });
    await page.getByLabel('Open for reading only').check();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: LETTER, exact: true }).click();
    await row('This is the sentence to quote.').getByRole('link', { name: 'Not medically necessary' }).waitFor();
    await soon(() => pages().locator('.page-mark-own').count()).toBeGreaterThan(0);
    expect(await button(/^(Edit|Remove|Use as evidence): |^Note on page/, list()).count()).toBe(0);
    expect(app.faults).toEqual([]);
  });

  async function chooseColour(name: string) {
    await list().getByRole('combobox', { name: 'Highlight' }).selectOption(name);
  }
});

/** A denial with two cases, and a letter that may answer it. */
async function twoPapersAndTheirCases(vaultDir: string): Promise<void> {
  await using made = await startUnlocked({ defaultVaultDir: vaultDir });
  const names = ['001-ketamine-depression-denial.txt', '007-letter-of-medical-necessity.txt'];
  await bringIn(
    made,
    await Promise.all(
      names.map(async (fileName) => ({
        fileName,
        bytes: await readFile(new URL(`../../fixtures/papers/${fileName}`, import.meta.url), 'utf8'),
      })),
    ),
  );
  const papers = await made.client.documents.list({});
  const idOf = (start: string) => {
    const found = papers.find(({ fileName }) => fileName.startsWith(start));
    if (found === undefined) throw new Error(`There is no paper ${start}.`);
    return found.id;
  };
  await made.client.documents.setTitle({ id: idOf('007'), title: LETTER });
  for (const title of ['First case', 'Second case']) {
    const { case: value } = await made.client.cases.create({ documentId: idOf('001') });
    await made.client.cases.setTitle({ id: value.id, title });
  }
}
