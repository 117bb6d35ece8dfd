// A denial letter and a benefit statement in a real browser on the real core: explained, judged, corrected, completed, by mouse and by keyboard.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, findBrowser, type OpenApp, openUnlocked } from '../../helpers/browser.ts';
import { chooseOption } from '../../helpers/window.ts';

const LETTER = '001-ketamine-depression-denial.txt';
const STATEMENT = '024-saltmarsh-surgery-eob.txt';
const STEP_THERAPY = 'Step therapy: other treatments first';
const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');

/** Where pictures of the screens go when they are wanted. */
const pictures = process.env.APPEAL_VAULT_PICTURES;

/** Tries until it holds; a slow machine may take a few seconds. */
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('a denial in a browser', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openUnlocked(program ?? '', { context: { hasTouch: true } });
    page = app.page;
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await Promise.all([LETTER, STATEMENT].map(paper)));
    await page
      .getByRole('link', { name: /NOTICE OF ADVERSE/ })
      .first()
      .waitFor();
    await page
      .getByRole('link', { name: /Explanation of Benefits/ })
      .first()
      .waitFor();
  });
  afterAll(() => app?.close());

  const check = async (name: string) => {
    if (pictures !== undefined) {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    }
    expect(await accessibilityFaults(page), name).toEqual([]);
  };
  const card = (name: string): Locator => page.getByRole('article', { name });
  const part = (name: RegExp): Locator => page.getByRole('heading', { level: 2, name }).getByRole('button');
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const open = async (title: RegExp) => {
    await page.getByRole('link', { name: 'Papers' }).first().click();
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { name: 'In short' }).waitFor();
    await part(/^Your rights/).waitFor();
  };

  test('the letter is explained: decision, decider, rules, last day, reasons in colour', async () => {
    await open(/NOTICE OF ADVERSE/);
    const short = page.getByRole('region', { name: 'In short' });
    await short.getByText('yes to part of it').waitFor();
    await short.getByText(/Alastair Penhaligon/).waitFor();
    await short.getByText('Quillback Medical Policy BH-207').waitFor();
    const deadline = page.getByRole('region', { name: 'Deadline: Send the first appeal to the plan' });
    await deadline.getByText('March 8, 2027').first().waitFor();
    await deadline.getByText('within 180 days of the day you received this notice').waitFor();
    await deadline.getByText('29 CFR 2560.503-1').waitFor();
    await page.getByText('Ask for external review').waitFor();
    await card('Experimental or investigational').getByText('What usually turns it around').waitFor();
    const hues = await page
      .locator('.page-mark-reason')
      .evaluateAll((marks) => [...new Set(marks.map((mark) => getComputedStyle(mark).backgroundColor))]);
    expect(hues).toHaveLength(2);
    await check('denial');
  });

  test('a link beside a statement marks its words on the page', async () => {
    await page.getByRole('link', { name: 'p. 2: show the words about Alastair Penhaligon' }).click();
    await page.locator('.page-mark-active').first().waitFor();
    await soon(() => page.getByRole('combobox', { name: 'Page' }).inputValue()).toBe('2');
    await page.getByRole('button', { name: 'Previous page' }).click();
  });

  test('confirm a reason; the focus stays with it', async () => {
    await page.getByRole('button', { name: 'Confirm: Not medically necessary' }).click();
    await card('Not medically necessary').getByText('Confirmed by you').waitFor();
    await soon(focused).toBe('reason-medical-necessity');
  });

  test('take a reason away and bring it back, by its button and by undo', async () => {
    const name = 'Experimental or investigational';
    await page.getByRole('button', { name: `Not a reason: ${name}` }).click();
    await page.getByRole('button', { name: `Bring back: ${name}` }).waitFor();
    await soon(() => card(name).count()).toBe(0);
    await soon(focused).toBe('not-reason-experimental-investigational');
    await page.getByRole('button', { name: `Bring back: ${name}` }).click();
    await card(name).waitFor();
    await page.getByRole('button', { name: `Not a reason: ${name}` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(name).waitFor();
  });

  test('correct a reason into another one at the same words', async () => {
    await page.getByRole('button', { name: 'It is another reason: Experimental or investigational' }).click();
    await chooseOption(
      page,
      page.getByRole('combobox', { name: 'Which reason do these words give?' }),
      'Not a covered benefit',
    );
    await page.getByRole('button', { name: 'Change' }).click();
    const changed = card('Not a covered benefit');
    await changed.getByText('lists intravenous ketamine for depression').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await card('Experimental or investigational').waitFor();
    await soon(() => changed.count()).toBe(0);
  });

  test('add a reason by dragging over its words', async () => {
    await page.getByRole('button', { name: 'Add a reason' }).click();
    const surface = page.getByRole('application', { name: 'Words of page 1' });
    await surface.waitFor();
    await check('picking');
    const { first, last } = await placesOf(page, 'Policy BH-207 asks for four,', surface);
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(last.x, last.y, { steps: 8 });
    await page.mouse.up();
    const bar = page.getByRole('region', { name: 'Add a reason' });
    await bar.getByText('“Policy BH-207 asks for four,”').waitFor();
    await chooseOption(page, bar.getByRole('combobox', { name: 'Which reason is it?' }), STEP_THERAPY);
    await bar.getByRole('button', { name: 'Add', exact: true }).click();
    await card(STEP_THERAPY).getByText('Added by you').waitFor();
    await card(STEP_THERAPY).getByText('“Policy BH-207 asks for four,”').waitFor();
    await soon(focused).toBe('reason-step-therapy');
    expect(await surface.count()).toBe(0);
  });

  test('add a reason by the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Add a reason' }).focus();
    await page.keyboard.press('Enter');
    const surface = page.getByRole('application', { name: 'Words of page 1' });
    await soon(() => surface.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
      await page.keyboard.press(key);
    await page.getByText('3 words: HEALTH ADMINISTRATORS Claims').waitFor({ state: 'attached' });
    // The page was not turned by the arrows.
    expect(await page.getByRole('combobox', { name: 'Page' }).inputValue()).toBe('1');
    await page.keyboard.press('Enter');
    await soon(focused).toBe('pick-reason');
    await page.keyboard.type('duplicate');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await soon(focused).toBe('reason-duplicate-claim');
    await card('Duplicate claim').getByText('HEALTH ADMINISTRATORS Claims').waitFor();
    await page.getByRole('button', { name: 'Not a reason: Duplicate claim' }).click();
    await soon(() => card('Duplicate claim').count()).toBe(0);
    // Told, and the focus kept, a moment after the card is gone.
    await soon(focused).toBe('reasons');
  });

  test('escape leaves the choosing and gives the focus back', async () => {
    await page.getByRole('button', { name: 'Add a reason' }).click();
    await page.getByRole('application', { name: 'Words of page 1' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await soon(() => page.getByRole('application').count()).toBe(0);
    await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add a reason');
  });

  test('words are chosen in the text view, too', async () => {
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.getByRole('button', { name: 'Add a reason' }).click();
    await page.getByRole('application', { name: 'Words of page 1' }).getByText('able', { exact: true }).click();
    await page
      .getByRole('application', { name: 'Words of page 1' })
      .getByText('cover', { exact: true })
      .first()
      .click();
    await page.getByRole('region', { name: 'Add a reason' }).getByText('“able to cover”').waitFor();
    await check('picking-text');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Text', exact: true }).click();
  });

  test('confirm the kind of plan, then correct it: the deadline follows', async () => {
    await page.getByRole('button', { name: 'This is right' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: 'Employer plan, self-funded' })
      .getByText('Confirmed by you')
      .waitFor();
    await soon(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Confirmed by you');
    const plan = page.getByRole('combobox', { name: 'Kind of plan' });
    await chooseOption(page, plan, 'Medicare Advantage');
    await page
      .getByRole('region', { name: /^Deadline: .*reconsideration|^Deadline: .*Medicare/i })
      .first()
      .waitFor();
    await page.getByText('The app read “Employer plan, self-funded” from these words:').waitFor();
    await chooseOption(page, plan, 'Employer plan, self-funded');
    await page.getByRole('region', { name: 'Deadline: Send the first appeal to the plan' }).waitFor();
  });

  test('what the letter lacks, the rights and the codes open without a fault', async () => {
    for (const name of [/^Codes in plain words/, /^What the letter must say/, /^Your rights/]) await part(name).click();
    await page.getByRole('row', { name: /J3490/ }).waitFor();
    await page.getByText(/^The letter has these/).click();
    await page.getByRole('link', { name: 'p. 1: show the words about The specific reason' }).waitFor();
    await page.getByText('Going on when the plan breaks the rules').waitFor();
    await check('denial-open');
    await page.emulateMedia({ colorScheme: 'dark' });
    await check('denial-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('a narrow window stacks the parts, and words can be chosen in it by two taps', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(`${app.origin}/#/papers`);
    await page
      .getByRole('link', { name: /Explanation of Benefits/ })
      .first()
      .click();
    await page.getByText('4 reasons').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await check('denial-narrow');
    await part(/^Codes in plain words/).click();
    const row = page.getByRole('row', { name: /OA-97/ });
    await row.getByText('Who bears it:').waitFor();
    await part(/^What the letter must say/).click();
    await page.getByText('The plan provision it rests on').waitFor();
    await page.getByRole('button', { name: 'Add a reason' }).click();
    const surface = page.getByRole('application', { name: 'Words of page 1' });
    const { first, last } = await placesOf(page, 'The provider can send a corrected claim.', surface);
    await page.touchscreen.tap(first.x, first.y);
    await page.touchscreen.tap(last.x, last.y);
    const bar = page.getByRole('region', { name: 'Add a reason' });
    await bar.getByText('“The provider can send a corrected claim.”').waitFor();
    await check('picking-narrow');
    await chooseOption(page, bar.getByRole('combobox', { name: 'Which reason is it?' }), 'Missing information');
    await bar.getByRole('button', { name: 'Add', exact: true }).click();
    await card('Missing information').getByText('Added by you').waitFor();
  });

  test('the case made from the letter has the reasons as they were judged, and is found again', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(/NOTICE OF ADVERSE/);
    await page.getByRole('button', { name: 'Make a case from this denial' }).click();
    await page.getByRole('tab', { name: 'Reasons' }).waitFor();
    await page.getByRole('heading', { name: /Step therapy/ }).waitFor();
    await open(/NOTICE OF ADVERSE/);
    await page.getByRole('link', { name: 'Go to the case made from this denial' }).waitFor();
  });

  test('nothing went wrong unseen', () => {
    expect(app.faults).toEqual([]);
  });
});

async function paper(name: string) {
  const buffer = await readFile(new URL(`../../fixtures/papers/${name}`, import.meta.url));
  return { name, mimeType: 'text/plain', buffer };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where the first and the last word of a phrase stand on the screen, in the picture of the page. The words and their boxes are asked of the same
 * server the window asks; the surface lies exactly over the page.
 */
async function placesOf(page: Page, phrase: string, surface: Locator): Promise<{ first: Place; last: Place }> {
  await surface.scrollIntoViewIfNeeded();
  const found = await page.evaluate(async (wanted) => {
    const id = /#\/papers\/(d_[0-9a-f]+)/.exec(location.hash)?.[1];
    const answer = await fetch('/rpc/documents/page', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: { id, pageNumber: 1 } }),
    });
    const { json } = await answer.json();
    const texts: string[] = json.words.map((word: { text: string }) => word.text);
    const parts = wanted.split(' ');
    const at = texts.findIndex((_text, index) => parts.every((part, step) => texts[index + step] === part));
    const middle = (word: { x: number; y: number; w: number; h: number }) => ({
      x: (word.x + word.w / 2) / json.widthPt,
      y: (word.y + word.h / 2) / json.heightPt,
    });
    return { first: middle(json.words[at]), last: middle(json.words[at + parts.length - 1]) };
  }, phrase);
  const box = await surface.boundingBox();
  if (box === null) throw new Error('The page is not on the screen.');
  const onScreen = ({ x, y }: Place): Place => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  return { first: onScreen(found.first), last: onScreen(found.last) };
}
