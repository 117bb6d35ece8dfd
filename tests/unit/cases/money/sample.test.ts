// The money of the sample case, from its papers alone, to the cent.
import { describe, expect, it } from 'vitest';
import { moneyLines } from '../../../../shared/cases/money/money-lines.ts';
import { moneyView } from '../../../../shared/cases/money/money-view.ts';
import { EntryId } from '../../../../shared/ids.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import type { MoneyEntry, MoneyKind, MoneyLine } from '../../../../shared/model/money.ts';
import { caseOf, samplePapers, TODAY } from '../../../helpers/cases.ts';
import { labelledPapers } from '../../../helpers/labelled-papers.ts';

const papers = samplePapers();
const value = caseOf(papers);
const view = moneyView({ case: value, documents: papers, today: TODAY });

function parts(lines: readonly MoneyLine[], kind: MoneyKind): number[] {
  return lines.filter((line) => line.kind === kind && !line.isTotal).map((line) => line.cents);
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, one) => total + one, 0);
}

describe('what is at stake in the sample', () => {
  it('is what the letter and the statement both refuse, with every place', () => {
    expect(view.atStake?.cents).toBe(297000);
    expect(view.atStake?.how).toContain('$2,970.00');
    expect(view.atStake?.how).toContain('$1,425.00 for claim 2620-5517-084');
    expect(view.atStake?.how).toContain('$1,545.00 for claim 2621-1904-337');
    const quotes = view.atStake?.sources.map(({ proof }) => proof.quote) ?? [];
    expect(quotes[0]).toBe('$2,970.00');
    // Beside the sum of the letter: six refused lines of the first week, seven of the second.
    expect(quotes).toHaveLength(14);
  });

  it('is left out where only an approval in advance is refused', () => {
    const [mri] = labelledPapers([14]);
    const other = moneyView({ case: caseOf([mri!]), documents: [mri!], today: TODAY });
    expect(other.atStake).toBeUndefined();
  });

  it('is the amount the user typed, once he typed one', () => {
    const typed = { ...value, facts: { ...value.facts, deniedAmount: { value: '2,000', byUser: true } } };
    expect(moneyView({ case: typed, documents: papers, today: TODAY }).atStake?.cents).toBe(200000);
  });
});

describe('the claims of the sample', () => {
  it('have the sums of the statement', () => {
    expect(view.claims.map(({ claim }) => claim)).toEqual(['2620-5517-084', '2621-1904-337']);
    expect(view.claims[0]).toMatchObject({
      provider: 'Cedar Lantern Infusion & Wellness, PLLC',
      from: '2026-07-13',
      to: '2026-07-17',
      billed: 187500,
      adjusted: 14400,
      planPaid: 21600,
      notCovered: 142500,
      patientShare: 151500,
      patientPaid: 9000,
    });
    expect(view.claims[1]).toMatchObject({
      billed: 199500,
      notCovered: 154500,
      patientShare: 163500,
      patientPaid: 9000,
    });
    expect(view.claims[0]?.lines[0]).toMatchObject({ code: '96365', on: '2026-07-13' });
  });

  it('find no difference: a visit with a modifier is the same visit', () => {
    expect(view.differences).toEqual([]);
  });
});

describe('what was paid and what is asked', () => {
  it('counts six copays and a check once each', () => {
    expect(view.patientPaid.cents).toBe(6 * 3000 + 20000);
  });

  it('takes the newest balance of the account only', () => {
    expect(view.balances).toHaveLength(1);
    expect(view.balances[0]).toMatchObject({ account: 'CL-20871', cents: 277000, on: '2026-09-28', due: '2026-10-19' });
    expect(view.balances[0]?.source.proof.quote).toBe('$2,770.00');
  });

  it('adds a typed payment unless a paper shows it', () => {
    const entry = (id: string, on: string, cents: number): MoneyEntry => ({
      kind: 'payment',
      id: EntryId.parse(id),
      on,
      cents,
      to: 'Cedar Lantern',
      note: '',
    });
    const money = [entry('n_0000000000000001', '2026-09-09', 20000), entry('n_0000000000000002', '2026-10-30', 7500)];
    const typed = moneyView({ case: { ...value, money }, documents: papers, today: TODAY });
    expect(typed.patientPaid.cents).toBe(6 * 3000 + 20000 + 7500);
    expect(typed.differences).toEqual([]);
  });

  it('flags a typed payment that a later statement does not show', () => {
    const money: MoneyEntry[] = [
      {
        kind: 'payment',
        id: EntryId.parse('n_0000000000000003'),
        on: '2026-08-05',
        cents: 5000,
        to: 'Cedar Lantern Infusion',
        note: '',
      },
    ];
    const typed = moneyView({ case: { ...value, money }, documents: papers, today: TODAY });
    expect(typed.differences.map(({ cents }) => cents)).toEqual([5000]);
  });
});

describe('the lines of the sample papers', () => {
  const [, eob, august, september] = papers;

  it('are nineteen services of the statement, with every column', () => {
    const lines = moneyLines(eob!);
    expect(parts(lines, 'charge')).toHaveLength(19);
    expect(sum(parts(lines, 'charge'))).toBe(387000);
    expect(sum(parts(lines, 'not-covered'))).toBe(297000);
    expect(sum(parts(lines, 'plan-payment'))).toBe(43200);
    expect(sum(parts(lines, 'copay'))).toBe(18000);
    expect(sum(parts(lines, 'adjustment'))).toBe(28800);
    expect(lines.find((line) => line.kind === 'patient-share')).toMatchObject({ cents: 315000, isTotal: true });
  });

  it('are charges and credits of the first bill', () => {
    const lines = moneyLines(august!);
    expect(sum(parts(lines, 'charge'))).toBe(187500);
    expect(parts(lines, 'patient-payment')).toEqual([3000, 3000, 3000]);
    expect(parts(lines, 'plan-payment')).toEqual([21600]);
    expect(parts(lines, 'adjustment')).toEqual([14400]);
  });

  it('take a day that stands only on the first line of a visit', () => {
    const lines = moneyLines(september!);
    expect(sum(parts(lines, 'charge'))).toBe(199500);
    expect(lines.find((line) => line.code === '96366')).toMatchObject({
      on: '2026-07-22',
      cents: 12000,
      claim: '2621-1904-337',
    });
    expect(parts(lines, 'patient-payment')).toEqual([20000, 9000]);
    expect(lines.filter((line) => line.kind === 'charge' && line.isTotal).map((line) => line.cents)).toEqual([
      199500, 62500, 74500, 62500, 199500,
    ]);
  });
});

describe('the sample as a poor scan leaves it', () => {
  /** Points for commas, letters for digits, rows that slope and words that jump. */
  function worn(paper: FullDocument): FullDocument {
    const text = (word: string, at: number): string => {
      if (!/\d[.,]\d\d$/.test(word)) return word;
      if (at % 5 === 0) return word.replace(/\.(\d\d)$/, word.length > 5 ? ',$1' : '.$1');
      return at % 3 === 0 ? word.replace(/0$/, 'O') : word;
    };
    const pages = paper.pages.map((page) => ({
      ...page,
      words: page.words.map((word, at) => ({
        ...word,
        text: text(word.text, at),
        x: word.x + ((at * 37) % 5) / 3 - 0.7,
        y: word.y + word.x * 0.003 + ((at * 17) % 7) / 6,
      })),
    }));
    return { ...paper, pages };
  }

  it('gives the same sums', () => {
    const documents = papers.map(worn);
    const found = moneyView({ case: value, documents, today: TODAY });
    expect(found.atStake?.cents).toBe(297000);
    expect(found.patientPaid.cents).toBe(38000);
    expect(found.balances.map(({ cents }) => cents)).toEqual([277000]);
    expect(found.differences).toEqual([]);
  });
});
