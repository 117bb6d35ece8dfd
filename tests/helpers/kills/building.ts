// Killed while a packet is built.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { packetPath } from '../../../shared/contract/assets.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { textPapers } from '../text-papers.ts';
import { expectSound, type Operation, type RunningCore, settle } from './rounds.ts';
import { follow, quickVault, sha256Of, unlock } from './vaults.ts';

/** Each round builds a draft of the same case. */
export async function building(dir: string): Promise<Operation> {
  const vaultDir = join(dir, 'vault');
  await quickVault(vaultDir);
  let caseId: CaseId | undefined;
  let answered = 0;
  let asked = 0;
  /** SHA-256 of every version that was ever there, by id. */
  const seen = new Map<string, string>();

  const makeCase = async (core: RunningCore): Promise<CaseId> => {
    const papers = (await textPapers()).map((paper) => ({ kind: 'bytes' as const, ...paper }));
    const { jobId } = await core.client.documents.import({ tokens: [...(await core.addFiles(papers))] });
    await follow(core, jobId);
    const denial = (await core.client.documents.list({})).find(({ kind }) => kind === 'denial-letter');
    if (denial === undefined) throw new Error('No paper was read as a denial.');
    return (await core.client.cases.create({ documentId: denial.id })).case.id;
  };
  return {
    name: 'packet build',
    vaultDir,
    opensVault: true,
    open: unlock,
    check: async (core) => {
      caseId ??= await makeCase(core);
      await settle(core.client);
      const versions = await core.client.packets.list({ caseId });
      const ids = new Set<string>(versions.map(({ id }) => id));
      expect([...seen.keys()].filter((id) => !ids.has(id))).toEqual([]);
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
      // One version for each build that was acknowledged, also for those that were cut off; at most one for each that was asked for.
      expect(versions.length).toBeGreaterThanOrEqual(answered);
      expect(versions.length).toBeLessThanOrEqual(asked);
      for (const { id, sha256 } of versions) {
        expect(seen.get(id) ?? sha256).toBe(sha256);
        if (seen.has(id)) continue;
        const bytes = await core.asset(packetPath(id));
        expect(sha256Of(bytes)).toBe(sha256);
        expectWhole(bytes, dir);
        seen.set(id, sha256);
      }
      await expectSound(core, vaultDir);
    },
    work: async (core) => {
      if (caseId === undefined) throw new Error('There is no case yet.');
      asked += 1;
      const { jobId } = await core.client.packets.build({ caseId, draft: true });
      answered += 1;
      expect((await follow(core, jobId)).state).toBe('done');
    },
  };
}

/** Another program finds nothing wrong with it. */
function expectWhole(bytes: Uint8Array, dir: string): void {
  const path = join(dir, 'packet.pdf');
  writeFileSync(path, bytes);
  const { status, stderr, error } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
  // Where there is no qpdf, the hash and the app's own check must do.
  if (error === undefined) expect([status, stderr]).toEqual([0, '']);
}
