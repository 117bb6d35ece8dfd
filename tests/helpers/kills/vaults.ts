// What the killed operations begin with: a vault that opens quickly, and papers in it.
import { createHash } from 'node:crypto';
import { createVault } from '../../../electron/vault/vault.ts';
import type { JobId } from '../../../shared/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { endOf, PASSPHRASE } from '../core.ts';
import type { RunningCore } from './rounds.ts';

/** A new vault at the lowest cost of the passphrase, closed; its recovery words. */
export async function quickVault(dir: string): Promise<readonly string[]> {
  const { vault, recoveryWords } = await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR });
  await vault.close();
  return recoveryWords;
}

/** Opens it. */
export async function unlock({ client }: RunningCore): Promise<void> {
  await client.vault.unlock({ passphrase: PASSPHRASE });
}

/** Starts taking files in; answers when the app has acknowledged that it does. */
export async function importPaths({ client, addFiles }: RunningCore, paths: readonly string[]): Promise<JobId> {
  const tokens = await addFiles(paths.map((path) => ({ kind: 'path', path })));
  return (await client.documents.import({ tokens: [...tokens] })).jobId;
}

/** Follows a job; `look` is called at each word of it. */
export async function follow(
  { client }: RunningCore,
  id: JobId,
  look: () => Promise<void> = async () => undefined,
): Promise<Job> {
  for await (const job of await client.jobs.watch({ id })) if (job.state === 'running') await look();
  return endOf(client, id);
}

/** SHA-256 in hexadecimal digits. */
export const sha256Of = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
