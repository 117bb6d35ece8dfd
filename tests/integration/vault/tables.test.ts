// Cases, packets and jobs: stored as they are, versions count up, what cannot be found says so.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CaseId, CopyId, DocumentId, JobId, PacketId } from '../../../shared/ids.ts';
import { Case, PartyName } from '../../../shared/model/case.ts';
import type { Job } from '../../../shared/model/job.ts';
import { PacketPlan } from '../../../shared/model/packet.ts';
import { FIRST_SETUP, PLAIN_STAMPING } from '../../../shared/model/packet-setup.ts';
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

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
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
    const kept = vault.cases.get(CASE_ID);
    expect(kept.title).toBe('Infusion');
    expect(vault.cases.list()[0]).toBe(kept);
    vault.cases.save({ ...kept, title: 'Infusions' });
    expect(vault.cases.get(CASE_ID).title).toBe('Infusions');
    vault.cases.save(kept);
    expect(vault.cases.get(CASE_ID)).toEqual(kept);
    expect(vault.cases.nextSequence()).toBe(2);
    expect(() => vault.cases.get('c_ffffffffffffffff' as CaseId)).toThrowError(
      expect.objectContaining({ code: 'case-not-found' }),
    );
  });
});

describe('packets', () => {
  const planOf = (caseId: CaseId): PacketPlan =>
    PacketPlan.parse({
      caseId,
      title: 'Appeal',
      draft: true,
      createdOn: '2026-03-21',
      preset: 'fax',
      stamping: PLAIN_STAMPING,
      parts: [],
      marks: FIRST_SETUP.marks,
      letter: { subject: 'Appeal', blocks: [] },
      matrix: [],
      tables: [],
      exhibits: [],
      highlights: [],
      redactions: [],
      problems: [],
    });
  const described = (caseId: CaseId) => ({
    caseId,
    createdOn: '2026-03-21',
    draft: true,
    pageCount: 2,
    index: [],
    problems: [],
    checks: [{ id: 'count', name: 'Pages', state: 'passed' as const, detail: '' }],
  });
  const add = (text: string, caseId = CASE_ID) =>
    vault.packets.add(
      planOf(caseId),
      async (sink) => {
        for (const piece of text.split(/(?= )/)) await sink(Buffer.from(piece));
      },
      async (file) => {
        expect(Buffer.from(await file.read(0, file.length)).toString()).toBe(text);
        return described(caseId);
      },
    );

  it('count their versions per case, keep their plan and give back their PDF', async () => {
    const [first, second] = [await add('%PDF one'), await add('%PDF two!')];
    const other = await add('%PDF', 'c_0000000000000002' as CaseId);
    expect([first.version, second.version, other.version]).toEqual([1, 2, 1]);
    expect(vault.packets.list(CASE_ID)).toEqual([first, second]);
    expect(vault.packets.get(second.id)).toEqual(second);
    expect(second).toMatchObject({ byteLength: 9, preset: 'fax', checks: described(CASE_ID).checks });
    expect(Buffer.from(await vault.packets.pdf(second.id)).toString()).toBe('%PDF two!');
    expect(vault.packets.plan(second.id)).toEqual(planOf(CASE_ID));
    expect(vault.packets.file(second.id)).toMatchObject({ fileName: 'appeal-packet-v2-draft.pdf', byteLength: 9 });
    expect(() => vault.packets.get('p_ffffffffffffffff' as PacketId)).toThrowError(
      expect.objectContaining({ code: 'packet-not-found' }),
    );
    expect((await vault.verify()).damaged).toEqual([]);
  });

  it('keep other files made of them', async () => {
    const packet = await add('%PDF three');
    const about = {
      kind: 'volume' as const,
      fileName: 'volume-1.pdf',
      mediaType: 'application/pdf',
      createdOn: '2026-03-21',
      part: { number: 1, of: 2 },
      note: '',
      checks: [],
    };
    const copy = await vault.packets.addCopy(packet.id, about, (sink) => sink(Buffer.from('the first half')));
    expect(copy).toMatchObject({ ...about, packetId: packet.id, byteLength: 14 });
    expect(vault.packets.copies(packet.id)).toEqual([copy]);
    const file = vault.packets.copyFile(copy.id);
    expect(Buffer.from(await file.bytes()).toString()).toBe('the first half');
    expect(await file.use(async (reader) => Buffer.from(await reader.read(4, 5)).toString())).toBe('first');
    expect(() => vault.packets.copy('k_ffffffffffffffff' as CopyId)).toThrowError(
      expect.objectContaining({ code: 'copy-not-found' }),
    );
    await expect(
      vault.packets.addCopy('p_ffffffffffffffff' as PacketId, about, async () => undefined),
    ).rejects.toMatchObject({ code: 'packet-not-found' });
    expect((await vault.verify()).damaged).toEqual([]);
  });

  it('leave nothing behind when writing stops or the finished file is refused', async () => {
    const [rows, files] = [vault.packets.list(CASE_ID).length, filesIn(dir)];
    const large = new Uint8Array(300_000).fill(7);
    const stopped = vault.packets.add(
      planOf(CASE_ID),
      async (sink) => {
        await sink(large);
        throw new AppError('cancelled');
      },
      async () => described(CASE_ID),
    );
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const refused = vault.packets.add(
      planOf(CASE_ID),
      (sink) => sink(large),
      async () => {
        throw new AppError('packet-check-failed');
      },
    );
    await expect(refused).rejects.toMatchObject({ code: 'packet-check-failed' });
    expect(vault.packets.list(CASE_ID)).toHaveLength(rows);
    expect(filesIn(dir)).toEqual(files);
  });

  it('are the bytes that were handed over, however they were cut and wherever they are read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 6 }),
        fc.nat(),
        async (lengths, seed) => {
          const pieces = lengths.map((length, index) =>
            new Uint8Array(length).map((_, at) => (at * 31 + index + seed) % 251),
          );
          const whole = Buffer.concat(pieces);
          const packet = await vault.packets.add(
            planOf(CASE_ID),
            async (sink) => {
              for (const piece of pieces) {
                const lent = Uint8Array.from(piece);
                await sink(lent);
                lent.fill(0);
              }
            },
            async () => described(CASE_ID),
          );
          const file = vault.packets.file(packet.id);
          expect(whole.equals(await file.bytes())).toBe(true);
          const at = whole.length === 0 ? 0 : seed % whole.length;
          const part = await file.use((reader) => reader.read(at, 70_000));
          expect(whole.subarray(at, at + 70_000).equals(part)).toBe(true);
        },
      ),
      {
        numRuns: 25,
        examples: [
          [[61_440], 0],
          [[61_441], 0],
          [[65_536, 61_440], 0],
          [[0], 0],
        ],
      },
    );
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
