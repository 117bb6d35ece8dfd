// The generator of letters: repeatable, and its gold answers are words that stand in the letter.
import { describe, expect, it } from 'vitest';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { CARES, HELD_OUT_BANKS, loadBanks } from '../../letters/bank.ts';
import { chanceOf } from '../../letters/chance.ts';
import { framedPapers, madePapers } from '../../letters/compose.ts';
import { groundsOf } from '../../letters/matter.ts';
import { withNoise } from '../../letters/noise.ts';
import { loadBodies, loadPassages } from '../../letters/passages.ts';

const banks = loadBanks();
const [bank] = banks;
if (bank === undefined) throw new Error('there is no bank of passages');
const papers = madePapers(bank, 120, 4);
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

describe('generated letters', () => {
  it('are the same for the same seed and others for another', () => {
    expect(madePapers(bank, 5, 4).map((paper) => paper.text)).toEqual(papers.slice(0, 5).map((paper) => paper.text));
    expect(madePapers(bank, 5, 5)[0]?.text).not.toBe(papers[0]?.text);
  });

  it('are of several kinds; only denials and statements give grounds, every ground once', () => {
    expect(new Set(papers.map((paper) => paper.type)).size).toBe(4);
    for (const paper of papers) {
      const ids = paper.reasons.map((reason) => reason.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length > 0).toBe(paper.type === 'denial-letter' || paper.type === 'eob');
      expect(paper.not_reasons.filter((id) => ids.includes(id))).toEqual([]);
    }
  });

  it('have a tag for every word, and the words tagged as the core of a ground are its quote', () => {
    for (const paper of papers) {
      const pages = pagesFromText(paper.text);
      expect(pages.map((page) => page.words.length)).toEqual(paper.tags.map((row) => row.length));
      for (const { id, quote } of paper.reasons) {
        const words = pages.flatMap((page, at) =>
          page.words.filter((_, index) => {
            const tag = paper.tags[at]?.[index];
            return tag?.reason === id && tag.role === 'core';
          }),
        );
        const said = plain(words.map((word) => word.text).join(''));
        // Damaged letters differ in single characters; whole ones are equal.
        expect(Math.abs(said.length - plain(quote).length)).toBeLessThanOrEqual(Math.max(3, quote.length * 0.1));
      }
    }
  });

  it('cover every reason', () => {
    expect(new Set(papers.flatMap((paper) => paper.reasons.map((reason) => reason.id))).size).toBe(23);
  });
});

describe('letters about one service', () => {
  const held = loadBanks(HELD_OUT_BANKS);

  it('of authors nobody learns from: no slot is left open, and every passage fits the care', () => {
    expect(held.map(({ author }) => author)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    for (const author of held) {
      const made = madePapers(author, 120, 9);
      expect(new Set(made.flatMap(({ reasons }) => reasons.map(({ id }) => id))).size).toBe(23);
      for (const { text } of made) expect(text).not.toMatch(/\{\w+\}/);
    }
  });

  it('draws grounds that fit the care', () => {
    for (const bank of held) {
      const only = { ...bank, services: Object.fromEntries(CARES.map((care) => [care, [`the care: ${care}`]])) };
      for (let seed = 0; seed < 60; seed += 1) {
        const { matter, grounds } = groundsOf(only as typeof bank, 'quantity-limit', chanceOf(seed));
        expect(matter?.service).toBe(`the care: ${matter?.care}`);
        for (const ground of grounds) expect(ground.care ?? [matter?.care]).toContain(matter?.care);
      }
    }
  });
});

describe('noise', () => {
  it('keeps the number of words, and words with digits as they are', () => {
    const text = papers.map((paper) => paper.text).join('\n');
    const noisy = withNoise(text, 0.5, chanceOf(1));
    const words = (value: string): string[] => value.match(/\S+/g) ?? [];
    expect(words(noisy)).toHaveLength(words(text).length);
    expect(noisy).not.toBe(text);
    expect(words(noisy).filter((word) => /\d/.test(word) && !/[01]/.test(word)).length).toBeGreaterThan(0);
  });
});

describe('passages', () => {
  it('of every author hold the words that say the ground', () => {
    const passages = loadPassages();
    expect(passages.length).toBeGreaterThan(0);
    for (const { grounds } of passages)
      for (const list of Object.values(grounds)) for (const { text, core } of list ?? []) expect(text).toContain(core);
  });

  it('of bodies are framed with their grounds', () => {
    for (const paper of framedPapers(loadBodies().slice(0, 20), banks, 1, 3)) {
      expect(paper.reasons.length).toBeGreaterThan(0);
      expect(paper.tags.flat().some((tag) => tag?.role === 'core')).toBe(true);
    }
  });
});
