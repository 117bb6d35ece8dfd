// Statements, notices, bills and receipts of many houses, read to the cent.
import { describe, expect, it } from 'vitest';
import { moneyLines } from '../../../../shared/cases/money/money-lines.ts';
import { moneyView } from '../../../../shared/cases/money/money-view.ts';
import { partsOf, sumOf } from '../../../../shared/cases/money/sums.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import type { MoneyKind } from '../../../../shared/model/money.ts';
import { caseOf, paper, TODAY } from '../../../helpers/cases.ts';
import { authoredPaper, labelledPapers } from '../../../helpers/labelled-papers.ts';
import { fixture, readText } from '../../../helpers/reading.ts';

const labelled = (number: number): FullDocument => labelledPapers([number])[0]!;
const parts = (document: FullDocument, kind: MoneyKind): number => sumOf(partsOf(moneyLines(document), kind));
const stake = (document: FullDocument) =>
  moneyView({ case: caseOf([document]), documents: [document], today: TODAY }).atStake;

/** Sums of parts in cents, and what is at stake. */
const STATEMENTS: readonly (readonly [string, Partial<Record<MoneyKind, number>>, number])[] = [
  // Headings over two lines, denied lines whose reasons stand below them.
  ['024', { charge: 1123500, 'not-covered': 339000, coinsurance: 156600, 'plan-payment': 159900 }, 339000],
  // A Medicare notice: NO in a column; a copy that cannot be billed is not at stake.
  ['025', { charge: 71000, 'plan-payment': 18612, 'patient-share': 32118 }, 27800],
  // Ruled columns, "Deduct- ible" over two lines, numbers above the plan's price.
  [
    'p1/015-orchard-summit-eob',
    { charge: 235500, 'not-covered': 205000, coinsurance: 12200, 'plan-payment': 18300 },
    205000,
  ],
  // The word DENIED stands where an amount would.
  ['p1/016-goldfinch-ma-eob', { charge: 141300, 'plan-payment': 30100, 'patient-share': 16500 }, 10500],
  // CO lines are the provider's, PR lines the person's; sums without a word.
  ['p1/017-brasswick-tpa-eob', { charge: 216400, 'not-covered': 194900, 'plan-payment': 17400 }, 150000],
  ['p1/018-juniper-marketplace-eob', { charge: 158500, 'patient-share': 138500 }, 138500],
  ['p4/011-sunmeadow-ma-eob', { charge: 309800, 'plan-payment': 49850, 'patient-share': 19500 }, 0],
  // The stated share leaves less to the person than the column of what isn't covered.
  ['p4/012-hazelmoor-tpa-eob', { charge: 179100, 'not-covered': 104800, 'plan-payment': 59440 }, 82500],
  ['p4/013-meridell-choice-hmo-eob', { charge: 340400, 'plan-payment': 11840, 'patient-share': 20460 }, 0],
  // Marks whose legend holds the group code.
  ['p4/014-unison-harbor-hospital-eob', { charge: 1123700, 'not-covered': 765000, 'plan-payment': 200220 }, 43000],
  ['p5/510-medicare-summary-notice-part-b', { charge: 45700, 'patient-share': 29512 }, 26900],
  // A drug that was not handed over is refused at its price.
  ['p5/511-pellucid-rx-pharmacy-eob', { charge: 249565, 'plan-payment': 820, 'patient-share': 8085 }, 246835],
  ['p5/512-bicuspid-mutual-dental-eob', { charge: 183000, 'plan-payment': 4400, 'patient-share': 132200 }, 132200],
  ['p5/513-stillwater-tide-behavioral-marketplace-eob', { charge: 164500, 'plan-payment': 11800, copay: 3000 }, 117500],
  ['p5/514-postal-riders-fehb-family-eob', { charge: 58140, 'plan-payment': 10600, 'patient-share': 42140 }, 39640],
];

describe('statements of plans', () => {
  it.each(STATEMENTS)('%s', (name, sums, cents) => {
    const document = /^\d+$/.test(name) ? labelled(Number(name)) : authoredPaper(name);
    for (const [kind, sum] of Object.entries(sums))
      expect([kind, parts(document, kind as MoneyKind)]).toEqual([kind, sum]);
    expect(stake(document)?.cents).toBe(cents);
    const view = moneyView({ case: caseOf([document]), documents: [document], today: TODAY });
    expect(view.differences).toEqual([]);
  });

  it('give each claim its provider', () => {
    const view = moneyView({ case: caseOf([labelled(25)]), documents: [labelled(25)], today: TODAY });
    expect(view.claims.map(({ provider }) => provider)).toEqual([
      'Esteban Wolverhampton, MD',
      'Sandhills Prairie Laboratory',
      'Cottonwood Podiatry Group',
    ]);
  });
});

describe('denial letters', () => {
  it('say in a sentence what is not paid, and that the person does not owe it', () => {
    const letter = labelled(15);
    expect(moneyLines(letter).map(({ kind, cents, isTotal }) => ({ kind, cents, isTotal }))).toEqual([
      { kind: 'not-covered', cents: 41260, isTotal: true },
    ]);
    expect(stake(letter)).toMatchObject({ cents: 0 });
    expect(stake(letter)?.how).toContain('$412.60');
  });

  it('list claims with their result', () => {
    const letter = labelled(23);
    expect(parts(letter, 'charge')).toBe(775000);
    expect(stake(letter)?.cents).toBe(681000);
    expect(stake(letter)?.how).toContain('may not bill you');
  });

  it.each([
    // One of three refused bills must be written off: the letter says what is left.
    ['p1/004-corvane-three-bills', 253700],
    // The network clinic may not collect what was denied; coinsurance is not at stake.
    ['p4/002-tarrow-tpa-endoscopy-claims', 0],
    ['p4/008-argent-peak-surgeon-fee-second-appeal', 4373480],
    ['p4/009-continental-beacon-crash-claims', 70100],
    ['p5/502-pipe-insulators-fund-hearing-aid', 812500],
    ['016', 288000],
    // Nothing but a number of a section looks like an amount.
    ['p1/003-kestrel-histotripsy-appeal', undefined],
    ['p4/010-velarium-rx-biologic-denial', undefined],
  ])('%s', (name, cents) => {
    const letter = /^\d+$/.test(name) ? labelled(Number(name)) : authoredPaper(name);
    expect(stake(letter)?.cents).toBe(cents);
  });
});

const BILLS: readonly (readonly [string, Partial<Record<MoneyKind, number>>, number])[] = [
  ['026', { charge: 741700, adjustment: 370850, 'plan-payment': 235850, 'patient-payment': 15000 }, 120000],
  ['028', { charge: 62500, 'patient-payment': 62500 }, 0],
  ['p1/021-quarrington-hospital-bill', { charge: 459500, adjustment: 158840, 'plan-payment': 120460 }, 180200],
  // A credit whose words go on below it.
  [
    'p4/017-orchard-valley-anesthesia-bill',
    { charge: 241600, adjustment: 110990, 'plan-payment': 104480, 'patient-payment': 10000 },
    16130,
  ],
  // The price of one mile is no charge.
  ['p5/515-high-mesa-ambulance-bill', { charge: 187700, 'plan-payment': 61125 }, 126575],
];

describe('letters that deny the whole of a claim', () => {
  it.each([
    // What the letter says the person owes.
    ['p1/006-sycamore-coast-referral', 48600],
    ['p1/008-brightmoor-gallbladder', 2759750],
    // The only charge it names.
    ['p1/007-tallgrass-ambulance', 187400],
    ['p4/005-pillarstone-late-claim-reconsideration', 0],
  ])('%s', (name, cents) => {
    const letter = authoredPaper(name);
    const read = { ...letter, reading: readText(fixture(`letters/authored/${name}.txt`)) };
    expect(stake(read)?.cents).toBe(cents);
    for (const { documentId, proof } of stake(read)?.sources ?? []) {
      expect(documentId).toBe(letter.document.id);
      const words = letter.pages[proof.pageNumber - 1]?.words.slice(proof.from, proof.to).map(({ text }) => text);
      expect(words?.join(' ')).toBe(proof.quote);
    }
  });
});

describe('bills and receipts', () => {
  it.each(BILLS)('%s', (name, sums, balance) => {
    const document = /^\d+$/.test(name) ? labelled(Number(name)) : authoredPaper(name);
    for (const [kind, sum] of Object.entries(sums))
      expect([kind, parts(document, kind as MoneyKind)]).toEqual([kind, sum]);
    const balances = moneyLines(document)
      .filter((line) => line.kind === 'balance')
      .map(({ cents }) => cents);
    expect(new Set(balances)).toEqual(new Set([balance]));
  });

  it('of a pharmacy say what was paid in cash', () => {
    const lines = moneyLines(authoredPaper('p1/024-pharmacy-receipt'));
    expect(lines.map(({ kind, cents }) => [kind, cents])).toEqual([
      ['charge', 134902],
      ['adjustment', 65000],
      ['plan-payment', 0],
      ['patient-payment', 69902],
    ]);
  });

  it('of another person stay out of the case', () => {
    const view = moneyView({ case: caseOf([labelled(15)]), documents: [labelled(15), labelled(26)], today: TODAY });
    expect(view.balances).toEqual([]);
    expect(view.patientPaid.cents).toBe(0);
  });

  it('count a payment once when a receipt and a bill show it', () => {
    const fields = { member_name: 'Ana Example', provider: 'Elm Street Clinic', claim_numbers: ['C-100200'] };
    const denial = paper(
      1,
      'denial-letter',
      'We cannot cover this service. It is not medically necessary.\nClaim number C-100200\nMember  Ana Example',
      {
        reasons: { 'medical-necessity': 'not medically necessary' },
        fields,
      },
    );
    const bill = paper(
      2,
      'bill',
      'Elm Street Clinic\nAccount 778812\n\nDate        Service           Charges    Credits\n03/02/2026  99213 Visit        200.00\n03/02/2026  Payment, card                  40.00\n\n  AMOUNT DUE                               160.00\nAbout claim C-100200\n',
      { fields: { ...fields, letter_date: '2026-03-20' } },
    );
    const receipt = paper(
      3,
      'receipt',
      'Elm Street Clinic\nReceipt no. 5512\nDate        Service     Fee     Paid\n03/02/2026  99213 Visit   200.00   40.00\n',
      { fields: { ...fields, letter_date: '2026-03-02' } },
    );
    const view = moneyView({ case: caseOf([denial, bill, receipt]), documents: [denial, bill, receipt], today: TODAY });
    expect(view.patientPaid.cents).toBe(4000);
    expect(view.balances.map(({ cents }) => cents)).toEqual([16000]);
  });
});
