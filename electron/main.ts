// The desktop app's main process: the order of its start, and nothing else. It holds no keys and no text of papers.
import { app, type BrowserWindow, dialog } from 'electron';
import { sentenceOf } from '../shared/errors.ts';
import { DEFAULT_PREFERENCES } from '../shared/model/preferences.ts';
import { registerScheme, serveScheme } from './desktop/assets.ts';
import { type CoreHost, createCoreHost } from './desktop/core-host.ts';
import { choose } from './desktop/dialogs.ts';
import { CHANNELS } from './desktop/host-bridge.ts';
import { askToSave, saveBeforeClosing } from './desktop/leave.ts';
import { installMenu } from './desktop/menu.ts';
import { CORE_ENTRY, defaultVaultDir, READER_ENTRY, resourcesDir } from './desktop/paths.ts';
import { lockWhenAway } from './desktop/power.ts';
import { createWindowSession, hardenBeforeReady, isBeingDebugged, wipeSessionFolders } from './desktop/security.ts';
import { openSettings, type SettingsStore } from './desktop/settings.ts';
import { claimSingleInstance } from './desktop/single-instance.ts';
import { openWindow, replaceWindow } from './desktop/window.ts';
import { answerWindowCalls } from './desktop/window-calls.ts';

let window: BrowserWindow | undefined;
/** The core is closed for good: nothing can be saved any more. */
let isEnded = false;
/** Minutes without anybody after which the vault locks; the open vault says how many. */
let lockAfterMinutes: number = DEFAULT_PREFERENCES.lockAfterMinutes;

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
    onLockAfter: (minutes) => {
      lockAfterMinutes = minutes;
    },
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
  const lock = () => void askToSave(window).then(host.lock);
  const panic = () => {
    // Out of sight first.
    window?.hide();
    host.panic();
  };
  installMenu({ lock, panic, send: (command) => window?.webContents.send(CHANNELS.menu, command) }, settings);
  lockWhenAway(lock, () => lockAfterMinutes);
  app.on('browser-window-created', (_event, opened) => saveBeforeClosing(opened, () => isEnded));
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
  app.on('window-all-closed', () => (process.platform === 'darwin' ? host.lock() : app.quit()));
  app.on('before-quit', (event) => {
    if (isEnded) return;
    event.preventDefault();
    askToSave(window)
      .then(host.end)
      .then(() => {
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
