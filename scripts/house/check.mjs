// `npm run check`: types, style, walls between the rooms, dead code. All four always run, so one look shows everything.
import { toolEntry } from './paths.mjs';
import { runNode, say } from './run-program.mjs';

const CHECKS = [
  ['types', toolEntry('typescript', 'bin/tsc'), '-b'],
  ['style', toolEntry('@biomejs/biome', 'bin/biome'), 'check', '.'],
  [
    'walls',
    toolEntry('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'shared',
    'electron',
    'renderer',
    'tests',
    'scripts',
  ],
  ['dead code', toolEntry('knip', 'bin/knip.js')],
];

/** Runs the checks and says which failed. Resolves to 0 or 1. */
export async function check() {
  const failed = [];
  for (const [name, ...command] of CHECKS) {
    say(`── ${name}`);
    if ((await runNode(command)) !== 0) failed.push(name);
  }
  say(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

/** Formats and fixes what Biome can. Resolves to its exit code. */
export function format() {
  return runNode([toolEntry('@biomejs/biome', 'bin/biome'), 'check', '--write', '.']);
}
