// The one window: sandboxed, remembered in size and place, replaced by a fresh one when the vault was locked.
import { BrowserWindow, type Session, screen } from 'electron';
import { isDeveloping } from './menu.ts';
import { PRELOAD } from './paths.ts';
import { APP_URL } from './security.ts';
import type { SettingsStore } from './settings.ts';

/** Smallest size at which every screen is usable, in device-independent pixels. */
const MIN_SIZE = { width: 720, height: 520 };
const FIRST_SIZE = { width: 1280, height: 860 };

/** Opens a window on our page. It is shown when its first frame is drawn. */
export function openWindow(own: Session, settings: SettingsStore): BrowserWindow {
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...visibleBounds(settings),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Appeal Vault',
    webPreferences: {
      session: own,
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: isDeveloping(),
      navigateOnDragDrop: false,
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => {
    if (settings.get('isMaximized')) window.maximize();
    window.show();
  });
  window.on('close', () => remember(window, settings));
  // A load that is given up because the window was closed meanwhile is no fault.
  window.loadURL(APP_URL).catch(() => undefined);
  return window;
}

/** Puts a fresh window, and with it a fresh process without any text of papers, in the place of another. */
export function replaceWindow(old: BrowserWindow, own: Session, settings: SettingsStore): BrowserWindow {
  remember(old, settings);
  const fresh = openWindow(own, settings);
  old.destroy();
  return fresh;
}

function remember(window: BrowserWindow, settings: SettingsStore): void {
  settings.set('bounds', window.getNormalBounds());
  settings.set('isMaximized', window.isMaximized());
}

/** The remembered place, when a screen is still there. */
function visibleBounds(settings: SettingsStore) {
  const bounds = settings.get('bounds');
  if (bounds === undefined) return {};
  const { workArea } = screen.getDisplayMatching(bounds);
  const isVisible =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y < workArea.y + workArea.height &&
    bounds.y >= workArea.y;
  return isVisible ? bounds : { width: bounds.width, height: bounds.height };
}
