// A library of 10,000 papers in a real browser: only what is in view is drawn, wherever one scrolls, by wheel and by keys.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { fillWithPapers, titleOfPaper } from '../../helpers/many-papers.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { chooseOption } from '../../helpers/window.ts';

const program = findBrowser();
const COUNT = 10_000;
/** Most papers drawn at once: three screens of a grid. */
const MOST_DRAWN = 90;
/** Places looked at from end to end, and the frames an empty place may take to fill before it counts as blank. */
const PLACES = 30;
const FRAMES = 600;

interface Seen {
  readonly mostDrawn: number;
  /** Places that stayed empty. */
  readonly blanks: number;
  /** Papers that stood where another one belongs. */
  readonly wrong: readonly string[];
}

/** Scrolls from end to end in jumps and looks at each place; `numberAt` the paper with index i is number a + b·i. */
const scrolledThrough = (page: Page, [a, b]: readonly [number, number]): Promise<Seen> =>
  page.evaluate(
    async ({ places, frames, first, step }) => {
      const list = document.querySelector('.paper-list');
      if (list === null) throw new Error('There is no list.');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const isFilled = () => {
        const bounds = list.getBoundingClientRect();
        const [top, bottom] = [Math.max(0, bounds.top), Math.min(window.innerHeight, bounds.bottom)];
        const items = [...list.querySelectorAll('li')].map((item) => item.getBoundingClientRect());
        const covered = (y: number) => items.some((item) => item.top <= y && item.bottom >= y);
        return [0.02, 0.25, 0.5, 0.75, 0.98].every((share) => covered(top + share * (bottom - top)));
      };
      let mostDrawn = 0;
      let blanks = 0;
      const wrong: string[] = [];
      for (let place = 0; place <= places; place += 1) {
        window.scrollTo(0, (place / places) * (document.documentElement.scrollHeight - window.innerHeight));
        await frame();
        let left = frames;
        for (; !isFilled() && left > 0; left -= 1) await frame();
        if (left === 0) blanks += 1;
        const items = [...list.querySelectorAll<HTMLElement>('li')];
        mostDrawn = Math.max(mostDrawn, items.length);
        for (const item of items) {
          const title = `Paper ${String(first + step * Number(item.dataset.index)).padStart(5, '0')}`;
          if (item.querySelector('a')?.textContent !== title) wrong.push(`${item.dataset.index}: ${item.textContent}`);
        }
      }
      return { mostDrawn, blanks, wrong };
    },
    { places: PLACES, frames: FRAMES, first: a, step: b },
  );

describe.skipIf(program === undefined)('10,000 papers', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp(program ?? '', { fill: (dir) => fillWithPapers(dir, PASSPHRASE, COUNT) });
    page = app.page;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByText('10,000 papers in the vault').waitFor();
  });
  afterAll(() => app?.close());

  const link = (number: number) => page.getByRole('link', { name: titleOfPaper(number), exact: true });

  test('the list draws what is in view and nothing else, from end to end', async () => {
    await link(COUNT).waitFor();
    const { mostDrawn, blanks, wrong } = await scrolledThrough(page, [COUNT, -1]);
    expect({ blanks, wrong }).toEqual({ blanks: 0, wrong: [] });
    expect(mostDrawn).toBeLessThan(MOST_DRAWN);
    expect(await page.locator('.paper-list li').first().getAttribute('aria-setsize')).toBe(String(COUNT));
  });

  test('keys go through it, and choose', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await link(COUNT).focus();
    await page.keyboard.press('End');
    await expect.poll(() => link(1).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
    await expect.poll(() => link(4).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Space');
    await page.getByText('4 papers chosen').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await expect.poll(() => link(COUNT).evaluate((element) => element === document.activeElement)).toBe(true);
    // The paper with the focus stays, however far one scrolls away from it.
    await page.evaluate(() => window.scrollTo(0, 400_000));
    await link(5000).waitFor();
    await expect.poll(() => link(COUNT).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('the grid does the same, and shows small pictures where one stays', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.getByRole('button', { name: 'As a grid of pictures' }).click();
    await page.locator('.paper-tile').first().waitFor();
    const { mostDrawn, blanks, wrong } = await scrolledThrough(page, [COUNT, -1]);
    expect({ blanks, wrong }).toEqual({ blanks: 0, wrong: [] });
    expect(mostDrawn).toBeLessThan(MOST_DRAWN);
    await expect
      .poll(
        () =>
          page
            .locator('img.tile-picture')
            .evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length),
        { timeout: 60_000 },
      )
      .toBeGreaterThan(9);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('the order and the grid are remembered', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await chooseOption(page, page.getByRole('combobox', { name: 'Order' }), 'Date of the paper');
    await link(1).waitFor();
    await page.getByRole('button', { name: /^Order: newest first/ }).click();
    await link(COUNT).waitFor();
    await chooseOption(page, page.getByRole('combobox', { name: 'Order' }), 'Plan or insurer');
    await link(COUNT).waitFor();
    await link(COUNT - 40).waitFor();
    await page.reload();
    await link(COUNT - 40).waitFor();
    await page.locator('.paper-tile').first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Order' }).inputValue()).toBe('Plan or insurer');
    expect(app.faults).toEqual([]);
  });
});
