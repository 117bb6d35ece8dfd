// Whatever a statement lists comes back to the cent, each amount with its words; arbitrary words never break the reading.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../../../shared/cases/money/cents.ts';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import { moneyLines } from '../../../../shared/cases/money/money-lines.ts';
import { moneyView } from '../../../../shared/cases/money/money-view.ts';
import { partsOf, sumOf } from '../../../../shared/cases/money/sums.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import type { MoneyKind } from '../../../../shared/model/money.ts';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { caseOf, paper, TODAY } from '../../../helpers/cases.ts';

const cents = fc.integer({ min: 0, max: 2_000_000 });
const plain = (value: number): string => formatCents(value).slice(1);
const SERVICES = [
  '99213 Office visit',
  '96365 IV infusion',
  'J3490 Drug, unclassified',
  '97110 Exercises, 15 min',
  '70450 CT head',
];
const service = fc.constantFrom(...SERVICES);
const day = fc.integer({ min: 1, max: 28 }).map((each) => `03/${String(each).padStart(2, '0')}/26`);

/** Columns of a plan's statement with their headings, in several wordings. */
const COLUMNS: readonly (readonly [MoneyKind, readonly string[]])[] = [
  ['charge', ['Billed', 'Charged', 'Amount billed', 'Charge']],
  ['adjustment', ['Network savings', 'Plan discount', 'Discount', 'Adjustment']],
  ['not-covered', ['Not covered', 'Denied', 'Ineligible', 'Non-covered']],
  ['copay', ['Your copay', 'Copay', 'Co-pay']],
  ['deductible', ['Deductible', 'Applied to deductible']],
  ['coinsurance', ['Coinsurance', 'Co-insurance']],
  ['plan-payment', ['Plan paid', 'We paid', 'Paid', 'Benefit paid']],
  ['patient-share', ['You owe', 'Your share', 'Patient responsibility', 'You may owe']],
];

const statement = fc
  .record({
    columns: fc.shuffledSubarray(COLUMNS.slice(1) as (typeof COLUMNS)[number][], { minLength: 2 }),
    wording: fc.nat(3),
    split: fc.boolean(),
    gap: fc.integer({ min: 2, max: 5 }),
    dollar: fc.boolean(),
    rows: fc.array(fc.record({ day, service, amounts: fc.array(cents, { minLength: 8, maxLength: 8 }) }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ columns, wording, split, gap, dollar, rows }) => {
    const shown = [COLUMNS[0]!, ...columns];
    const titles = shown.map(([, titles]) => titles[wording % titles.length]!.split(' '));
    const write = (value: number): string => (dollar ? formatCents(value) : plain(value));
    const total = shown.map((_, at) => rows.reduce((sum, row) => sum + row.amounts[at]!, 0));
    const width = shown.map((_, at) =>
      Math.max(
        ...[...titles[at]!.map((word) => word.length), split ? 0 : titles[at]!.join(' ').length],
        ...[total, ...rows.map((row) => row.amounts)].map((values) => write(values[at]!).length),
      ),
    );
    const line = (lead: string, values: readonly string[]): string =>
      lead.padEnd(38) + values.map((value, at) => ' '.repeat(gap) + value.padStart(width[at]!)).join('');
    const heading = split
      ? [
          line(
            '',
            titles.map((words) => (words.length > 1 ? words.slice(0, -1).join(' ') : '')),
          ),
          line(
            'Date      Service',
            titles.map((words) => words.at(-1)!),
          ),
        ]
      : [
          line(
            'Date      Service',
            titles.map((words) => words.join(' ')),
          ),
        ];
    const text = [
      'EXAMPLE HEALTH PLAN',
      'Claim number C-100200',
      '',
      ...heading,
      ...rows.map((row) =>
        line(
          `${row.day}  ${row.service}`,
          shown.map((_, at) => write(row.amounts[at]!)),
        ),
      ),
      line('Claim total', total.map(write)),
      '',
      'This is not part of the plan.',
    ].join('\n');
    return { text, shown: shown.map(([kind]) => kind), rows, total };
  });

function proven(document: FullDocument): void {
  for (const { source, cents: value } of moneyLines(document)) {
    const words = document.pages[source.proof.pageNumber - 1]?.words.slice(source.proof.from, source.proof.to) ?? [];
    expect(words.map((word) => word.text).join(' ')).toBe(source.proof.quote);
    expect(amountsIn(source.proof.quote).map((amount) => amount.cents)).toContain(value);
  }
}

const eobOf = (text: string): FullDocument =>
  paper(1, 'eob', text, {
    reasons: { 'benefit-exclusion': 'not part of the plan' },
    fields: { claim_numbers: ['C-100200'] },
  });

describe('a statement of a plan', () => {
  it('comes back line by line', () => {
    fc.assert(
      fc.property(statement, ({ text, shown, rows, total }) => {
        const document = eobOf(text);
        const lines = moneyLines(document);
        shown.forEach((kind, at) => {
          const read = lines.filter((line) => line.kind === kind && !line.id.endsWith('/refused'));
          expect(read.filter((line) => !line.isTotal).map((line) => line.cents)).toEqual(
            rows.map((row) => row.amounts[at]),
          );
          expect(read.filter((line) => line.isTotal).map((line) => line.cents)).toEqual([total[at]]);
        });
        proven(document);
      }),
      { numRuns: 150 },
    );
  });

  it('comes back from a page that stands a little askew', () => {
    fc.assert(
      fc.property(
        statement,
        fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 30, maxLength: 30 }),
        ({ text, shown, rows }, jitter) => {
          const straight = eobOf(text);
          const pages = straight.pages.map((page) => ({
            ...page,
            words: page.words.map((word, at) => ({
              ...word,
              x: word.x + jitter[at % 30]!,
              y: word.y + jitter[(at * 7) % 30]! / 3 + word.x * 0.002,
            })),
          }));
          const document = { ...straight, pages };
          const lines = moneyLines(document);
          shown.forEach((kind, at) => {
            const read = partsOf(lines, kind).filter((line) => !line.id.endsWith('/refused'));
            expect(read.map((line) => line.cents)).toEqual(rows.map((row) => row.amounts[at]));
          });
        },
      ),
      // Fixed draws: now and then a page is found whose columns run together.
      { numRuns: 100, seed: 1 },
    );
  });
});

const bill = fc
  .record({
    charges: fc.array(fc.record({ day, service, cents }), { minLength: 1, maxLength: 10 }),
    credits: fc.array(
      fc.record({
        day,
        credit: fc.constantFrom<readonly [MoneyKind, string]>(
          ['patient-payment', 'Payment - card, thank you'],
          ['patient-payment', 'Copay, check 3318'],
          ['plan-payment', 'Example Health Plan payment'],
          ['plan-payment', 'Insurance payment'],
          ['adjustment', 'Contractual adjustment'],
          ['adjustment', 'Write-off'],
        ),
        cents,
      }),
      { maxLength: 6 },
    ),
    single: fc.boolean(),
  })
  .map(({ charges, credits, single }) => {
    const due = charges.reduce((sum, one) => sum + one.cents, 0) - credits.reduce((sum, one) => sum + one.cents, 0);
    const charge = (lead: string, value: string): string => lead.padEnd(46) + value.padStart(13);
    const credit = (lead: string, value: string): string =>
      single ? charge(lead, `-${value}`) : `${charge(lead, '')}${value.padStart(13)}`;
    const text = [
      'Elm Street Clinic',
      'Account 778812',
      '',
      single
        ? charge('Date      Description', 'Amount')
        : `${charge('Date      Description', 'Charges')}${'Credits'.padStart(13)}`,
      ...charges.map((one) => charge(`${one.day}  ${one.service}`, plain(one.cents))),
      ...credits.map((one) => credit(`${one.day}  ${one.credit[1]}`, plain(one.cents))),
      '',
      charge('PLEASE PAY THIS AMOUNT', formatCents(Math.max(0, due))),
    ].join('\n');
    return { text, charges, credits, due: Math.max(0, due) };
  });

describe('a bill', () => {
  it('comes back line by line, with who paid', () => {
    fc.assert(
      fc.property(bill, ({ text, charges, credits, due }) => {
        const document = paper(1, 'bill', text);
        const lines = moneyLines(document);
        expect(partsOf(lines, 'charge').map((line) => line.cents)).toEqual(charges.map((one) => one.cents));
        for (const kind of ['patient-payment', 'plan-payment', 'adjustment'] as const)
          expect(sumOf(partsOf(lines, kind))).toBe(
            credits.filter((one) => one.credit[0] === kind).reduce((sum, one) => sum + one.cents, 0),
          );
        expect(lines.filter((line) => line.kind === 'balance').map((line) => line.cents)).toEqual([due]);
        proven(document);
      }),
      { numRuns: 150 },
    );
  });
});

const WORDS = [
  'Claim',
  'number',
  'C-100200',
  '$12.00',
  '- 288.00',
  '(144.00)',
  '1,875,00',
  'Billed',
  'Paid',
  'Not',
  'covered',
  'Total',
  'You',
  'owe',
  '|',
  '......',
  '03/02/26',
  '99213',
  'DENIED',
  'Provider:',
  'Account',
  'no.',
  'days',
  '31-60',
  '\n',
  '\n',
  '   ',
  '\f',
];

describe('arbitrary words', () => {
  it('never break the reading, and every amount has its words', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8 })), { maxLength: 120 })
      .map((words) => words.join(' '));
    const kind = fc.constantFrom<DocumentKind>('eob', 'bill', 'receipt', 'denial-letter', 'medical-record');
    const denial = paper(1, 'denial-letter', 'It is not medically necessary.\nClaim C-100200', {
      reasons: { 'medical-necessity': 'not medically necessary' },
    });
    const value = caseOf([denial]);
    fc.assert(
      fc.property(text, kind, (words, type) => {
        const document = paper(2, type, words);
        proven(document);
        const view = moneyView({ case: value, documents: [denial, document], today: TODAY });
        expect(view.patientPaid.cents).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
