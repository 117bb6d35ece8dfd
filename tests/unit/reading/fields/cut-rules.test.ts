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
    ['It fails Tarn Policy KN-12 (Knee Repairs).', 'titled: Tarn Policy KN-12 (Knee Repairs)'],
    ['It is left out by Article 7, paragraph r.', 'steps: Article 7, paragraph r'],
    ['It is left out by Article 7, ¶ 7.4.', 'steps: Article 7, ¶ 7.4'],
    ['The brochure, Section 5(b), leaves it out.', 'led: brochure, Section 5(b)'],
    ['See Tarn Placement Guide for Teens, section 4.', 'led: Tarn Placement Guide for Teens, section 4'],
    ['See Tarn Acute Criteria, Chest Pain, 2026.', 'tail: Tarn Acute Criteria, Chest Pain, 2026'],
    ['The rule is the TWB Surgical Standard 40-J.', 'house: TWB Surgical Standard 40-J'],
    ['The rule is our laboratory policy LB-90.', 'house: laboratory policy LB-90'],
    ['It is no injury (Acute Care, chest pain, part 7).', 'bracket: Acute Care, chest pain, part 7'],
    [
      'Guideline: Tarn Care Standards, teens, sections 4.2 and 4.5. Free.',
      'stated: Tarn Care Standards, teens, sections 4.2 and 4.5',
    ],
  ])('"%s"', (text, cut) => {
    expect(cuts(text)).toContain(cut);
  });

  it.each([
    'It fails the rules (Medicare Benefit Policy Manual, chapter 8; 42 CFR 409.33).',
    'It fails the rules (42 CFR 409.33 and Tarn Policy KN-12).',
    'It is no injury (we told you that Part 7 has no such benefit).',
  ])('is not all that the brackets hold in "%s"', (text) => {
    expect(cuts(text).filter((cut) => cut.startsWith('bracket'))).toEqual([]);
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
    ['It does not meet Guideline TF-Knee-4.', 'Guideline TF-Knee-4'],
    ['It does not meet Drug Policy RX-GD1.', 'Drug Policy RX-GD1'],
    ['It does not meet Medical Policy TF-RX 0117.', 'Medical Policy TF-RX 0117'],
    ['It is unproven under Tarn Clinical Position 61.', 'Tarn Clinical Position 61'],
    ['It does not meet Tarn Acute Care Criteria, 12th edition.', 'Tarn Acute Care Criteria, 12th edition'],
    ['It does not meet the Hollow Brook Placement Guide for Teens.', 'Hollow Brook Placement Guide for Teens'],
    ['It is on our Part B Step Therapy List, 2026, with others.', 'Part B Step Therapy List, 2026'],
    ['It is not met (LCD on shoulder injections).', 'LCD on shoulder injections'],
    ['It is not met (LAC 50:I.2101).', 'LAC 50:I.2101'],
    ['It is not met under A.A.C. R9-12-205(B).', 'A.A.C. R9-12-205(B)'],
    ['It is not met under 907 KAR 3:910 Section 2(4).', '907 KAR 3:910 Section 2(4)'],
    ['It is not met under N.M. Admin. Code 8.302.5.', 'N.M. Admin. Code 8.302.5'],
    ['It is left out (Certificate, 5.6).', 'Certificate, 5.6'],
    ['It is left out by Exclusions, no. 1.', 'Exclusions, no. 1'],
    ['See your plan booklet, page 51, on this.', 'plan booklet, page 51'],
  ])('"%s"', (text, rule) => {
    expect(cited(text)).toContain(rule);
  });

  it.each([
    ['You have none. A. Tarn policy KN-12 asks for it.', 'Tarn policy KN-12'],
    ['WHY WE REFUSE. State rule 8.51 asks for it.', 'State rule 8.51'],
    ['Criteria Tarn Clinical Guideline 92.03 and notes', 'Tarn Clinical Guideline 92.03'],
    ['According to Tarn Policy KN-12 it is not.', 'Tarn Policy KN-12'],
    ['Tarn Provider Manual, Chapter 6 (2026), says so.', 'Tarn Provider Manual, Chapter 6'],
    ['She applied the CALOCUS-CASII and her notes.', 'CALOCUS-CASII'],
  ])('are cited without what stands around them: "%s"', (text, rule) => {
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
