// Scores the reader against labelled papers: kinds, reasons, traps, fields. `node tests/bench/reading.ts [--papers DIR] [--scanned FILE] [--verbose]`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadReadingRules } from '../../electron/core/reading-rules.ts';
import { Page } from '../../shared/model/page.ts';
import { readDocument } from '../../shared/reading/read-document.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';

const Truth = z.object({
  id: z.string(),
  type: z.string(),
  reasons: z.array(z.object({ id: z.string(), quote: z.string() })).default([]),
  not_reasons: z.array(z.string()).default([]),
  fields: z.record(z.string(), z.unknown()).default({}),
});
type Truth = z.infer<typeof Truth>;
const Scanned = z.array(z.object({ id: z.string(), pages: z.array(Page) }));

const root = join(import.meta.dirname, '..', '..');
const { values: options } = parseArgs({
  options: {
    papers: { type: 'string', default: join(root, 'tests', 'fixtures', 'papers') },
    scanned: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const rules = loadReadingRules(join(root, 'resources'));
const truths = readdirSync(options.papers)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => Truth.parse(JSON.parse(readFileSync(join(options.papers, name), 'utf8'))));
const scans =
  options.scanned === undefined
    ? undefined
    : new Map(Scanned.parse(JSON.parse(readFileSync(options.scanned, 'utf8'))).map((item) => [item.id, item.pages]));

const fieldScores = new Map<string, { right: number; wrong: number; missing: number; extra: number }>();
const reasonScores = new Map<string, { hit: number; missed: number; extra: number }>();
let kinds = 0;
let traps = 0;
let trapCount = 0;
let quoted = 0;
let quotes = 0;
let slowest = 0;
let read = 0;

for (const truth of truths) {
  const pages =
    scans === undefined
      ? pagesFromText(readFileSync(join(options.papers, `${truth.id}.txt`), 'utf8'))
      : scans.get(truth.id);
  if (pages === undefined) continue;
  read += 1;
  const started = performance.now();
  const reading = readDocument(pages, rules);
  slowest = Math.max(slowest, performance.now() - started);
  const say = (text: string): void => {
    if (options.verbose) console.log(`${truth.id.slice(0, 34).padEnd(35)} ${text}`);
  };
  if (reading.kind.value === truth.type) kinds += 1;
  else say(`kind ${reading.kind.value}, should be ${truth.type} (${reading.kind.why.join('; ')})`);
  scoreReasons(truth, reading.reasons, say);
  scoreFields(truth, reading.fields, say);
}

function scoreReasons(
  truth: Truth,
  found: ReadonlyArray<{ reason: string; proof: { quote: string }; why: readonly string[] }>,
  say: (text: string) => void,
): void {
  for (const wanted of truth.reasons) {
    const hit = found.find((item) => item.reason === wanted.id);
    bump(reasonScores, wanted.id, hit === undefined ? 'missed' : 'hit');
    if (hit === undefined) say(`missed ${wanted.id}: ${wanted.quote}`);
    else {
      quotes += 1;
      if (overlap(hit.proof.quote, wanted.quote) >= 0.5) quoted += 1;
      else say(`quote of ${wanted.id}: "${hit.proof.quote}" for "${wanted.quote}"`);
    }
  }
  for (const item of found) {
    if (truth.reasons.some((wanted) => wanted.id === item.reason)) continue;
    bump(reasonScores, item.reason, 'extra');
    say(`extra ${item.reason}: "${item.proof.quote}" (${item.why.join('; ')})`);
  }
  trapCount += truth.not_reasons.length;
  traps += truth.not_reasons.filter((id) => found.some((item) => item.reason === id)).length;
}

function bump(
  map: Map<string, { hit: number; missed: number; extra: number }>,
  id: string,
  what: 'hit' | 'missed' | 'extra',
): void {
  const entry = map.get(id) ?? { hit: 0, missed: 0, extra: 0 };
  entry[what] += 1;
  map.set(id, entry);
}

function scoreFields(truth: Truth, fields: Readonly<Record<string, unknown>>, say: (text: string) => void): void {
  const wanted = flat(truth.fields);
  const got = flat(fields);
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
    const score = fieldScores.get(name) ?? { right: 0, wrong: 0, missing: 0, extra: 0 };
    const a = wanted[name];
    const b = got[name];
    if (a === undefined) score.extra += 1;
    else if (b === undefined) score.missing += 1;
    else if (same(a, b)) score.right += 1;
    else score.wrong += 1;
    if (a === undefined || b === undefined || !same(a, b))
      say(`${name}: ${JSON.stringify(b)} for ${JSON.stringify(a)}`);
    fieldScores.set(name, score);
  }
}

/** Fields in one level, empty ones left out. */
function flat(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'codes' && typeof value === 'object' && value !== null) {
      for (const [system, list] of Object.entries(value))
        if (Array.isArray(list) && list.length > 0) out[`codes.${system}`] = list;
    } else if (value !== null && value !== undefined) out[name] = value;
  }
  return out;
}

function plain(value: unknown): string {
  return String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const left = a.map(plain).sort();
    const right = b.map(plain).sort();
    return left.length === right.length && left.every((item, index) => item === right[index]);
  }
  return typeof a === 'number' || typeof b === 'number' ? Number(a) === Number(b) : plain(a) === plain(b);
}

/** Share of words two quotes have in common, by the shorter one. */
function overlap(a: string, b: string): number {
  const left = new Set(a.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const right = new Set(b.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const totals = [...reasonScores.values()].reduce(
  (sum, item) => ({ hit: sum.hit + item.hit, missed: sum.missed + item.missed, extra: sum.extra + item.extra }),
  { hit: 0, missed: 0, extra: 0 },
);
const precision = totals.hit / Math.max(1, totals.hit + totals.extra);
const recall = totals.hit / Math.max(1, totals.hit + totals.missed);
console.log(`papers ${read}   slowest ${slowest.toFixed(1)} ms`);
console.log(`kinds ${kinds}/${read} ${percent(kinds / Math.max(1, read))}`);
console.log(
  `reasons P ${percent(precision)} R ${percent(recall)} F1 ${percent((2 * precision * recall) / Math.max(1e-9, precision + recall))}   traps taken ${traps}/${trapCount}   quotes ${quoted}/${quotes}`,
);
for (const [id, score] of [...reasonScores].sort())
  console.log(`  ${id.padEnd(30)} hit ${score.hit} missed ${score.missed} extra ${score.extra}`);
console.log('fields                          right wrong missing extra  F1');
let macro = 0;
for (const [name, score] of [...fieldScores].sort()) {
  const f1 = (2 * score.right) / Math.max(1, 2 * score.right + 2 * score.wrong + score.missing + score.extra);
  macro += f1;
  console.log(
    `  ${name.padEnd(28)} ${String(score.right).padStart(6)} ${String(score.wrong).padStart(5)} ${String(score.missing).padStart(6)} ${String(score.extra).padStart(6)}   ${percent(f1)}`,
  );
}
console.log(`fields mean F1 ${percent(macro / Math.max(1, fieldScores.size))}`);
