// What the desktop's preload script puts on `window.host`. The browser host has none.
import type { FileToken } from '../../shared/ids.ts';

export type MenuCommand = 'add-papers' | 'add-folder' | 'search';

export interface DesktopApi {
  readonly kind: 'desktop';
  readonly assetBase: string;
  /** Asks for a port to the core; it arrives as a window message. */
  readonly connect: () => void;
  readonly tokensFor: (
    files: readonly File[],
  ) => Promise<{ readonly tokens: readonly FileToken[] } | { readonly code: string }>;
  /** Calls back when the window is about to go; what was typed counts as saved once the promise settles. */
  readonly onLeave: (callback: () => Promise<void>) => () => void;
  readonly onMenu: (callback: (command: MenuCommand) => void) => () => void;
}

/** The desktop's door, or undefined in a browser. */
export function desktopApi(): DesktopApi | undefined {
  // Put there by the preload script before any script of the page runs; nothing else can define it.
  return (globalThis as { host?: DesktopApi }).host;
}
