// Reads the money of one paper line by line: tables by their headings, labelled amounts by their labels, with claim, day and code around them.
import type { FullDocument } from '../../model/document.ts';
import type { MoneyLine } from '../../model/money.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { oncePer } from '../../once-per.ts';
import { datesIn } from '../../reading/fields/values.ts';
import { type Line, paperOf } from '../../reading/paper.ts';
import { boxesOf, type PlacedAmount, placedAmounts } from './cells.ts';
import { type Column, headingAt } from './columns.ts';
import { claimsOn, codeOf, dayAtHead, providerOn, sectionDay } from './context.ts';
import { type Draft, type MoneyRow, type PaperInHand, rowOf, saidRefused } from './money-rows.ts';
import { kindsByColumn, kindsByLabel, type Role } from './row-kinds.ts';
import { markSums } from './sums.ts';
import { OTHER_PERIOD, SET_APART, TOTAL } from './vocabulary.ts';

/** The money of one paper. */
export interface PaperMoney {
  readonly role: Role;
  readonly rows: readonly MoneyRow[];
  readonly lines: readonly MoneyLine[];
  /** Who treated, by claim. */
  readonly providers: ReadonlyMap<string, string>;
}

/** Where the part to tear off begins. */
const SLIP =
  /\b(?:cut|tear|detach)\b.*\b(?:here|return|along|off|with)\b|\b(?:detach|return) (?:and return|this (?:part|portion|slip))\b/;

const ROLES: Readonly<Record<string, Role>> = {
  eob: 'plan',
  'denial-letter': 'letter',
  bill: 'provider',
  receipt: 'provider',
};

/** What is collected while the lines of a paper are gone through. */
interface State extends PaperInHand {
  readonly until: IsoDate | undefined;
  readonly drafts: Draft[];
  readonly providers: Map<string, string>;
  columns: readonly Column[] | undefined;
  /** All rows of the table are sums. */
  totals: boolean;
  /** Counts toward limits and ages of balances are gone over. */
  apart: boolean;
  claim: string | undefined;
  day: IsoDate | undefined;
  /** The day of service, where the paper knows one only. */
  readonly onlyDay: IsoDate | undefined;
  provider: string | undefined;
  /** Index of the line that names the provider. */
  providerAt: number;
  /** A line of words that waits for its amounts. */
  pending: Line | undefined;
}

/** The money of a statement of a plan, a denial letter, a bill or a receipt; nothing for other kinds of paper. Each paper is read once. */
export const readMoney: (document: FullDocument) => PaperMoney = oncePer(readPaper);

function readPaper(document: FullDocument): PaperMoney {
  const role = ROLES[document.document.kind];
  if (role === undefined) return { role: 'letter', rows: [], lines: [], providers: new Map() };
  const { fields } = document.reading;
  const state: State = {
    paper: paperOf(document.pages),
    document,
    role,
    known: fields.claim_numbers ?? [],
    until: fields.letter_date ?? document.document.date,
    drafts: [],
    providers: new Map(),
    columns: undefined,
    totals: false,
    apart: false,
    claim: undefined,
    day: undefined,
    onlyDay: fields.dates_of_service?.length === 1 ? fields.dates_of_service[0] : undefined,
    provider: undefined,
    providerAt: -9,
    pending: undefined,
  };
  goThrough(state);
  const own = markSums(
    state.drafts.flatMap((draft) => rowOf(state, draft) ?? []),
    role,
  );
  const said = role === 'letter' ? saidRefused(state, own) : [];
  const places = new Set(said.flatMap((row) => row.lines.map((line) => line.id)));
  const rows = [...own.filter((row) => !row.lines.some((line) => places.has(line.id))), ...said];
  return { role, rows, lines: rows.flatMap((row) => row.lines), providers: state.providers };
}

function goThrough(state: State): void {
  const { lines } = state.paper;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const heading = headingAt(state.paper, at, state.role === 'provider');
    if (heading !== undefined) {
      for (const [offset, title] of lines.slice(at, heading.from).entries()) wordLine(state, title, at + offset);
      state.columns = heading.columns;
      state.totals = heading.totals;
      state.apart = false;
      at = heading.to;
      continue;
    }
    if (line.gapAbove) state.apart = false;
    const amounts = placedAmounts(state.paper, line);
    if (isAges(line)) state.apart = amounts.length === 0;
    else if (amounts.length === 0) wordLine(state, line, at);
    else if (!state.apart) amountLine(state, line, at, amounts);
    at += 1;
  }
}

/** "Current   31-60 days   61-90 days": how old a balance is. */
function isAges(line: Line): boolean {
  const spans = line.lower.match(
    /(?<![\d/-])\d{1,3}\s?(?:-|to)\s?\d{2,3}(?![\d/-])|\b(?:over|past) \d{2,3}\b|\b\d{2,3}\+|\bcurrent\b/g,
  );
  return (spans?.length ?? 0) >= 2 && /\b(?:days?|current|over)\b|\+/.test(line.lower);
}

function isProse(state: State, line: Line): boolean {
  const words = line.text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return words >= 8 && boxesOf(state.paper, line).length <= 1;
}

/** A line without amounts: a claim's head, a title, or words of the row above or below. */
function wordLine(state: State, line: Line, index: number): void {
  if (line.running) return;
  if (state.role === 'provider' && SLIP.test(line.lower)) state.columns = undefined;
  if (SET_APART.test(line.lower)) {
    state.apart = true;
    state.columns = undefined;
  }
  if (isProse(state, line)) {
    if (state.role === 'provider' && line.gapAbove) state.columns = undefined;
    below(state, line);
    return;
  }
  const day = sectionDay(line);
  if (day !== undefined) state.day = day;
  headOf(state, line, index, day !== undefined);
  state.pending = line;
  below(state, line);
}

/** The claim and the provider a line names; a provider named right above its claim belongs to it as much as one named behind it. */
function headOf(state: State, line: Line, index: number, dated: boolean): void {
  const claims = claimsOn(line, state.known);
  if (claims.length > 1) state.claim = undefined;
  if (claims.length === 1 && claims[0] !== state.claim) {
    state.claim = claims[0];
    if (index - state.providerAt > 2) state.provider = undefined;
    else if (state.provider !== undefined) state.providers.set(claims[0]!, state.provider);
  }
  const provider = providerOn(state.paper, line, claims.length === 1 || dated);
  if (provider === undefined) return;
  state.provider = provider;
  state.providerAt = index;
  if (state.claim !== undefined && (claims.length === 1 || !dated)) state.providers.set(state.claim, provider);
}

/** Words below a row belong to it for three lines, unless a blank line parts them. */
function below(state: State, line: Line): void {
  const last = state.drafts.at(-1);
  if (last === undefined || last.closed) return;
  if (line.gapAbove || line.page !== last.line.page || last.below.length >= 3) last.closed = true;
  else last.below.push(line);
}

function amountLine(state: State, line: Line, index: number, amounts: readonly PlacedAmount[]): void {
  const last = state.drafts.at(-1);
  const lead = line.text.slice(0, amounts[0]!.from);
  const pending = pendingFor(state, line, amounts);
  const bare = pending === undefined && isBare(line, amounts);
  const words = pending?.text ?? lead;
  state.pending = undefined;
  const code = codeOf(words);
  if (isCount(state, line, words, code)) return;

  const claims = claimsOn(line, state.known);
  if (claims.length === 1 && /\bclaim\b/.test(lead.toLowerCase()) && datesIn(lead).length === 0)
    headOf(state, line, index, false);
  // Amounts without a word under a column of others are their sum.
  const isTotal =
    state.totals || TOTAL.test(words.toLowerCase().replace(/^[\s|]*/, '')) || (bare && last !== undefined);
  const isTable = state.columns !== undefined && !amounts.every((amount) => isWithinText(state, line, amount));
  const byColumn =
    isTable && state.columns !== undefined
      ? kindsByColumn({ paper: state.paper, role: state.role, columns: state.columns }, line, amounts, {
          words,
          code,
          isTotal,
        })
      : undefined;
  const prose = isProse(state, line) && !/[.·…_]{3}/.test(line.text);
  const own = dayAtHead(words, state.until);
  const reads =
    byColumn ??
    (prose ? [] : kindsByLabel(state.role, amounts, { words, code, dated: own !== undefined, bare, isTotal, line }));
  if (reads.length === 0) return;
  const labelled = reads.every((read) => read.byLabel === true) && code === undefined && own === undefined;
  if (
    labelled &&
    state.role === 'plan' &&
    /^\s*\p{Ll}/u.test(line.text) &&
    last !== undefined &&
    index === last.index + 1 &&
    !last.isTotal
  ) {
    // "copay 30.00, contract discount 62.00" under a service goes on with it.
    last.reads.push(...reads);
    last.below.push(line);
    return;
  }
  if (code !== undefined && own !== undefined) state.day = own;
  const balance = reads.every((read) => read.kind === 'balance');
  const summed = isTotal || balance || (state.role !== 'provider' && labelled);
  const payment = state.role === 'provider' && code === undefined && !balance ? (own ?? datesIn(words)[0]?.value) : own;
  const charged = reads.some((read) => read.kind === 'charge');
  const service =
    code !== undefined || (!summed && (state.role !== 'provider' || charged))
      ? (state.day ?? state.onlyDay)
      : undefined;
  state.drafts.push({
    line,
    words,
    tail: line.text.slice(amounts[0]!.to),
    reads,
    isTotal: summed,
    claim:
      claims.length === 1 ? claims[0] : state.role === 'letter' && state.known.length > 1 ? undefined : state.claim,
    on: summed ? undefined : (payment ?? service),
    code: summed ? undefined : code,
    below: [],
    index,
    closed: false,
  });
}

function isBare(line: Line, amounts: readonly PlacedAmount[]): boolean {
  const rest = line.text.slice(amounts[0]!.from).replace(/\bCR\b/g, '');
  return !/[\p{L}\p{N}]/u.test(line.text.slice(0, amounts[0]!.from)) && !/\p{L}{2}/u.test(rest);
}

/** The words right above amounts that stand alone: a service whose row was broken in two. */
function pendingFor(state: State, line: Line, amounts: readonly PlacedAmount[]): Line | undefined {
  const above = state.pending;
  if (!isBare(line, amounts) || line.gapAbove || above === undefined) return undefined;
  return codeOf(above.text) !== undefined || dayAtHead(above.text, state.until) !== undefined ? above : undefined;
}

/** Counts of the year, toward limits, of another period: no money of a claim. */
function isCount(state: State, line: Line, words: string, code: string | undefined): boolean {
  if (OTHER_PERIOD.test(words.toLowerCase()) || /\d of \$?\s?\d/.test(line.text.replace(/\([^)]*\)/g, ''))) return true;
  if (state.role === 'provider' || code !== undefined) return false;
  if (SET_APART.test(line.lower)) state.apart = true;
  return state.apart || /\b(?:annual|yearly|calendar[- ]year)\b|\b(?:met|used|remaining|left)\b/.test(line.lower);
}

/** The amount stands in running words, not in a column. */
function isWithinText(state: State, line: Line, amount: PlacedAmount): boolean {
  const box = boxesOf(state.paper, line).find(
    (one) => one.left <= amount.left + 0.1 && one.right >= amount.right - 0.1,
  );
  return (box?.text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 5;
}
