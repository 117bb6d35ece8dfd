// Arranging papers in a real browser: photos joined by keyboard and by dragging, a page left out, a paper split, and all of it taken back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { addDrawnPaper } from '../../helpers/drawn-papers.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { lookAtScreen } from '../../helpers/screens.ts';

const program = findBrowser();
const WORDS = ['alpha', 'beta', 'gamma'];

/** Tries until it holds; a slow machine may take a few seconds. */
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('arranging papers', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp(program ?? '', {
      fill: async (dir) => {
        const { vault } = await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR });
        for (const [index, word] of WORDS.entries())
          await addDrawnPaper(vault, `Photo ${index + 1}`, [[`This is page ${word}`]]);
        await vault.close();
      },
    });
    page = app.page;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Photo 1', exact: true }).waitFor();
  });
  afterAll(() => app?.close());

  const table = () => page.getByRole('list', { name: 'Pages in their new order' });
  const tile = (name: string) => table().getByRole('listitem', { name });
  const order = () =>
    table()
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const sheet = () => page.getByRole('region', { name: 'Pages', exact: true }).locator('.text-layer');
  const titles = () => page.locator('.paper-row-title').allTextContents();

  test('several papers become one, in an order set by keys and by dragging', async () => {
    for (const number of [1, 2, 3]) await page.getByLabel(`Choose “Photo ${number}”`).check();
    await button('Join into one paper…').click();
    await tile('Photo 3').waitFor();
    expect(await order()).toEqual(['Photo 1', 'Photo 2', 'Photo 3']);
    await button('Later: Photo 1').focus();
    await page.keyboard.press('Alt+ArrowRight');
    expect(await order()).toEqual(['Photo 2', 'Photo 1', 'Photo 3']);
    await tile('Photo 3').dragTo(tile('Photo 2'));
    await soon(order).toEqual(['Photo 3', 'Photo 2', 'Photo 1']);
    await lookAtScreen(page, 'arrange', { isWindow: true });
    await page.getByLabel('Title of the new paper').fill('All photos');
    await button('Join').click();
    await page.getByRole('heading', { name: 'All photos' }).waitFor();
    await soon(() => sheet().textContent()).toContain('gamma');
    await page.keyboard.press('PageDown');
    await soon(() => sheet().textContent()).toContain('beta');
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await soon(titles).toEqual(['All photos']);
  });

  test('a page is left out of it, and it goes back to how it was, by undo', async () => {
    await page.getByRole('link', { name: 'All photos' }).click();
    await page.getByText('Arranged from').waitFor();
    await button('Arrange the pages').click();
    await button('Leave out: Page 2').click();
    await button('Turn: Page 1').click();
    await button('Turn: Page 1').click();
    await button('Turn: Page 1').click();
    await button('Turn: Page 1').click();
    await button('Save').click();
    const pages = page.getByRole('combobox', { name: 'Page' }).getByRole('option');
    await soon(() => pages.count()).toBe(2);
    await page.getByRole('heading', { name: 'All photos' }).waitFor();
    await lookAtScreen(page, 'arranged');
    await button('Undo').click();
    await soon(() => pages.count()).toBe(3);
  });

  test('it is split, and the photos come back as they were', async () => {
    await button('Arrange the pages').click();
    await button('New paper from: Page 3').click();
    await page.getByText('2 papers, 3 pages in all').waitFor();
    await button('Save').click();
    await soon(async () => (await titles()).length).toBe(2);
    await button('Undo').click();
    await button('Back to how they came').click();
    await soon(async () => (await titles()).toSorted()).toEqual(['Photo 1', 'Photo 2', 'Photo 3']);
    expect(app.faults).toEqual([]);
  });
});
