// Redactions from end to end: suggested, searched, drawn, built into a packet, logged, taken back; the papers stay as they were.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redactedPagePath, redactionLogPath } from '../../../shared/contract/assets.ts';
import type { RedactionsView } from '../../../shared/contract/redactions.ts';
import { type DocumentId, EntryId, PacketId } from '../../../shared/ids.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { Redaction } from '../../../shared/model/redaction.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { pageTexts } from '../../helpers/packet-pdf.ts';
import { SECRET_NUMBER, textPaper } from '../../helpers/redaction-papers.ts';

let app: TestCore;
let id: Case['id'];
let statement: DocumentId;
let original: Uint8Array;
let first: RedactionsView;

const entry = (number: number) => EntryId.parse(`n_${String(number).padStart(16, '0')}`);
const applied = (found: Pick<Redaction, 'documentId' | 'pageNumber' | 'boxes' | 'why'>, number: number): Redaction => {
  const { documentId, pageNumber, boxes, why } = found;
  return { id: entry(number), documentId, pageNumber, boxes, why, by: 'suggestion', state: 'applied' };
};

beforeAll(async () => {
  app = await startUnlocked();
  const denial = await readFile(
    new URL('../../fixtures/papers/001-ketamine-depression-denial.txt', import.meta.url),
    'utf8',
  );
  original = await textPaper();
  await bringIn(app, [
    { fileName: 'denial.txt', bytes: denial },
    { fileName: 'statement.pdf', bytes: original },
  ]);
  const papers = await app.client.documents.list({});
  statement = papers.find(({ fileName }) => fileName === 'statement.pdf')!.id;
  const made = await app.client.cases.create({ documentId: papers.find(({ kind }) => kind === 'denial-letter')!.id });
  id = made.case.id;
  await app.client.cases.setAttachments({ id, documentIds: [statement] });
  first = await app.client.redactions.get({ id });
});
afterAll(() => app[Symbol.asyncDispose]());

describe('before anything is blacked out', () => {
  it('all pages of the exhibits are offered, and what is private is suggested', () => {
    expect(first.pages.filter(({ documentId }) => documentId === statement).map(({ place }) => place)).toEqual([1, 2]);
    const own = first.suggestions.filter(({ documentId }) => documentId === statement);
    expect(own.map(({ why, text }) => [why, text])).toEqual([['ssn', SECRET_NUMBER]]);
    expect(first.leaks).toEqual([]);
  });

  it('words are found, whatever their case', async () => {
    const hits = await app.client.redactions.find({ id, phrase: 'quillFEATHER', wholeWords: true, misread: false });
    expect(hits).toMatchObject([{ documentId: statement, pageNumber: 1, text: 'Quillfeather', covered: false }]);
  });
});

describe('what is blacked out', () => {
  it('is no suggestion any more, and hits say that they are covered', async () => {
    const suggestion = first.suggestions.find(({ documentId }) => documentId === statement)!;
    const [name] = await app.client.redactions.find({
      id,
      phrase: 'Jonah Quillfeather',
      wholeWords: true,
      misread: true,
    });
    const view = await app.client.redactions.put({
      id,
      redactions: [applied(suggestion, 1), { ...applied({ ...name!, why: 'third-party' }, 2), by: 'word' }],
    });
    expect(view.case.redactions).toHaveLength(2);
    const now = await app.client.redactions.get({ id });
    expect(now.suggestions.filter(({ documentId }) => documentId === statement)).toEqual([]);
    const hits = await app.client.redactions.find({ id, phrase: 'Jonah', wholeWords: true, misread: false });
    expect(hits.map(({ covered }) => covered)).toEqual([true]);
  });

  it('is shown as it will be', async () => {
    const path = redactedPagePath(id, statement, 1, '2');
    const { bytes, mediaType } = await app.core.asset(path);
    expect(mediaType).toMatch(/^image\/(png|jpeg)$/);
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('is gone from the packet, and the log tells pages, stamps and reasons without the words', async () => {
    const { jobId } = await app.client.packets.build({ caseId: id, draft: true });
    expect((await endOf(app.client, jobId)).error).toBeUndefined();
    const [packet] = await app.client.packets.list({ caseId: id });
    const texts = await pageTexts((await app.core.asset(`packet/${packet!.id}`)).bytes);
    expect(texts.join(' ')).not.toMatch(/Quillfeather|123-45-6789/);
    expect(texts.join(' ')).toContain('The infusions were given on Monday');
    const exhibit = packet!.index.find(
      ({ pageCount, fromStamp }) => pageCount === 2 && texts.some((text) => text.includes(fromStamp)),
    );
    expect(packet!.redactionLog).toMatchObject([
      { place: 1, boxes: 2, why: ['ssn', 'third-party'], by: ['word', 'suggestion'] },
    ]);
    expect(packet!.redactionLog![0]!.label).toBe(exhibit?.label);

    const pdf = await app.core.asset(redactionLogPath(packet!.id, 'pdf'));
    expect(pdf.fileName).toBe('redaction-log-v1.pdf');
    const sheet = (await pageTexts(pdf.bytes)).join(' ');
    const text = new TextDecoder().decode((await app.core.asset(redactionLogPath(packet!.id, 'txt'))).bytes);
    for (const log of [sheet, text]) {
      expect(log).toContain(packet!.redactionLog![0]!.stamp);
      expect(log).toContain('Social Security number');
      expect(log).not.toMatch(/Quillfeather|123-45-6789/);
    }
  });

  it('leaves the paper itself as it was brought in', async () => {
    const kept = await app.core.asset(`original/${statement}`);
    expect(Buffer.compare(Buffer.from(kept.bytes), Buffer.from(original))).toBe(0);
  });

  it('comes back when it is taken away, and can be put again', async () => {
    const before = (await app.client.cases.get({ id })).case.redactions;
    const view = await app.client.redactions.remove({ id, redactionIds: [entry(1)] });
    expect(view.case.redactions.map((each) => each.id)).toEqual([entry(2)]);
    expect((await app.client.redactions.get({ id })).suggestions.some(({ text }) => text === SECRET_NUMBER)).toBe(true);
    const again = await app.client.redactions.put({ id, redactions: [before[0]!] });
    expect(again.case.redactions).toHaveLength(2);
  });

  it('moves when its box is put anew under the same id', async () => {
    const boxes = [{ x: 10, y: 10, w: 5000, h: 20 }];
    const view = await app.client.redactions.put({
      id,
      redactions: [{ ...applied({ documentId: statement, pageNumber: 2, boxes, why: 'unrelated' }, 3), by: 'box' }],
    });
    const put = view.case.redactions.find((each) => each.id === entry(3));
    expect(put?.boxes).toEqual([{ x: 10, y: 10, w: 602, h: 20 }]);
    const moved = await app.client.redactions.put({
      id,
      redactions: [{ ...put!, boxes: [{ x: 10, y: 50, w: 20, h: 20 }] }],
    });
    expect(moved.case.redactions.filter((each) => each.id === entry(3))).toHaveLength(1);
  });

  it('is refused beside the page and on pages that don’t exist', async () => {
    const beside = applied(
      { documentId: statement, pageNumber: 1, boxes: [{ x: 900, y: 10, w: 5, h: 5 }], why: 'other' },
      4,
    );
    await expect(app.client.redactions.put({ id, redactions: [beside] })).rejects.toMatchObject({
      code: 'page-not-found',
    });
    const nowhere = { ...beside, pageNumber: 99, boxes: [{ x: 1, y: 1, w: 5, h: 5 }] };
    await expect(app.client.redactions.put({ id, redactions: [nowhere] })).rejects.toMatchObject({
      code: 'page-not-found',
    });
  });
});

it('a log of a packet that is not there is not made', async () => {
  const path = redactionLogPath(PacketId.parse('p_0000000000000000'), 'pdf');
  await expect(app.core.asset(path)).rejects.toMatchObject({ code: 'packet-not-found' });
});
