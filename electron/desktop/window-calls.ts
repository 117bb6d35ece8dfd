// Answers the few calls the preload script makes, and only those of our own page's main frame.
import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, MessageChannelMain } from 'electron';
import { isAppError } from '../../shared/errors.ts';
import type { CoreHost } from './core-host.ts';
import { CHANNELS, parseDroppedFiles } from './host-bridge.ts';
import { APP_ORIGIN } from './security.ts';

/** Answers `connect` with a port to the core and `tokens` with file tokens or an error code. */
export function answerWindowCalls(window: () => BrowserWindow | undefined, host: () => CoreHost): void {
  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    event.sender === window()?.webContents &&
    event.senderFrame === event.sender.mainFrame &&
    event.senderFrame.origin === APP_ORIGIN;

  ipcMain.on(CHANNELS.connect, (event) => {
    if (!isOurs(event)) return;
    const { port1, port2 } = new MessageChannelMain();
    host().connect(port1);
    event.sender.postMessage(CHANNELS.port, undefined, [port2]);
  });
  ipcMain.handle(CHANNELS.tokens, async (event, argument: unknown) => {
    const files = isOurs(event) ? parseDroppedFiles(argument) : undefined;
    if (files === undefined) return { code: 'wrong-usage' };
    try {
      return { tokens: await host().addFiles(files) };
    } catch (cause) {
      if (isAppError(cause)) return { code: cause.code };
      throw cause;
    }
  });
}
