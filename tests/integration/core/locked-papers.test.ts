// Locked PDFs from end to end: kept, opened with their password, read, shown, blacked out, put into packets, exported as they came; also after a restart and a restore.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '../../../electron/vault/vault.ts';
import { originalPath, redactedPagePath, thumbnailPath } from '../../../shared/contract/assets.ts';
import { type DocumentId, EntryId } from '../../../shared/ids.ts';
import type { Case } from '../../../shared/model/case.ts';
import { needsPassword } from '../../../shared/model/document.ts';
import type { Job } from '../../../shared/model/job.ts';
import { bringIn, endOf, PASSPHRASE, startCore, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { LETTER_LINES, textPdf } from '../../helpers/made-papers.ts';
import { checkedByQpdf, infoOf, pageTexts, withFile } from '../../helpers/packet-pdf.ts';
import { runTool } from '../../helpers/pdf.ts';
import { byQpdf } from '../../helpers/torture/files.ts';

// Put together at run time, so that no file of the test itself holds them.
const SHARED = ['quitten', 'gelee', '1962'].join('-');
const OTHER = ['Zürich', 'plum & 7'].join(' ');
const weak = (...how: string[]) => ['--allow-weak-crypto', '--encrypt', ...how, '--'];

/** Name, word only this paper holds, password to type, qpdf's arguments. */
const LOCKED = [
  ['rc4-40', 'Marmalade', SHARED, weak(SHARED, 'owner', '40')],
  ['rc4-128', 'Quince', SHARED, weak(SHARED, 'owner', '128')],
  ['aes-128', 'Damson', OTHER, weak(OTHER, 'owner', '128', '--use-aes=y')],
  ['aes-256', 'Medlar', OTHER, ['--encrypt', OTHER, 'owner', '256', '--']],
  ['by-owner', 'Sloe', 'the owner’s own', ['--encrypt', 'nobody knows', 'the owner’s own', '256', '--']],
] as const;

let app: TestCore;
let imported: Job;
const originals = new Map<string, Uint8Array>();
const wordsOf = new Map<string, string>(LOCKED.map(([name, word]) => [`${name}.pdf`, word]));
const paper = (word: string) =>
  textPdf(
    [`Statement of care about ${word}`, ...LETTER_LINES].map((text, index) => ({ text, x: 72, y: 100 + index * 20 })),
  );
const idOf = async (name: string): Promise<DocumentId> => {
  const found = (await app.client.documents.list({})).find(({ fileName }) => fileName === `${name}.pdf`);
  if (found === undefined) throw new Error(`${name} is not in the vault`);
  return found.id;
};
const waiting = async () => (await app.client.documents.list({})).filter(needsPassword).map(({ fileName }) => fileName);

beforeAll(async () => {
  app = await startUnlocked();
  for (const [name, word, , args] of LOCKED) originals.set(`${name}.pdf`, byQpdf(await paper(word), args));
  const free = byQpdf(await paper('Rowan'), ['--encrypt', '', 'owner', '256', '--']);
  originals.set('printing-only.pdf', free);
  wordsOf.set('printing-only.pdf', 'Rowan');
  imported = await bringIn(
    app,
    [...originals].map(([fileName, bytes]) => ({ fileName, bytes })),
  );
});
afterAll(() => app[Symbol.asyncDispose]());

describe('a locked paper', () => {
  it('is kept and waits, beside one that only its owner may change', async () => {
    const outcomes = imported.result?.outcomes ?? [];
    expect(outcomes.map(({ status, error }) => error?.code ?? status)).toEqual([
      ...LOCKED.map(() => 'pdf-password'),
      'imported',
    ]);
    expect(outcomes.every(({ documentId }) => documentId !== undefined)).toBe(true);
    expect(await waiting()).toEqual(LOCKED.map(([name]) => `${name}.pdf`));
  });

  it('says so when the password is wrong, and goes on waiting', async () => {
    const id = await idOf('aes-256');
    for (const password of [SHARED, `${OTHER} `, OTHER.toUpperCase()])
      await expect(app.client.documents.unlock({ id, password })).rejects.toMatchObject({ code: 'pdf-password-wrong' });
    expect(await waiting()).toHaveLength(LOCKED.length);
  });

  it('is read with its password, and so are others that wait for the same one', async () => {
    for (const [name, left] of [
      ['rc4-40', 3],
      ['aes-128', 1],
      ['by-owner', 0],
    ] as const) {
      const password = LOCKED.find(([each]) => each === name)![2];
      const { jobId } = await app.client.documents.unlock({ id: await idOf(name), password });
      expect(await endOf(app.client, jobId!)).toMatchObject({ state: 'done' });
      expect(await waiting()).toHaveLength(left);
    }
    for (const [fileName, word] of wordsOf) {
      const id = await idOf(fileName.replace('.pdf', ''));
      const page = await app.client.documents.page({ id, pageNumber: 1 });
      const text = page.words.map((each) => each.text).join(' ');
      expect([fileName, page.source, text]).toEqual([fileName, 'text-layer', expect.stringContaining(`about ${word}`)]);
    }
    // A second window that asks again changes nothing.
    expect(await app.client.documents.unlock({ id: await idOf('rc4-40'), password: 'anything' })).toEqual({});
  });

  it('asks nothing when the vault knows its password already', async () => {
    const bytes = byQpdf(await paper('Hawthorn'), ['--encrypt', SHARED, 'owner', '256', '--']);
    const job = await bringIn(app, [{ fileName: 'later.pdf', bytes }]);
    expect(job.result?.outcomes).toMatchObject([{ status: 'imported', pageCount: 1 }]);
  });
});

describe('after a restart', () => {
  let id: Case['id'];
  let papers: DocumentId[];

  it('it is shown, blacked out and exported as it came', async () => {
    app = await app.restart();
    await app.client.vault.unlock({ passphrase: PASSPHRASE });
    const denial = await readFile(
      new URL('../../fixtures/papers/001-ketamine-depression-denial.txt', import.meta.url),
      'utf8',
    );
    await bringIn(app, [{ fileName: 'denial.txt', bytes: denial }]);
    const all = await app.client.documents.list({});
    papers = await Promise.all([...wordsOf.keys()].map((name) => idOf(name.replace('.pdf', ''))));
    const made = await app.client.cases.create({ documentId: all.find(({ kind }) => kind === 'denial-letter')!.id });
    id = made.case.id;
    await app.client.cases.setAttachments({ id, documentIds: papers });
    for (const [index, [fileName, word]] of [...wordsOf].entries()) {
      const documentId = papers[index]!;
      expect((await app.core.asset(thumbnailPath(documentId))).mediaType).toBe('image/jpeg');
      expect(Buffer.compare((await app.core.asset(originalPath(documentId))).bytes, originals.get(fileName)!)).toBe(0);
      const [hit] = await app.client.redactions.find({ id, phrase: word, wholeWords: true, misread: false });
      expect(hit).toMatchObject({ documentId, pageNumber: 1 });
    }
  });

  it('its pages go into a packet as they are, and as redacted pictures', async () => {
    const hits = await app.client.redactions.find({ id, phrase: 'Medlar', wholeWords: true, misread: false });
    const { documentId, boxes } = hits[0]!;
    const box = { documentId, pageNumber: 1, boxes, why: 'third-party', by: 'word', state: 'applied' } as const;
    await app.client.redactions.put({ id, redactions: [{ id: EntryId.parse(`n_${'7'.repeat(16)}`), ...box }] });
    expect((await app.core.asset(redactedPagePath(id, documentId, 1, '1'))).bytes.length).toBeGreaterThan(1000);

    const { jobId } = await app.client.packets.build({ caseId: id, draft: true });
    expect((await endOf(app.client, jobId)).error).toBeUndefined();
    const [packet] = await app.client.packets.list({ caseId: id });
    expect(packet!.checks?.filter(({ state }) => state === 'failed')).toEqual([]);
    const { bytes } = await app.core.asset(`packet/${packet!.id}`);
    expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
    expect(await infoOf(bytes)).toMatch(/Encrypted:\s+no/);
    const text = (await pageTexts(bytes)).join(' ');
    for (const word of wordsOf.values())
      expect([word, text.includes(`about ${word}`)]).toEqual([word, word !== 'Medlar']);
    // Only the redacted page is a picture: the others were taken over from their locked files.
    const pictures = await withFile(bytes, (file) => runTool('pdfimages', ['-list', file]));
    expect(pictures.trim().split('\n').slice(2)).toHaveLength(1);
  });

  it('a restored backup has its password too, and none stands outside the encrypted vault or with a job', async () => {
    const folder = join(app.dir, 'backups');
    mkdirSync(folder);
    await endOf(app.client, (await app.client.backup.start({ folder })).jobId);
    const { last } = await app.client.backup.status({});
    await app.core.close();
    for (const password of [SHARED, OTHER]) {
      for (const entry of readdirSync(app.dir, { recursive: true, withFileTypes: true })) {
        const bytes = entry.isFile() ? readFileSync(join(entry.parentPath, entry.name)) : Buffer.alloc(0);
        expect([entry.name, bytes.includes(password), bytes.includes(Buffer.from(password, 'utf16le'))]).toEqual([
          entry.name,
          false,
          false,
        ]);
      }
    }
    await using other = await startCore();
    const place = join(other.dir, 'restored');
    const order = { file: last?.path ?? '', folder: place, secret: { passphrase: PASSPHRASE } };
    await endOf(other.client, (await other.client.backup.restore(order)).jobId);
    const vault = await openVault(place, { passphrase: PASSPHRASE });
    const jobs = vault.jobs.list().map((job) => JSON.stringify([job, vault.jobs.input(job.id)]));
    const kept = papers.map((paper) => vault.documents.passwordOf(paper));
    await vault.close();
    expect(kept).toEqual([...LOCKED.map(([, , password]) => password), undefined]);
    expect(jobs.length).toBeGreaterThan(5);
    expect(jobs.filter((job) => job.includes(SHARED) || job.includes(OTHER))).toEqual([]);
  });
});
