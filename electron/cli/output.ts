// What the command line says and how it ends: results on stdout, everything else on stderr.
import { toAppError } from '../core/to-app-error.ts';

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with some files refused. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, someRefused: 3 } as const;

/** Prints one JSON value on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a line of the result on stdout. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says something beside the result, on stderr. */
export function sayLine(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Ends the command as failed, with the one plain sentence of the error. */
export function failWith(cause: unknown): void {
  const error = toAppError(cause);
  sayLine(error.message);
  process.exitCode = error.code === 'wrong-usage' ? EXIT.wrongUsage : EXIT.failed;
}

/** A progress line on stderr: rewritten in place on a terminal, one line per stage elsewhere. */
export function createProgressLine(): { show(stage: string, done: number, total: number): void; end(): void } {
  let last = '';
  return {
    show: (stage, done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${percent(done, total)} ${stage}`);
      else if (stage !== last) sayLine(`${percent(done, total)} ${stage}`);
      last = stage;
    },
    end: () => {
      if (process.stderr.isTTY && last !== '') process.stderr.write('\r\x1b[2K');
    },
  };
}

function percent(done: number, total: number): string {
  return `${String(Math.floor((100 * done) / Math.max(1, total))).padStart(3)} %`;
}
