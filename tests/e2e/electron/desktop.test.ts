// The built desktop app in a real Electron: hardening, the core's process and its end at a lock, a paper from dialog to picture.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { callFrom } from '../../helpers/desktop-window.ts';
import { findElectron, launchApp, type TestApp } from '../../helpers/electron-runtime.ts';

const PASSPHRASE = 'lantern quarry ember tulip monday';
const MARK = 'Marjoram Thistlewood';
const LETTER = `Northfield Health Plan\nOctober 1, 2026\n\nDear ${MARK},\n\nWe denied your claim because the service is not medically necessary.\n`;

const program = await findElectron();
if (program === undefined)
  process.stderr.write('SKIPPED: no Electron to test with. Run: node scripts/fetch-electron-test-runtime.mjs\n');

/** Polls that long at most, in milliseconds; the machine may be busy. */
const PATIENCE = { timeout: 60_000 };

describe.skipIf(program === undefined)('the desktop app', () => {
  let desktop: TestApp;
  let page: Page;
  beforeAll(async () => {
    desktop = await launchApp(program ?? '');
    page = await desktop.window();
    await page.waitForLoadState();
  });
  afterAll(() => desktop?.[Symbol.asyncDispose]());

  test('the window has the bridge and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
      bridge: Object.keys((globalThis as unknown as { host: object }).host).sort(),
    }));
    expect(seen).toEqual({ globals: [], bridge: ['assetBase', 'connect', 'kind', 'onLeave', 'onMenu', 'tokensFor'] });
  });

  test('the window is sandboxed and keeps nothing', async () => {
    const facts = await desktop.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.openDevTools();
      // Electron's own record of what the window runs with; not in its type file.
      const preferences = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = preferences;
      return {
        ...{ sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag },
        isPersistent: webContents.session.isPersistent(),
        spellChecker: webContents.session.isSpellCheckerEnabled(),
        devTools: webContents.isDevToolsOpened(),
      };
    });
    expect(facts).toEqual({
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
      ...{ webviewTag: false, isPersistent: false, spellChecker: false, devTools: false },
    });
  });

  test('every answer carries the policy', async () => {
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/')).headers));
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  test('nothing outside the window folder is served', async () => {
    const statuses = await page.evaluate(() =>
      Promise.all(
        ['/..%2f..%2fpackage.json', '/%2e%2e/main/main.js', '/assets/original/d_0', '/nothing.js'].map(
          async (path) => (await fetch(path)).status,
        ),
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  test('the network is refused, from the page and from its session', async () => {
    const fromPage = await page.evaluate(() => fetch('https://example.com').then(String, (error: Error) => error.name));
    expect(fromPage).toBe('TypeError');
    const fromSession = await desktop.app.evaluate(async ({ BrowserWindow }) => {
      const { session } = BrowserWindow.getAllWindows()[0]!.webContents;
      return session.fetch('https://example.com').then(String, (error: Error) => error.message);
    });
    expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('the page can neither leave nor open a window, and gets no permission but for reminders', async () => {
    const opened = await page.evaluate(async () => {
      const other = window.open('https://example.com');
      location.href = 'https://example.com/';
      const asked = await Promise.all([
        Notification.requestPermission(),
        navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      ]);
      return { other, asked };
    });
    expect(opened).toEqual({ other: null, asked: ['granted', 'denied'] });
    expect(page.url()).toBe('app://appeal-vault/');
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('a paper goes from the dialog into the vault; lock ends the process that could read it', async () => {
    const state = await callFrom<{ state: string; host: string }>(page, 'vault/state', {});
    expect(state).toMatchObject({ state: 'none', host: 'desktop' });
    const { recoveryWords } = await callFrom<{ recoveryWords: string[] }>(page, 'vault/create', {
      passphrase: PASSPHRASE,
    });
    expect(recoveryWords).toHaveLength(24);

    const original = join(desktop.userData, 'letter.txt');
    await writeFile(original, LETTER);
    await desktop.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, original);
    const { tokens } = await callFrom<{ tokens: string[] }>(page, 'documents/pickFiles', {});
    await callFrom(page, 'documents/import', { tokens });
    const list = () => callFrom<DocumentSummary[]>(page, 'documents/list', {});
    await expect.poll(async () => (await list()).map(({ state: one }) => one), PATIENCE).toEqual(['ready']);
    const [paper] = await list();
    expect(await originalOf(page, paper!)).toEqual({
      status: 200,
      text: LETTER,
      policy: expect.stringContaining('sandbox'),
    });

    const before = await desktop.corePids();
    expect(before).toHaveLength(1);
    const next = desktop.windowAfter(page);
    await desktop.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()!.items.flatMap((item) => item.submenu?.items ?? []);
      items.find((item) => item.label === 'Lock')!.click();
    });
    const old = page;
    page = await next;
    await page.waitForLoadState();
    expect(old.isClosed()).toBe(true);
    expect(isRunning(before[0]!)).toBe(false);
    expect(await callFrom(page, 'vault/state', {})).toMatchObject({ state: 'locked' });
    expect((await originalOf(page, paper!)).status).toBe(423);

    await expect(callFrom(page, 'vault/unlock', { passphrase: 'not this one at all' })).rejects.toThrow(
      'vault-wrong-passphrase',
    );
    await callFrom(page, 'vault/unlock', { passphrase: PASSPHRASE });
    expect((await list()).map(({ id }) => id)).toEqual([paper!.id]);
    expect(await desktop.corePids()).not.toEqual(before);
  });

  test('a second start ends by itself and calls the first one’s window forward', async () => {
    const called = desktop.app.evaluate(
      ({ app }) => new Promise<boolean>((resolve) => void app.once('second-instance', () => resolve(true))),
    );
    expect(await desktop.startAgain()).toBe(0);
    expect(await called).toBe(true);
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await callFrom(page, 'vault/state', {})).toMatchObject({ state: 'unlocked' });
  });

  test('a dropped file that has no place on disk comes in by its bytes', async () => {
    const answer = await page.evaluate(() => {
      const { host } = globalThis as unknown as { host: { tokensFor(files: File[]): Promise<{ tokens: string[] }> } };
      return host.tokensFor([new File(['A note.'], 'note.txt')]);
    });
    expect(answer.tokens).toHaveLength(1);
  });

  test('a core that dies is replaced by a fresh, locked one', async () => {
    const [pid] = await desktop.corePids();
    const next = desktop.windowAfter(page);
    process.kill(pid!, 'SIGKILL');
    page = await next;
    await page.waitForLoadState();
    expect(await callFrom(page, 'vault/state', {})).toMatchObject({ state: 'locked' });
  });

  test('outside the vault nothing of the paper was written', async () => {
    const files = await readdir(desktop.userData, { recursive: true, withFileTypes: true });
    const written = files.filter((file) => file.isFile() && file.name !== 'letter.txt');
    expect(written.length).toBeGreaterThan(5);
    for (const file of written) {
      const bytes = await readFile(join(file.parentPath, file.name));
      for (const secret of [MARK, PASSPHRASE, 'letter.txt']) expect(bytes.includes(secret), file.name).toBe(false);
    }
  });
});

describe.skipIf(program === undefined)('starting and ending', () => {
  test('quitting closes the vault; the next start finds it', async () => {
    await using first = await launchApp(program ?? '');
    const page = await first.window();
    await callFrom(page, 'vault/create', { passphrase: PASSPHRASE });
    const [pid] = await first.corePids();
    await first.app.close();
    expect(isRunning(pid!)).toBe(false);

    await using second = await launchApp(program ?? '', { userData: first.userData });
    const again = await second.window();
    expect(await callFrom(again, 'vault/state', {})).toMatchObject({ state: 'locked' });
    await callFrom(again, 'vault/unlock', { passphrase: PASSPHRASE });
  });

  test('the core also runs as a utility process, and says so when this Electron is too old for the database', async () => {
    await using desktop = await launchApp(program ?? '', { ownNode: true });
    const page = await desktop.window();
    expect(await callFrom(page, 'vault/state', {})).toMatchObject({ state: 'none' });
    const level = await desktop.app.evaluate(() => Number(process.versions.napi));
    const creating = callFrom(page, 'vault/create', { passphrase: PASSPHRASE });
    if (level >= 10) expect(await creating).toHaveProperty('recoveryWords');
    else await expect(creating).rejects.toThrow('runtime-too-old');
  });
});

function originalOf(page: Page, paper: DocumentSummary) {
  return page.evaluate(async (id) => {
    const answer = await fetch(`/assets/original/${id}`);
    return { status: answer.status, text: await answer.text(), policy: answer.headers.get('content-security-policy') };
  }, paper.id);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ESRCH') return false;
    throw cause;
  }
}
