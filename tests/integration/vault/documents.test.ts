// The papers: what is stored comes back, the user's corrections win, and search finds both spellings of a number.
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Reading } from '../../../shared/model/finding.ts';
import { PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const dir = join(temporaryFolder(), 'vault');
let vault: Vault;
let recoveryWords: readonly string[];
let letter: DocumentId;
let bill: DocumentId;

const READING: Reading = {
  kind: { value: 'denial-letter', confidence: 0.9, why: ['It says so.'] },
  title: 'Notice of Adverse Benefit Determination',
  reasons: [
    {
      reason: 'medical-necessity',
      proof: { pageNumber: 1, from: 0, to: 2, quote: 'not medically necessary' },
      confidence: 0.9,
      why: [],
    },
  ],
  fields: { letter_date: '2026-03-14', member_id: 'QHA447190362-01' },
  findings: [],
  statedTimes: [],
  zones: [],
};
const FIRST_PAGE =
  'Member ID: QHA 4471 90362-01 José Álvarez. The infusion is not medically necessary under our criteria.';
const missing = 'd_00000000000000000000000000000000' as DocumentId;

beforeAll(async () => {
  ({ vault, recoveryWords } = await newVault(dir));
  ({ id: letter } = await vault.documents.add(paper('IMG_0042.txt', 'the letter')));
  ({ id: bill } = await vault.documents.add(paper('statement-march.txt', 'the bill')));
  await vault.documents.savePage(letter, pageOf(2, 'You may appeal within 180 days.', { confidence: 0.4 }), PICTURE);
  await vault.documents.savePage(letter, pageOf(1, FIRST_PAGE), PICTURE);
  await vault.documents.savePage(
    bill,
    pageOf(1, 'Amount due $1,240.00 for account 88120377', { source: 'plain-text', confidence: 0.2 }),
    PICTURE,
  );
});
afterAll(() => vault.close());

describe('a paper', () => {
  it('is being read until its reading is saved, with an empty reading', () => {
    expect(vault.documents.unfinished()).toEqual([letter, bill]);
    expect(vault.documents.reading(letter)).toMatchObject({
      kind: { value: 'other', confidence: 0 },
      reasons: [],
      fields: {},
    });
    expect(vault.documents.summary(letter)).toMatchObject({
      state: 'reading',
      title: 'IMG_0042.txt',
      pageCount: 2,
      hardPages: 1,
      sequence: 1,
    });
    expect(vault.documents.summary(bill).hardPages).toBe(0);
  });

  it('keeps its pages word for word, in order', () => {
    expect(vault.documents.page(letter, 1)).toEqual(pageOf(1, FIRST_PAGE));
    expect(vault.documents.pages(letter).map((page) => [page.pageNumber, page.wordCount, page.hardToRead])).toEqual([
      [1, FIRST_PAGE.split(' ').length, false],
      [2, 6, true],
    ]);
    expect(vault.documents.full(letter).pages.map((page) => page.pageNumber)).toEqual([1, 2]);
    expect(() => vault.documents.page(letter, 3)).toThrowError(expect.objectContaining({ code: 'page-not-found' }));
    for (const call of [
      vault.documents.summary,
      vault.documents.pages,
      vault.documents.reading,
      vault.documents.full,
    ]) {
      expect(() => call(missing)).toThrowError(expect.objectContaining({ code: 'document-not-found' }));
    }
  });

  it('takes kind, title and date from what was read', () => {
    vault.documents.saveReading(letter, READING);
    expect(vault.documents.summary(letter)).toMatchObject({
      state: 'ready',
      kind: 'denial-letter',
      kindConfirmed: false,
      title: 'Notice of Adverse Benefit Determination',
      date: '2026-03-14',
      reasonCount: 1,
    });
    vault.documents.saveReading(bill, {
      ...READING,
      kind: { value: 'bill', confidence: 1, why: [] },
      title: undefined,
      fields: {},
      reasons: [],
    });
    expect(vault.documents.summary(bill).title).toBe('Bill: statement-march.txt');
    expect(vault.documents.summary(bill).date).toBeUndefined();
    expect(vault.documents.unfinished()).toEqual([]);
  });

  it('keeps what the user corrected when it is read again', () => {
    vault.documents.setKind(letter, 'correspondence');
    vault.documents.setTitle(letter, 'The March letter');
    vault.documents.setNote(letter, 'Ask the infusion centre');
    vault.documents.saveReading(letter, READING);
    expect(vault.documents.summary(letter)).toMatchObject({
      kind: 'correspondence',
      kindConfirmed: true,
      title: 'The March letter',
      note: 'Ask the infusion centre',
    });
    expect(vault.documents.reading(letter).kind).toMatchObject({ value: 'correspondence', confidence: 1 });
    expect(vault.documents.setTitle(letter, '  ').title).toBe('Notice of Adverse Benefit Determination');
    vault.documents.setKind(letter, 'denial-letter');
  });

  it('is recognised when it comes a second time, also from the trash', async () => {
    const again = async () => {
      const { document, isKnown } = await vault.documents.addUnlessKnown(paper('again.txt', 'the letter'));
      return isKnown ? document.id : undefined;
    };
    expect(await again()).toBe(letter);
    vault.documents.trash(letter);
    expect(await again()).toBe(letter);
    expect(vault.documents.list().map((document) => document.id)).toEqual([bill]);
    expect(vault.documents.search('medically', 10)).toEqual([]);
    vault.documents.restore(letter);
    expect(vault.documents.list().map((document) => document.id)).toEqual([letter, bill]);
  });

  it('is stored once when it comes twice at the same time', async () => {
    const twice = ['one.txt', 'two.txt'].map((name) => vault.documents.addUnlessKnown(paper(name, 'the same words')));
    const [first, second] = await Promise.all(twice);
    expect([first?.isKnown, second?.isKnown]).toEqual([false, true]);
    expect(second?.document).toEqual(first?.document);
    expect(second?.document.fileName).toBe('one.txt');
    if (first !== undefined) vault.documents.trash(first.document.id);
  });

  it('failed to read keeps its original and says so', async () => {
    const { id } = await vault.documents.add(paper('locked.pdf', 'locked'));
    vault.documents.markFailed(id, 'pdf-password');
    expect(vault.documents.summary(id).state).toBe('failed');
    expect(Buffer.from((await vault.documents.original(id)).bytes).toString()).toBe('locked');
    vault.documents.trash(id);
  });
});

describe('search', () => {
  const snippets = (query: string) => vault.documents.search(query, 10).map((hit) => hit.snippet);
  const pagesOf = (query: string) =>
    vault.documents
      .search(query, 10)
      .map((hit) => `${hit.documentId === letter ? 'letter' : 'bill'} ${hit.pageNumber}`);

  it('finds words whatever their case and accents, the last as a beginning', () => {
    expect(pagesOf('jose alvarez')).toEqual(['letter 1']);
    expect(pagesOf('MEDICALLY nec')).toEqual(['letter 1']);
    expect(pagesOf('medic nec')).toEqual([]);
    expect(pagesOf('appeal days')).toEqual(['letter 2']);
    expect(pagesOf('appeal medically')).toEqual([]);
  });

  it('keeps phrases together and marks them in the snippet', () => {
    expect(pagesOf('"medically necessary"')).toEqual(['letter 1']);
    expect(pagesOf('"necessary medically"')).toEqual([]);
    expect(snippets('"medically necessary"')[0]).toContain('\u0001medically necessary\u0002');
  });

  it('finds an identifier in either spelling and shows it as printed', () => {
    for (const query of [
      'QHA 4471 90362-01',
      'QHA44719036201',
      'qha447190362-01',
      '44719036201',
      'member QHA4471 9036201',
      'QHA4471',
    ]) {
      expect([query, pagesOf(query)]).toEqual([query, ['letter 1']]);
    }
    expect(snippets('QHA44719036201')[0]).toContain('\u0001QHA 4471 90362-01\u0002');
    expect(pagesOf('8812-0377')).toEqual(['bill 1']);
  });

  it('finds titles, file names and notes', () => {
    expect(pagesOf('statement-march')).toEqual(['bill 1']);
    expect(pagesOf('IMG_0042')).toEqual(['letter 1']);
    expect(pagesOf('infusion centre')).toEqual(['letter 1']);
    expect(pagesOf('adverse benefit')).toEqual(['letter 1']);
  });

  it('forgets the earlier words of a page that was stored again', async () => {
    await vault.documents.savePage(bill, pageOf(1, 'Balance forward'), PICTURE);
    expect(pagesOf('balance')).toEqual(['bill 1']);
    expect(pagesOf('88120377')).toEqual([]);
  });

  it('never fails, whatever is typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        '""',
        "'",
        '*',
        ' AND ',
        ' OR ',
        ' NOT ',
        'NEAR(',
        ')',
        '(',
        ':',
        'body:',
        '^',
        '+',
        '-',
        '{',
        '}',
        '\u0000',
        'appeal',
        '4471 ',
        ';--',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(Array.isArray(vault.documents.search(pieces.join(''), 5))).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(vault.documents.search('x '.repeat(5000), 5)).toEqual([]);
  });
});

describe('after opening again', () => {
  it('everything is still there', async () => {
    const before = {
      list: vault.documents.list(),
      full: vault.documents.full(letter),
      hits: vault.documents.search('medically', 5),
    };
    await vault.close();
    vault = await openVault(dir, { words: recoveryWords });
    expect({
      list: vault.documents.list(),
      full: vault.documents.full(letter),
      hits: vault.documents.search('medically', 5),
    }).toEqual(before);
    expect((await vault.verify()).damaged).toEqual([]);
  });
});
