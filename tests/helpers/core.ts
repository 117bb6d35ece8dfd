// A real core in this process on a vault folder of its own, for the integration tests.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInProcessClient } from '../../electron/core/client.ts';
import { type Core, createCore } from '../../electron/core/core.ts';
import type { Platform } from '../../electron/core/platform.ts';
import { nodePlatform } from '../../electron/hosts/node-platform.ts';
import type { Client } from '../../shared/contract/contract.ts';
import type { JobId } from '../../shared/ids.ts';
import type { Job } from '../../shared/model/job.ts';
import { KDF_FLOOR } from '../../shared/vault-format/header.ts';
import { PASSPHRASE } from './passphrase.ts';

export { PASSPHRASE };

export interface TestCore {
  readonly core: Core;
  readonly client: Client;
  readonly dir: string;
  readonly vaultDir: string;
  /** A further core on the same folder, as after a restart. */
  restart(): Promise<TestCore>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a core on a fresh folder (or on `dir`). Today is fixed, so that dates in results don't change. */
export async function startCore(overrides: Partial<Platform> = {}, dir?: string): Promise<TestCore> {
  const folder = dir ?? (await mkdtemp(join(tmpdir(), 'appeal-vault-test-')));
  const vaultDir = join(folder, 'vault');
  const core = createCore(
    nodePlatform({ defaultVaultDir: vaultDir, today: () => '2026-10-15', passphraseCost: KDF_FLOOR, ...overrides }),
  );
  const test: TestCore = {
    core,
    client: createInProcessClient(core),
    dir: folder,
    vaultDir,
    restart: async () => {
      await core.close();
      return startCore(overrides, folder);
    },
    [Symbol.asyncDispose]: async () => {
      await core.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return test;
}

/** Starts a core and creates its vault. */
export async function startUnlocked(overrides: Partial<Platform> = {}): Promise<TestCore> {
  const test = await startCore(overrides);
  await test.client.vault.create({ passphrase: PASSPHRASE });
  return test;
}

/** Waits for a job's end and gives it back. */
export async function endOf(client: Client, id: JobId): Promise<Job> {
  let last: Job | undefined;
  for await (const job of await client.jobs.watch({ id })) last = job;
  if (last === undefined) throw new Error('The job never said anything.');
  return last;
}

/** Takes files from memory into the vault and waits. */
export async function bringIn(
  test: TestCore,
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array | string }[],
): Promise<Job> {
  const tokens = files.map(({ fileName, bytes }) =>
    test.core.addFile({
      kind: 'bytes',
      fileName,
      bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    }),
  );
  const { jobId } = await test.client.documents.import({ tokens });
  return endOf(test.client, jobId);
}
