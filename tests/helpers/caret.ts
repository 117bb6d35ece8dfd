// Putting the caret into a text editor as a hand does, and waiting until the editor has seen it: a key that comes sooner goes elsewhere.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Clicks before the first letter of a paragraph; ends when the caret stands there and the editor knows. */
export async function putCaretBefore(page: Page, paragraph: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        await paragraph.click({ position: { x: 1, y: 8 } });
        await framesPassed(page);
        return paragraph.evaluate((element) => {
          const selection = getSelection();
          if (selection?.anchorNode == null || !selection.isCollapsed || !element.contains(selection.anchorNode))
            return false;
          const before = document.createRange();
          before.setStart(element, 0);
          before.setEnd(selection.anchorNode, selection.anchorOffset);
          return before.toString() === '';
        });
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

/** Clicks into a paragraph and goes to the end of its line; ends when the editor knows. */
export async function putCaretAtEnd(page: Page, paragraph: Locator): Promise<void> {
  await putCaretBefore(page, paragraph);
  await page.keyboard.press('End');
  await framesPassed(page);
}

/** Selects a word by two clicks at the middle of some words; ends when the editor knows. */
export async function selectWord(page: Page, words: Locator): Promise<void> {
  await words.dblclick();
  await framesPassed(page);
}

/** Browsers tell a page of a new selection only with one of the next frames. */
async function framesPassed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}
