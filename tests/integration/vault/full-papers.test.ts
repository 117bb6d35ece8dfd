// Papers with their words: the same objects from look to look, every change seen by the next one, and nothing left of them once the vault is closed.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Reading } from '../../../shared/model/finding.ts';
import { PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const READING: Reading = {
  kind: { value: 'denial-letter', confidence: 0.9, why: ['It says so.'] },
  reasons: [
    {
      reason: 'medical-necessity',
      proof: { pageNumber: 1, from: 0, to: 2, quote: 'not medically necessary' },
      confidence: 0.9,
      why: [],
    },
  ],
  fields: { letter_date: '2026-03-14' },
  findings: [],
  statedTimes: [],
  zones: [],
};
const folder = temporaryFolder();
const { vault } = await newVault(join(folder, 'vault'));
const { documents } = vault;
let id: DocumentId;
let count = 0;

afterAll(() => vault.close());
beforeEach(async () => {
  count += 1;
  ({ id } = await documents.add(paper(`letter-${count}.txt`, `letter ${count}`)));
  await documents.savePage(id, pageOf(1, 'not medically necessary'), PICTURE);
  await documents.savePage(id, pageOf(2, 'You may appeal.'), PICTURE);
  documents.saveReading(id, READING);
});
const textOf = (page: number) =>
  documents
    .full(id)
    .pages[page - 1]?.words.map(({ text }) => text)
    .join(' ');

describe('a paper nobody changed', () => {
  it('is the same object at each look', async () => {
    const first = documents.full(id);
    const { id: other } = await documents.add(paper(`other-${count}.txt`, `other ${count}`));
    documents.setNote(other, 'Something else.');
    expect(documents.full(id)).toBe(first);
  });
});

describe('the list of papers that are read', () => {
  it('is the same one until something of it changes, and holds the same papers', async () => {
    const first = documents.ready();
    expect(first.find(({ document }) => document.id === id)).toBe(documents.full(id));
    expect(first.map(({ document }) => document)).toEqual(documents.list().filter(({ state }) => state === 'ready'));
    expect(documents.ready()).toBe(first);
    documents.setTitle(id, 'Another title');
    const after = documents.ready();
    expect(after.find(({ document }) => document.id === id)?.document.title).toBe('Another title');
    expect(after.filter((each) => !first.includes(each))).toHaveLength(1);
    documents.trash(id);
    expect(documents.ready()).toEqual(after.filter(({ document }) => document.id !== id));
    const { id: unread } = await documents.add(paper(`unread-${count}.txt`, `unread ${count}`));
    expect(documents.ready().some(({ document }) => document.id === unread)).toBe(false);
  });
});

describe('a change is seen by the next look', () => {
  it('of a page saved anew, while the other page stays what it was', async () => {
    const { pages } = documents.full(id);
    await documents.savePage(id, pageOf(1, 'medically necessary after all'), PICTURE);
    expect(textOf(1)).toBe('medically necessary after all');
    expect(documents.full(id).pages[1]).toBe(pages[1]);
  });

  it('of a further page', async () => {
    documents.full(id);
    await documents.savePage(id, pageOf(3, 'Enclosures'), PICTURE);
    expect(documents.full(id).pages).toHaveLength(3);
    expect(textOf(3)).toBe('Enclosures');
  });

  it('of its reading, its pages staying the same', () => {
    const before = documents.full(id);
    documents.saveReading(id, { ...READING, fields: { letter_date: '2026-04-01' } });
    const after = documents.full(id);
    expect(after.reading.fields.letter_date).toBe('2026-04-01');
    expect(after.document.date).toBe('2026-04-01');
    expect(after.pages).toBe(before.pages);
  });

  it('of what the user says of it: title, tags, note, kind and reasons', () => {
    const before = documents.full(id);
    documents.setTitle(id, 'The first letter');
    documents.setTags(id, ['urgent']);
    documents.setNote(id, 'Came by fax.');
    expect(documents.full(id).document).toMatchObject({
      title: 'The first letter',
      tags: ['urgent'],
      note: 'Came by fax.',
    });
    expect(documents.full(id).reading).toBe(before.reading);
    documents.setKind(id, 'bill');
    expect(documents.full(id)).toMatchObject({ document: { kind: 'bill' }, reading: { kind: { value: 'bill' } } });
    documents.setKind(id, undefined);
    documents.correct(id, () => ({ verdicts: [{ reason: 'medical-necessity', verdict: 'dismissed' }] }));
    expect(documents.full(id).reading.reasons).toEqual([]);
    expect(documents.full(id).pages).toBe(before.pages);
  });

  it('of the mail it came with', async () => {
    documents.full(id);
    const { id: mail } = await documents.add(paper(`mail-${count}.txt`, `mail ${count}`));
    documents.attach(mail, id);
    expect(documents.full(id).document.cameWith).toEqual([mail]);
  });

  it('but none that failed', async () => {
    documents.full(id);
    await expect(documents.savePage(id, { ...pageOf(1, 'never'), widthPt: Number.NaN }, PICTURE)).rejects.toThrow();
    expect(textOf(1)).toBe('not medically necessary');
  });

  it('of being thrown away and removed for good', async () => {
    documents.full(id);
    documents.trash(id);
    expect(textOf(1)).toBe('not medically necessary');
    await vault.trash.empty();
    expect(() => documents.full(id)).toThrowError(expect.objectContaining({ code: 'document-not-found' }));
  });
});

describe('words that are let go of', () => {
  setFlagsFromString('--expose-gc');
  // The cast names what the flag brings.
  const collect = runInNewContext('gc') as () => void;
  const isGone = async (look: (of: Vault) => WeakRef<object>, letGo: () => unknown, of: Vault) => {
    const reference = look(of);
    await letGo();
    await setTimeout(0);
    collect();
    return reference.deref() === undefined;
  };
  const lookAtIt = (of: Vault) => new WeakRef<object>(of.documents.full(id).pages[0]?.words ?? {});

  it('stay reachable only as long as the paper is kept', async () => {
    expect(await isGone(lookAtIt, () => undefined, vault)).toBe(false);
    expect(await isGone(lookAtIt, () => documents.trash(id), vault)).toBe(true);
  });

  it('are reachable no more once the vault is closed, though somebody still holds it', async () => {
    const { vault: other } = await newVault(join(folder, 'another'));
    ({ id } = await other.documents.add(paper('letter.txt', 'letter')));
    await other.documents.savePage(id, pageOf(1, 'Zimtstern'), PICTURE);
    other.documents.saveReading(id, READING);
    expect(await isGone(lookAtIt, () => other.close(), other)).toBe(true);
    expect(() => other.documents.full(id)).toThrowError();
  });
});
