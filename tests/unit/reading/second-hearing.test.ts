// Which letters and sentences are heard a second time.
import { describe, expect, test } from 'vitest';
import { weightsOf } from '../../../shared/reading/grounds.ts';
import { paperOf } from '../../../shared/reading/paper.ts';
import { compileRules } from '../../../shared/reading/patterns.ts';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { sentencesOf } from '../../../shared/reading/sentences.ts';
import { looksOf } from '../../../shared/reading/weigh/looks.ts';
import { CLASSES } from '../../../shared/reading/weigh/model.ts';
import { heardAgain } from '../../../shared/reading/weigh/second-hearing.ts';
import type { SentenceWeights } from '../../../shared/reading/weigh/weighed.ts';
import { zonesOf } from '../../../shared/reading/zones.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { letterAround, READING_RULES } from '../../helpers/reading.ts';

const RULES = compileRules(READING_RULES);
/** Rules whose encoder must not be asked. */
const DEAF = { ...READING_RULES, encoderBytes: { numbers: new Uint8Array(), work: new Uint8Array() } };

const CLEAR =
  'We have denied your request because the infusion is not medically necessary. Our medical director reviewed your records and our clinical criteria, and the criteria for medical necessity are not met.';

test('the classes of the encoder are those of the reader', () => {
  expect(READING_RULES.encoder.classes).toEqual([...CLASSES]);
});

/** What the sentences of a text say once, and those that say something else the second time. */
function heardIn(text: string): { before: SentenceWeights; changed: SentenceWeights } {
  const paper = paperOf(pagesFromText(text));
  const sentences = sentencesOf(paper);
  const looks = looksOf(paper, sentences, zonesOf(paper, RULES), RULES);
  const before = weightsOf(paper, sentences, looks, RULES);
  const after = heardAgain(paper, sentences, looks, before, RULES.encoder);
  return { before, changed: after.filter((weight, at) => weight !== before[at]) };
}

describe('a letter whose verdict is clear', () => {
  test('is not heard again', () => {
    const { reasons } = readDocument(pagesFromText(letterAround(CLEAR)), DEAF);
    expect(reasons.map(({ reason }) => reason)).toEqual(['medical-necessity']);
  });
});

describe('a letter in doubt', () => {
  const text = letterAround('Your request is denied. Others were to be tried before this one.');

  test('is heard again', () => {
    expect(() => readDocument(pagesFromText(text), DEAF)).toThrow();
    const { reasons } = readDocument(pagesFromText(text), READING_RULES);
    expect(reasons.map(({ reason }) => reason)).toEqual(['step-therapy']);
    expect(reasons[0]?.why).toContain('heard a second time, as a whole sentence, it says this');
  });

  test('has only its doubtful sentences heard, and those as probabilities', () => {
    const { before, changed } = heardIn(text);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(before.length / 2);
    for (const weight of changed) {
      expect(weight?.heard.classes.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      expect(weight?.ground).toBeGreaterThanOrEqual(0);
      expect(weight?.ground).toBeLessThanOrEqual(1);
    }
  });

  test('with a long record behind it has as many heard as take a second, those that likeliest give a ground', () => {
    const record = Array.from({ length: 300 }, (_, at) => `Others were to be tried before number ${at}.`);
    const { before, changed } = heardIn(`${text}\n\n${record.join('\n\n')}`);
    expect(changed).toHaveLength(80);
    const heard = new Set(changed.map((weight) => weight?.index));
    const left = before.filter((weight) => !heard.has(weight?.index)).map((weight) => weight?.ground ?? 0);
    const doubtful = left.filter((ground) => ground > 0.03 && ground < 0.97);
    expect(doubtful.length).toBeGreaterThan(0);
    expect(Math.max(...doubtful)).toBeLessThanOrEqual(
      Math.min(...changed.map((weight) => before[weight?.index ?? 0]?.ground ?? 0)),
    );
  });
});
