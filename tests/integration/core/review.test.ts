// A packet goes out, comes back with remarks, and each remark stands at its page: in the right version, once, settled and undone.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../shared/ids.ts';
import type { Packet } from '../../../shared/model/packet.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { type Remark, withRemarks } from '../../helpers/reviewer.ts';

const paper = (name: string) => readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8');

let app: TestCore;
let caseId: CaseId;
let first: Packet;
let second: Packet;

beforeAll(async () => {
  app = await startUnlocked();
  const names = ['001-ketamine-depression-denial', '005-psychiatry-visit-note'];
  await bringIn(
    app,
    await Promise.all(names.map(async (name) => ({ fileName: `${name}.txt`, bytes: await paper(name) }))),
  );
  const denial = (await app.client.documents.list({})).find(({ kind }) => kind === 'denial-letter')!;
  caseId = (await app.client.cases.create({ documentId: denial.id })).case.id;
  const build = async () => {
    const { jobId } = await app.client.packets.build({ caseId, draft: true });
    await endOf(app.client, jobId);
    return (await app.client.packets.list({ caseId })).at(-1)!;
  };
  first = await build();
  await app.client.cases.setFact({ id: caseId, name: 'memberName', value: 'Somebody Else' });
  second = await build();
});
afterAll(() => app[Symbol.asyncDispose]());

const bytesOf = async (packet: Packet) => app.core.asset(`packet/${packet.id}`).then(({ bytes }) => bytes);
const cameBack = (bytes: Uint8Array) =>
  app.client.review.bringIn({ id: caseId, token: app.core.addFile({ kind: 'bytes', fileName: 'back.pdf', bytes }) });
const exhibitPage = (packet: Packet) => Number(packet.index[0]!.fromStamp);

describe('a packet with remarks', () => {
  const remarks = (packet: Packet): readonly Remark[] => [
    { page: 1, kind: 'Text', rect: [500, 700, 520, 720], author: 'A. Lawyer', text: 'Name the plan here.' },
    {
      page: exhibitPage(packet),
      kind: 'Highlight',
      rect: [40, 300, 560, 700],
      author: 'A. Lawyer',
      text: 'Quote this.',
    },
  ];

  it('says itself which version it is, and its remarks stand at their pages', async () => {
    const { view, packetId, added } = await cameBack(await withRemarks(await bytesOf(first), remarks(first)));
    expect(packetId).toBe(first.id);
    const notes = view.case.reviewNotes.filter(({ id }) => added.includes(id));
    expect(notes).toMatchObject([
      { packetPage: 1, text: 'Name the plan here.', author: 'A. Lawyer', on: '2026-10-14', state: 'open' },
      { packetPage: exhibitPage(first), pageNumber: 1, documentId: view.case.denialDocumentId, text: 'Quote this.' },
    ]);
    expect(notes[1]!.quote.length).toBeGreaterThan(50);
  });

  it('brought in again adds nothing', async () => {
    const again = await cameBack(await withRemarks(await bytesOf(first), remarks(first)));
    expect(again).toMatchObject({ added: [], known: 2, elsewhere: 0 });
  });

  it('of which pages were taken out still finds its places', async () => {
    const exhibit = exhibitPage(second);
    const bytes = await withRemarks(
      await bytesOf(second),
      [remarks(second)[1]!],
      Array.from({ length: exhibit - 1 }, (_, page) => page + 1),
    );
    const { view, packetId, added } = await cameBack(bytes);
    expect(packetId).toBe(second.id);
    expect(view.case.reviewNotes.find(({ id }) => id === added[0])).toMatchObject({
      packetPage: exhibit,
      pageNumber: 1,
    });
  });

  it('is settled, answered, removed and put back', async () => {
    const { case: before } = await app.client.cases.get({ id: caseId });
    const [note] = before.reviewNotes;
    const answered = await app.client.review.setAnswer({ id: caseId, noteId: note!.id, answer: 'Done on page 2.' });
    expect(answered.case.reviewNotes[0]).toMatchObject({ answer: 'Done on page 2.' });
    const settled = await app.client.review.setState({ id: caseId, noteId: note!.id, state: 'resolved' });
    expect(settled.case.reviewNotes[0]).toMatchObject({ state: 'resolved' });
    const removed = await app.client.review.remove({ id: caseId, noteIds: [note!.id] });
    expect(removed.case.reviewNotes).toHaveLength(before.reviewNotes.length - 1);
    const restored = await app.client.review.restore({ id: caseId, notes: [settled.case.reviewNotes[0]!] });
    expect(restored.case.reviewNotes.map(({ id }) => id)).toContain(note!.id);
  });
});

describe('a PDF that is refused', () => {
  it('has no remarks', async () => {
    await expect(cameBack(await bytesOf(first))).rejects.toMatchObject({ code: 'review-empty' });
  });

  it('is no packet of this case', async () => {
    const bytes = await withRemarks(await bytesOf(first), [
      { page: 1, kind: 'Text', rect: [10, 10, 30, 30], author: '', text: 'Hm' },
    ]);
    const other = await bringOther();
    const token = app.core.addFile({ kind: 'bytes', fileName: 'back.pdf', bytes });
    await expect(app.client.review.bringIn({ id: other, token })).rejects.toMatchObject({
      code: 'review-not-ours',
    });
  });
});

/** Another case without a packet. */
async function bringOther(): Promise<CaseId> {
  await bringIn(app, [{ fileName: '015.txt', bytes: await paper('015-medicaid-er-visit-denial') }]);
  const papers = await app.client.documents.list({});
  const denial = papers.findLast(({ kind }) => kind === 'denial-letter')!;
  return (await app.client.cases.create({ documentId: denial.id })).case.id;
}
