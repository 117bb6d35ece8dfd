// Reads a log of strace (`-f -xx`): one value per system call, with the moments at which it began and ended.

/** A system call that came to its end. */
export interface SystemCall {
  readonly name: string;
  /** As strace writes them: `21`, `O_RDWR|O_CREAT`, `"\x2f…"`. */
  readonly args: readonly string[];
  /** Its answer; negative when it failed. */
  readonly result: number;
  /** The system's code (`EIO`) when it failed. */
  readonly error?: string;
  /** True when the failure was put there by `-e inject`. */
  readonly isInjected: boolean;
  readonly thread: string;
  /** Lines of the log: a call of another thread may lie between them. */
  readonly began: number;
  readonly ended: number;
}

/**
 * The calls in the order in which they ended, a close where it began: its number may be given out again before it ends.
 * A call that never ended (the program was killed) is left out.
 */
export function parseLog(log: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const unfinished = new Map<string, { readonly text: string; readonly began: number }>();
  for (const [index, line] of log.split('\n').entries()) {
    const parts = /^(\d+)\s+(.*)$/.exec(line);
    if (parts === null) continue;
    const [, thread = '', text = ''] = parts;
    if (text.endsWith(' <unfinished ...>')) {
      unfinished.set(thread, { text: text.slice(0, -' <unfinished ...>'.length), began: index });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    const start = unfinished.get(thread);
    if (resumed !== null) unfinished.delete(thread);
    const call =
      resumed === null
        ? parseCall(text, thread, index, index)
        : start && parseCall(start.text + (resumed[1] ?? ''), thread, start.began, index);
    if (call !== undefined) calls.push(call);
  }
  const moment = ({ name, began, ended }: SystemCall) => (name === 'close' ? began : ended);
  return calls.sort((one, other) => moment(one) - moment(other));
}

/** The bytes of a text argument. Throws when strace cut it off: what was written would not be known. */
export function bytesOf(arg: string | undefined): Buffer {
  const text = /^"((?:\\x[0-9a-f]{2})*)"$/.exec(arg ?? '');
  if (text === null) throw new Error(`Not the whole of the bytes: ${arg?.slice(0, 40)}…`);
  return Buffer.from((text[1] ?? '').replaceAll('\\x', ''), 'hex');
}

/** More than strace writes after the arguments of a call: with `-y` an answer names the longest path there can be, four signs to the byte. */
const LONGEST_ANSWER = 20_000;

function parseCall(text: string, thread: string, began: number, ended: number): SystemCall | undefined {
  const open = text.indexOf('(');
  const end = /\)\s+= [^=]*$/.exec(text.slice(-LONGEST_ANSWER));
  // Signals, exits, and calls the program did not live to see the end of (`= ?`).
  if (!/^\w+$/.test(text.slice(0, open)) || end === null) return undefined;
  const answer = /^\)\s+= (-?\d+|0x[0-9a-f]+)(?: ([A-Z0-9]+))?/.exec(end[0]);
  if (answer === null) return undefined;
  return {
    name: text.slice(0, open),
    args: splitArguments(text.slice(open + 1, text.length - end[0].length)),
    result: Number(answer[1]),
    ...(answer[2] !== undefined && { error: answer[2] }),
    isInjected: text.endsWith('(INJECTED)'),
    thread,
    began,
    ended,
  };
}

/** Splits at commas that stand in no brackets. Texts are hexadecimal (`-xx`), so none of these signs occurs in one. */
function splitArguments(text: string): string[] {
  const args: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    // Most of a log is the bytes that were written: over them in one step.
    if (sign === '"') at = text.indexOf('"', at + 1);
    else if (sign === '[' || sign === '{' || sign === '(') depth += 1;
    else if (sign === ']' || sign === '}' || sign === ')') depth -= 1;
    else if (sign === ',' && depth === 0) {
      args.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = text.slice(from).trim();
  return last === '' && args.length === 0 ? [] : [...args, last];
}
