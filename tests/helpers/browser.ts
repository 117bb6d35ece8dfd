// A real Chromium on the real browser host.
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createVault } from '../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../shared/vault-format/header.ts';
import { PASSPHRASE } from './passphrase.ts';
import { startHost, type TestHost } from './serve.ts';

/** Chromium without any window of its own: the same pages for less of the processor's time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium or Chrome; undefined when there is none. */
export function findBrowser(): string | undefined {
  return [HEADLESS_SHELL, ...PLACES].find(existsSync);
}

/** The same as people use it, windows and all: for what is measured, and for notices, which the shell refuses. */
export function findWholeBrowser(): string | undefined {
  return PLACES.find(existsSync);
}

/** Starts it without a display and without any traffic of its own. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The app in a browser of its own, on a core and a folder of its own. */
export interface OpenApp {
  readonly page: Page;
  /** The host's address without a path. */
  readonly origin: string;
  /** What went wrong unseen: errors of the page, and whatever `prepare` adds. */
  readonly faults: string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly context?: BrowserContextOptions;
  /** Makes the vault before the app starts. */
  readonly fill?: (vaultDir: string) => Promise<void>;
  readonly prepare?: (page: Page, host: TestHost, faults: string[]) => void | Promise<void>;
}

/** Starts host and browser and goes to the app's address. `prepare` sees the page before it is loaded. */
export async function openApp(executablePath: string, options: OpenOptions = {}): Promise<OpenApp> {
  const host = await startHost(options.fill);
  const browser = await launchBrowser(executablePath);
  const page =
    await // Without motion, as the system's setting asks the app: half faded, a button is neither read nor hit, and how long it fades depends on the machine.
    (
      await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options.context })
    ).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.setDefaultTimeout(60_000);
  // The first page of a run waits for the host to start and for the first look at every file, beside whatever else the machine does.
  page.setDefaultNavigationTimeout(120_000);
  await options.prepare?.(page, host, faults);
  await page.goto(host.address);
  return {
    page,
    origin: host.origin,
    faults,
    close: async () => {
      await browser.close();
      await host[Symbol.asyncDispose]();
    },
  };
}

/**
 * The same with a vault that is there and open. It is an empty one unless `fill` makes another with the usual passphrase; how one is made in the
 * window, and what that costs, is a test of its own.
 */
export async function openUnlocked(executablePath: string, options: OpenOptions = {}): Promise<OpenApp> {
  const app = await openApp(executablePath, { fill: emptyVault, ...options });
  await app.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await app.page.getByRole('button', { name: 'Unlock' }).click();
  await app.page.getByRole('navigation').getByRole('link', { name: 'Papers' }).waitFor();
  return app;
}

async function emptyVault(dir: string): Promise<void> {
  await (await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR })).vault.close();
}

/** How often a screen with faults is looked at again before they count: what it is only passing through stands in nobody's way. */
const LOOKS = 4;
/** A screen follows another size, another scheme or a click a few frames later; so many without motion, and it has come to rest. */
const QUIET_FRAMES = 6;
const MOST_FRAMES = 600;

/** Takes what moves to its end, also what begins to move because of it: half faded in or out, words are hard to read. */
export function endMotion(page: Page): Promise<void> {
  return page.evaluate(
    async ([enough, most]) => {
      for (let frames = 0, quiet = 0; quiet < enough && frames < most; frames += 1) {
        await new Promise(requestAnimationFrame);
        const moving = document
          .getAnimations()
          .filter(
            ({ effect, playState }) =>
              playState !== 'finished' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
          );
        for (const motion of moving) motion.finish();
        quiet = moving.length === 0 ? quiet + 1 : 0;
      }
    },
    [QUIET_FRAMES, MOST_FRAMES] as const,
  );
}

/** Accessibility faults of a screen at rest that stand in somebody's way (axe: serious and critical), one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  let faults: string[] = [];
  for (let looks = 0; looks < LOOKS; looks += 1) {
    await endMotion(page);
    faults = await faultsNow(page);
    if (faults.length === 0) break;
  }
  return faults;
}

async function faultsNow(page: Page): Promise<string[]> {
  // Put into the page once: taking it in again and again costs as much as looking.
  const isThere = await page.evaluate(() => 'axe' in window);
  // No frames of other origins here, so that no second page is needed; what is in order need not be told in full.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}
