// Looks at a screen in a wide and a narrow window, in light and dark: nothing sticks out, nothing stands in anybody's way, and pictures when they are wanted.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults, endMotion } from './browser.ts';

/** Where pictures of the screens go when they are wanted. */
const PICTURES = process.env.APPEAL_VAULT_PICTURES;
const SIZES = [
  [1280, 900],
  [400, 800],
] as const;

export interface LookOptions {
  /** What the pictures show; the whole page unless told. */
  readonly shown?: Locator;
  /** Pictures of what the window shows without scrolling, as a dialog is seen. */
  readonly isWindow?: boolean;
}

/**
 * Faults are looked for in two of the four pairs, so that each width and each scheme is seen once; pictures show all four.
 * Leaves the window wide and light. `name` stands in failures and is the pictures' name.
 */
export async function lookAtScreen(page: Page, name: string, options: LookOptions = {}): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(overflow, { message: `${name} at ${width} pixels`, timeout: 60_000 }).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      const isLookedOver = (width === 1280) === (colorScheme === 'light');
      if (PICTURES === undefined && !isLookedOver) continue;
      await page.emulateMedia({ colorScheme });
      if (PICTURES !== undefined) await endMotion(page);
      await keepPicture(page, `${name}-${width}-${colorScheme}.png`, options);
      if (isLookedOver) expect(await accessibilityFaults(page), `${name}, ${width}, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function keepPicture(page: Page, file: string, { shown, isWindow = false }: LookOptions): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  const path = join(PICTURES, file);
  await (shown === undefined ? page.screenshot({ path, fullPage: !isWindow }) : shown.screenshot({ path }));
}
