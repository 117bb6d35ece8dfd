// Cases, packets and jobs: stored as they are, versions count up, what cannot be found says so.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import type { CaseId, DocumentId, JobId, PacketId } from '../../../shared/ids.ts';
import { Case, PartyName } from '../../../shared/model/case.ts';
import type { Job } from '../../../shared/model/job.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const CASE_ID = 'c_00000000000000000000000000000001' as CaseId;
const facts = Object.fromEntries(PartyName.options.map((name) => [name, { byUser: false }]));
const CASE = Case.parse({
  id: CASE_ID,
  title: 'Infusion, March 2026',
  denialDocumentId: 'd_00000000000000000000000000000001' as DocumentId,
  planType: { value: 'unknown', byUser: false },
  level: 'initial-denial',
  facts,
  grounds: [],
  evidence: [],
  attachments: [],
  createdOn: '2026-03-20',
  sequence: 1,
});

const dir = join(temporaryFolder(), 'vault');
let vault: Vault;
beforeAll(async () => {
  ({ vault } = await newVault(dir));
});
afterAll(() => vault.close());

describe('cases', () => {
  it('are saved, replaced and counted', () => {
    expect(vault.cases.nextSequence()).toBe(1);
    vault.cases.save(CASE);
    vault.cases.save({ ...CASE, title: 'Infusion' });
    expect(vault.cases.list()).toEqual([{ ...CASE, title: 'Infusion' }]);
    expect(vault.cases.get(CASE_ID).title).toBe('Infusion');
    expect(vault.cases.nextSequence()).toBe(2);
    expect(() => vault.cases.get('c_ffffffffffffffff' as CaseId)).toThrowError(
      expect.objectContaining({ code: 'case-not-found' }),
    );
  });
});

describe('packets', () => {
  it('count their versions per case and give back their PDF', async () => {
    const draft = { caseId: CASE_ID, createdOn: '2026-03-21', draft: true, pageCount: 2, index: [], problems: [] };
    const [first, second] = [
      await vault.packets.add(draft, Buffer.from('%PDF one')),
      await vault.packets.add(draft, Buffer.from('%PDF two!')),
    ];
    const other = await vault.packets.add({ ...draft, caseId: 'c_0000000000000002' as CaseId }, Buffer.from('%PDF'));
    expect([first.version, second.version, other.version]).toEqual([1, 2, 1]);
    expect(vault.packets.list(CASE_ID)).toEqual([first, second]);
    expect(vault.packets.get(second.id)).toEqual(second);
    expect(second.byteLength).toBe(9);
    expect(Buffer.from(await vault.packets.pdf(second.id)).toString()).toBe('%PDF two!');
    expect(() => vault.packets.get('p_ffffffffffffffff' as PacketId)).toThrowError(
      expect.objectContaining({ code: 'packet-not-found' }),
    );
    expect((await vault.verify()).damaged).toEqual([]);
  });
});

describe('jobs', () => {
  it('keep what is needed to go on until they end', () => {
    const job: Job = {
      id: 'j_00000000000000000000000000000001' as JobId,
      kind: 'import',
      state: 'running',
      progress: { stage: '', done: 0, total: 1 },
    };
    vault.jobs.save(job, { documents: ['d_1'] });
    expect(vault.jobs.get(job.id)).toEqual(job);
    expect(vault.jobs.input(job.id)).toEqual({ documents: ['d_1'] });
    vault.jobs.save({ ...job, state: 'done' }, undefined);
    expect(vault.jobs.list()).toEqual([{ ...job, state: 'done' }]);
    expect(vault.jobs.input(job.id)).toBeUndefined();
    expect(vault.jobs.get('j_ffffffffffffffff' as JobId)).toBeUndefined();
  });
});
