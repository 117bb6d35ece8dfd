// Opens a vault for one command and closes it whatever happens.
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Client } from '../../shared/contract/contract.ts';
import { AppError, isErrorCode } from '../../shared/errors.ts';
import type { JobId } from '../../shared/ids.ts';
import type { Job } from '../../shared/model/job.ts';
import { createInProcessClient } from '../core/client.ts';
import { type Core, createCore } from '../core/core.ts';
import { nodePlatform } from '../hosts/node-platform.ts';
import { createProgressLine } from './output.ts';
import { readTextFile } from './text-file.ts';

export interface PassphraseOptions {
  readonly passphraseFile?: string;
  readonly passphraseStdin?: boolean;
}

export interface CommandSession {
  readonly core: Core;
  readonly client: Client;
}

/** Runs a command with a core on the given vault folder, still closed; Ctrl+C closes it properly. */
export async function withCore<T>(dir: string, run: (session: CommandSession) => Promise<T>): Promise<T> {
  const core = createCore(nodePlatform({ defaultVaultDir: resolve(dir) }));
  const interrupt = () => void core.close().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return await run({ core, client: createInProcessClient(core) });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await core.close();
  }
}

/** Commands that change nothing can be told to touch nothing in the folder either. */
export interface ReadingOptions extends PassphraseOptions {
  readonly readOnly?: boolean;
}

/** Runs a command on an unlocked vault. Throws vault-not-found before asking for a passphrase. */
export async function withVault<T>(
  dir: string,
  options: ReadingOptions,
  run: (session: CommandSession) => Promise<T>,
): Promise<T> {
  return withCore(dir, async (session) => {
    const { state } = await session.client.vault.state({});
    if (state === 'none') throw new AppError('vault-not-found');
    const readOnly = options.readOnly === true;
    await session.client.vault.unlock({ passphrase: await readPassphrase(options), readOnly });
    return run(session);
  });
}

/** The passphrase from a file, from standard input, or typed unseen at a prompt. Never from an argument or the environment. */
export async function readPassphrase(options: PassphraseOptions, question = 'Passphrase: '): Promise<string> {
  if (options.passphraseFile !== undefined) return firstLine(readTextFile(options.passphraseFile));
  if (options.passphraseStdin === true) return firstLine(readTextFile(0));
  if (!process.stdin.isTTY)
    throw new AppError('wrong-usage', {
      details: { hint: 'Give the passphrase with --passphrase-file FILE or --passphrase-stdin.' },
    });
  process.stderr.write(question);
  const unseen = new Writable({ write: (_piece, _encoding, next) => next() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const answer = await terminal.question('');
  terminal.close();
  process.stderr.write('\n');
  return answer;
}

/** The recovery words in a file, numbers and line breaks allowed. */
export function readWords(file: string): readonly string[] {
  return (
    readTextFile(file)
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}

/** Watches a job to its end, showing its progress. */
export async function followJob({ client }: CommandSession, id: JobId): Promise<Job> {
  const line = createProgressLine();
  let last: Job | undefined;
  for await (const job of await client.jobs.watch({ id })) {
    last = job;
    line.show(job.progress.stage, job.progress.done, job.progress.total);
  }
  line.end();
  if (last === undefined) throw new AppError('job-not-found');
  return last;
}

/** The error an ended job carries, as an error of the catalogue. */
export function errorOfJob(job: Job): AppError {
  const code = job.error?.code;
  return new AppError(isErrorCode(code) ? code : 'cancelled');
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? '';
}
