// `npm start` and `npm run dev`: the desktop app where Electron can run, else the browser host with one line saying why.

import { openAppWindow } from './app-window.mjs';
import { buildWhenStale, rebuildOnChange } from './build.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { ROOT } from './paths.mjs';
import { runNode, runProgram, say } from './run-program.mjs';

/** Exit codes of a process that Chromium ended itself because its sandbox could not be set up: SIGTRAP, SIGABRT. */
const COULD_NOT_START = [133, 134];

/** Starts the app. `--browser` skips Electron. Further arguments go to the app. Resolves to the exit code. */
export async function start(args) {
  const buildCode = await buildWhenStale();
  if (buildCode !== 0) return buildCode;
  const hostArgs = args.filter((arg) => arg !== '--browser');
  const reason = args.includes('--browser') ? 'As asked' : whyNoDesktop();
  if (reason !== undefined) return startBrowserHost(hostArgs, reason);
  const electron = await obtainElectron();
  if (electron === undefined) return startBrowserHost(hostArgs, 'Electron could not be downloaded here');
  const code = await runProgram(electron, [ROOT, ...hostArgs]);
  if (!COULD_NOT_START.includes(code)) return code;
  return startBrowserHost(hostArgs, 'Electron could not start on this system');
}

/** Like start, with developer tools, and a new build after every change: reload the window to see it, restart for main and core. */
export async function dev(args) {
  const stop = rebuildOnChange();
  try {
    return await start([...args, '--dev']);
  } finally {
    stop();
  }
}

/** Why a desktop window is out of the question, as the first half of a sentence; undefined when it is not. */
function whyNoDesktop() {
  if (!hasDisplay()) return 'There is no display here';
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return 'Electron does not run as root with its sandbox on';
  return undefined;
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function startBrowserHost(args, reason) {
  say(`${reason}, so the app runs in a browser on this computer; nothing leaves it.`);
  if (!hasDisplay()) return runNode(['electron/serve.ts', ...args]);
  let window;
  const code = await runNode(['electron/serve.ts', ...args], {
    stdio: ['inherit', 'pipe', 'inherit'],
    onStart: (child) =>
      child.stdout.setEncoding('utf8').on('data', (text) => {
        process.stdout.write(text);
        const address = /http:\/\/127\.0\.0\.1:\S+/.exec(text)?.[0];
        if (address !== undefined) window ??= openAppWindow(address);
      }),
  });
  window?.close();
  return code;
}
