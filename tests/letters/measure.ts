// Scores a reader against truth: kinds, reasons (micro-F1, exact sets, traps), fields, quotes, confusions, time.

import type { Reading } from '../../shared/model/finding.ts';
import type { Page } from '../../shared/model/page.ts';
import { same, sameToLawyer } from './same.ts';

/** What is true of a paper, in the shape of the labelled papers. */
export interface Truth {
  readonly id: string;
  readonly type: string;
  readonly reasons: ReadonlyArray<{ readonly id: string; readonly quote: string }>;
  readonly not_reasons: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Scored {
  readonly pages: readonly Page[];
  /** The paper as text, form feeds between its pages. */
  readonly text: string;
  readonly truth: Truth;
}

interface ReasonScore {
  hit: number;
  missed: number;
  extra: number;
}

interface FieldScore {
  right: number;
  wrong: number;
  missing: number;
  extra: number;
}

/** Totals of a set of papers. */
export interface Scores {
  readonly papers: number;
  readonly kinds: number;
  readonly exact: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly traps: number;
  readonly trapCount: number;
  readonly quotes: number;
  readonly quoted: number;
  /** Median milliseconds to read one paper, and the median of the papers with three pages or more. */
  readonly medianMs: number;
  readonly byReason: ReadonlyMap<string, ReasonScore>;
  readonly byField: ReadonlyMap<string, FieldScore>;
  /** The same as a lawyer would read the values (`sameToLawyer`); a plan type written out as unknown is one that is not stated. */
  readonly byFieldToLawyer: ReadonlyMap<string, FieldScore>;
  /** Mean F1 over the fields, letter by letter. */
  readonly fieldsMean: number;
  /** F1 over all field values together. */
  readonly fieldsMicro: number;
  /** "said instead of" pairs: a reason missed and one wrongly given on the same paper, counted. */
  readonly confusions: ReadonlyMap<string, number>;
  readonly notes: readonly string[];
}

/** Reads every paper with `read` and scores it. Fields are scored only where `withFields`: generated letters state few. */
export function score(papers: readonly Scored[], read: (pages: readonly Page[]) => Reading, withFields = true): Scores {
  const byReason = new Map<string, ReasonScore>();
  const byField = new Map<string, FieldScore>();
  const byFieldToLawyer = new Map<string, FieldScore>();
  const confusions = new Map<string, number>();
  const notes: string[] = [];
  const times: number[] = [];
  let kinds = 0;
  let exact = 0;
  let traps = 0;
  let trapCount = 0;
  let quotes = 0;
  let quoted = 0;
  for (const { pages, truth } of papers) {
    const started = performance.now();
    const reading = read(pages);
    times.push(performance.now() - started);
    const say = (text: string): void => void notes.push(`${truth.id.slice(0, 40).padEnd(41)} ${text}`);
    if (reading.kind.value === truth.type) kinds += 1;
    else say(`kind ${reading.kind.value}, should be ${truth.type} (${reading.kind.why.join('; ')})`);
    const wanted = new Map(truth.reasons.map((reason) => [reason.id, reason.quote]));
    const found = new Map(reading.reasons.map((reason) => [reason.reason as string, reason]));
    for (const [id, quote] of wanted) {
      const hit = found.get(id);
      bump(byReason, id, hit === undefined ? 'missed' : 'hit');
      if (hit === undefined) {
        say(`missed ${id}: ${quote}`);
        for (const other of found.keys())
          if (!wanted.has(other)) confusions.set(`${id} → ${other}`, (confusions.get(`${id} → ${other}`) ?? 0) + 1);
      } else {
        quotes += 1;
        if (overlap(hit.proof.quote, quote) >= 0.5) quoted += 1;
        else say(`quote of ${id}: "${hit.proof.quote}" for "${quote}"`);
      }
    }
    for (const [id, item] of found) {
      if (wanted.has(id)) continue;
      bump(byReason, id, 'extra');
      say(`extra ${id} ${item.confidence}: "${item.proof.quote}" (${item.why.join('; ')})`);
    }
    if (found.size === wanted.size && [...wanted.keys()].every((id) => found.has(id))) exact += 1;
    trapCount += truth.not_reasons.length;
    traps += truth.not_reasons.filter((id) => found.has(id)).length;
    if (withFields) {
      scoreFields(byField, truth.fields, reading.fields, (_, a, b) => same(a, b), say);
      scoreFields(byFieldToLawyer, told(truth.fields), reading.fields, sameToLawyer);
    }
  }
  const sum = total(byReason);
  const precision = sum.hit / Math.max(1, sum.hit + sum.extra);
  const recall = sum.hit / Math.max(1, sum.hit + sum.missed);
  return {
    papers: papers.length,
    kinds,
    exact,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    traps,
    trapCount,
    quotes,
    quoted,
    medianMs: median(times),
    byReason,
    byField,
    byFieldToLawyer,
    fieldsMean: meanF1(byField),
    fieldsMicro: microF1(byField),
    confusions,
    notes,
  };
}

/** F1 of one field: a wrong value counts as missing and as extra. */
export function f1Of(field: FieldScore): number {
  return (2 * field.right) / Math.max(1, 2 * field.right + 2 * field.wrong + field.missing + field.extra);
}

/** Mean F1 over the fields. */
export function meanF1(fields: ReadonlyMap<string, FieldScore>): number {
  return [...fields.values()].reduce((to, one) => to + f1Of(one), 0) / Math.max(1, fields.size);
}

/** F1 over all values together. */
export function microF1(fields: ReadonlyMap<string, FieldScore>): number {
  const sum = { right: 0, wrong: 0, missing: 0, extra: 0 };
  for (const one of fields.values()) {
    sum.right += one.right;
    sum.wrong += one.wrong;
    sum.missing += one.missing;
    sum.extra += one.extra;
  }
  return f1Of(sum);
}

/** The fields a truth states: an unknown plan type is none. */
function told(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return fields.plan_type === 'unknown' ? { ...fields, plan_type: undefined } : fields;
}

function total(scores: ReadonlyMap<string, ReasonScore>): ReasonScore {
  const sum = { hit: 0, missed: 0, extra: 0 };
  for (const one of scores.values()) {
    sum.hit += one.hit;
    sum.missed += one.missed;
    sum.extra += one.extra;
  }
  return sum;
}

function bump(map: Map<string, ReasonScore>, id: string, what: keyof ReasonScore): void {
  const entry = map.get(id) ?? { hit: 0, missed: 0, extra: 0 };
  entry[what] += 1;
  map.set(id, entry);
}

function scoreFields(
  scores: Map<string, FieldScore>,
  truth: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>,
  alike: (field: string, a: unknown, b: unknown) => boolean,
  say: (text: string) => void = () => undefined,
): void {
  const wanted = flat(truth);
  const got = flat(fields);
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
    const entry = scores.get(name) ?? { right: 0, wrong: 0, missing: 0, extra: 0 };
    const a = wanted[name];
    const b = got[name];
    if (a === undefined) entry.extra += 1;
    else if (b === undefined) entry.missing += 1;
    else if (alike(name, a, b)) entry.right += 1;
    else entry.wrong += 1;
    if (a === undefined || b === undefined || !alike(name, a, b))
      say(`${name}: ${JSON.stringify(b)} for ${JSON.stringify(a)}`);
    scores.set(name, entry);
  }
}

/** Fields in one level, empty ones left out. */
function flat(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'codes' && typeof value === 'object' && value !== null) {
      for (const [system, list] of Object.entries(value))
        if (Array.isArray(list) && list.length > 0) out[`codes.${system}`] = list;
    } else if (Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined) out[name] = value;
  }
  return out;
}

/** Share of words two quotes have in common, by the shorter one. */
function overlap(a: string, b: string): number {
  const left = new Set(a.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const right = new Set(b.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
