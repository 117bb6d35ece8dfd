// Where the name of a rule begins and ends, what only looks like a rule, and how rules stand to the grounds of a letter. All wordings are our own.
import { describe, expect, it } from 'vitest';
import { recutsOf } from '../../../../shared/reading/fields/criteria/cuts.ts';
import { groundsIn, toGrounds } from '../../../../shared/reading/fields/criteria/grounds-near.ts';
import { hitsIn } from '../../../../shared/reading/fields/criteria/hits.ts';
import { flowOf, paperOf } from '../../../../shared/reading/paper.ts';
import { pagesFromText } from '../../../../shared/text/plain-text.ts';

const flow = (text: string) => flowOf(paperOf(pagesFromText(text)).lines);
const cited = (text: string): string[] => hitsIn(flow(text)).map((hit) => hit.value);
const cuts = (text: string): string[] => {
  const piece = flow(text);
  return hitsIn(piece).flatMap((hit) => recutsOf(piece, hit).map((recut) => `${recut.cut}: ${recut.hit.value}`));
};

describe('a rule and how its name may be cut', () => {
  it.each([
    ['It fails Tarn Policy KN-12, Repair of Knees.', 'titled: Tarn Policy KN-12, Repair of Knees'],
    ['It fails Tarn Policy KN-12, "Repair of Knees", as we read it.', 'titled: Tarn Policy KN-12, "Repair of Knees"'],
    ['We looked at Repair of Knees, KN-12.', 'led: Repair of Knees, KN-12'],
    ['OUR REASONS Based on Repair of Knees, KN-12.', 'led: Repair of Knees, KN-12'],
    ['It fails Tarn Policy KN-12 (rev. 2025).', 'edition: Tarn Policy KN-12 (rev. 2025)'],
    ['We used the ASAM Criteria, Level 2.1.', 'edition: ASAM Criteria, Level 2.1'],
    [
      'It fails InterQual 2026 Acute Adult, Bowel Obstruction subset.',
      'edition: InterQual 2026 Acute Adult, Bowel Obstruction subset',
    ],
    ['We used The ASAM Criteria, Fourth Edition.', 'the: The ASAM Criteria, Fourth Edition'],
    ['See Chapter 4 of the State manual.', 'of: Chapter 4 of the State manual'],
    ['It fails Tarn Policy KN-12.', 'bare: KN-12'],
    ['It is left out by Plan Document section 6.3(b).', 'bare: section 6.3(b)'],
  ])('"%s"', (text, cut) => {
    expect(cuts(text)).toContain(cut);
  });

  it.each(['It fails Tarn Policy KN-12, We have told your doctor.', 'It fails Tarn Policy KN-12, March 4.'])(
    'has no title in "%s"',
    (text) => {
      expect(cuts(text).filter((cut) => cut.startsWith('titled'))).toEqual([]);
    },
  );
});

describe('the forms of rules', () => {
  it.each([
    ['The aide is not covered: 14 VAC 20-30-155.', '14 VAC 20-30-155'],
    ['Under K.A.R. 128-5-14 no payment is made.', 'K.A.R. 128-5-14'],
    ['Under 405:12-3-41 no payment is made.', '405:12-3-41'],
    ['It is left out by General Provisions 4.', 'General Provisions 4'],
    ['It is left out on page 41 of your Summary Plan Description.', 'page 41 of your Summary Plan Description'],
    ['It is left out by SPD pages 12 and 54.', 'SPD pages 12 and 54'],
    ['It is left out by Art. IV, sec. 9.', 'Art. IV, sec. 9'],
    ['It is left out by Part C(2).', 'Part C(2)'],
    ['It does not meet Tallow Creek KN-12.', 'Tallow Creek KN-12'],
    ['Based on Tarn & Field Medical Policy 0417, we cannot.', 'Tarn & Field Medical Policy 0417'],
  ])('"%s"', (text, rule) => {
    expect(cited(text)).toContain(rule);
  });

  it.each([
    'Group VH-7710',
    'Orla Winslade ID LPH-2280',
    'Case TR-118',
    'CO-197',
    'PHQ-9',
    'Mr. Arlo Tarn Policy KL-55',
  ])('"%s" is another number', (text) => {
    expect(cited(`For ${text} we wrote before.`)).not.toContain(text);
  });
});

describe('grounds and the rules beside them', () => {
  const text = 'We looked at your notes. The brace does not meet our rule. See Policy KN-12 for all of it.';
  const piece = flow(text);
  const given = groundsIn(piece, [{ reason: 'medical-necessity', quote: 'The brace does not\nmeet our rule.' }]);

  it('are found whatever breaks their lines', () => {
    expect(given.map(({ from, to }) => text.slice(from, to))).toEqual(['The brace does not meet our rule.']);
  });

  it('say whether a rule is named in, behind or before one', () => {
    const at = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });
    expect(toGrounds(at('our rule'), given)).toEqual(['in-ground']);
    expect(toGrounds(at('Policy KN-12'), given)).toEqual(['behind-ground']);
    expect(toGrounds(at('your notes'), given)).toEqual(['before-ground']);
    expect(toGrounds({ from: 900, to: 910 }, given)).toEqual(['off-ground']);
    expect(toGrounds(at('your notes'), [])).toEqual([]);
  });
});
