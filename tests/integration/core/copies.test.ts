// Files made of a built version through the core: as jobs, checked, kept encrypted, listed, saved, removed; and what a version changed.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyPath, smallerPagePath } from '../../../shared/contract/assets.ts';
import type { CaseId, DocumentId, PacketId } from '../../../shared/ids.ts';
import type { CopyOrder } from '../../../shared/model/copy-order.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { Packet, PacketCopy } from '../../../shared/model/packet.ts';
import { noisyScan, scansPdf } from '../../helpers/copy-packets.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { withFile } from '../../helpers/packet-pdf.ts';
import { runTool } from '../../helpers/pdf.ts';

const PASSWORD = 'amber Lantern-77 quay';
let app: TestCore;
let savePath: string;
let caseId: CaseId;
let packet: Packet;
let attached: DocumentId;

const paper = (name: string) => readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8');

async function build(draft: boolean): Promise<Packet> {
  const { jobId } = await app.client.packets.build({ caseId, draft });
  const { result, error } = await endOf(app.client, jobId);
  expect(error).toBeUndefined();
  return (await app.client.packets.list({ caseId })).find(({ id }) => id === result?.packetId)!;
}

async function make(
  order: CopyOrder,
  packetId: PacketId = packet.id,
): Promise<{ job: Job; made: readonly PacketCopy[] }> {
  const { jobId } = await app.client.copies.make({ packetId, order });
  const job = await endOf(app.client, jobId);
  const all = await app.client.copies.list({ packetId });
  return { job, made: all.filter(({ id }) => job.result?.copyIds?.includes(id)) };
}

const bytesOf = async ({ id }: PacketCopy) => (await app.core.asset(copyPath(id))).bytes;

beforeAll(async () => {
  app = await startUnlocked({ pickSavePath: async () => savePath });
  savePath = join(app.dir, 'saved.pdf');
  const scans = await Promise.all([1, 2, 3].map((number) => noisyScan(`Chart page ${number}`, 100, number)));
  await bringIn(app, [
    { fileName: 'denial.txt', bytes: await paper('001-ketamine-depression-denial') },
    { fileName: 'letter.txt', bytes: await paper('007-letter-of-medical-necessity') },
    { fileName: 'policy.txt', bytes: await paper('009-quillback-policy-bh207') },
    { fileName: 'chart.pdf', bytes: await scansPdf(scans) },
  ]);
  const papers = await app.client.documents.list({});
  caseId = (await app.client.cases.create({ documentId: papers.find(({ kind }) => kind === 'denial-letter')!.id })).case
    .id;
  attached = papers.find(({ fileName }) => fileName === 'chart.pdf')!.id;
  await app.client.cases.setAttachments({ id: caseId, documentIds: [attached] });
  packet = await build(false);
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

describe('copies of a version', () => {
  it('are made below a size limit as volumes, each kept with its checks', async () => {
    const { job, made } = await make({ kind: 'volumes', limitMb: 0.5 });
    expect(job.error).toBeUndefined();
    expect(made.length).toBeGreaterThan(1);
    expect(made.map(({ part }) => part)).toEqual(made.map((_, index) => ({ number: index + 1, of: made.length })));
    for (const copy of made) {
      expect(copy.byteLength).toBeLessThanOrEqual(500_000);
      expect(copy.checks.every(({ state }) => state === 'passed') && copy.checks.length > 2).toBe(true);
      expect(
        createHash('sha256')
          .update(await bytesOf(copy))
          .digest('hex'),
      ).toBe(copy.sha256);
    }
  });

  it('are refused with a plain reason when they make no sense, and leave nothing behind', async () => {
    const before = (await app.client.copies.list({ packetId: packet.id })).length;
    expect((await make({ kind: 'volumes', limitMb: 500 })).job.error?.code).toBe('volumes-not-needed');
    expect((await make({ kind: 'volumes', limitMb: 0.2 })).job.error?.code).toBe('volume-page-too-large');
    expect((await make({ kind: 'encrypted', password: 'short' })).job.error?.code).toBe('pdf-password-weak');
    expect(await app.client.copies.list({ packetId: packet.id })).toHaveLength(before);
  });

  it('can be faxed in transmissions, with a cover sheet that says what it leaves open', async () => {
    const { made } = await make({ kind: 'fax', pagesPerTransmission: 6 });
    expect(made.length).toBeGreaterThan(1);
    expect(made.every(({ pageCount }) => pageCount! <= 6)).toBe(true);
    expect(made[0]?.note).toMatch(/leaves open: .*phone/i);
    const sent = made.reduce((sum, { pageCount }) => sum + pageCount! - 1, 0);
    expect(sent).toBe(packet.pageCount);
  });

  it('can be printed on both sides and made smaller, the size told before', async () => {
    const [print] = (await make({ kind: 'print', backs: 'nothing' })).made;
    expect(print!.pageCount! % 2).toBe(0);
    const choice = { dpi: 75, quality: 40 };
    const preview = await app.client.copies.preview({ packetId: packet.id, choice });
    expect(preview).toMatchObject({ bytesBefore: packet.byteLength, isExact: true, scans: 3 });
    const picture = await app.core.asset(smallerPagePath(packet.id, preview.pages[0]!, choice));
    expect(picture.mediaType).toBe('image/jpeg');
    const [smaller] = (await make({ kind: 'smaller', ...choice })).made;
    expect(smaller!.byteLength).toBeLessThan(packet.byteLength / 2);
    expect(Math.abs(smaller!.byteLength - preview.bytesAfter)).toBeLessThan(packet.byteLength / 50);
  });

  it('can be locked with a password that is written nowhere', async () => {
    const [locked] = (await make({ kind: 'encrypted', password: PASSWORD })).made;
    await withFile(await bytesOf(locked!), (file) => {
      expect(runTool('qpdf', [`--password=${PASSWORD}`, '--check', file])).toContain('No syntax');
    });
    const told = JSON.stringify([
      await app.client.jobs.list({}),
      await app.client.copies.list({ packetId: packet.id }),
    ]);
    expect(told).not.toContain(PASSWORD);
  });

  it('come with a letter to edit and with manifests whose hashes are true', async () => {
    const [letter] = (await make({ kind: 'letter-docx' })).made;
    expect(Buffer.from((await bytesOf(letter!)).subarray(0, 2)).toString()).toBe('PK');
    const [json] = (await make({ kind: 'manifest', format: 'json' })).made;
    const manifest = JSON.parse(Buffer.from(await bytesOf(json!)).toString('utf8'));
    const hashes = new Map((await app.client.documents.list({})).map(({ id, sha256 }) => [id, sha256]));
    const named = manifest.sources.map(({ sha256 }: { sha256: string }) => sha256);
    expect(named).toContain(hashes.get(attached));
    for (const hash of named) expect([...hashes.values()]).toContain(hash);
    const [sums] = (await make({ kind: 'manifest', format: 'sums' })).made;
    const folder = join(app.dir, 'sums');
    mkdirSync(folder);
    const files = (await app.client.copies.list({ packetId: packet.id })).filter(({ kind }) => kind !== 'manifest');
    for (const file of files) await writeFile(join(folder, file.fileName), await bytesOf(file));
    writeFileSync(join(folder, manifest.files[0].fileName), (await app.core.asset(`packet/${packet.id}`)).bytes);
    const list = join(folder, 'SUMS');
    await writeFile(list, await bytesOf(sums!));
    expect(runTool('sh', ['-c', `cd '${folder}' && sha256sum --check --strict SUMS`])).not.toContain('FAILED');
  });

  it('are saved where the user says, and removed for good', async () => {
    const all = await app.client.copies.list({ packetId: packet.id });
    const [first] = all;
    expect(await app.client.copies.save({ id: first!.id })).toEqual({ saved: true });
    expect(
      createHash('sha256')
        .update(await readFile(savePath))
        .digest('hex'),
    ).toBe(first!.sha256);
    await app.client.copies.remove({ ids: [first!.id] });
    expect((await app.client.copies.list({ packetId: packet.id })).map(({ id }) => id)).toEqual(
      all.slice(1).map(({ id }) => id),
    );
    await expect(app.client.copies.save({ id: first!.id })).rejects.toMatchObject({ code: 'copy-not-found' });
  });

  it('of a draft are never faxed', async () => {
    const draft = await build(true);
    expect((await make({ kind: 'fax' }, draft.id)).job.error?.code).toBe('copy-is-draft');
  });
});

describe('a version', () => {
  it('tells what it has that the one before had not', async () => {
    expect(await app.client.copies.differences({ packetId: packet.id })).toEqual({});
    await app.client.cases.setAttachments({ id: caseId, documentIds: [] });
    const next = await build(false);
    const told = await app.client.copies.differences({ packetId: next.id });
    expect(told.before).toBe(next.version - 1);
    expect(told.differences?.removed).toHaveLength(1);
    expect(told.differences?.becameFinal).toBe(true);
  });
});
