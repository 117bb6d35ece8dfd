// A thread that seals and opens chunks beside the main one, which hashes, copies and writes meanwhile. Node's cipher hands out a buffer for each chunk, and
// tidying up after them costs little in the thread's small heap: in the core's it took a third of the time of storing.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { type Chunks, type Turn, turnChunks } from './turn-chunks.ts';

/** The thread's program: whatever goes wrong with chunks is told by an answer without a length. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
const crypto = require('node:crypto');
const turnChunks = ${turnChunks.toString()};
parentPort.on('message', ({ number, way, chunks }) => {
  let length;
  try { length = turnChunks(crypto, way, chunks); } catch { length = undefined; }
  chunks.key.fill(0);
  parentPort.postMessage({ number, length });
});`;

const Answer = z.object({ number: z.number(), length: z.number().optional() });

interface Asked {
  readonly resolve: (length: number) => void;
  readonly reject: (cause: Error) => void;
}

interface Thread {
  ask(way: Turn, chunks: Chunks): Promise<number>;
}

/** Started when it is first needed; it lives as long as the process, which a lock ends. */
let running: Thread | undefined;

/** What `turnChunks` does, in the thread. `from` and `into` must lie in shared memory and stay as they are until it has answered. Throws as `turnChunks` does. */
export function turnBeside(way: Turn, chunks: Chunks): Promise<number> {
  running ??= startThread();
  return running.ask(way, chunks);
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
    const { number, length } = Answer.parse(message);
    const asked = waiting.get(number);
    waiting.delete(number);
    // Only an open question keeps the process alive.
    if (waiting.size === 0) worker.unref();
    if (length === undefined) asked?.reject(new Error('a chunk is not what was sealed'));
    else asked?.resolve(length);
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread that seals has ended')));
  return {
    ask: (way, chunks) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        worker.ref();
        worker.postMessage({ number: count, way, chunks });
      }),
  };
}
