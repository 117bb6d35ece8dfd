// Starts one program, passes signals on to it and reports how it ended.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectEnv, projectNode, ROOT } from './paths.mjs';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program in the project's environment, joined to this terminal. Resolves to its exit code (128 + n after signal n). */
export async function runProgram(program, args, options = {}) {
  const { onStart, env, ...spawnOptions } = options;
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: projectEnv(env), ...spawnOptions });
  onStart?.(child);
  const passOn = (signal) => {
    // Ctrl+C in a terminal reaches the whole group already; a second SIGINT would make many tools quit at once.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of PASSED_ON) process.on(signal, passOn);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
    });
  } finally {
    for (const signal of PASSED_ON) process.off(signal, passOn);
  }
}

/** Runs a script with the project's Node.js; paths are relative to the root. */
export function runNode(args, options) {
  return runProgram(projectNode(), args, options);
}

/** One line for the person at the terminal; stdout stays clean for `--json`. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
