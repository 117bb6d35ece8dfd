// `verify --rebuild` as a person at a terminal uses it, and the same through the contract: papers come back and are read again.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVault } from '../../../electron/vault/vault.ts';
import type { Rebuilt } from '../../../shared/model/rebuilt.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { runCli } from '../../helpers/cli.ts';
import { bringIn, endOf, PASSPHRASE, startCore } from '../../helpers/core.ts';

const root = mkdtempSync(join(tmpdir(), 'appeal-vault-rebuild-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dir = join(root, 'vault');
const database = join(dir, 'db', 'main.db');
const secret = ['--passphrase-file', join(root, 'passphrase')];
const letter = 'Dear member, we denied the claim for the marmalade inhaler.\n';

/** Adds a paper with a note through a core. */
beforeAll(async () => {
  writeFileSync(join(root, 'passphrase'), `${PASSPHRASE}\n`);
  await (await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR })).vault.close();
  const test = await startCore({}, root);
  await test.client.vault.unlock({ passphrase: PASSPHRASE });
  await bringIn(test, [{ fileName: 'letter.txt', bytes: letter }]);
  await test.core.close();
});

describe('a vault whose database is gone', () => {
  it('is rebuilt from the command line; what can’t come back is said, and the paper is read again', async () => {
    rmSync(database);
    const refused = await runCli(['verify', dir, ...secret]);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('rebuild the vault from the stored papers');
    const { code, stdout } = await runCli(['verify', dir, '--rebuild', ...secret]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 paper is there again');
    expect(stdout).toContain('cases, letters');
    expect(stdout).toMatch(/All \d+ stored items are whole/);
    const hits = JSON.parse((await runCli(['search', dir, 'marmalade', ...secret, '--json'])).stdout) as unknown[];
    expect(hits).toHaveLength(1);
  });

  it('that is whole is only checked', async () => {
    const before = readFileSync(database);
    const { code, stderr, stdout } = await runCli(['verify', dir, '--rebuild', ...secret, '--json']);
    expect(code).toBe(0);
    expect(stderr).toContain('nothing was rebuilt');
    expect(JSON.parse(stdout)).toMatchObject({ damaged: [] });
    expect(JSON.parse(stdout)).not.toHaveProperty('rebuilt');
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('is rebuilt for the window too, while it is locked', async () => {
    writeFileSync(database, 'not a database');
    const { core, client } = await startCore({}, root);
    await expect(client.vault.unlock({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'vault-database-damaged',
    });
    const { jobId: wrong } = await client.vault.rebuild({ secret: { passphrase: 'not this one at all' } });
    expect(await endOf(client, wrong)).toMatchObject({ state: 'failed', error: { code: 'vault-wrong-passphrase' } });
    const { jobId } = await client.vault.rebuild({ secret: { passphrase: PASSPHRASE } });
    const job = await endOf(client, jobId);
    expect(job).toMatchObject({
      state: 'done',
      result: { rebuilt: { papers: 1, damaged: [] } satisfies Partial<Rebuilt> },
    });
    await client.vault.unlock({ passphrase: PASSPHRASE });
    // Reading goes on by itself, as after any interruption.
    for (const { id } of await client.jobs.list({})) await endOf(client, id);
    expect(await client.documents.list({})).toMatchObject([{ fileName: 'letter.txt', state: 'ready' }]);
    await core.close();
    expect(readdirSync(dir)).toContain('db.damaged-1');
  });
});
