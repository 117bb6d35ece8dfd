// Choosing a passphrase and typing it wrong: how strong it is in words, and what to check.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from '../../../renderer/bridge/estimate.ts';
import { thingsToCheck } from '../../../renderer/wording/passphrase-checks.ts';
import { strengthWords, TRIES_PER_SECOND } from '../../../renderer/wording/strength.ts';

const YEAR_S = 365.25 * 86_400;
const guessesFor = (seconds: number) => 2 * seconds * TRIES_PER_SECOND;

test('common words and patterns are weak however long they are; words chosen by chance are strong', () => {
  const level = (passphrase: string) => strengthWords(estimate(passphrase).guesses).level;
  for (const easy of ['password1234', 'qwertyuiop12', 'aaaaaaaaaaaaaaaa', 'appealvault2026', 'iloveyou1990'])
    expect(level(easy), easy).toBe('Very weak');
  for (const hard of ['scrap unbolted jargon tidbit cornhusk', 'lantern quarry ember tulip monday'])
    expect(level(hard), hard).toBe('Strong');
  expect(estimate('password1234').warning).toMatch(/common/i);
});

test('times are said in their largest unit', () => {
  const said = (seconds: number) => strengthWords(guessesFor(seconds)).sentence;
  expect([0.1, 1, 90, 3 * 3600, 2 * 86_400].map(said)).toEqual([
    'Guessing it would take less than a second.',
    'Guessing it would take about 1 second.',
    'Guessing it would take about 2 minutes.',
    'Guessing it would take about 3 hours.',
    'Guessing it would take about 2 days.',
  ]);
  expect([12 * YEAR_S, 5000 * YEAR_S, 4.4e6 * YEAR_S, 1e12 * YEAR_S].map(said)).toEqual([
    'Guessing it would take about 12 years.',
    'Guessing it would take about 5 thousand years.',
    'Guessing it would take about 4 million years.',
    'Guessing it would take more than a billion years.',
  ]);
});

test('more guesses never make a passphrase look weaker', () => {
  const positive = fc.double({ min: 1, max: 1e30, noNaN: true });
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(strengthWords(less).percent).toBeLessThanOrEqual(strengthWords(more).percent);
    }),
  );
});

test('after a wrong passphrase it says what was noticed in what was typed, and never repeats it', () => {
  expect(thingsToCheck(' lantern', true).slice(0, 2)).toEqual([
    expect.stringContaining('Caps lock is on'),
    'What you typed begins with a space.',
  ]);
  expect(thingsToCheck('lantern ', false)[0]).toBe('What you typed ends with a space.');
  expect(thingsToCheck('lantern  quarry', false)[0]).toContain('two spaces');
  expect(thingsToCheck('лантерн', false)[0]).toContain('English keyboard');
  expect(thingsToCheck('lantern quarry', false)[0]).toContain('same language');
  const secret = fc.string({ minLength: 9 }).filter((text) => text.trim().length > 8);
  fc.assert(
    fc.property(secret, fc.boolean(), (typed, isCapsLock) => {
      // What is said depends on the shape of what was typed alone.
      expect(thingsToCheck(typed, isCapsLock).join('\n')).toBe(
        thingsToCheck(typed.replace(/[a-z]/g, 'x'), isCapsLock).join('\n'),
      );
    }),
  );
});
