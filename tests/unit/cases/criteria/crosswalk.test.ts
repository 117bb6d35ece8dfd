// Criteria against the record: counted, compared, denied on a page, or left open; and the user's word above all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosswalk } from '../../../../shared/cases/criteria/crosswalk.ts';
import { caseAtHand } from '../../../../shared/cases/criteria/match/ask.ts';
import { answer } from '../../../../shared/cases/criteria/match/match.ts';
import { textOf } from '../../../../shared/cases/page-text.ts';
import type { Case } from '../../../../shared/model/case.ts';
import { CriterionEdit, CriterionState, CrosswalkRow } from '../../../../shared/model/criteria.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import type { Score, Treatment } from '../../../../shared/model/record.ts';
import { caseOf, paper, RULES, samplePapers } from '../../../helpers/cases.ts';
import { drug, sampleScores, sampleTreatments, sourceOf } from '../../../helpers/sample-care.ts';

const papers = samplePapers();
const value = caseOf(papers);
const treatments = sampleTreatments(papers[4]!);
const scores = sampleScores(papers[5]!);
const walk = (more: Partial<Case> = {}, care: { treatments?: Treatment[]; scores?: Score[] } = {}) =>
  crosswalk({ case: { ...value, ...more }, documents: papers, rules: RULES, treatments, scores, ...care });
const byLabel = (rows: readonly CrosswalkRow[], label: string) => rows.find((row) => row.criterion.label === label)!;

function everyFactStands(rows: readonly CrosswalkRow[], documents: readonly FullDocument[]) {
  for (const { facts } of rows)
    for (const { source } of facts) {
      const page = documents.find(({ document }) => document.id === source.documentId)!.pages[
        source.proof.pageNumber - 1
      ]!;
      expect(source.proof.to).toBeGreaterThan(source.proof.from);
      expect(textOf(page, source.proof.from, source.proof.to)).toBe(source.proof.quote);
    }
}

describe('the sample', () => {
  const rows = walk();

  it('meets 4.1 to 4.4 and says of 4.5 what is not plainly denied', () => {
    expect(rows.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met', 'unclear']);
    expect(byLabel(rows, '4.1').why).toBe('6 antidepressants of 4 classes, each with dose, dates and result');
    expect(byLabel(rows, '4.1').facts).toHaveLength(6);
    expect(byLabel(rows, '4.2').why).toBe('2 augmentations, each with its result');
    expect(byLabel(rows, '4.3').why).toContain('36 sessions');
    expect(byLabel(rows, '4.4').why).toContain('PHQ-9 22 on 2026-07-13 before, PHQ-9 6 on 2026-09-08 after');
    const open = byLabel(rows, '4.5');
    expect(open.why).toContain('Not plainly denied on a page: uncontrolled hypertension');
    expect(open.facts.map(({ source }) => source.proof.quote)).toEqual(
      expect.arrayContaining([
        'No seizure, psychosis or mania ever.',
        'No alcohol, no cannabis; UDS neg 05/27.',
        'BP 118/74, HR 66, wt 131 lb',
      ]),
    );
  });

  it('proves every fact by words of a page and keeps to the schema', () => {
    everyFactStands(rows, papers);
    for (const row of rows) CrosswalkRow.parse(row);
  });

  it('shows plainly what is not met and what no page shows', () => {
    const two = treatments.filter(({ name }) => ['sertraline', 'bupropion XL'].includes(name));
    const fewer = walk({}, { treatments: two, scores: [] });
    expect(fewer.map(({ state }) => state)).toEqual(['not-met', 'not-shown', 'unclear', 'not-shown', 'unclear']);
    expect(byLabel(fewer, '4.1').why).toContain('2 antidepressants of 2 classes');
  });

  it('does not count what lacks its result', () => {
    const blank = treatments.map((each) => ({ ...each, outcome: 'unknown' as const }));
    expect(byLabel(walk({}, { treatments: blank }), '4.1').state).toBe('unclear');
  });
});

describe('kinds of criteria', () => {
  const denial = paper(1, 'denial-letter', 'We deny this. It is not medically necessary.', {
    reasons: { 'medical-necessity': 'not medically necessary' },
    fields: { member_name: 'Ann Poe', member_id: 'XY 12345', letter_date: '2026-05-01' },
  });
  const note = paper(
    2,
    'medical-record',
    `Patient: Ann Poe   DOB: 04/17/1983
Member ID XY 12345

Diagnosis is major depressive disorder, recurrent, severe. Her hypertension is well controlled.
She denies alcohol and illicit drug use. No seizure disorder. She has a pacemaker.
ECT was offered and declined after the anesthesia consult.
Physical therapy took place twice a week from January 5, 2026 to February 27, 2026 without relief.
`,
    { fields: { member_name: 'Ann Poe', member_id: 'XY 12345' } },
  );
  const both = [denial, note];
  const ask = (text: string, care: { treatments?: Treatment[]; scores?: Score[] } = {}, under = '') =>
    answer(text, under, caseAtHand(caseOf(both), both, { treatments: [], scores: [], ...care }));
  const phq = (result: number, on = '2026-04-20'): Score => ({
    ...{ id: on, scale: 'PHQ-9', value: result, on, also: [], byUser: false },
    source: sourceOf(note, 'Diagnosis is major'),
  });
  const therapy = drug('physical therapy', {
    ...{ kind: 'therapy', from: '2026-01-05', to: '2026-02-27', outcome: 'no-response' },
    source: sourceOf(note, 'Physical therapy took place'),
  });

  it.each([
    ['Member is 18 years of age or older', 'met'],
    ['age 65 or older', 'not-met'],
    ['18 to 65 years of age', 'met'],
    ['Diagnosis of major depressive disorder', 'met'],
    ['Diagnosis of schizoaffective disorder', 'not-shown'],
    ['No seizure disorder', 'met'],
    ['No uncontrolled hypertension and no active substance use disorder', 'met'],
    ['Absence of a pacemaker', 'unclear'],
    ['A course of electroconvulsive therapy, or a reason it could not be used', 'met'],
    ['A course of electroconvulsive therapy', 'unclear'],
    ['Age 18 or older and treated at a certified site of the safety programme', 'unclear'],
    ['Prescribed by a cardiologist at a transplant center', 'not-shown'],
  ] as const)('%s: %s', (text, state) => {
    const found = ask(text);
    expect(found.state, found.why).toBe(state);
  });

  it.each([
    ['PHQ-9 of 15 or more, or MADRS of 28 or more', 22, 'met'],
    ['PHQ-9 of 15 or more, or MADRS of 28 or more', 12, 'unclear'],
    ['A score of at least 15 on the PHQ-9', 22, 'met'],
    ['PHQ-9 score ≥ 20', 19, 'not-met'],
    ['PHQ-9 greater than 15', 15, 'not-met'],
    ['A PHQ-9 score of 15', 5, 'unclear'],
    ['Severity documented by PHQ-9', 12, 'met'],
    ['HAM-D 17 or more', 20, 'unclear'],
  ] as const)('%s with %i: %s', (text, score, state) => {
    const found = ask(text, { scores: [phq(score)] });
    // Of two scales one may still be measured: only a single scale that fails is plainly unmet.
    expect(['not-shown', 'not-met'].includes(found.state) ? 'unclear' : found.state).toBe(
      state === 'not-met' ? 'unclear' : state,
    );
    if (state === 'not-met') expect(found.state).toBe('not-met');
  });

  it('weighs how long simpler care lasted, and how lately', () => {
    const care = { treatments: [therapy] };
    expect(ask('At least 6 weeks of conservative therapy within the last 6 months', care).state).toBe('met');
    expect(ask('At least 12 weeks of conservative therapy', care).state).toBe('not-met');
    expect(ask('At least 6 weeks of conservative therapy').state).toBe('not-shown');
    const old = { treatments: [{ ...therapy, from: '2024-01-05', to: '2024-02-27' }] };
    expect(ask('At least 6 weeks of conservative therapy within the last 6 months', old).state).toBe('unclear');
  });

  it('asks each trial for its weeks', () => {
    const trial = (name: string, drugClass: string, length: string) =>
      drug(name, { drugClass, dose: '20 mg', length, outcome: 'no-response', source: sourceOf(note, 'severe.') });
    const text = 'No response to two antidepressants from two classes, eight weeks each at an adequate dose';
    const long = [trial('a', 'SSRI antidepressant', '9 wk'), trial('b', 'SNRI antidepressant', '10 weeks')];
    expect(ask(text, { treatments: long }).state).toBe('met');
    expect(ask(text, { treatments: [long[0]!, trial('b', 'SNRI antidepressant', '3 wk')] }).state).toBe('unclear');
    expect(ask(text, { treatments: [long[0]!, trial('b', 'SSRI antidepressant', '10 wk')] }).state).toBe('unclear');
    expect(ask(text, { treatments: [long[0]!] }).state).toBe('not-met');
  });

  it('knows treatments by the names the record gives them, and misses those it does not hold', () => {
    const row = (name: string, more: Partial<Treatment> = {}) =>
      drug(name, { drugClass: 'DMARD', dose: '15 mg', length: '16 wk', outcome: 'no-response', ...more });
    const care = { treatments: [row('methotrexate', { source: sourceOf(note, 'severe.') })] };
    expect(ask('Failure of methotrexate', care).state).toBe('met');
    expect(ask('Failure of methotrexate and sulfasalazine', care).state).toBe('unclear');
    expect(ask('Failure of methotrexate for at least 24 weeks', care).state).toBe('unclear');
    expect(ask('Failure of two DMARDs', care)).toMatchObject({ state: 'not-met' });
    expect(ask('Failure of two DMARDs', { treatments: [...care.treatments, row('leflunomide')] }).state).toBe('met');
  });

  it('does not count the denied treatment, nor what only strengthens another, as a trial', () => {
    const row = (name: string, drugClass: string) =>
      drug(name, { drugClass, dose: '1 mg', length: '8 wk', outcome: 'no-response' });
    const care = [row('esketamine', 'other antidepressant'), row('liothyronine', 'antidepressant augmentation')];
    expect(ask('One antidepressant trial', { treatments: care }).state).toBe('not-shown');
  });

  it('never says that a ground for exclusion is met', () => {
    expect(ask('No seizure disorder', {}, 'A service is experimental if any of the following is true').state).not.toBe(
      'met',
    );
  });
});

describe('lists of which one is enough', () => {
  const denial = paper(1, 'denial-letter', 'We deny the TMS. It is not medically necessary.', {
    reasons: { 'medical-necessity': 'not medically necessary' },
    fields: {
      member_name: 'Ann Poe',
      member_id: 'XY 12345',
      criteria_cited: 'Policy TM-77',
      letter_date: '2026-05-01',
    },
  });
  const rule = paper(
    2,
    'medical-policy',
    `Policy TM-77\n\nCovered when one of the following is met:\n\n1. Age 65 or older\n2. Age 18 or older\n`,
  );
  const note = paper(3, 'medical-record', 'Patient: Ann Poe   DOB: 04/17/1983\nShe is well.\n', {
    fields: { member_name: 'Ann Poe' },
  });

  it('spares the others, unless the user said something', () => {
    const documents = [denial, rule, note];
    const base = caseOf(documents);
    const rows = crosswalk({ case: base, documents, rules: RULES, treatments: [], scores: [] });
    expect(rows.map(({ state }) => state)).toEqual(['not-applicable', 'met']);
    const criteria = [CriterionEdit.parse({ criterionId: rows[0]!.criterion.id, state: 'not-met' })];
    const after = crosswalk({ case: { ...base, criteria }, documents, rules: RULES, treatments: [], scores: [] });
    expect(after[0]).toMatchObject({ state: 'not-met', byUser: true });
  });
});

describe('the user’s word', () => {
  const rows = walk();
  const first = rows[0]!.criterion.id;
  const fact = { source: sourceOf(papers[6]!, 'There were six'), why: 'the letter says six', byUser: true };

  it('adds, hides, rewords, and matches the new wording', () => {
    const edits = [
      CriterionEdit.parse({ criterionId: first, text: 'Ten adequate antidepressant trials' }),
      CriterionEdit.parse({ criterionId: rows[1]!.criterion.id, hidden: true }),
      CriterionEdit.parse({ criterionId: 'u_1', text: 'age 18 or older', label: 'X', added: true }),
    ];
    const after = walk({ criteria: edits });
    expect(after.map(({ criterion }) => criterion.label)).toEqual(['4.1', '4.3', '4.4', '4.5', 'X']);
    expect(after[0]).toMatchObject({ state: 'not-met', criterion: { byUser: true } });
    expect(after.at(-1)).toMatchObject({ state: 'met', criterion: { byUser: true } });
  });

  it('takes pages away for good', () => {
    const { documentId, proof } = rows[0]!.facts[0]!.source;
    const rejected = [`${documentId}/${proof.pageNumber}/${proof.from}`];
    const after = walk({ criteria: [CriterionEdit.parse({ criterionId: first, rejected })] })[0]!;
    expect(after.facts).toHaveLength(5);
    expect(after.state).toBe('unclear');
  });

  it('wins, whatever it is', () => {
    const edit = fc.record({
      state: fc.option(fc.constantFrom(...CriterionState.options), { nil: undefined }),
      linked: fc.boolean(),
      hidden: fc.boolean(),
      reject: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.nat({ max: rows.length - 1 }), edit, (at, { state, linked, hidden, reject }) => {
        const row = rows[at]!;
        const rejected = reject
          ? row.facts.map(({ source: s }) => `${s.documentId}/${s.proof.pageNumber}/${s.proof.from}`)
          : [];
        const criteria = [
          CriterionEdit.parse({
            ...{ criterionId: row.criterion.id, facts: linked ? [fact] : [], hidden, rejected },
            ...(state && { state }),
          }),
        ];
        const after = walk({ criteria }).find(({ criterion }) => criterion.id === row.criterion.id);
        expect(after === undefined).toBe(hidden);
        if (after === undefined) return;
        if (state !== undefined) expect(after).toMatchObject({ state, byUser: true });
        expect(after.facts.some(({ why, byUser }) => byUser && why === fact.why)).toBe(linked);
        if (reject && !linked) expect(after.facts).toEqual([]);
        everyFactStands([after], papers);
      }),
      { numRuns: 25 },
    );
  });
});

it('never crashes on any criterion, and every fact has its words', () => {
  const at = caseAtHand(value, papers, { treatments, scores });
  const piece = fc.constantFrom(
    ...[
      'two',
      '4',
      'antidepressants',
      'no',
      'PHQ-9',
      '≥ 15',
      'or',
      'age 18',
      'weeks of therapy',
      'ECT',
      'diagnosis of',
    ],
    ...['before and after', 'failed', ';', 'MADRS', 'percent', '50%', 'fall', 'augmentation', 'without', '(', '['],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((words) => words.join(' ')),
    fc.string({ maxLength: 80 }),
  );
  fc.assert(
    fc.property(text, (words) => {
      const found = answer(words, '', at);
      expect(CriterionState.options).toContain(found.state);
      if (found.state === 'not-shown') expect(found.facts.every(({ source }) => source.proof.quote !== '')).toBe(true);
      everyFactStands(
        [{ criterion: {} as CrosswalkRow['criterion'], ...found, facts: [...found.facts], byUser: false }],
        papers,
      );
    }),
    { numRuns: 150 },
  );
});

it('bears any treatments and scores', () => {
  const texts = [
    'Two antidepressant trials',
    'Failure of a drug for 6 weeks',
    'PHQ-9 of 15 or more',
    'a course of ECT',
  ];
  const row = fc.record({
    name: fc.string({ maxLength: 20 }),
    drugClass: fc.string({ maxLength: 20 }),
    length: fc.string({ maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.constantFrom(...texts), (rows, text) => {
      const odd = rows.map(({ name, ...more }) => drug(name, more));
      const found = answer(text, '', caseAtHand(value, papers, { treatments: odd, scores: [] }));
      expect(found.state).not.toBe('met');
    }),
    { numRuns: 100 },
  );
});
