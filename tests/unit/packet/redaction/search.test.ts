// A word is found whatever its case, accents and hyphens; on request as the scanner misread it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exhibit } from '../../../../shared/model/packet.ts';
import { hiddenWords } from '../../../../shared/packet/redaction/boxes.ts';
import { findOnPage, findPhrase } from '../../../../shared/packet/redaction/search.ts';
import { documentId, pageOf, paperOf } from '../../../helpers/packet-fixtures.ts';

const WHOLE = { wholeWords: true, misread: false };
const found = (phrase: string, lines: readonly string[], options = WHOLE) => {
  const page = pageOf(1, lines);
  return findOnPage(phrase, page, options).map(({ from, to }) =>
    page.words
      .slice(from, to)
      .map((word) => word.text)
      .join(' '),
  );
};

describe('a phrase', () => {
  it.each([
    ['garcía lópez', 'Patient: GARCIA LOPEZ, Ana', 'GARCIA LOPEZ,'],
    ['Garcia', 'Seen by García’s sister', 'García’s'],
    ['smith jones', 'Mrs. Smith-Jones came', 'Smith-Jones'],
    ['123-45-6789', 'SSN 123 45 6789 on file', '123 45 6789'],
    ['O’Brien', "Dr. O'Brien wrote", "O'Brien"],
    ['Poe', 'Jones/Poe (both)', 'Jones/Poe'],
  ])('“%s” is found in “%s”', (phrase, line, text) => {
    expect(found(phrase, [line])).toEqual([text]);
  });

  it('is found over a hyphen at the end of a line', () => {
    expect(found('Ashgrove', ['signed by Rowan Ash-', 'grove on Monday'])).toEqual(['Ash- grove']);
    expect(found('grove', ['signed by Rowan Ash-', 'grove on Monday'])).toEqual([]);
  });

  it('is found within words only when that is wanted', () => {
    expect(found('Ann', ['the annual plan of Ann'])).toEqual(['Ann']);
    expect(found('Ann', ['the annual plan of Ann'], { wholeWords: false, misread: false })).toEqual(['annual', 'Ann']);
  });

  it('is found as a scanner may have read it, only when that is wanted', () => {
    const lines = ['R0wan Ashgr0ve', 'Rowan Ashgrave', 'Rowan Ashford'];
    expect(found('Ashgrove', lines)).toEqual([]);
    expect(found('Ashgrove', lines, { wholeWords: true, misread: true })).toEqual(['Ashgr0ve', 'Ashgrave']);
    expect(found('Barnes', ['Mr. Bames'], { wholeWords: true, misread: true })).toEqual(['Bames']);
    expect(found('4471', ['44T1 and 4472'], { wholeWords: true, misread: true })).toEqual(['44T1']);
  });

  it('without letters is found nowhere', () => {
    expect(found(' -. ', ['a - b'])).toEqual([]);
  });

  it('that stands on a page is always found there, and its boxes hide it', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), (lines, at) => {
        const page = pageOf(
          1,
          lines.map((each) => each.join(' ')),
        );
        const from = at % page.words.length;
        const phrase = page.words
          .slice(from, from + 2)
          .map((each) => each.text)
          .join(' ');
        const paper = paperOf(1, { pages: [page] });
        const exhibit: Exhibit = {
          ...{
            key: 'a',
            label: 'A',
            title: 'A',
            kind: 'other' as const,
            documentId: documentId(1),
            pages: [1],
            supports: [],
          },
        };
        const hits = findPhrase(phrase, [exhibit], new Map([[paper.document.id, paper]]), WHOLE);
        const own = hits.find((hit) => hit.from <= from && from < hit.to);
        expect(own).toBeDefined();
        const hidden = hiddenWords(page.words, own!.boxes);
        for (let index = own!.from; index < own!.to; index += 1) expect(hidden).toContain(index);
      }),
    );
  });
});
