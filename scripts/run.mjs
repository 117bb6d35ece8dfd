// The door to every npm script. Plain JavaScript without packages, so that it runs on a fresh clone with an older Node.js.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './house/install.mjs';
import { ROOT } from './house/paths.mjs';
import { runNode, say } from './house/run-program.mjs';

/** Commands by name; the modules are loaded only when called, and all run with the project's Node.js. */
const COMMANDS = {
  start: async (args) => (await import('./house/start.mjs')).start(args),
  dev: async (args) => (await import('./house/start.mjs')).dev(args),
  build: async () => (await import('./house/build.mjs')).build(),
  ready: async () => (await import('./house/build.mjs')).buildWhenStale(),
  check: async () => (await import('./house/check.mjs')).check(),
  format: async () => (await import('./house/check.mjs')).format(),
  test: async (args) => (await import('./house/test.mjs')).test(args),
  'test:hard': async (args) => (await import('./house/test.mjs')).testHard(args),
  demo: (args) => runCli(['demo', ...(args.length > 0 ? args : ['packet.pdf'])]),
  cli: (args) => runCli(args),
  learn: () => runNode(['tests/letters/learn.ts']),
  bench: ([name, ...args]) => bench(name, args),
};

const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(COMMANDS, name)) {
  say(`Usage: node scripts/run.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`);
  process.exit(2);
}
await ensureInstalled();
process.exitCode = await COMMANDS[name](args);

/** File names among the arguments are meant from where the person stands; npm itself goes to the project's root. */
function runCli(args) {
  const cwd = process.env.npm_lifecycle_event === name ? process.env.INIT_CWD : undefined;
  return runNode([join(ROOT, 'electron', 'cli.ts'), ...args], { cwd: cwd ?? process.cwd() });
}

/** Runs one benchmark, or all of them when none is named. */
async function bench(name, args) {
  const names = readdirSync(join(ROOT, 'tests', 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3));
  if (name === undefined) {
    let worst = 0;
    for (const each of names) worst = Math.max(worst, await runNode([`tests/bench/${each}.ts`]));
    return worst;
  }
  if (names.includes(name)) return runNode([`tests/bench/${name}.ts`, ...args]);
  say(`Usage: npm run bench -- NAME [arguments]; there are: ${names.join(', ')}`);
  return 2;
}
