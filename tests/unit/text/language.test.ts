// English or Spanish, by function words alone; and which pages are worth reading again from their pixels.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../shared/model/page.ts';
import { countLanguages, languageOf } from '../../../shared/text/language.ts';
import { pageFromSheet } from '../../../shared/text/plain-text.ts';
import { isWorthRereading, SECOND_BELOW } from '../../../shared/text/reread.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, FIXTURES), 'utf8');
const wordsOf = (text: string) => text.split(/\s+/);
const languageIn = (text: string) => languageOf(countLanguages(wordsOf(text)));

const SPANISH = ['mri-denial', 'benefits-statement'].map((name) => textOf(`spanish/${name}.txt`));
/** A page of an English letter, and the line many payers print below. */
const ENGLISH = textOf('papers/014-lumbar-mri-denial.txt').split('\f')[0] ?? '';
const HELP =
  'ATENCIÓN: si habla español, tiene a su disposición servicios gratuitos de asistencia lingüística. Llame al 1-800-555-0100.';

describe('the language of a text', () => {
  it.each(SPANISH)('is Spanish, also in capitals and without its accents', (text) => {
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
    expect([text, text.toUpperCase(), plain].map(languageIn)).toEqual(['spanish', 'spanish', 'spanish']);
  });

  it('is mixed where a notice stands in both', () => {
    expect(languageIn(textOf('spanish/both-languages.txt'))).toBe('mixed');
  });

  it('is never Spanish on English papers, and part Spanish only where a paragraph is', () => {
    const papers = readdirSync(new URL('papers/', FIXTURES)).filter((name) => name.endsWith('.txt'));
    const others = papers.flatMap((name) =>
      textOf(`papers/${name}`)
        .split('\f')
        .flatMap((sheet, at) => (/^(?:english|unknown)$/.test(languageIn(sheet)) ? [] : [`${name} ${at + 1}`])),
    );
    expect(others).toEqual(['015-medicaid-er-visit-denial.txt 2']);
  });

  it('stays English with an offer of help in Spanish, a Spanish name and a Spanish street', () => {
    expect(languageIn(`${ENGLISH}\n${HELP}\nMaría de la Cruz, 12 Calle de los Olmos, Los Ángeles`)).toBe('english');
  });

  it.each(['', '1,204.50 07/14/2026', 'María de los Ángeles de la Cruz', HELP])('is not told by %j', (text) => {
    expect(languageIn(text)).toBe('unknown');
  });

  it('counts each word once, whatever the order, and figures and signs not at all', () => {
    const word = fc.constantFrom(...wordsOf(SPANISH.join(' ')), ...wordsOf(ENGLISH), '', '$5', '7/8', '—');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (one, other) => {
        const [a, b, both] = [countLanguages(one), countLanguages(other), countLanguages([...other, ...one])];
        expect(both).toEqual({
          words: a.words + b.words,
          english: a.english + b.english,
          spanish: a.spanish + b.spanish,
        });
        expect(a.english + a.spanish).toBeLessThanOrEqual(a.words);
        expect(countLanguages([...one, '$1,200.00', '—', '07/14'])).toEqual(a);
      }),
    );
  });
});

describe('reading again', () => {
  const read = (text: string, changes: Partial<Page> = {}): Page => ({
    ...pageFromSheet(text, 1),
    source: 'ocr',
    confidence: 0.95,
    ...changes,
  });

  it('is for hard pages and for pages in Spanish that were read from their pixels', () => {
    const pages = [
      read(ENGLISH),
      read(ENGLISH, { confidence: SECOND_BELOW - 0.01 }),
      ...SPANISH.map((text) => read(text)),
      read(SPANISH[0] ?? '', { source: 'text-layer' }),
    ];
    expect(pages.map(isWorthRereading)).toEqual([false, true, true, true, false]);
  });
});
