// The only door between the window and the desktop: a port to the core, tokens for dropped files, commands of the menu.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, type MenuCommand } from './desktop/host-bridge.ts';
import type { DroppedFile } from './hosts/core-protocol.ts';

/** The message that carries the port into the page; a bridge can't pass ports, a window message can. */
const PORT_MESSAGE = 'appeal-vault:port';

contextBridge.exposeInMainWorld('host', {
  kind: 'desktop',
  assetBase: '/assets/',
  /** Asks for a port to the core; it arrives as a window message `appeal-vault:port` with the port in `ports[0]`. */
  connect: (): void => ipcRenderer.send(CHANNELS.connect),
  /** Tokens for dropped files, or the code of the error. */
  tokensFor: async (files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.tokens, await Promise.all(files.map(describe))),
  /** Calls back with each command of the menu. Gives back a function that ends this. */
  onMenu: (callback: (command: MenuCommand) => void): (() => void) => {
    const listener = (_event: unknown, command: MenuCommand) => callback(command);
    ipcRenderer.on(CHANNELS.menu, listener);
    return () => void ipcRenderer.off(CHANNELS.menu, listener);
  },
  /** Calls back when the window is about to go: once the promise settles, what was typed counts as saved. Gives back a function that ends this. */
  onLeave: (callback: () => Promise<void>): (() => void) => {
    const listener = (_event: unknown, id: number) =>
      void callback().finally(() => ipcRenderer.send(CHANNELS.left, id));
    ipcRenderer.on(CHANNELS.leave, listener);
    return () => void ipcRenderer.off(CHANNELS.leave, listener);
  },
});

ipcRenderer.on(CHANNELS.port, (event) => window.postMessage(PORT_MESSAGE, window.location.origin, event.ports));

/** A file's place on disk; a file without one (e.g. dragged out of a browser) is sent by its bytes. */
async function describe(file: File): Promise<DroppedFile> {
  const path = webUtils.getPathForFile(file);
  if (path !== '') return { kind: 'path', path };
  return { kind: 'bytes', fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
