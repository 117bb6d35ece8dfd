// Cases made up for letters: facts, grounds, treatments, scores, criteria and money in all combinations.
import fc from 'fast-check';
import { NOTHING_YET } from '../../shared/cases/create.ts';
import { planDueDates } from '../../shared/cases/plan-due.ts';
import { EntryId, EvidenceId } from '../../shared/ids.ts';
import type { CaseForLetters } from '../../shared/letters/kinds/input.ts';
import { type Case, type Fact, type Ground, PartyName } from '../../shared/model/case.ts';
import type { Submission } from '../../shared/model/diary.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Timing } from '../../shared/model/finding.ts';
import type { Score, Treatment } from '../../shared/model/record.ts';
import type { Source } from '../../shared/model/source.ts';
import { AppealLevel, PlanType, ReasonId } from '../../shared/model/vocabulary.ts';
import { RULES, TODAY } from './cases.ts';
import { groundId, packetCase, pageOf, paperOf } from './packet-fixtures.ts';

const words = fc.constantFrom(
  'Rowan Ashgrove',
  'Port Ivory Plan',
  'QHA 44-71',
  'ketamine infusion',
  'Elm Row 12\nPort Ivory',
  '$1,250.00',
);
const PAGES = [
  pageOf(1, ['The plan cannot cover the care named here.', 'It is not medically necessary for the member.']),
  pageOf(2, ['Sertraline 200 mg from March to June without response.']),
];
const denial = paperOf(1, { kind: 'denial-letter', date: '2026-08-26', pages: PAGES });
const record = paperOf(2, { kind: 'medical-record', date: '2026-07-01', pages: PAGES });
const source: fc.Arbitrary<Source> = fc
  .record({ paper: fc.constantFrom(denial, record), pageNumber: fc.constantFrom(1, 2), from: fc.nat(4) })
  .map(({ paper, pageNumber, from }) => {
    const quote = PAGES[pageNumber - 1]!.words.slice(from, from + 3)
      .map((word) => word.text)
      .join(' ');
    return { documentId: paper.document.id, proof: { pageNumber, from, to: from + 3, quote } };
  });

const factWords = (name: PartyName) =>
  name === 'letterDate'
    ? fc.constant('2026-08-26')
    : name === 'datesOfService'
      ? fc.constant('2026-07-13, 2026-07-15')
      : words;
const fact = (name: PartyName): fc.Arbitrary<Fact> =>
  fc.oneof(
    fc.constant({ byUser: false }),
    factWords(name).map((value) => ({ value, byUser: true })),
    fc.tuple(factWords(name), source).map(([value, from]) => ({ value, source: from, byUser: false })),
  );
const facts = fc.record(Object.fromEntries(PartyName.options.map((name) => [name, fact(name)]))) as fc.Arbitrary<
  Case['facts']
>;

const grounds: fc.Arbitrary<Ground[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ReasonId.options), fc.option(source, { nil: undefined })), {
    maxLength: 4,
    selector: ([reason]) => reason,
  })
  .map((list) =>
    list.map(([reason, from], index) => ({
      id: groundId(index + 1),
      reason,
      ...(from && { source: from }),
      state: 'confirmed',
      why: [],
      answer: '',
      order: index,
    })),
  );

const origin = fc.option(source, { nil: undefined });
const treatment: fc.Arbitrary<Treatment> = fc
  .record({
    from: origin,
    dose: fc.option(fc.constant('200 mg'), { nil: undefined }),
    since: fc.constantFrom('2024', '2024-03', '2024-03-05', undefined),
    ongoing: fc.boolean(),
    outcome: fc.constantFrom('no-response', 'unknown', 'ongoing'),
  })
  .map(({ from, dose, since, ongoing, outcome }) => ({
    id: 't',
    name: 'Sertraline',
    kind: 'drug' as const,
    ...(dose && { dose }),
    ...(since && { from: since }),
    ongoing,
    outcome,
    ...(from && { source: from }),
    also: [],
    byUser: from === undefined,
  }));
const score: fc.Arbitrary<Score> = fc
  .record({ from: origin, on: fc.constantFrom('2026-07', undefined) })
  .map(({ from, on }) => ({
    id: 's',
    scale: 'PHQ-9',
    value: 21,
    ...(on && { on }),
    ...(from && { source: from }),
    also: [],
    byUser: from === undefined,
  }));
const row: fc.Arbitrary<CaseForLetters['crosswalk'][number]> = fc
  .record({
    from: origin,
    state: fc.constantFrom('met', 'unclear', 'not-shown', 'not-met'),
    shown: fc.array(source, { maxLength: 2 }),
    label: fc.constantFrom('4.1', undefined),
  })
  .map(({ from, state, shown, label }) => ({
    criterion: {
      id: 'c',
      text: 'Four trials of antidepressants.',
      needs: 'all' as const,
      ...(label && { label }),
      ...(from && { source: from }),
      byUser: from === undefined,
    },
    state,
    facts: shown.map((each) => ({ source: each, why: 'six antidepressants', byUser: false })),
    why: '',
    byUser: false,
  }));
const money: fc.Arbitrary<CaseForLetters['money']> = fc.option(
  fc
    .record({ at: source, paid: fc.constantFrom(0, 38000), balance: fc.option(source, { nil: undefined }) })
    .map(({ at, paid, balance }) => ({
      claims: [{ claim: '12-34', billed: 125000, notCovered: 100000, lines: [], sources: [at] }],
      atStake: { cents: 100000, how: '', sources: [at] },
      patientPaid: { cents: paid, sources: [at] },
      balances: balance === undefined ? [] : [{ from: 'Clinic', cents: 99000, source: balance }],
      limits: [],
      differences: [],
      entries: [],
    })),
  { nil: undefined },
);
const sent: fc.Arbitrary<Submission[]> = fc.option(fc.boolean(), { nil: undefined }).map((proved) =>
  proved === undefined
    ? []
    : [
        {
          id: EntryId.parse('n_0000000000000002'),
          what: 'appeal',
          channel: 'fax',
          on: '2026-09-01',
          to: '',
          confirmation: '',
          note: '',
          ...(proved && { proofDocumentId: record.document.id, receivedOn: '2026-09-02' }),
        },
      ],
);

/** Cases of every plan and level, with facts that stand on a page, were typed or are not known. */
export const generatedCases = fc
  .record({
    planType: fc.constantFrom(...PlanType.options),
    level: fc.constantFrom(...AppealLevel.options),
    timing: fc.constantFrom<Timing | undefined>('before-service', 'ongoing', 'after-service', undefined),
    code: fc.constantFrom('F33.2', 'M54.5', undefined),
    ...{ facts, grounds, money, sent },
    treatments: fc.array(treatment, { maxLength: 3 }),
    scores: fc.array(score, { maxLength: 2 }),
    crosswalk: fc.array(row, { maxLength: 3 }),
  })
  .map((given): CaseForLetters => {
    const withNotice: FullDocument = {
      ...denial,
      reading: {
        ...denial.reading,
        fields: given.code === undefined ? {} : { codes: { cpt_hcpcs: [], icd10: [given.code], carc: [], rarc: [] } },
        findings:
          given.code === undefined
            ? []
            : [
                {
                  field: 'codes',
                  system: 'icd10',
                  value: given.code,
                  proof: { pageNumber: 1, from: 0, to: 1, quote: 'The' },
                  confidence: 1,
                  why: [],
                },
              ],
        notice: {
          outcome: { value: 'denied', why: [] },
          ...(given.timing && { timing: { value: given.timing, why: [] } }),
          deciders: [{ name: 'Dr. A. Hale', role: 'reviewer', proof: { pageNumber: 1, from: 0, to: 1, quote: 'The' } }],
          criteria: [],
          contents: [],
        },
      },
    };
    const value: Case = packetCase({
      ...NOTHING_YET,
      planType: { value: given.planType, byUser: true },
      level: given.level,
      facts: given.facts,
      grounds: given.grounds,
      submissions: given.sent,
      evidence: [
        {
          id: EvidenceId.parse('e_0000000000000001'),
          groundId: groundId(1),
          documentId: record.document.id,
          fromPage: 1,
          toPage: 1,
          state: 'accepted',
          score: 1,
          why: [],
        },
      ],
    });
    return {
      case: value,
      documents: new Map([withNotice, record].map((each) => [each.document.id, each])),
      deadlines: [],
      rules: RULES,
      today: TODAY,
      treatments: given.treatments,
      scores: given.scores,
      crosswalk: given.crosswalk,
      money: given.money,
      planDue: planDueDates({
        case: value,
        denial: withNotice,
        rules: RULES,
        today: TODAY,
        ...(given.sent[0] && { sentOn: given.sent[0].on }),
      }),
    };
  });
