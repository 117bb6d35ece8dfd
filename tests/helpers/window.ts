// What a person does in the window, for the browser and the desktop suites alike.
import { errors, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Chooses a passphrase in the window and reads the 24 recovery words from it. */
export async function chooseThePassphrase(page: Page, passphrase: string): Promise<string[]> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase, once more').fill(passphrase);
  await page.getByRole('button', { name: 'Create the vault' }).click();
  const items = page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem');
  await items.nth(23).waitFor({ timeout: 60_000 });
  return (await items.allInnerTexts()).map((text) => /[a-z]+/.exec(text)?.[0] ?? '');
}

/** Goes on to the check and types back the words it asks for. */
export async function typeBackTheWords(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'I have written them down' }).click();
  for (const input of await page.getByLabel(/^Word \d+/).all()) {
    const label = await input.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await input.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Open the vault' }).click();
  await page.getByRole('button', { name: 'Try it with the sample case' }).waitFor();
}

/** Openings tried, and how long the option may take to show each time, in milliseconds. */
const OPENINGS = 5;
const SHOWN_MS = 4000;

/**
 * Opens a choice and takes an option by its whole name. Work still going on may take the focus and close the list; then it is opened again, as a
 * person would.
 */
export async function chooseOption(page: Page, select: Locator, option: string | RegExp): Promise<void> {
  const wanted = page.getByRole('option', { name: option, exact: true });
  for (let opening = 1; ; opening += 1) {
    await select.click();
    try {
      await wanted.waitFor({ timeout: SHOWN_MS });
      await wanted.click({ timeout: SHOWN_MS });
      return;
    } catch (error) {
      if (opening === OPENINGS || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}

export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Adds papers from the screen of papers and waits until all of them are read: what a case suggests depends on it. */
export async function addPapers(page: Page, files: readonly PickedFile[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await page
    .getByRole('status')
    .filter({ hasText: `${files.length} paper${files.length === 1 ? '' : 's'} added` })
    .first()
    .waitFor({ timeout: 110_000 });
}

/**
 * Clicks until it has had its effect, twice at most: where a screen is set anew under the mouse, a click may hit nothing, and a person clicks again.
 * `isDone` is asked for up to eight seconds after each click.
 */
export async function clickUntil(button: Locator, isDone: () => Promise<boolean>): Promise<void> {
  await button.click();
  const isLost = await expect
    .poll(isDone, { timeout: 8_000 })
    .toBe(true)
    .then(
      () => false,
      () => true,
    );
  if (isLost && (await button.count()) > 0) await button.click();
}

/** Puts every message away that stands over the screen; one may go by itself at the moment it is clicked. */
export async function putMessagesAway(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: 'Put this message away' });
  const putOneAway = async () => {
    if ((await close.count()) > 0) await close.first().click({ timeout: SHOWN_MS });
    return close.count();
  };
  await expect.poll(putOneAway, { timeout: 60_000 }).toBe(0);
}

/** The middle of what is shown, in pixels of the window. */
async function middleOf(shown: Locator): Promise<readonly [x: number, y: number]> {
  const box = await shown.boundingBox();
  if (box === null) throw new Error('It is not shown.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Drags with the mouse from the middle of one thing to the middle of another, a little askew at the end, as a hand does. */
export async function dragBetween(page: Page, from: Locator, to: Locator): Promise<void> {
  await page.mouse.move(...(await middleOf(from)));
  await page.mouse.down();
  const [x, y] = await middleOf(to);
  await page.mouse.move(x, y - 3, { steps: 3 });
  await page.mouse.move(x, y);
  await page.mouse.up();
}
