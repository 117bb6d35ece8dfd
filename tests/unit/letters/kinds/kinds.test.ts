// Each kind of letter on real cases: the right contents, the law of the plan and no other, facts with their page, blanks for the rest.
import { describe, expect, it } from 'vitest';
import { letterName } from '../../../../shared/letters/kinds/names.ts';
import { letterOffers } from '../../../../shared/letters/kinds/offers.ts';
import { LetterKind } from '../../../../shared/model/diary.ts';
import { Letter } from '../../../../shared/model/letter.ts';
import { PlanType } from '../../../../shared/model/vocabulary.ts';
import { letterBlanks, letterCites } from '../../../../shared/packet/letter-cites.ts';
import { caseOf, paper, RULES, samplePapers } from '../../../helpers/cases.ts';
import { labelledPapers } from '../../../helpers/labelled-papers.ts';
import { drafted, forLetters, letterWords, wordsOf } from '../../../helpers/written-letters.ts';

const papers = samplePapers();
const sample = caseOf(papers);
const ofSample = forLetters(sample, papers);
const medicaidPapers = labelledPapers([15]);
const ofMedicaid = forLetters(caseOf(medicaidPapers), medicaidPapers);
const advantagePapers = labelledPapers([18]);
const ofAdvantage = forLetters(caseOf(advantagePapers), advantagePapers);
const words = (kind: LetterKind, input = ofSample) => letterWords(drafted(kind, input).letter);
const ofPlan = (planType: PlanType) => forLetters({ ...sample, planType: { value: planType, byUser: true } }, papers);

/** Law that belongs to some types of plan and to no other. */
const LAW: readonly (readonly [string, RegExp, readonly PlanType[]])[] = [
  ['ERISA', /ERISA|29 U\.S\.C\.|EBSA|Employee Benefits Security/, ['erisa-self-funded']],
  ['claims procedure', /29 CFR/, ['erisa-self-funded', 'fully-insured', 'aca-marketplace']],
  ['market rules', /45 CFR 14[67]/, ['erisa-self-funded', 'fully-insured', 'aca-marketplace']],
  ['public health law', /300gg/, ['erisa-self-funded', 'fully-insured', 'aca-marketplace', 'fehb']],
  ['Medicare Advantage', /42 CFR (part )?422/, ['medicare-advantage']],
  ['Part D', /42 CFR (part )?423/, ['medicare-part-d']],
  ['Medicare', /42 CFR (part )?405|1-800-MEDICARE/, ['medicare-advantage', 'medicare-part-d', 'original-medicare']],
  ['Medicaid', /42 CFR (part )?438|42 CFR 447|fair hearing|Medicaid agency/, ['medicaid-mco']],
  ['federal employees', /(?<!\d)5 CFR|8902|Personnel Management/, ['fehb']],
  ['TRICARE', /32 CFR|Defense Health/, ['tricare']],
  [
    'State insurance',
    /Department of Insurance|external review of the State|program for disputes/,
    ['fully-insured', 'aca-marketplace', 'short-term'],
  ],
];

describe.each(LetterKind.options)('%s', (kind) => {
  it.each([
    ['the sample case', ofSample],
    ['a Medicaid case', ofMedicaid],
    ['a Medicare Advantage case', ofAdvantage],
  ])('on %s is a letter whose blanks are listed and whose law is in the basis', (_name, input) => {
    const { letter, blanks, open, basis } = drafted(kind, input);
    expect(Letter.parse(letter)).toEqual(letter);
    expect([...new Set(letterBlanks(letter).map((blank) => blank.label))]).toEqual(open);
    expect(open).toEqual(blanks);
    for (const label of blanks) expect(label.length).toBeLessThanOrEqual(300);
    expect(new Set(basis.map((each) => each.citation)).size).toBe(basis.length);
    for (const { citation } of basis) expect(letterWords(letter)).toContain(citation);
    expect(letterWords(letter)).not.toMatch(/undefined|NaN|\{|\}|\(\)|\[\]| {2}|\s[.,;:]/);
    for (const cite of letterCites(letter)) expect(input.documents.has(cite.documentId)).toBe(true);
  });

  it('carries no law of another type of plan', () => {
    for (const planType of PlanType.options) {
      const text = words(kind, ofPlan(planType)).replace(/“[^”]*”/g, '');
      for (const [name, law, planTypes] of LAW)
        if (!planTypes.includes(planType)) expect(law.exec(text)?.[0], `${name} in ${planType}`).toBeUndefined();
    }
  });

  it('fills its blanks with the words of the user, wherever they stand', () => {
    const { blanks } = drafted(kind, ofSample);
    const fills = Object.fromEntries(blanks.map((label, index) => [label, `own words ${index}`]));
    const filled = drafted(kind, ofSample, { fills, added: 'First.\n\nSecond.' });
    expect(filled.open).toEqual([]);
    expect(filled.blanks).toEqual(blanks);
    expect(letterBlanks(filled.letter)).toEqual([]);
    const own = filled.letter.blocks.filter((block) => block.kind === 'paragraph' && block.origin === 'user');
    expect(letterWords({ subject: '', blocks: own })).toMatch(/First\.\nSecond\.$/);
    const text = letterWords(filled.letter);
    for (const fill of Object.values(fills)) expect(text).toContain(fill);
  });

  it('has a name', () => expect(letterName(kind, RULES).length).toBeGreaterThan(10));
});

describe('the law of each plan', () => {
  it('asks for the claim file under the rule of the plan', () => {
    expect(words('claim-file')).toContain('29 CFR 2560.503-1(h)(2)(iii)');
    expect(words('claim-file')).toContain('up to $110 for each day');
    expect(words('claim-file', ofMedicaid)).toContain('42 CFR 438.406(b)(5)');
    expect(words('claim-file', ofAdvantage)).toContain('42 CFR 422.101(b)(6)');
    const verified = drafted('claim-file', ofMedicaid).basis.filter((each) => each.trust === 'verified');
    expect(verified.map((each) => each.citation)).toEqual(['42 CFR 438.404(b)(2)']);
  });

  it('sends the complaint to the authority of the plan', () => {
    expect(words('regulator-complaint')).toContain('1-866-444-3272');
    expect(words('regulator-complaint', ofPlan('fully-insured'))).toContain('Department of Insurance');
    expect(words('regulator-complaint', ofPlan('medicare-part-d'))).toContain('1-800-MEDICARE');
    expect(words('regulator-complaint', ofMedicaid)).toContain('Medicaid agency');
    expect(words('regulator-complaint', ofPlan('fehb'))).toContain('Office of Personnel Management');
    expect(words('regulator-complaint', ofPlan('tricare'))).toContain('Defense Health Agency');
  });

  it('asks for parity by the statute and the rule of 2013, for the limits the reasons suggest, and for nothing that is not enforced', () => {
    const text = words('parity-disclosure');
    expect(text).toContain('29 U.S.C. 1185a(a)(8)');
    expect(text).toContain('The exclusion of treatment as experimental');
    expect(text).toContain('Review for medical necessity');
    expect(text).not.toMatch(/Step therapy|outcomes? data|meaningful benefit|certif|material difference|2024/i);
  });

  it('gives an appointment in Medicare every content its form has', () => {
    const text = words('representative', ofAdvantage);
    for (const content of [
      'Medicare number',
      'accepts the appointment',
      'Professional status',
      'disqualified',
      'fee',
      'one year',
    ])
      expect(text).toContain(content);
    expect(words('representative')).not.toMatch(/Medicare|Secretary/);
  });

  it('gives an authorization every statement the privacy rule asks', () => {
    const text = words('records-authorization');
    for (const content of [
      'Who may disclose',
      'To whom',
      'What may be disclosed',
      'Purpose',
      'Ends on',
      'revoked',
      'depend on signing',
      'disclosed again',
      'Psychotherapy notes',
      '42 CFR 2.31',
    ])
      expect(text).toContain(content);
  });

  it('does not call anybody to borrow money', () => {
    for (const kind of ['negotiation', 'mediation'] as const)
      expect(words(kind)).not.toMatch(/loan|credit card|borrow/i);
  });
});

describe('facts and pages', () => {
  const source = {
    documentId: papers[4]!.document.id,
    proof: { pageNumber: 1, from: 0, to: 3, quote: 'three words here' },
  };
  const full = forLetters(sample, papers, {
    treatments: [
      {
        id: 't1',
        name: 'Sertraline',
        kind: 'drug',
        drugClass: 'SSRI antidepressant',
        dose: '200 mg',
        from: '2024-03',
        to: '2024-06-30',
        ongoing: false,
        outcome: 'no-response',
        source,
        also: [],
        byUser: false,
      },
      { id: 't2', name: 'Psychotherapy', kind: 'therapy', ongoing: true, outcome: 'unknown', also: [], byUser: true },
    ],
    scores: [
      {
        id: 's1',
        scale: 'PHQ-9',
        value: 21,
        on: '2026-07-13',
        moment: 'before infusion 1',
        source,
        also: [],
        byUser: false,
      },
    ],
    crosswalk: [
      {
        criterion: {
          id: 'c1',
          label: '4.1',
          text: 'Four antidepressants failed.',
          needs: 'all',
          source,
          byUser: false,
        },
        state: 'met',
        facts: [{ source, why: 'six antidepressants', byUser: false }],
        why: '',
        byUser: false,
      },
      {
        criterion: { id: 'c2', label: '4.1', text: 'One augmentation.', needs: 'all', source, byUser: false },
        state: 'not-shown',
        facts: [],
        why: '',
        byUser: false,
      },
    ],
  });

  it('gives the doctor treatments, scores and criteria with their pages, and a blank where a criterion is not shown', () => {
    const { letter, open } = drafted('medical-necessity-template', full);
    const text = letterWords(letter);
    expect(text).toContain('SSRI antidepressant; 200 mg; from March 2024 to June 30, 2024; no response');
    expect(text).toContain('PHQ-9, July 13, 2026');
    expect(text).toContain('21, before infusion 1');
    expect(text).toContain('“Four antidepressants failed.” (p. 1) Shown by the records: six antidepressants (p. 1).');
    expect(open).toContain('What shows criterion 4.1 (2)');
    expect(open).not.toContain('What shows criterion 4.1');
  });

  it('names the page of a fact once in running text, and in every table', () => {
    const { letter } = drafted('claim-file', full);
    const table = letter.blocks.find((block) => block.kind === 'pairs')!;
    const rows = table.kind === 'pairs' ? table.rows : [];
    for (const row of rows) expect(row.value.at(-1)?.kind).toBe('cite');
    const opening = letter.blocks.find((block) => block.kind === 'paragraph')!;
    expect(opening.kind === 'paragraph' && opening.inlines.some((inline) => inline.kind === 'cite')).toBe(false);
  });

  it('shows the billing office each code once, with the line it stands on', () => {
    const denial = papers[0]!;
    const page = denial.pages[0]!;
    const at = page.words.findIndex((word) => /^F33\.2/.test(word.text));
    const proof = { pageNumber: 1, from: at, to: at + 1, quote: page.words[at]!.text };
    const finding = {
      field: 'codes' as const,
      system: 'icd10' as const,
      value: 'F33.2',
      proof,
      confidence: 1,
      why: [],
    };
    const read = {
      ...denial,
      reading: { ...denial.reading, findings: [...denial.reading.findings, finding, finding] },
    };
    const { letter } = drafted('corrected-claim', forLetters(sample, [read, ...papers.slice(1)]));
    const rows = letter.blocks.flatMap((block) => (block.kind === 'pairs' ? block.rows : []));
    const found = rows.filter((row) => row.label === 'Diagnosis code F33.2');
    expect(found).toHaveLength(1);
    expect(wordsOf(found[0]!.value)).toBe(
      '“Diagnosis on claims: F33.2, major depressive disorder, recurrent, severe” (p. 1)',
    );
  });

  it('names the rule and the day of a late plan', () => {
    const late = { ...sample, appealSentOn: '2026-01-05' };
    const input = forLetters(late, papers);
    const due = input.planDue.find((each) => each.timing === 'post-service')!;
    const known = { ...input, planDue: [{ ...due, applies: 'yes' as const, isLate: true }] };
    const text = words('missed-deadline', known);
    expect(text).toContain('sent on January 5, 2026');
    expect(text).toContain('The time for the decision is 60 days (29 CFR 2560.503-1(i)(2)).');
    expect(text).toContain('it ended on March 6, 2026');
    expect(drafted('missed-deadline', known).basis.map((each) => each.citation)).toContain(due.citation);
    expect(letterOffers(known)[0]?.fits).toBe('yes');
    expect(letterOffers(known).find((offer) => offer.kind === 'missed-deadline')?.fits).toBe('yes');
  });
});

describe('offers', () => {
  const fits = (input = ofSample) => Object.fromEntries(letterOffers(input).map((offer) => [offer.kind, offer.fits]));

  it('names every kind once, with a reason, those that fit first', () => {
    for (const input of [ofSample, ofMedicaid, ofAdvantage]) {
      const offers = letterOffers(input);
      expect(offers.map((offer) => offer.kind).sort()).toEqual([...LetterKind.options].sort());
      const order = offers.map((offer) => ['yes', 'perhaps', 'no'].indexOf(offer.fits));
      expect(order).toEqual([...order].sort());
      for (const offer of offers) expect(offer.why).not.toBe('');
    }
  });

  it('fits the case', () => {
    expect(fits()).toMatchObject({
      'claim-file': 'yes',
      'parity-disclosure': 'yes',
      'medical-necessity-template': 'yes',
      'surprise-bill': 'no',
      'external-review': 'no',
      'missed-deadline': 'no',
    });
    expect(fits(ofAdvantage)).toMatchObject({ 'parity-disclosure': 'no', 'surprise-bill': 'no' });
    expect(fits(forLetters({ ...sample, level: 'first-level-upheld' }, papers))['external-review']).toBe('yes');
    const coding = caseOf([
      paper(60, 'denial-letter', 'The code is wrong.', { reasons: { 'coding-error': 'The code is wrong.' } }),
    ]);
    const denial = paper(60, 'denial-letter', 'The code is wrong.', {
      reasons: { 'coding-error': 'The code is wrong.' },
    });
    expect(fits(forLetters(coding, [denial]))).toMatchObject({
      'corrected-claim': 'yes',
      'peer-to-peer': 'no',
      'continuity-of-care': 'no',
    });
  });
});
