// `npm test`: builds when needed, runs every suite and ends with the totals.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchElectronTestRuntime } from '../fetch-electron-test-runtime.mjs';
import { buildWhenStale } from './build.mjs';
import { ROOT, toolEntry } from './paths.mjs';
import { runNode, say } from './run-program.mjs';

/** Machine-readable results of the last run, read by `.ci/run` too. */
const RESULTS = join(ROOT, '.cache', 'test-results.json');

/** Without further arguments everything is tested, so the Electron of the tests is fetched too. */
async function fetchRuntime() {
  try {
    await fetchElectronTestRuntime();
  } catch (cause) {
    say(`The desktop suite will be skipped: ${cause instanceof Error ? cause.message : cause}`);
  }
}

/** Runs vitest with these further arguments. Resolves to 0 when everything passed. */
export async function test(args) {
  const buildCode = await buildWhenStale();
  if (buildCode !== 0) say('The build failed; the suites that need it will fail too.');
  if (args.length === 0) await fetchRuntime();
  mkdirSync(dirname(RESULTS), { recursive: true });
  rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const code = await runNode([toolEntry('vitest', 'vitest.mjs'), 'run', ...reporters, ...args]);
  const totals = readTotals();
  if (totals === undefined) {
    say('The tests did not run to their end.');
    return code || 1;
  }
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
  return code || buildCode || (totals.failed > 0 ? 1 : 0);
}

/** The long runs, which `npm test` leaves out; arguments choose among them by file name. */
export async function testHard(args) {
  const buildCode = await buildWhenStale();
  const code = await runNode([
    toolEntry('vitest', 'vitest.mjs'),
    'run',
    '--config',
    join(ROOT, 'tests', 'hard', 'vitest.config.ts'),
    ...args,
  ]);
  return code || buildCode;
}

/** Totals of the last run; a file that could not even be loaded counts as one failure. Undefined when there are none. */
export function readTotals() {
  if (!existsSync(RESULTS)) return undefined;
  const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
  const unloaded = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloaded.length,
    skipped: results.numPendingTests + (results.numTodoTests ?? 0),
  };
}
