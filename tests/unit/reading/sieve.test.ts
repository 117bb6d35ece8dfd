// What the sieve leaves out can't occur: tried with every pattern of the rules on the sentences of papers, and on texts made of the patterns' own letters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNotice } from '../../../shared/reading/notice/rules.ts';
import { paperOf } from '../../../shared/reading/paper.ts';
import { compilePattern, compileRules } from '../../../shared/reading/patterns.ts';
import { sentencesOf } from '../../../shared/reading/sentences.ts';
import { beginningsOf } from '../../../shared/reading/sieve/beginnings.ts';
import { mayOccur, Sieve } from '../../../shared/reading/sieve/sieve.ts';
import { tellingBeginningsOf } from '../../../shared/reading/sieve/telling.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';
import { READING_RULES } from '../../helpers/reading.ts';

/** Every pattern of the rules that is sifted. */
function patterns(): RegExp[] {
  const { reasons, kinds, planTypes } = compileRules(READING_RULES);
  const { contents, verdicts, timings } = compileNotice(READING_RULES);
  return [
    ...[...reasons, ...contents].flatMap(({ signals }) => signals.flatMap(({ all }) => all)),
    ...[...kinds, ...verdicts, ...timings].flatMap(({ cues }) => cues.map(({ pattern }) => pattern)),
    ...planTypes.map(({ pattern }) => pattern),
  ].map(({ source }) => new RegExp(source));
}

function sieved(list: readonly RegExp[]): Sieve {
  const sieve = new Sieve();
  for (const pattern of list) sieve.add(pattern);
  return sieve;
}

describe('the sieve', () => {
  it('lets every pattern through that occurs in a sentence, and keeps most others', () => {
    const list = patterns();
    const sieve = sieved(list);
    let tried = 0;
    let passed = 0;
    for (const { pages } of labelledPapers([1, 2, 3, 4, 5, 6])) {
      for (const { match } of sentencesOf(paperOf(pages))) {
        const sifted = sieve.sift(match);
        for (const [number, pattern] of list.entries()) {
          tried += 1;
          if (mayOccur(sifted, number)) passed += 1;
          else if (pattern.test(match)) expect.unreachable(`${pattern.source} was left out of: ${match}`);
        }
      }
    }
    expect(list.length).toBeGreaterThan(400);
    expect(passed / tried).toBeLessThan(0.25);
  });

  it('lets through what occurs in any text of the words that patterns are made of', () => {
    const list = patterns();
    const sieve = sieved(list);
    const words = [...new Set(list.flatMap(({ source }) => source.match(/[a-z0-9']+/g) ?? []))];
    const sign = fc.constantFrom(' ', ' ', ' ', ' ', '', "'", '$', '. ', 'é', '-');
    const text = fc
      .array(fc.tuple(fc.constantFrom(...words), sign), { maxLength: 40 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (match) => {
        const sifted = sieve.sift(match);
        expect(list.filter((pattern, number) => !mayOccur(sifted, number) && pattern.test(match))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['not (approved|covered)', ['not a', 'not c']],
    ['(is|are)? ?den(y|ied)', ['is de', 'isden', 'are d', 'arede', ' deny', ' deni', 'deny', 'denie']],
    ['pa*id', ['pa']],
    ['no ~3 bill', ['no ']],
    ['d[ao]y{2}', ['day', 'doy']],
    ['(?=x)[a-z]+ of', ['']],
  ])('reads the beginnings of "%s"', (pattern, beginnings) => {
    expect(beginningsOf(compilePattern(pattern, {}).source).sort()).toEqual([...beginnings].sort());
  });

  it.each([
    ['not ~3 (generally|widely) accepted', ['gener', 'widel']],
    ['not covered|unpaid', ['not c', 'unpai']],
    ['your ~1 (plan|fund) (pays for wigs|covers teeth)', ['pays ', 'teeth']],
    ['no ~2 (medical)? need', ['need']],
    ['(not|no) \\w+', ['not ', 'no ']],
    ['the ?plan', ['the p', 'thepl']],
    ['[a b]+ [(|] x', ['x']],
  ])('tells "%s" by its rarest words', (pattern, beginnings) => {
    expect([...tellingBeginningsOf(compilePattern(pattern, {}))].sort()).toEqual([...beginnings].sort());
  });

  it('finds words behind signs and at the end of a text', () => {
    const sieve = sieved([compilePattern('due', {}), compilePattern('\\$5', {})]);
    const found = (text: string): boolean[] => [0, 1].map((number) => mayOccur(sieve.sift(text), number));
    expect(found("it's (due")).toEqual([true, true]);
    expect(found('overdue')).toEqual([false, true]);
    expect(found('du e')).toEqual([false, true]);
    expect(found('')).toEqual([false, true]);
  });
});
