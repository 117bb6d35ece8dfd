// The packet's screen in a real browser: exhibits moved, renamed, cut, split and left out, by mouse and by keyboard; pages looked at; the packet built.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type OpenApp, openUnlocked } from '../../helpers/browser.ts';
import { scansPdf } from '../../helpers/copy-packets.ts';
import { popplerPages } from '../../helpers/pdf.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { addPapers } from '../../helpers/window.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });
const paper = (name: string) => readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url));

describe.skipIf(program === undefined)('the packet in a browser', () => {
  let app: OpenApp;
  let page: Page;

  const part = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  const rows = () => page.locator('.exhibit-row');
  const titles = () => page.locator('.exhibit-row .exhibit-words > :first-child').allTextContents();
  const labels = () => page.locator('.exhibit-label').allTextContents();
  const row = (title: string | RegExp) => rows().filter({ hasText: title });
  /** In the field itself: a menu that closes late may have taken the focus away. */
  const enter = async (field: Locator, text: string) => {
    await field.fill(text);
    await field.press('Enter');
  };
  /** The last exhibit that is made of some pages of the chart; other papers may stand behind it. */
  const ofChart = async () => (await titles()).findLast((title) => title.includes('of 5)')) ?? '';
  const more = async (title: string, item: string) => {
    await page.getByRole('button', { name: `More for ${title}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  const look = (name: string) => lookAtScreen(page, name);

  beforeAll(async () => {
    app = await openUnlocked(program ?? '');
    page = app.page;
    const chart = await scansPdf(['chart one', 'chart two', 'chart three', 'chart four', 'chart five']);
    await addPapers(page, [
      { name: 'denial.txt', mimeType: 'text/plain', buffer: await paper('001-ketamine-depression-denial') },
      { name: 'letter.txt', mimeType: 'text/plain', buffer: await paper('007-letter-of-medical-necessity') },
      { name: 'policy.txt', mimeType: 'text/plain', buffer: await paper('009-quillback-policy-bh207') },
      { name: 'chart.pdf', mimeType: 'application/pdf', buffer: Buffer.from(chart) },
    ]);
    await page
      .getByRole('main')
      .getByRole('link', { name: /denial|notice|decision/i })
      .first()
      .click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Make a case from this denial' }).click();
    await part('Packet');
    await page.getByRole('combobox', { name: 'Also enclose' }).click();
    await page.getByRole('option', { name: 'chart.pdf' }).click();
    await page.keyboard.press('Escape');
    await row(/5 pages/)
      .first()
      .waitFor();
  }, 120_000);
  afterAll(() => app?.close());

  test('lists the exhibits in the usual order, with a page beside them', async () => {
    expect(await labels()).toEqual((await labels()).map((_, index) => String.fromCharCode(65 + index)));
    await page.getByRole('img', { name: /^Page 0001 of the packet: Appeal letter/ }).waitFor();
    await rows().last().getByTitle('Show its first page').click();
    await page.getByRole('img', { name: /of the packet: Exhibit [A-Z]: / }).waitFor();
    await look('packet-setup');
  });

  test('moves an exhibit by its arrows, by Alt and arrow, by dragging; and takes it back', async () => {
    const before = await titles();
    const [first = '', second = ''] = before;
    await page.getByRole('button', { name: `Move down: ${first}` }).click();
    await soon(titles).toEqual([second, first, ...before.slice(2)]);
    await page.keyboard.press('Alt+ArrowUp');
    await soon(titles).toEqual(before);
    const last = before.at(-1) ?? '';
    await row(last).dragTo(rows().first(), { targetPosition: { x: 200, y: 4 } });
    await soon(titles).toEqual([last, ...before.slice(0, -1)]);
    await soon(labels).toEqual(before.map((_, index) => String.fromCharCode(65 + index)));
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await soon(titles).toEqual(before);
    // Two moves before anything is drawn again.
    await page.getByRole('button', { name: `Move down: ${first}` }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await soon(titles).toEqual([second, ...before.slice(2, 3), first, ...before.slice(3)]);
    await page.getByRole('button', { name: `Move up: ${first}` }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await soon(titles).toEqual(before);
  });

  test('renames, chooses pages, splits off and joins again', async () => {
    const [denial = ''] = await titles();
    await more(denial, 'Rename…');
    await enter(page.getByLabel('Name', { exact: true }), 'The letter of denial');
    await soon(async () => (await titles())[0]).toBe('The letter of denial');
    const [chart = ''] = await row(/5 pages/)
      .first()
      .locator('.exhibit-words > :first-child')
      .allTextContents();
    await more(chart, 'Choose pages…');
    await enter(page.getByLabel('Pages of the paper'), '9');
    await page.getByText('Give pages from 1 to 5').waitFor();
    await enter(page.getByLabel('Pages of the paper'), '1-4');
    await row(/pages 1–4 of 5/)
      .first()
      .waitFor();
    await more(await ofChart(), 'Split off pages…');
    await enter(page.getByLabel('Pages of the paper'), '2-3');
    await row(/pages 2–3 of 5/)
      .first()
      .waitFor();
    await row(/pages 1, 4 of 5/)
      .first()
      .waitFor();
    await more(await ofChart(), 'Join with the rest of the paper');
    await row(/pages 1–4 of 5/)
      .first()
      .waitFor();
    await soon(ofChart).toContain('pages 1–4 of 5');
  });

  test('leaves an exhibit out, says what still points at it, leads there, and puts it back', async () => {
    const all = await titles();
    const denial = all[0] ?? '';
    await more(denial, 'Leave out');
    await row(denial).getByText('Left out').waitFor();
    const problem = page.getByRole('link', { name: /^Go there: The packet points at/ }).first();
    await problem.waitFor();
    await problem.click();
    await soon(() => page.locator('.exhibit-row[data-pointed]').count()).toBe(1);
    expect(await page.locator('.exhibit-row[data-pointed]').textContent()).toContain('Left out');
    await look('packet-left-out');
    await page.getByRole('button', { name: `Put back: ${denial}` }).click();
    await soon(() => page.getByRole('link', { name: /^Go there: The packet points at/ }).count()).toBe(0);
    await soon(titles).toEqual(all);
  });

  test('sets numbers, names, parts and marks, and shows them on the pages', async () => {
    await page.getByText('Numbers on the pages, names of the exhibits').click();
    await page.getByLabel('Before the number').fill('DOE-');
    await page.getByText('1, 2, 3', { exact: true }).click();
    await page.getByText('The first page reads DOE-0001').waitFor();
    await soon(async () => (await labels())[0]).toBe('1');
    await page.getByText('Parts before the exhibits').click();
    await page.getByRole('button', { name: 'Move up: Index of exhibits' }).click();
    await page.getByText('Marked words, line at the foot').click();
    await page.getByLabel('Mark the cited words in colour').check();
    await page.getByRole('img', { name: /^Page DOE-/ }).waitFor();
    await look('packet-setup-open');
  });

  test('shows every page: small ones in a list, one large, by keyboard and by number', async () => {
    await part('Preview');
    const strip = page.getByRole('listbox', { name: 'Pages of the packet' });
    await strip.getByRole('option').first().waitFor();
    const place = page.getByRole('status').filter({ hasText: /^Page \d+ of \d+$/ });
    const count = Number(/of (\d+)$/.exec((await place.textContent()) ?? '')?.[1]);
    await strip.focus();
    await page.keyboard.press('End');
    await soon(() => place.textContent()).toBe(`Page ${count} of ${count}`);
    await page.keyboard.press('PageUp');
    await soon(() => place.textContent()).toBe(`Page ${count - 1} of ${count}`);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await soon(() => place.textContent()).toBe(`Page 2 of ${count}`);
    const go = page.getByLabel('Number on the page, or exhibit and page');
    await go.fill('1 1');
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /of the packet: Exhibit 1: The letter of denial/ }).waitFor();
    await go.fill('999999');
    await page.keyboard.press('Enter');
    await page.getByText('No such page').waitFor();
    await look('packet-preview');
  });

  test('builds what was set up, and leads to the versions', async () => {
    await part('Set up');
    await page
      .getByRole('button', { name: /^Build (packet|a draft)$/ })
      .and(page.locator(':enabled'))
      .first()
      .click();
    await page.getByRole('link', { name: 'Show the versions' }).click({ timeout: 60_000 });
    await page.getByRole('article', { name: 'Version 1', exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save PDF of version 1' }).click();
    const texts = popplerPages(await (await download).path());
    expect(texts[0]).toContain('DOE-0001');
    expect(texts.some((text) => text.includes('The letter of denial'))).toBe(true);
    expect(texts.some((text) => text.includes('chart four'))).toBe(true);
    expect(texts.some((text) => text.includes('chart five'))).toBe(false);
    expect(app.faults).toEqual([]);
    await look('packet-versions');
  });
});
