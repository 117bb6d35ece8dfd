// The Electron program: already downloaded, or downloaded now when its server can be reached at all.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runNode, say } from './run-program.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
/** How long the download server may take to say hello, in milliseconds. */
const HELLO_MS = 4000;
/** How long the download (about 120 MB) may take, in milliseconds. */
const DOWNLOAD_MS = 15 * 60_000;
/** Settings that lead the download elsewhere; then only trying it tells whether it works. */
const DETOURS = [
  'ELECTRON_MIRROR',
  'npm_config_electron_mirror',
  'NPM_CONFIG_ELECTRON_MIRROR',
  'HTTPS_PROXY',
  'https_proxy',
];

/** Path of the Electron program, or undefined when it can't be had. */
export async function obtainElectron() {
  const present = electronPath();
  if (present !== undefined) return present;
  if (!(await canDownload())) return undefined;
  say('Downloading Electron (once; about 120 MB) …');
  await runNode([join(PACKAGE, 'install.js')], { stdio: ['ignore', 2, 'ignore'], timeout: DOWNLOAD_MS });
  return electronPath();
}

/** The npm package `electron` writes the program's place into path.txt once it is unpacked. */
function electronPath() {
  const note = join(PACKAGE, 'path.txt');
  if (!existsSync(note)) return undefined;
  const program = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist'),
    readFileSync(note, 'utf8').trim(),
  );
  return existsSync(program) ? program : undefined;
}

async function canDownload() {
  if (DETOURS.some((name) => process.env[name])) return true;
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(HELLO_MS) })).ok;
  } catch (cause) {
    if (cause instanceof Error) return false;
    throw cause;
  }
}
