// Where things lie in the source tree, and the environment in which the project's own programs run.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the source tree. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const NODE_NAME = process.platform === 'win32' ? 'node.exe' : 'node';

/** The Node.js the project brings along (npm package `node`), whether or not it is there yet. */
export const BUNDLED_NODE = join(ROOT, 'node_modules', 'node', 'bin', NODE_NAME);

/** True when this very process could run the core: the database needs Node-API 10 (Node.js 22.14 and newer). */
export function runningNodeIsRecentEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return Number(process.versions.napi) >= 10 && (major > 22 || (major === 22 && minor >= 18));
}

/** The Node.js that runs the TypeScript sources: the bundled one, else this one when it is recent enough. */
export function projectNode() {
  return existsSync(BUNDLED_NODE) || !runningNodeIsRecentEnough() ? BUNDLED_NODE : process.execPath;
}

/** The environment for every program of the project: its own Node.js and tools come first in PATH. */
export function projectEnv(extra = {}) {
  const env = { ...process.env, ...extra };
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const first = [dirname(projectNode()), join(ROOT, 'node_modules', '.bin')];
  env[pathKey] = [...first, env[pathKey] ?? ''].join(delimiter);
  // Set by tools that use Electron as a plain Node.js; it would turn our window into a silent script runner.
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

/** Path of a tool's JavaScript entry inside node_modules; run with `projectNode()` it needs no shell on any system. */
export function toolEntry(packageName, entry) {
  return join(ROOT, 'node_modules', ...packageName.split('/'), entry);
}
