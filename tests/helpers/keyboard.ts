// A person who uses the window with the keyboard alone: Tab to a control, arrows within a list, Enter.
import type { Locator, Page } from 'playwright-core';

/** More presses than any screen has controls. */
const MOST_PRESSES = 400;

export interface Keyboard {
  /** Presses Tab, or Shift+Tab, until the control has the focus. Throws when the whole window was gone through without meeting it. */
  reach(control: Locator): Promise<void>;
  /** Reaches a button, a link or a tab and presses Enter. */
  press(control: Locator): Promise<void>;
  /** Reaches a field and types into it, in place of what stands there. */
  type(field: Locator, text: string): Promise<void>;
  /** Opens a choice and goes down to the option of that name. */
  choose(select: Locator, option: string): Promise<void>;
  /** Types into a choice that can be searched, then takes the first option. */
  search(select: Locator, text: string): Promise<void>;
  /** Opens a menu and goes down to the item of that name. */
  fromMenu(opener: Locator, item: string): Promise<void>;
}

/** The keyboard of a page. */
export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;
  const reach = async (control: Locator) => {
    await control.waitFor();
    // The shorter way: back when the control stands before where the focus is.
    const isBefore = await control.evaluate(
      (element) =>
        document.activeElement !== document.body &&
        ((document.activeElement?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
    );
    // Found once and for all: by its name it is looked for in the whole window, which takes long. Drawn anew, it is looked for again.
    let found = await control.elementHandle();
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const has = await found?.evaluate((element) =>
        element.isConnected ? element === document.activeElement : undefined,
      );
      if (has === true) return;
      if (has === undefined) found = await control.elementHandle();
      else await keyboard.press(isBefore ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab never came to ${control}.`);
  };
  const highlighted = () =>
    page.evaluate(() => document.querySelector('[role="option"][data-combobox-selected]')?.textContent ?? '');
  return {
    reach,
    press: async (control) => {
      await reach(control);
      await keyboard.press('Enter');
    },
    type: async (field, text) => {
      await reach(field);
      await keyboard.press('ControlOrMeta+A');
      await keyboard.type(text);
    },
    choose: async (select, option) => {
      await reach(select);
      await keyboard.press('ArrowDown');
      await page.getByRole('option', { name: option, exact: true }).waitFor();
      for (let presses = 0; presses < MOST_PRESSES && (await highlighted()) !== option; presses += 1)
        await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    fromMenu: async (opener, item) => {
      await reach(opener);
      await keyboard.press('Enter');
      const wanted = page.getByRole('menuitem', { name: item, exact: true });
      await wanted.waitFor();
      const hasFocus = () => wanted.evaluate((element) => element === document.activeElement);
      for (let presses = 0; presses < MOST_PRESSES && !(await hasFocus()); presses += 1)
        await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    search: async (select, text) => {
      await reach(select);
      await keyboard.type(text);
      await page.getByRole('option').first().waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
  };
}
