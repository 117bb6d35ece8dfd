// Over generated cases: every sentence of every letter is a fixed sentence of resources/letters with only its places filled, carries a page, was typed, or is a blank.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longDate, longDates } from '../../../../shared/cases/calendar.ts';
import { NOTHING_YET } from '../../../../shared/cases/create.ts';
import { planDueDates } from '../../../../shared/cases/plan-due.ts';
import { EntryId, EvidenceId } from '../../../../shared/ids.ts';
import type { CaseForLetters } from '../../../../shared/letters/kinds/input.ts';
import type { Sentence, TemplateBlock } from '../../../../shared/letters/kinds/schema.ts';
import { type Case, type Fact, type Ground, PartyName } from '../../../../shared/model/case.ts';
import { LetterKind, type Submission } from '../../../../shared/model/diary.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import type { Timing } from '../../../../shared/model/finding.ts';
import type { Block, Inline } from '../../../../shared/model/letter.ts';
import type { Score, Treatment } from '../../../../shared/model/record.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { AppealLevel, PlanType, ReasonId } from '../../../../shared/model/vocabulary.ts';
import { RULES, TODAY } from '../../../helpers/cases.ts';
import { groundId, packetCase, pageOf, paperOf } from '../../../helpers/packet-fixtures.ts';
import { drafted, letterWords, wordsOf } from '../../../helpers/written-letters.ts';

const { letterKinds } = RULES;

/** All sentences of a template's blocks. */
function sentencesOf(block: TemplateBlock): Omit<Sentence, 'law'>[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences;
    case 'list':
      return block.items;
    case 'pairs':
      return block.rows;
    case 'lines':
    case 'signature':
      return block.lines;
    case 'table':
      return [block.lead, block.empty].filter((each) => each !== undefined);
    case 'heading':
    case 'added':
      return [];
  }
}

/** The fixed words of a sentence as printed, cut at its places. */
function fixedPieces(sentence: Sentence): string[] {
  const { text, law } = sentence;
  const end = /[.:]?$/.exec(text)![0];
  const printed =
    law === undefined ? text : `${text.slice(0, text.length - end.length)} (${law.citation})${end || '.'}`;
  return printed.split(/\{[^}]*\}/);
}

const BLOCKS = letterKinds.templates.flatMap((template) => template.blocks);
const FIXED = new Set(BLOCKS.flatMap(sentencesOf).flatMap(fixedPieces));
const HEADINGS = new Set(BLOCKS.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])));
const LABELS = new Set(BLOCKS.flatMap((block) => (block.kind === 'pairs' ? block.rows.map((row) => row.label) : [])));

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

const generated = fc
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

/** Values of the case that may stand without a page: typed, or with their page named at an earlier place. */
function knownValues(input: CaseForLetters): Set<string> {
  const values = new Set<string>([' ', longDate(TODAY)]);
  for (const each of Object.values(input.case.facts)) {
    if (each.value === undefined) continue;
    for (const line of [each.value, ...each.value.split('\n')]) values.add(line);
    values.add(longDates(each.value.split(', ')));
  }
  for (const { on, receivedOn } of input.case.submissions)
    for (const day of [on, receivedOn]) if (day) values.add(longDate(day));
  for (const due of input.planDue)
    for (const value of [due.citation, due.due && longDate(due.due), `${due.amount} ${due.unit.replace('-', ' ')}`])
      if (value) values.add(value);
  if (input.money !== undefined) for (const value of ['$1,000.00', '$380.00', '$990.00']) values.add(value);
  return values;
}

const isSpace = (inline: Inline | undefined) => inline?.kind === 'text' && inline.text.trim() === '';

/** Pieces that are neither fixed words, nor known values, nor the user's, nor followed by the page they stand on. */
function unsourced(inlines: readonly Inline[], allowed: ReadonlySet<string>): string[] {
  return inlines.flatMap((inline, index) => {
    if (inline.kind !== 'text' || FIXED.has(inline.text) || allowed.has(inline.text)) return [];
    const next = isSpace(inlines[index + 1]) ? inlines[index + 2] : inlines[index + 1];
    return next?.kind === 'cite' ? [] : [inline.text];
  });
}

function unsourcedOf(block: Block, allowed: ReadonlySet<string>, input: CaseForLetters): string[] {
  switch (block.kind) {
    case 'heading':
      return HEADINGS.has(block.text) ? [] : [block.text];
    case 'paragraph':
      return unsourced(block.inlines, allowed);
    case 'quote':
      return block.inlines.some((inline) => inline.kind === 'cite') ? [] : [wordsOf(block.inlines)];
    case 'list':
      return block.items.flatMap((item) => unsourced(item, allowed));
    case 'lines':
    case 'signature':
      return block.lines.flatMap((line) => unsourced(line, allowed));
    case 'pairs':
      return block.rows.flatMap(({ label, value }) => {
        if (LABELS.has(label)) return unsourced(value, allowed);
        // A row of a table carries its page, or leaves a blank, or was typed by the user.
        const typed =
          input.treatments.some((each) => each.byUser && each.name === label) ||
          input.scores.some((each) => each.byUser && label.startsWith(each.scale));
        const open =
          value.some((inline) => inline.kind === 'cite' || inline.kind === 'blank') ||
          value.some((inline) => inline.kind === 'text' && allowed.has(inline.text));
        return typed || open ? [] : [`${label}: ${wordsOf(value)}`];
      });
  }
}

it('says nothing that is not fixed, sourced, typed or blank', () => {
  fc.assert(
    fc.property(
      generated,
      fc.constantFrom(...LetterKind.options),
      fc.infiniteStream(fc.boolean()),
      fc.boolean(),
      (input, kind, chances, adds) => {
        const bare = drafted(kind, input);
        const filled = bare.blanks.filter(() => chances.next().value === true);
        const fills = Object.fromEntries(filled.map((label, index) => [label, `typed by the user ${index}`]));
        const added = adds ? 'A paragraph of the user’s own.' : '';
        const { letter, blanks, open, basis } = drafted(kind, input, { fills, added });
        const allowed = new Set([...knownValues(input), ...Object.values(fills), added]);
        expect(letter.blocks.flatMap((block) => unsourcedOf(block, allowed, input))).toEqual([]);
        expect(blanks).toEqual(bare.blanks);
        expect(open).toEqual(blanks.filter((label) => fills[label] === undefined));
        const text = letterWords(letter);
        expect(`${letter.subject}\n${text}`).not.toMatch(
          /undefined|NaN|null|\{|\}|\(\s*\)|\[\s*\]| {2}|\s[.,;:](\s|$)/,
        );
        for (const { citation } of basis) expect(text).toContain(citation);
      },
    ),
    { numRuns: 600 },
  );
}, 60_000);

it('uses every fixed sentence in some case', () => {
  const unused = new Set([...FIXED].filter((piece) => piece.trim() !== ''));
  for (const input of fc.sample(generated, { numRuns: 3000, seed: 7 })) {
    if (unused.size === 0) break;
    for (const kind of LetterKind.options)
      for (const block of drafted(kind, input).letter.blocks)
        for (const inline of inlinesIn(block)) if (inline.kind === 'text') unused.delete(inline.text);
  }
  expect([...unused]).toEqual([]);
}, 60_000);

function inlinesIn(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
      return [];
    case 'paragraph':
    case 'quote':
      return block.inlines;
    case 'list':
      return block.items.flat();
    case 'pairs':
      return block.rows.flatMap((each) => each.value);
    case 'lines':
    case 'signature':
      return block.lines.flat();
  }
}
