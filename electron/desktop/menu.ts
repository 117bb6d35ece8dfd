// The application menu. What concerns papers is sent to the window as a command; what concerns the app is done here.
import { app, Menu, type MenuItemConstructorOptions, nativeTheme } from 'electron';
import type { MenuCommand } from './host-bridge.ts';
import type { Settings, SettingsStore } from './settings.ts';

export interface MenuActions {
  readonly lock: () => void;
  readonly panic: () => void;
  readonly send: (command: MenuCommand) => void;
}

/** Puts the menu up and applies the remembered colours. */
export function installMenu(actions: MenuActions, settings: SettingsStore): void {
  nativeTheme.themeSource = settings.get('theme') ?? 'system';
  const toWindow = (label: string, command: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => actions.send(command),
  });
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        toWindow('Add papers…', 'add-papers', 'CmdOrCtrl+O'),
        toWindow('Add a folder…', 'add-folder', 'CmdOrCtrl+Shift+O'),
        toWindow('Search papers', 'search', 'CmdOrCtrl+F'),
        { type: 'separator' },
        { label: 'Lock', accelerator: 'CmdOrCtrl+L', click: actions.lock },
        { label: 'Lock at once', accelerator: 'CmdOrCtrl+Shift+L', click: actions.panic },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { label: 'Colours', submenu: colours(settings) },
        { role: 'togglefullscreen' },
        ...(isDeveloping() ? ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** True in the source tree when started with `--dev`: then, and only then, the developer tools can be opened. */
export function isDeveloping(): boolean {
  return !app.isPackaged && app.commandLine.hasSwitch('dev');
}

function colours(settings: SettingsStore): MenuItemConstructorOptions[] {
  const choices: readonly (readonly [string, NonNullable<Settings['theme']>])[] = [
    ['As the system', 'system'],
    ['Light', 'light'],
    ['Dark', 'dark'],
  ];
  return choices.map(([label, theme]) => ({
    label,
    type: 'radio',
    checked: nativeTheme.themeSource === theme,
    click: () => {
      nativeTheme.themeSource = theme;
      settings.set('theme', theme);
    },
  }));
}
