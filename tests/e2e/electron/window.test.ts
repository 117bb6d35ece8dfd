// A person at the desktop app: everything through the real window of a real Electron.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findElectron, launchApp, type TestApp } from '../../helpers/electron-runtime.ts';
import { runTool } from '../../helpers/pdf.ts';
import { chooseThePassphrase, typeBackTheWords } from '../../helpers/window.ts';

const PASSPHRASE = 'lantern quarry ember tulip monday';
const DENIAL = fileURLToPath(new URL('../../fixtures/papers/001-ketamine-depression-denial.txt', import.meta.url));

const program = await findElectron();
if (program === undefined)
  process.stderr.write('SKIPPED: no Electron to test with. Run: node scripts/fetch-electron-test-runtime.mjs\n');

describe.skipIf(program === undefined)('a person at the desktop app', () => {
  let desktop: TestApp;
  let page: Page;
  beforeAll(async () => {
    desktop = await launchApp(program ?? '');
    page = await desktop.window();
  });
  afterAll(() => desktop?.[Symbol.asyncDispose]());

  test('creates a vault, adds the denial from the dialog, and makes a case from it', async () => {
    await typeBackTheWords(page, await chooseThePassphrase(page, PASSPHRASE));
    const picked = join(desktop.userData, 'denial.txt');
    await copyFile(DENIAL, picked);
    await desktop.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, picked);
    await page.getByRole('button', { name: 'Add papers' }).first().click();
    await page
      .getByRole('link', { name: /NOTICE OF ADVERSE BENEFIT/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Make a case from this denial' }).click();
    await page.getByRole('heading', { name: /Not medically necessary/ }).waitFor();
  });

  test('builds a draft and saves it where the dialog says', async () => {
    await page.getByRole('tab', { name: 'Packet' }).click();
    await page.getByRole('button', { name: 'Build a draft' }).click();
    await page.getByRole('link', { name: 'Show the versions' }).click();
    await page.getByRole('article', { name: 'Version 1', exact: true }).waitFor();
    const saved = join(desktop.userData, 'packet.pdf');
    await desktop.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, saved);
    await page.getByRole('button', { name: 'Save PDF of version 1' }).click();
    await page.getByText('The packet was saved.').waitFor();
    expect(runTool('pdfinfo', [saved])).toMatch(/Title:\s+Appeal packet/);
  });

  /** An item of the menu, chosen. */
  const choose = (item: 'Lock' | 'Lock at once') =>
    desktop.app.evaluate(({ Menu }, label) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      items?.find((each) => each.label === label)?.click();
    }, item);
  /** What the system would say, said in its place. */
  const hearFromTheSystem = (event: string) =>
    desktop.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name as 'suspend'), event);
  /** Locks and opens again; the window and the core are other ones then. */
  const lockAndOpen = async (lock: () => Promise<unknown>) => {
    const [before] = await desktop.corePids();
    const next = desktop.windowAfter(page);
    await lock();
    const old = page;
    page = await next;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    expect(old.isClosed()).toBe(true);
    expect(await desktop.corePids()).not.toContain(before);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('link', { name: 'Cases' }).waitFor();
  };
  const openFacts = async () => {
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('article').getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Facts' }).click();
  };

  test('locks from the menu with what was typed a moment before, and opens again with the passphrase', async () => {
    await openFacts();
    await page.getByLabel('Your address').fill('417 Tamarack Row');
    await lockAndOpen(() => choose('Lock'));
    await openFacts();
    expect(await page.getByLabel('Your address').inputValue()).toBe('417 Tamarack Row');
  });

  test('locks at once, and all that was saved is there again', async () => {
    await lockAndOpen(() => choose('Lock at once'));
    await openFacts();
    expect(await page.getByLabel('Your address').inputValue()).toBe('417 Tamarack Row');
  });

  test('locks when the computer goes to sleep, with what was typed a moment before', async () => {
    await page.getByLabel('Your address').fill('28 Alder Court');
    await lockAndOpen(() => hearFromTheSystem('suspend'));
    await openFacts();
    expect(await page.getByLabel('Your address').inputValue()).toBe('28 Alder Court');
  });

  test('locks when the screen is locked, and hears what else the system tells', async () => {
    await lockAndOpen(() => hearFromTheSystem('lock-screen'));
    await openFacts();
    const unheard = await desktop.app.evaluate(({ powerMonitor }) =>
      ['resume', 'shutdown', 'user-did-resign-active'].filter((event) => powerMonitor.listenerCount(event) === 0),
    );
    expect(unheard).toEqual([]);
  });

  test('what was typed a moment before the window is closed is there at the next start', async () => {
    await page.getByLabel('Your address').fill('9 Juniper Lane');
    const { userData } = desktop;
    const ended = desktop.app.waitForEvent('close');
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
    await using again = await launchApp(program ?? '', { userData });
    page = await again.window();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await openFacts();
    expect(await page.getByLabel('Your address').inputValue()).toBe('9 Juniper Lane');
  });
});
