// Starts the built desktop app in a real Electron, on a display and with folders of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { RUNTIME_PROGRAM } from '../../scripts/fetch-electron-test-runtime.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The Electron to test with: the shipped version where it could be downloaded, else the test runtime. Undefined when there is none. */
export async function findElectron(): Promise<string | undefined> {
  const folder = join(ROOT, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  const shipped = existsSync(note) ? join(folder, 'dist', (await readFile(note, 'utf8')).trim()) : undefined;
  return [shipped, RUNTIME_PROGRAM].find((program) => program !== undefined && existsSync(program));
}

export interface TestApp {
  readonly app: ElectronApplication;
  /** The current window; another one after a lock. */
  window(): Promise<Page>;
  /** Waits until another window than this has taken its place. */
  windowAfter(old: Page): Promise<Page>;
  readonly userData: string;
  /** Process ids of the core: children of main that run the core's entry. */
  corePids(): Promise<readonly number[]>;
  /** Starts the app once more, as the person does who opens it twice; answers the code it ended with. */
  startAgain(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface LaunchOptions {
  /** Leave the core to this Electron's own Node.js even where that is too old to open a vault. */
  readonly ownNode?: boolean;
  readonly userData?: string;
}

/** Starts the app. Its folder is removed at the end, unless it was given. */
export async function launchApp(program: string, options: LaunchOptions = {}): Promise<TestApp> {
  const display = await openDisplay();
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'appeal-vault-desktop-')));
  const isRoot = process.getuid?.() === 0;
  // Found by this name instead of by a path, Playwright holds the app's start until it is attached to it.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = dirname(program);
  const args = [ROOT, ...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', `--user-data-dir=${userData}`];
  const env = {
    ...stringsOf(process.env),
    ...display.env,
    ...(options.ownNode ? {} : { APPEAL_VAULT_NODE: process.execPath }),
  };
  const app = await electron.launch({ args, env, timeout: 60_000 }).catch((cause: unknown) => {
    display.close();
    throw cause;
  });
  const live = () => app.windows().filter((page) => !page.isClosed());
  return {
    app,
    userData,
    window: async () => live().at(-1) ?? app.firstWindow(),
    windowAfter: async (old) => live().find((page) => page !== old) ?? app.waitForEvent('window'),
    startAgain: async () => {
      const [code] = await once(spawn(program, args, { env, stdio: 'ignore' }), 'exit');
      return code;
    },
    corePids: () => childrenRunning(app.process().pid ?? -1, 'core-process.js'),
    [Symbol.asyncDispose]: async () => {
      await app.close();
      display.close();
      if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
    },
  };
}

/** A display of our own where the system has none; Xvfb chooses its number. */
async function openDisplay(): Promise<{ readonly env: Record<string, string>; close(): void }> {
  if (process.platform !== 'linux' || process.env.DISPLAY !== undefined) return { env: {}, close: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = server.stdio[3] as Readable; // the fourth stream is the pipe asked for above
  const number = await new Promise<string>((resolve, reject) => {
    numbers.once('data', (bytes: Buffer) => resolve(String(bytes).trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it was ready.')));
  });
  return { env: { DISPLAY: `:${number}` }, close: () => void server.kill() };
}

/** Linux: reads the process table; elsewhere there is nothing portable to read. */
async function childrenRunning(parent: number, entry: string): Promise<readonly number[]> {
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8');
  const pids = children.split(' ').filter(Boolean).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      return line.includes(entry) ? [pid] : [];
    }),
  );
  return found.flat();
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
