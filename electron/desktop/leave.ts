// Before a lock, a close or the end: the window is asked to save what was typed, and waited for a little.
import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import { CHANNELS } from './host-bridge.ts';

/** The longest the window may take, in milliseconds: then what is open is closed all the same. */
const LIMIT_MS = 2500;

let lastId = 0;

/** Resolves when the window has saved, when it is gone, or after the limit. Never rejects. */
export function askToSave(window: BrowserWindow | undefined): Promise<void> {
  if (window === undefined || window.isDestroyed() || window.webContents.isCrashed()) return Promise.resolve();
  const { webContents } = window;
  const id = ++lastId;
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      ipcMain.off(CHANNELS.left, hear);
      resolve();
    };
    const hear = (event: IpcMainEvent, answered: unknown) => {
      if (event.sender === webContents && answered === id) end();
    };
    const timer = setTimeout(end, LIMIT_MS);
    ipcMain.on(CHANNELS.left, hear);
    webContents.once('destroyed', end);
    webContents.send(CHANNELS.leave, id);
  });
}

/** Holds the window's closing until it has saved; not when `isEnded` says that the core is closed already. */
export function saveBeforeClosing(window: BrowserWindow, isEnded: () => boolean): void {
  let hasSaved = false;
  window.on('close', (event) => {
    if (hasSaved || isEnded()) return;
    event.preventDefault();
    void askToSave(window).then(() => {
      hasSaved = true;
      if (!window.isDestroyed()) window.close();
    });
  });
}
