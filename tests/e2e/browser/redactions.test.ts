// Blacking out in a real browser: a suggestion taken, a word searched, a box drawn and moved by keyboard, the result looked at, the packet without the words.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type OpenApp, openUnlocked } from '../../helpers/browser.ts';
import { keyboardOf } from '../../helpers/keyboard.ts';
import { popplerPages } from '../../helpers/pdf.ts';
import { SECRET_NAME, SECRET_NUMBER, typedPaper } from '../../helpers/redaction-papers.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { addPapers, clickUntil } from '../../helpers/window.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('blacking out in a browser', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openUnlocked(program ?? '');
    page = app.page;
    const denial = new URL('../../fixtures/papers/001-ketamine-depression-denial.txt', import.meta.url);
    const bytes = await typedPaper(await readFile(denial, 'utf8'));
    await addPapers(page, [{ name: 'denial.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) }]);
    await page
      .getByRole('main')
      .getByRole('link', { name: /denial|notice|decision/i })
      .first()
      .click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Make a case from this denial' }).click();
    await page.getByRole('tab', { name: 'Packet', exact: true }).click();
    await page.getByRole('tab', { name: 'Black out', exact: true }).click();
    await heading().waitFor();
  });
  afterAll(() => app?.close());

  const heading = () => page.getByRole('heading', { name: 'Black out', exact: true });
  const panel = () => page.getByRole('region', { name: 'Black out', exact: true });
  const boxes = () => panel().getByRole('button', { name: /^Box \d+ of \d+/ });
  const list = (name: RegExp) => panel().getByRole('tab', { name }).click();
  const leave = () => panel().getByRole('button', { name: `Leave it: ${SECRET_NAME}`, exact: true });
  const leaks = () => panel().getByRole('region', { name: /can still be read elsewhere/ });
  const sheet = () => panel().locator('.redaction-sheet');
  const placeOf = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  const look = (name: string) => lookAtScreen(page, name, { shown: panel() });

  test('says what it does, and suggests what is private but not what the plan needs', async () => {
    await panel().getByText('What you black out is removed from the packet for good').waitFor();
    await panel().getByText(`“${SECRET_NUMBER}”`).waitFor();
    await leave().waitFor();
    expect(await panel().getByText('Maren J. Sandquist').count()).toBe(0);
    await look('redactions-suggestions');
  });

  test('takes a suggestion, leaves another one, and takes that back', async () => {
    await panel()
      .getByRole('button', { name: `Black out: ${SECRET_NUMBER}` })
      .click();
    await soon(() => boxes().count()).toBe(1);
    await leave().click();
    await soon(() => leave().count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await leave().waitFor();
    expect(await boxes().count()).toBe(1);
  });

  test('finds a word on all pages and blacks out the places that stay ticked', async () => {
    await list(/^Find words/);
    await panel().getByLabel('Words to find').fill('jonah quillfeather');
    await panel().getByRole('button', { name: 'Find', exact: true }).click();
    await panel().getByText('Found in 2 places.').waitFor();
    await look('redactions-found');
    await panel()
      .getByRole('checkbox', { name: /Copy to/ })
      .click();
    await panel().getByRole('button', { name: 'Black out 1 place' }).click();
    await panel().getByText('1 of them blacked out already').waitFor();
    await soon(() => boxes().count()).toBe(2);
    // The place that was left is told of, because the words stand there still.
    await leaks().waitFor();
    await clickUntil(
      panel().getByRole('button', { name: 'Black out 1 place' }),
      async () => (await leaks().count()) === 0,
    );
    await soon(async () => ((await leaks().count()) === 0 ? '' : leaks().textContent())).toBe('');
  });

  test('draws a box by mouse, and drags it', async () => {
    const area = await placeOf(sheet());
    await page.mouse.move(area.x + 60, area.y + 300);
    await page.mouse.down();
    await page.mouse.move(area.x + 200, area.y + 330, { steps: 4 });
    await page.mouse.up();
    await soon(() => boxes().count()).toBe(3);
    const box = boxes().last();
    const before = await placeOf(box);
    await page.mouse.move(before.x + 20, before.y + 10);
    await page.mouse.down();
    await page.mouse.move(before.x + 70, before.y + 50, { steps: 4 });
    await page.mouse.up();
    await soon(async () => Math.round((await placeOf(boxes().last())).x - before.x)).toBe(50);
  });

  test('shows the page larger, and draws where the mouse is on it', async () => {
    const width = (await placeOf(sheet())).width;
    await panel().getByRole('button', { name: 'Larger' }).click();
    await soon(async () => (await placeOf(sheet())).width).toBeGreaterThan(width * 1.4);
    const area = await placeOf(sheet());
    await page.mouse.move(area.x + 90, area.y + 150);
    await page.mouse.down();
    await page.mouse.move(area.x + 190, area.y + 190, { steps: 4 });
    await page.mouse.up();
    await soon(() => boxes().count()).toBe(4);
    expect(Math.abs((await placeOf(boxes().last())).x - area.x - 90)).toBeLessThan(2);
    await page.keyboard.press('ControlOrMeta+Z');
    await soon(() => boxes().count()).toBe(3);
    await panel().getByRole('button', { name: 'Smaller' }).click();
  });

  test('adds a box by keyboard, moves it, makes it larger, deletes it and undoes that', async () => {
    const keys = keyboardOf(page);
    await keys.press(panel().getByRole('button', { name: 'Add a box' }));
    await soon(() => boxes().count()).toBe(4);
    const box = panel().getByRole('button', { name: /^Box 4 of 4/ });
    await soon(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    const before = await placeOf(box);
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowDown');
    await soon(async () => (await placeOf(box)).y > before.y + 5).toBe(true);
    await page.keyboard.press('Shift+ArrowRight');
    await soon(async () => (await placeOf(box)).width > before.width + 2).toBe(true);
    await page.keyboard.press('Delete');
    await soon(() => boxes().count()).toBe(3);
    await page.keyboard.press('ControlOrMeta+Z');
    await soon(() => boxes().count()).toBe(4);
    await page.keyboard.press('ControlOrMeta+Z');
  });

  test('lists the pages with redactions and shows the page as it will be', async () => {
    await list(/^Blacked out/);
    await panel()
      .getByText(/blacked out on 2 pages/)
      .waitFor();
    await panel().getByRole('button', { name: 'Show the result' }).click();
    const result = panel().getByRole('img', { name: /as it will be in the packet/ });
    await soon(() => result.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(1000);
    await look('redactions-result');
    await panel().getByRole('button', { name: 'Show the result' }).click();
  });

  test('builds a packet without the words, and a log without them', async () => {
    const saved = async (link: Locator) => {
      const coming = page.waitForEvent('download');
      await link.click();
      return (await coming).path();
    };
    await page.getByRole('tab', { name: 'Set up', exact: true }).click();
    await page.getByRole('button', { name: 'Build a draft' }).click();
    await page.getByRole('link', { name: 'Show the versions' }).click({ timeout: 60_000 });
    const packet = await saved(page.getByRole('link', { name: /Save PDF of version 1/ }));
    await page.getByRole('tab', { name: 'Black out', exact: true }).click();
    await list(/^Blacked out/);
    const files = [await saved(panel().getByRole('link', { name: 'Save log as PDF' })), packet];
    const [logText = '', packetText = ''] = files.map((file) => popplerPages(file).join('\n'));
    expect(logText).toContain('Social Security number');
    expect(packetText).toContain('blacked out');
    for (const text of [logText, packetText]) expect(text).not.toMatch(/Quillfeather|123-45-6789/i);
    expect(app.faults).toEqual([]);
  });
});
