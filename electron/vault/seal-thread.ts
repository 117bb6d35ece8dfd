// A thread that seals and opens chunks beside the main one, which hashes, copies and writes meanwhile. Node's cipher hands out a buffer for each chunk, and
// tidying up after them costs little in the thread's small heap: in the core's it took a third of the time of storing.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { type Chunks, type Turn, turnChunks } from './turn-chunks.ts';

/**
 * The thread's program. Answers a task with chunks by the number of bytes written, and adds these bytes to a hash where one is named; answers a task without
 * chunks by the hash. What goes wrong is answered in the cipher's own words.
 */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
const crypto = require('node:crypto');
const turnChunks = ${turnChunks.toString()};
const hashes = new Map();
const hashOf = (name) => {
  if (!hashes.has(name)) hashes.set(name, crypto.createHash('sha256'));
  return hashes.get(name);
};
const work = ({ way, chunks, hash, first }) => {
  if (first !== undefined) hashOf(hash).update(first);
  if (chunks !== undefined) {
    const length = turnChunks(crypto, way, chunks);
    chunks.key.fill(0);
    if (hash !== undefined) hashOf(hash).update(chunks.into.subarray(0, length));
    return { length };
  }
  const digest = hashOf(hash).digest('hex');
  hashes.delete(hash);
  return { digest };
};
parentPort.on('message', ({ number, ...task }) => {
  let answer;
  try { answer = work(task); } catch (cause) { answer = { fault: String(cause) }; }
  parentPort.postMessage({ number, ...answer });
});`;

const Answer = z.object({
  number: z.number(),
  length: z.number().optional(),
  digest: z.string().optional(),
  fault: z.string().optional(),
});
type Answer = z.infer<typeof Answer>;

/** Chunks to turn, a hash to add to, its first bytes; or, without chunks, a hash to end. */
interface Task {
  readonly way?: Turn;
  readonly chunks?: Chunks;
  readonly hash?: number;
  readonly first?: Uint8Array;
}

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: Error) => void;
}

interface Thread {
  ask(task: Task): Promise<Answer>;
}

/** Started when it is first needed; it lives as long as the process, which a lock ends. */
let running: Thread | undefined;

/** What `turnChunks` does, in the thread. `from` and `into` must lie in shared memory and stay as they are until it has answered. Throws as `turnChunks` does. */
export function turnBeside(way: Turn, chunks: Chunks): Promise<number> {
  return askLength({ way, chunks });
}

/** Seals in the thread and hashes there what was sealed. Call `digest` in any case, or the thread keeps the hash. */
export interface HashingSealer {
  seal(chunks: Chunks): Promise<number>;
  /** The SHA-256 of `first` and of all that was sealed, in hexadecimal. */
  digest(): Promise<string>;
}

let hashes = 0;

/** A sealer for one file that begins with the bytes `first`. */
export function sealBeside(first: Uint8Array): HashingSealer {
  hashes += 1;
  const hash = hashes;
  let isBegun = false;
  const begin = () => {
    const task = isBegun ? { hash } : { hash, first };
    isBegun = true;
    return task;
  };
  return {
    seal: (chunks) => askLength({ ...begin(), way: 'seal', chunks }),
    digest: async () => {
      const { digest, fault } = await ask(begin());
      if (digest === undefined) throw new Error('the thread that seals has lost a hash', { cause: fault });
      return digest;
    },
  };
}

async function askLength(task: Task): Promise<number> {
  const { length, fault } = await ask(task);
  if (length === undefined) throw new Error('a chunk is not what was sealed', { cause: fault });
  return length;
}

function ask(task: Task): Promise<Answer> {
  running ??= startThread();
  return running.ask(task);
}

function startThread(): Thread {
  const worker = new Worker(PROGRAM, { eval: true, execArgv: [], env: {} });
  const waiting = new Map<number, Asked>();
  let count = 0;
  const end = (cause: Error) => {
    running = undefined;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', (message) => {
    const answer = Answer.parse(message);
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    // Only an open question keeps the process alive.
    if (waiting.size === 0) worker.unref();
    asked?.resolve(answer);
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread that seals has ended')));
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...task, number: count });
      }),
  };
}
