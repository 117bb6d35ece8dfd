// Search over a vault: similar spellings, narrowing down, tags, kept searches.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Reading } from '../../../shared/model/finding.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const dir = join(temporaryFolder(), 'vault');
let vault: Vault;

function readingOf(kind: DocumentKind, fields: Reading['fields']): Reading {
  return {
    kind: { value: kind, confidence: 1, why: [] },
    reasons: [],
    fields,
    findings: [],
    statedTimes: [],
    zones: [],
  };
}

async function add(name: string, text: string, reading: Reading): Promise<DocumentId> {
  const { id } = await vault.documents.add(paper(name, text));
  await vault.documents.savePage(id, pageOf(1, text), PICTURE);
  vault.documents.saveReading(id, reading);
  return id;
}

let letter: DocumentId;
let scan: DocumentId;
let bill: DocumentId;

beforeAll(async () => {
  ({ vault } = await newVault(dir));
  const payer = 'Quillback Health Administrators';
  letter = await add(
    'letter.txt',
    'The infusion was experimental. Claim C-7720413.',
    readingOf('denial-letter', { payer, letter_date: '2026-03-14' }),
  );
  scan = await add(
    'scan.txt',
    'The infusion was experirnental. Clairn C-772O413.',
    readingOf('denial-letter', { payer: 'Other Plan', letter_date: '2026-05-01' }),
  );
  bill = await add('bill.txt', 'Infusion, 2 hours: $310.00', readingOf('bill', { provider: 'Cedar Lantern' }));
});
afterAll(() => vault.close());

const found = (query: string, filter = {}) =>
  vault.documents.search(query, 20, filter).map(({ documentId, isSimilar }) => [documentId, isSimilar ?? false]);

describe('a search', () => {
  it('shows pages with the words first, then those with a similar spelling, marked', () => {
    expect(found('experimental')).toEqual([
      [letter, false],
      [scan, true],
    ]);
    const similar = vault.documents.search('experimental', 20).at(1);
    expect(similar?.snippet).toContain('\u0001experirnental\u0002');
    expect(found('experirnental')).toEqual([
      [scan, false],
      [letter, true],
    ]);
    expect(found('experimantal claim')).toEqual([
      [letter, true],
      [scan, true],
    ]);
  });

  it('takes a letter that looks like a digit for it, but no other digit', () => {
    expect(found('C-7720413').map(([id]) => id)).toEqual([letter, scan]);
    expect(found('7720414')).toEqual([]);
  });

  it('leaves quoted phrases as they are', () => {
    expect(found('"was experimental"')).toEqual([[letter, false]]);
  });

  it('is narrowed down by kind, day, plan, provider and chosen papers', () => {
    expect(found('infusion', { kinds: ['bill'] })).toEqual([[bill, false]]);
    expect(found('infusion', { kinds: [] })).toEqual([]);
    expect(found('infusion', { from: '2026-04-01' })).toEqual([[scan, false]]);
    expect(found('infusion', { to: '2026-03-14' })).toEqual([[letter, false]]);
    expect(found('infusion', { payer: 'Other Plan' })).toEqual([[scan, false]]);
    expect(found('infusion', { provider: 'Cedar Lantern' })).toEqual([[bill, false]]);
    expect(found('infusion', { documentIds: [scan, bill], kinds: ['denial-letter'] })).toEqual([[scan, false]]);
    vault.documents.setKind(bill, 'eob');
    expect(found('infusion', { kinds: ['bill'] })).toEqual([]);
    expect(found('infusion', { kinds: ['eob'] })).toEqual([[bill, false]]);
  });
});

describe('tags', () => {
  it('stand on the paper in order, each once, and narrow a search down', () => {
    expect(vault.documents.setTags(bill, ['to ask', 'paid', 'paid']).tags).toEqual(['paid', 'to ask']);
    expect(found('infusion', { tag: 'paid' })).toEqual([[bill, false]]);
    expect(found('infusion', { tag: 'pai' })).toEqual([]);
    expect(vault.documents.setTags(bill, []).tags).toEqual([]);
  });
});

describe('kept searches', () => {
  it('come back after the vault was closed; the same name is kept once', async () => {
    const { searches } = vault;
    searches.keep({ name: 'Experimental', terms: { query: 'experimental', filter: {} } });
    const terms = { query: 'experimental', filter: { kinds: ['denial-letter' as const] } };
    const kept = searches.keep({ name: 'Experimental', terms });
    searches.keep({ name: 'Amounts', terms: { query: '310.00', filter: { tag: 'paid' } } });
    await vault.close();
    vault = await openVault(dir, { passphrase: PASSPHRASE });
    expect(vault.searches.list().map(({ name }) => name)).toEqual(['Amounts', 'Experimental']);
    expect(vault.searches.list()[1]).toEqual(kept);
    vault.searches.remove(kept.id);
    expect(vault.searches.list().map(({ name }) => name)).toEqual(['Amounts']);
  });
});

it('words broken at a line’s end are found, and shown where they stand', async () => {
  const id = await add('carta.pdf', 'Se ha denegado su solicitud de autori- zación previa', readingOf('other', {}));
  const exact = (query: string) => vault.documents.search(query, 5).filter(({ isSimilar }) => isSimilar !== true);
  for (const query of ['autorizacion', 'AUTORIZA'])
    expect(exact(query)).toMatchObject([
      { documentId: id, snippet: expect.stringContaining('\u0001autori- zación\u0002') },
    ]);
  expect(exact('autorización previa')).toMatchObject([{ documentId: id }]);
});
