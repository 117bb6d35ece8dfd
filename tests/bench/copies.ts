// Time and memory of the files made of a large packet, each in a process of its own.
// node tests/bench/copies.ts [--pages 1000] [--only KIND]. Makes its papers and the packet itself, in a temporary folder.
// Prints a table: seconds, and the most memory the core's process held. Readers, which are processes of their own, are not counted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CORE_FLAGS } from '../../electron/hosts/core-flags.ts';
import { makeScans, PAGES_PER_PAPER } from './packet/scans.ts';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '1000' }, only: { type: 'string' } } });
// No fax copy: its cover sheet needs a case, and the papers of this bench belong to none.
const KINDS = ['nothing', 'page', 'volumes', 'print', 'encrypted', 'smaller'];
const BUILD = fileURLToPath(new URL('./packet/build.ts', import.meta.url));
const MAKE_COPY = fileURLToPath(new URL('./packet/make-copy.ts', import.meta.url));
const count = Math.round(Number(values.pages) / PAGES_PER_PAPER);
const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-bench-copies-'));

function run(file: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...CORE_FLAGS, file, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

try {
  await makeScans(dir, count);
  const vault = join(dir, 'vault');
  run(BUILD, ['prepare', dir, String(count), vault]);
  run(BUILD, ['vault', dir, String(count), vault]);
  for (const kind of KINDS) {
    if (values.only !== undefined && values.only !== kind) continue;
    process.stdout.write(`${kind.padEnd(10)} ${run(MAKE_COPY, [vault, kind])}`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
