// Builds main, preload and window with electron-vite, when the sources changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, toolEntry } from './paths.mjs';
import { runNode, say } from './run-program.mjs';

const OUT = join(ROOT, 'out');
const STAMP = join(OUT, 'sources.sha256');
const FOLDERS = ['electron', 'renderer', 'shared'];
/** An editor writes several files at once; wait until it is done, in milliseconds. */
const SETTLE_MS = 200;
const FILES = ['electron.vite.config.ts', 'package-lock.json', 'package.json'];

/** Builds always. Resolves to the exit code. */
export async function build() {
  const sources = hashOfSources();
  rmSync(STAMP, { force: true });
  // The build's own report goes to stderr, so that `cli --json` could call this too.
  const code = await runNode([toolEntry('electron-vite', 'bin/electron-vite.js'), 'build'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) return code;
  mkdirSync(OUT, { recursive: true });
  writeFileSync(STAMP, sources);
  return 0;
}

/** Builds when the sources are not those of the last build. Resolves to the exit code. */
export async function buildWhenStale() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources()) return 0;
  say('Building the app …');
  return build();
}

/** Builds after each change of the sources until the function it gives back is called. */
export function rebuildOnChange() {
  let timer;
  let running = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(buildWhenStale);
    }, SETTLE_MS);
  };
  const watchers = FOLDERS.map((folder) => watch(join(ROOT, folder), { recursive: true }, later));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** SHA-256 over names and contents of everything a build reads. */
function hashOfSources() {
  const hash = createHash('sha256');
  const files = [
    ...FOLDERS.flatMap((folder) => filesBelow(join(ROOT, folder))),
    ...FILES.map((file) => join(ROOT, file)),
  ];
  for (const file of files) {
    if (!existsSync(file)) continue;
    const bytes = readFileSync(file);
    hash.update(`${relative(ROOT, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}
