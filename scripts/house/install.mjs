// Makes sure node_modules holds what package-lock.json names, with any npm and any Node.js from 18 on.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUNDLED_NODE, ROOT, runningNodeIsRecentEnough } from './paths.mjs';
import { runProgram, say } from './run-program.mjs';

const QUIET = ['--no-audit', '--no-fund', '--include=dev', '--include=optional'];

/** Installs what is missing. Nothing goes to stdout. Exits with one plain sentence when that fails. */
export async function ensureInstalled() {
  if (!isInstalled()) {
    const fresh = !existsSync(join(ROOT, 'node_modules', '.package-lock.json'));
    say(fresh ? 'Installing the packages (once; some minutes) …' : 'Bringing the packages up to date …');
    // `npm ci` empties the folder first; for an update the gentler way keeps what is right.
    const code = await runNpm(fresh ? ['ci', ...QUIET] : ['install', '--no-save', ...QUIET]);
    if (code !== 0)
      giveUp(
        'npm could not install the packages (see above). Check the network or the npm registry setting and try again.',
      );
  }
  if (existsSync(BUNDLED_NODE) || runningNodeIsRecentEnough()) return;
  // An npm that blocks install scripts leaves the package `node` without its binary.
  say('Fetching the Node.js that the app runs on …');
  const folder = join(ROOT, 'node_modules', 'node');
  await runProgram(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: ['ignore', 2, 2] });
  if (!existsSync(BUNDLED_NODE))
    giveUp(
      'This needs Node.js 22.18 or newer, and the npm package "node" could not bring it. Install a newer Node.js and try again.',
    );
}

/** True when every package of package-lock.json stands in node_modules in that version (npm's own record says so). */
function isInstalled() {
  const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = readPackages(join(ROOT, 'package-lock.json')) ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const have = installed[path];
    // Packages for other systems are named in the lock file but not installed here.
    if (have === undefined) return Boolean(entry.optional || entry.devOptional);
    return have.version === entry.version && have.integrity === entry.integrity;
  });
}

function readPackages(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function runNpm(args) {
  const npm = npmEntry();
  const options = { stdio: ['ignore', 2, 2], env: { npm_config_loglevel: 'error' } };
  if (npm !== undefined) return runProgram(process.execPath, [npm, ...args], options);
  return runProgram('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** npm as a script: the one that started us, else the one that came with this Node.js. */
function npmEntry() {
  const beside = dirname(process.execPath);
  return [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
}

function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}
