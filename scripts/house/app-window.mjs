// Opens the browser host's address in a window of its own, with a throw-away profile of an installed Chromium.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Opens the address; undefined when no such browser is installed (the address was printed anyway). */
export function openAppWindow(address) {
  const browser = candidates().find((file) => existsSync(file));
  if (browser === undefined) return undefined;
  const profile = mkdtempSync(join(tmpdir(), 'appeal-vault-window-'));
  const args = [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
  ];
  // The window is a convenience: when it can't open, the printed address still works.
  const child = spawn(browser, args, { stdio: 'ignore' }).on('error', () =>
    process.stderr.write('Please open the address in a browser.\n'),
  );
  const clean = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  child.once('exit', clean);
  process.once('exit', clean);
  return { close: () => child.kill() };
}

function candidates() {
  if (process.platform === 'darwin') return MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      Boolean,
    );
    return roots.flatMap((root) => WINDOWS.map((name) => join(root, name)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}
