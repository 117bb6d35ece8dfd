// Hardening of the Electron process: nothing is written by Chromium that could hold a paper, nothing reaches a network, no page but ours is shown.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, type Session, session, type WebContents } from 'electron';

/** The one origin of our window. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://appeal-vault`;
export const APP_URL = `${APP_ORIGIN}/`;

/** Chromium switches: no name is looked up, nothing runs in the background, nothing is cached on disk. */
const SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['disable-http-cache'],
  ['disable-gpu-shader-disk-cache'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

/** Everything that must be set before Electron is ready. */
export function hardenBeforeReady(): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
  // `--no-sandbox` is for tests that run as root, where Chromium can't make its sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** True when somebody started the shipped app with a debugger's door open. */
export function isBeingDebugged(): boolean {
  const doors = ['inspect', 'inspect-brk', 'remote-debugging-port', 'remote-debugging-pipe'];
  return app.isPackaged && doors.some((name) => app.commandLine.hasSwitch(name));
}

/** Gives Chromium folders of its own and empties them, so that nothing survives from an earlier run. Only for the single instance. */
export function wipeSessionFolders(): void {
  for (const [name, folder] of [
    ['sessionData', 'session'],
    ['crashDumps', 'crashes'],
  ] as const) {
    const path = join(app.getPath('userData'), folder);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    app.setPath(name, path);
  }
}

/** The session of our window: in memory, without cache, network, downloads, spelling dictionaries or permissions but for reminders (a number, no name). */
export function createWindowSession(): Session {
  const own = session.fromPartition('window', { cache: false });
  for (const each of [own, session.defaultSession]) {
    each.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }));
    each.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'notifications'));
    each.setPermissionCheckHandler((_contents, permission) => permission === 'notifications');
    each.setDevicePermissionHandler(() => false);
    each.setDisplayMediaRequestHandler(null);
    each.setSpellCheckerEnabled(false);
    each.on('will-download', (event) => event.preventDefault());
  }
  return own;
}

/** Blob and data addresses hold what the window itself made; they reach no network. */
function isOwn(url: string): boolean {
  return url.startsWith(APP_URL) || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('data:') || isDevTools(url);
}

function isDevTools(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools://');
}

function confine(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!event.url.startsWith(APP_URL) || event.url.startsWith(`${APP_ORIGIN}/assets/`)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
