// A real Chromium on the real browser host.
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { startHost, type TestHost } from './serve.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium or Chrome; undefined when there is none. */
export function findBrowser(): string | undefined {
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

/** Starts host and browser and goes to the app's address. `prepare` sees the page before it is loaded. */
export async function openApp(
  executablePath: string,
  options: {
    readonly context?: BrowserContextOptions;
    /** Makes the vault before the app starts. */
    readonly fill?: (vaultDir: string) => Promise<void>;
    readonly prepare?: (page: Page, host: TestHost, faults: string[]) => void | Promise<void>;
  } = {},
): Promise<OpenApp> {
  const host = await startHost(options.fill);
  const browser = await launchBrowser(executablePath);
  const page =
    await // Without motion, as the system's setting asks the app: half faded, a button is neither read nor hit, and how long it fades depends on the machine.
    (
      await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options.context })
    ).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.setDefaultTimeout(20_000);
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

/** Accessibility faults that stand in somebody's way (axe: serious and critical), one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // No frames of other origins here, so that no second page is needed; what is in order need not be told in full.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}
