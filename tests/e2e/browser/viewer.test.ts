// The pages of a paper in a real browser: words selected and copied over the picture, found, enlarged, turned, two papers side by side.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { addDrawnPaper } from '../../helpers/drawn-papers.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { dragBetween } from '../../helpers/window.ts';

const program = findBrowser();
const DENIAL = [
  ['We reviewed your request for spinal surgery', 'and it is not medically necessary.', 'Claim C-7720 413'],
  ['You may appeal within 180 days.'],
  ['The criteria ask for rnedically necessary care', 'and for six weeks of physical therapy.'],
];

/** Tries until it holds; a slow machine may take a few seconds. */
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('the pages of a paper', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp(program ?? '', {
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
      fill: async (dir) => {
        const { vault } = await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR });
        await addDrawnPaper(vault, 'The denial', DENIAL);
        await addDrawnPaper(vault, 'The statement', [['Claim C-7720413 not covered'], ['You owe $12,000']]);
        await vault.close();
      },
    });
    page = app.page;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'The denial', exact: true }).click();
    await word('We').waitFor();
  });
  afterAll(() => app?.close());

  const pages = () => page.getByRole('region', { name: 'Pages', exact: true });
  const frame = (within: Locator = pages()) => within.getByRole('region', { name: /^Page \d/ });
  const word = (text: string, within: Locator = pages()) =>
    within.locator('.text-layer span', { hasText: new RegExp(`^${text.replace(/[.$]/g, '\\$&')} $`) }).first();
  const at = (within: Locator = pages()) => within.getByRole('combobox', { name: 'Page' }).inputValue();
  const button = (name: string, within: Locator = pages()) => within.getByRole('button', { name, exact: true });
  const copied = async () => {
    await page.keyboard.press('Control+C');
    return page.evaluate(() => navigator.clipboard.readText());
  };

  test('words lie over their picture, and are selected and copied in reading order, across lines', async () => {
    const sheet = await pages().locator('.page-upright').boundingBox();
    const box = await word('medically').boundingBox();
    // The second line begins 96 points down; "medically" after "and it is not ", 14 letters of 7.2 points.
    const scale = (sheet?.width ?? 0) / 612;
    expect(Math.abs((box?.x ?? 0) - (sheet?.x ?? 0) - scale * (72 + 14 * 7.2))).toBeLessThan(2);
    expect(Math.abs((box?.width ?? 0) - scale * 10 * 7.2)).toBeLessThan(2);
    expect(Math.abs((box?.y ?? 0) - (sheet?.y ?? 0) - scale * 96)).toBeLessThan(3);
    await dragBetween(page, word('spinal'), word('not'));
    expect(await copied()).toBe('spinal surgery\nand it is not');
    await word('C-7720').dblclick();
    expect(await copied()).toBe('C-7720');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await copied()).toBe('C-7720 413');
    await page.keyboard.press('Control+A');
    expect(await copied()).toBe(DENIAL[0]?.join('\n'));
  });

  test('keys turn the pages, enlarge and turn them', async () => {
    await frame().focus();
    await page.keyboard.press('End');
    await soon(() => at()).toBe('3');
    await page.keyboard.press('PageUp');
    await soon(() => at()).toBe('2');
    await page.keyboard.press('Home');
    await soon(() => at()).toBe('1');
    await frame().focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const zoom = () => pages().getByRole('status', { name: 'Zoom' }).textContent();
    await soon(zoom).toBe('150%');
    await page.keyboard.press('1');
    await soon(() => frame().evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThan(2);
    await page.keyboard.press('0');
    await soon(zoom).toBe('100%');
    await page.keyboard.press('r');
    await soon(async () => {
      const box = await pages().locator('.page-sheet').boundingBox();
      return box === null ? 0 : box.width / box.height;
    }).toBeCloseTo(792 / 612, 1);
    await dragBetween(page, word('spinal'), word('surgery'));
    expect(await copied()).toBe('spinal surgery');
    await page.keyboard.press('Shift+R');
  });

  test('words are found in the paper, in another spelling too', async () => {
    await page.keyboard.press('Control+F');
    await page.keyboard.type('medically nec');
    const found = pages().getByRole('search').getByRole('status');
    await soon(() => found.textContent()).toBe('1 of 1');
    await page.keyboard.type('essary');
    await soon(() => found.textContent()).toBe('1 of 2, 1 in a similar spelling');
    await soon(() => pages().locator('.page-mark-active').count()).toBe(1);
    await lookAtScreen(page, 'viewer-find');
    await page.getByLabel('Words to find in this paper').focus();
    await page.keyboard.press('Enter');
    await soon(() => at()).toBe('3');
    await soon(() => found.textContent()).toBe('2 of 2, 1 in a similar spelling');
    await page.keyboard.press('Shift+Enter');
    await soon(() => at()).toBe('1');
    await page.getByLabel('Words to find in this paper').fill('c7720413');
    await soon(() => found.textContent()).toBe('1 of 1');
    await page.keyboard.press('Escape');
    await soon(() => frame().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('another paper stands beside it, with its own page, size and search', async () => {
    await button('Side by side').click();
    await page.getByRole('combobox', { name: 'Show beside this paper' }).fill('statement');
    await page.getByRole('option', { name: /The statement/ }).click();
    const other = page.getByRole('complementary', { name: 'The other paper' });
    await word('covered', other).waitFor();
    await frame(other).focus();
    await page.keyboard.press('PageDown');
    await soon(() => at(other)).toBe('2');
    expect(await at()).toBe('1');
    await button('Larger', other).click();
    await soon(() => other.getByRole('status', { name: 'Zoom' }).textContent()).toBe('125%');
    await frame().focus();
    await page.keyboard.press('End');
    await soon(() => at()).toBe('3');
    expect(await at(other)).toBe('2');
    await frame(other).focus();
    await page.keyboard.press('Control+F');
    await page.keyboard.type('claim');
    await soon(() => other.getByRole('search').getByRole('status').textContent()).toBe('1 found');
    await lookAtScreen(page, 'viewer-beside');
    await page.reload();
    await word('owe', other).waitFor();
    expect(await at()).toBe('3');
    await other.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('complementary', { name: 'About this paper' }).waitFor();
    expect(app.faults).toEqual([]);
  });
});
