// Sentences of a page: whole, in their paragraph, with lists and legends taken apart as a reader would.
import { expect, it } from 'vitest';
import { proofOf, sentencesOf, textOf } from '../../../shared/cases/page-text.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';

const sentences = (text: string) => sentencesOf(pagesFromText(text)[0]!).map((each) => each.text);

it('keeps a sentence whole over lines, and abbreviations inside it', () => {
  const text =
    'We read the notes of Dr. A. Penhaligon on the two\nclaims you sent us. We are not able\nto cover them.\n\nSincerely,';
  expect(sentences(text)).toEqual([
    'We read the notes of Dr. A. Penhaligon on the two claims you sent us.',
    'We are not able to cover them.',
    'Sincerely,',
  ]);
});

it('takes a lead and its list as one sentence when the list ends', () => {
  const text =
    '2.31  Needed care. Services that a prudent physician would provide and that are\n\n      (1)  in accordance with standards;\n      (2)  clinically appropriate.\n\nOther text.';
  expect(sentences(text)).toEqual([
    '2.31 Needed care.',
    'Services that a prudent physician would provide and that are (1) in accordance with standards; (2) clinically appropriate.',
    'Other text.',
  ]);
});

it('leaves the code of a legend out of the sentence it explains', () => {
  const text =
    'Notes for claims above\nA  This scan is paid for once in any 24 months. Your last one was on March 3, so this\n   one came too soon.\nPR-45  The charge is more than we allow.';
  expect(sentences(text)).toEqual([
    'Notes for claims above',
    'This scan is paid for once in any 24 months.',
    'Your last one was on March 3, so this one came too soon.',
    'The charge is more than we allow.',
  ]);
});

it('keeps rows of tables apart', () => {
  expect(
    sentences(
      'Date        Service        Charge\n07/13/26    Infusion       385.00\n07/15/26    Infusion       385.00',
    ),
  ).toHaveLength(3);
});

it('gives every sentence of every labelled paper the words that stand on the page, each at most once', () => {
  for (const paper of labelledPapers(Array.from({ length: 30 }, (_, index) => index + 1))) {
    for (const page of paper.pages) {
      let last = 0;
      for (const sentence of sentencesOf(page)) {
        expect(sentence.from).toBeGreaterThanOrEqual(last);
        expect(sentence.text).toBe(textOf(page, sentence.from, sentence.to));
        expect(proofOf(page, sentence).quote).toBe(sentence.text);
        last = sentence.to;
      }
    }
  }
});

it('reads the same sentences from boxes that end at their letters, as scans give them', () => {
  const uneven = (text: string) =>
    [...text].some((letter) => 'bdfhklt'.includes(letter) || /[A-Z0-9]/.test(letter)) ? 0 : 3;
  for (const paper of labelledPapers([1, 7, 9, 12])) {
    for (const page of paper.pages) {
      const words = page.words.map((word) => ({
        ...word,
        y: word.y + uneven(word.text),
        h: word.h - uneven(word.text),
      }));
      const expected = sentencesOf(page).map((each) => each.text);
      expect(sentencesOf({ ...page, words }).map((each) => each.text)).toEqual(expected);
    }
  }
});
