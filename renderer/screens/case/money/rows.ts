// Lines of a claim put together as they stand on the paper: one row for one service, with all its amounts.
import type { MoneyLine } from '../../../../shared/model/money.ts';

export interface MoneyRow {
  readonly id: string;
  readonly on: string | undefined;
  readonly code: string | undefined;
  readonly label: string;
  readonly isTotal: boolean;
  readonly isRefused: boolean;
  /** Amounts of the row; those of zero only when nothing else stands there. */
  readonly amounts: readonly MoneyLine[];
}

/** One row for one service on one paper; rows with something refused come first, sums last. */
export function rowsOf(lines: readonly MoneyLine[]): MoneyRow[] {
  const rows = new Map<string, MoneyLine[]>();
  for (const line of lines) {
    const id = freeKey(rows, line);
    rows.set(id, [...(rows.get(id) ?? []), line]);
  }
  return [...rows].map(([id, members]) => rowOf(id, members)).sort((a, b) => rank(a) - rank(b));
}

/** The same service may stand twice on a paper: a second amount of a kind begins another row. */
function freeKey(rows: ReadonlyMap<string, readonly MoneyLine[]>, line: MoneyLine): string {
  const { documentId, source, on, code, label, isTotal } = line;
  const key = [documentId, source.proof.pageNumber, on, code, label, isTotal].join('/');
  for (let nth = 0; ; nth += 1) {
    const id = `${key}/${nth}`;
    if (!(rows.get(id) ?? []).some(({ kind }) => kind === line.kind)) return id;
  }
}

function rowOf(id: string, members: readonly MoneyLine[]): MoneyRow {
  const [first] = members;
  const paid = members.filter(({ cents }) => cents > 0);
  return {
    id,
    on: first?.on,
    code: first?.code,
    label: first?.label ?? '',
    isTotal: first?.isTotal ?? false,
    isRefused: paid.some(({ kind }) => kind === 'not-covered'),
    amounts: paid.length > 0 ? paid : members.slice(0, 1),
  };
}

function rank({ isTotal, isRefused }: MoneyRow): number {
  return isTotal ? 2 : isRefused ? 0 : 1;
}
