// The desktop app's main process: the order of its start, and nothing else. It holds no keys and no text of papers.
import { app, type BrowserWindow, dialog } from 'electron';
import { sentenceOf } from '../shared/errors.ts';
import { registerScheme, serveScheme } from './desktop/assets.ts';
import { type CoreHost, createCoreHost } from './desktop/core-host.ts';
import { choose } from './desktop/dialogs.ts';
import { CHANNELS } from './desktop/host-bridge.ts';
import { installMenu } from './desktop/menu.ts';
import { CORE_ENTRY, defaultVaultDir, READER_ENTRY, resourcesDir } from './desktop/paths.ts';
import { lockWhenAway } from './desktop/power.ts';
import { createWindowSession, hardenBeforeReady, isBeingDebugged, wipeSessionFolders } from './desktop/security.ts';
import { openSettings, type SettingsStore } from './desktop/settings.ts';
import { claimSingleInstance } from './desktop/single-instance.ts';
import { openWindow, replaceWindow } from './desktop/window.ts';
import { answerWindowCalls } from './desktop/window-calls.ts';

let window: BrowserWindow | undefined;

hardenBeforeReady();
registerScheme();
if (isBeingDebugged() || !claimSingleInstance(bringForward)) {
  app.quit();
} else {
  wipeSessionFolders();
  // Not awaited: Electron becomes ready only after this module has ended.
  app.whenReady().then(start).catch(giveUp);
}

function start(): void {
  const settings = openSettings();
  const own = createWindowSession();
  const host = createCoreHost({
    entry: CORE_ENTRY,
    start: () => ({
      version: app.getVersion(),
      resourcesDir: resourcesDir(),
      defaultVaultDir: settings.get('vaultDir') ?? defaultVaultDir(),
      reader: { entry: READER_ENTRY, env: { ELECTRON_RUN_AS_NODE: '1' } },
    }),
    choose: (request) => chooseAndRemember(request, settings),
    onVaultFolder: (folder) => settings.set('vaultDir', folder),
    onReplaced: () => {
      if (window && !window.isDestroyed()) window = replaceWindow(window, own, settings);
    },
    onHopeless: () => giveUp(new Error('The core process does not start.')),
  });
  serveScheme(own, () => host);
  answerWindowCalls(
    () => window,
    () => host,
  );
  installMenu({ lock: host.lock, send: (command) => window?.webContents.send(CHANNELS.menu, command) }, settings);
  lockWhenAway(host.lock);
  window = openWindow(own, settings);
  app.on('activate', () => {
    if (window === undefined || window.isDestroyed()) window = openWindow(own, settings);
  });
  endWithTheWindow(host);
}

async function chooseAndRemember(request: Parameters<typeof choose>[1], settings: SettingsStore) {
  if (window === undefined || window.isDestroyed()) return undefined;
  const paths = await choose(window, request);
  const folder = paths?.[0];
  if (request.dialog === 'folder' && folder !== undefined) settings.set('vaultDir', folder);
  return paths;
}

/** Closing the last window locks; quitting waits until the vault is closed. */
function endWithTheWindow(host: CoreHost): void {
  let isEnded = false;
  app.on('window-all-closed', () => (process.platform === 'darwin' ? host.lock() : app.quit()));
  app.on('before-quit', (event) => {
    if (isEnded) return;
    event.preventDefault();
    host.end().then(() => {
      isEnded = true;
      app.quit();
    }, giveUp);
  });
}

function bringForward(): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Tells the person, and at a terminal the developer: nothing of a paper is known here. */
function giveUp(cause?: unknown): void {
  if (cause instanceof Error) process.stderr.write(`${cause.stack ?? cause.message}\n`);
  dialog.showErrorBox('Appeal Vault', sentenceOf('internal', { reference: 'start' }));
  app.exit(1);
}
