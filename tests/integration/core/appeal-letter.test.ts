// The appeal letter through the core: the user's own letter everywhere, two windows, what the case says since, Word file and PDF.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appealLetterPath } from '../../../shared/contract/assets.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Block, Letter } from '../../../shared/model/letter.ts';
import { endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { checkedByQpdf, pageTexts } from '../../helpers/packet-pdf.ts';
import { textCase } from '../../helpers/text-papers.ts';
import { withDocumentXml } from '../../helpers/word.ts';

const own = (words: string): Block => ({ kind: 'paragraph', origin: 'user', inlines: [{ kind: 'text', text: words }] });
const withBlock = (letter: Letter, at: number, block: Block): Letter => ({
  ...letter,
  blocks: letter.blocks.toSpliced(at, 0, block),
});
const words = (letter: Letter) => JSON.stringify(letter.blocks);

describe('the appeal letter', () => {
  let test: TestCore;
  let id: CaseId;

  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'appeal-vault-letters-'));
    test = await startUnlocked({ pickSavePath: async (name) => join(folder, name) });
    id = await textCase(test);
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const get = () => test.client.appealLetter.get({ id });

  it('is drafted from the case until somebody edits it, and then is the user’s everywhere', async () => {
    const before = await get();
    expect(before).toMatchObject({ isOwn: false, updates: [], quotes: [] });
    const letter = withBlock(before.letter, 6, own('A sentence only I would write.'));
    const { appealLetter, ownLetter } = await test.client.appealLetter.save({ id, letter, revision: before.revision });
    expect(appealLetter.isOwn).toBe(true);
    expect(appealLetter.updates).toEqual([]);
    expect(ownLetter?.letter).toEqual(letter);
    expect((await test.client.cases.get({ id })).case.ownLetter).toEqual(ownLetter);
    expect(words(await test.client.cases.letter({ id }))).toContain('only I would write');
  });

  it('calls nothing the app’s that the user changed', async () => {
    const { letter, revision } = await get();
    const at = letter.blocks.findIndex((block) => block.kind === 'paragraph' && block.origin === 'form');
    const changed: Block = {
      ...(letter.blocks[at] as Extract<Block, { kind: 'paragraph' }>),
      inlines: [{ kind: 'text', text: 'Otherwise.' }],
    };
    const blocks = letter.blocks.toSpliced(at, 1, changed);
    const { appealLetter } = await test.client.appealLetter.save({ id, letter: { ...letter, blocks }, revision });
    expect(appealLetter.letter.blocks[at]).toMatchObject({ origin: 'user' });
  });

  it('is not overwritten by a window that shows an older one', async () => {
    const { letter, revision } = await get();
    await test.client.appealLetter.save({ id, letter: withBlock(letter, 6, own('First window.')), revision });
    await expect(
      test.client.appealLetter.save({ id, letter: withBlock(letter, 6, own('Second window.')), revision }),
    ).rejects.toMatchObject({ code: 'letter-changed-elsewhere' });
    expect(words((await get()).letter)).toContain('First window.');
    expect(words((await get()).letter)).not.toContain('Second window.');
  });

  it('tells what the case would say differently since, and takes it over one by one', async () => {
    await test.client.cases.setFact({ id, name: 'senderPhone', value: '555 0199' });
    const { updates, revision } = await get();
    const phone = updates.find(({ after }) => after?.includes('555 0199'));
    expect(phone).toMatchObject({ kind: 'changed', mine: 'as-drafted' });
    const { appealLetter } = await test.client.appealLetter.settle({
      id,
      updateIds: [phone!.id],
      how: 'take',
      revision,
    });
    expect(appealLetter.updates).toEqual([]);
    expect(words(appealLetter.letter)).toContain('555 0199');
    expect(words(appealLetter.letter)).toContain('only I would write');
  });

  it('marks a quote whose words are not on its page, and the packet warns of it', async () => {
    const { letter, revision } = await get();
    const at = letter.blocks.findIndex(({ kind }) => kind === 'quote');
    const quote = letter.blocks[at] as Extract<Block, { kind: 'quote' }>;
    const inlines = quote.inlines.map((inline) =>
      inline.kind === 'text' ? { ...inline, text: '“We gladly approve all of this.” ' } : inline,
    );
    const blocks = letter.blocks.toSpliced(at, 1, { ...quote, inlines });
    const { appealLetter } = await test.client.appealLetter.save({ id, letter: { ...letter, blocks }, revision });
    expect(appealLetter.quotes).toMatchObject([{ block: at, fault: 'not-on-page' }]);
    const { problems } = await test.client.packets.preflight({ caseId: id });
    expect(problems.map(({ code }) => code)).toContain('quote-not-on-page');
    await test.client.appealLetter.save({ id, letter, revision: appealLetter.revision });
    expect((await get()).quotes).toEqual([]);
  });

  it('is saved where the user chooses', async () => {
    expect(await test.client.appealLetter.saveFile({ id, format: 'docx' })).toEqual({ saved: true });
    expect(readFileSync(join(folder, 'appeal-letter.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('goes out as a PDF of its own that names the exhibits', async () => {
    const { bytes, mediaType, fileName } = await test.core.asset(appealLetterPath(id, 'pdf'));
    expect([mediaType, fileName]).toEqual(['application/pdf', 'appeal-letter.pdf']);
    expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
    const text = (await pageTexts(bytes)).join('\n');
    expect(text).toContain('only I would write');
    expect(text).toMatch(/Ex\.\s[A-Z], p\.\s\d/);
  });

  it('goes out as a Word file, comes back changed, and is shown before it replaces the letter', async () => {
    const { letter, revision } = await get();
    const { bytes } = await test.core.asset(appealLetterPath(id, 'docx'));
    const unchanged = test.core.addFile({ kind: 'bytes', fileName: 'a.docx', bytes });
    expect(await test.client.appealLetter.compareWord({ id, token: unchanged })).toEqual({
      letter,
      changes: [],
      remarks: [],
    });
    const changed = withDocumentXml(bytes, (xml) =>
      xml.replace('only I would write', 'only I and my lawyer would write'),
    );
    const token = test.core.addFile({ kind: 'bytes', fileName: 'b.docx', bytes: changed });
    const comparison = await test.client.appealLetter.compareWord({ id, token });
    expect(comparison.changes).toEqual([
      expect.objectContaining({
        kind: 'changed',
        before: 'A sentence only I would write.',
        after: 'A sentence only I and my lawyer would write.',
      }),
    ]);
    expect((await get()).letter).toEqual(letter);
    const saved = await test.client.appealLetter.save({ id, letter: comparison.letter, revision });
    expect(words(saved.appealLetter.letter)).toContain('my lawyer');
    const broken = test.core.addFile({
      kind: 'bytes',
      fileName: 'c.docx',
      bytes: readFileSync(new URL(import.meta.url)),
    });
    await expect(test.client.appealLetter.compareWord({ id, token: broken })).rejects.toMatchObject({
      code: 'word-file-damaged',
    });
  });

  it('goes back to the draft, and from there back to the user’s', async () => {
    const mine = await get();
    const { before, appealLetter } = await test.client.appealLetter.backToDraft({ id });
    expect(appealLetter.isOwn).toBe(false);
    expect(words(appealLetter.letter)).not.toContain('only I');
    await test.client.appealLetter.putBack({ id, ownLetter: before });
    expect(await get()).toEqual(mine);
  });

  it('is what the packet shows', async () => {
    const { jobId } = await test.client.packets.build({ caseId: id, draft: true });
    const job = await endOf(test.client, jobId);
    expect(job.error).toBeUndefined();
    const [packet] = await test.client.packets.list({ caseId: id });
    const { bytes } = await test.core.asset(`packet/${packet!.id}`);
    expect((await pageTexts(bytes)).join('\n')).toContain('only I and my lawyer would write');
  });
});
