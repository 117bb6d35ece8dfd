// Scores the reader: `npm run bench -- reading [--papers DIR] [--scans DIR | --as-scans] [--generator | --folds] [--verbose]`. Without arguments: the
// labelled papers, the papers other authors wrote, those held out from the rules, and the generator's letters by authors nobody learnt from. With
// `--folds`: the generator's letters by k-fold over the authors who are learnt from (an hour and more: all is learnt anew for each).
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadReadingRules } from '../../electron/core/reading-rules.ts';
import { readDocument } from '../../shared/reading/read-document.ts';
import type { ReadingRules } from '../../shared/reading/rules.ts';
import { CLASSES, KIND_CLASSES, SENTENCE_CLASSES } from '../../shared/reading/weigh/model.ts';
import { tableOfRows } from '../../shared/reading/weigh/table.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import { testReaders } from '../helpers/readers.ts';
import { type Bank, HELD_OUT_BANKS, loadBanks } from '../letters/bank.ts';
import { madePapers } from '../letters/compose.ts';
import { labelledIn } from '../letters/labelled.ts';
import { f1Of, meanF1, microF1, type Scored, type Scores, score } from '../letters/measure.ts';
import { readScans, scanned } from '../letters/scanned.ts';
import { groundLessons, learnKinds, learnSentences, loadSchool, without } from '../letters/school.ts';

const root = join(import.meta.dirname, '..', '..');
const letters = join(root, 'tests', 'fixtures', 'letters');
const { values: options } = parseArgs({
  options: {
    papers: { type: 'string' },
    scans: { type: 'string' },
    'as-scans': { type: 'boolean', default: false },
    generator: { type: 'boolean', default: false },
    folds: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const rules = loadReadingRules(join(root, 'resources'));
/** Rounds over the three-page letters; the first ones warm the patterns up. */
const ROUNDS = 80;
const WARM = 20;
/** Scores of papers nobody learnt from. */
const unlearnt: Scores[] = [];
/** Letters generated from one author's bank. */
const TESTED = 230;
const SEED = 9;

if (options.papers !== undefined) await report(options.papers, labelledIn(options.papers), rules, true);
else if (options.generator) await generated();
else if (options.folds) await folds();
else {
  // First, while the process is as small as the app's: behind five thousand papers the same letters take half as long again.
  speed();
  await report(
    'labelled papers (rules were adjusted with these)',
    labelledIn(join(root, 'tests', 'fixtures', 'papers')),
    rules,
    true,
  );
  for (const [folder, name] of [
    ['authored', 'papers of other authors (adjusted with)'],
    ['held-out', 'papers of other authors, HELD OUT'],
  ] as const)
    for (const author of authorsIn(join(letters, folder)))
      await report(`${name}: ${author.name}`, labelledIn(author.folder), rules, true);
  tables();
  await generated();
}

/** The papers nobody learnt from, put together: each reason, what it was taken for, each field. As Markdown, for the docs. */
function tables(): void {
  const reasons = new Map<string, { hit: number; missed: number; extra: number }>();
  const confusions = new Map<string, number>();
  const fields = new Map<string, Parameters<typeof f1Of>[0]>();
  const toLawyer = new Map<string, Parameters<typeof f1Of>[0]>();
  for (const scores of unlearnt) {
    for (const [id, one] of scores.byReason) {
      const sum = reasons.get(id) ?? { hit: 0, missed: 0, extra: 0 };
      reasons.set(id, {
        hit: sum.hit + one.hit,
        missed: sum.missed + one.missed,
        extra: sum.extra + one.extra,
      });
    }
    for (const [pair, count] of scores.confusions) confusions.set(pair, (confusions.get(pair) ?? 0) + count);
    for (const [sums, scored] of [
      [fields, scores.byField],
      [toLawyer, scores.byFieldToLawyer],
    ] as const)
      for (const [field, one] of scored) {
        const sum = sums.get(field) ?? { right: 0, wrong: 0, missing: 0, extra: 0 };
        sums.set(field, {
          right: sum.right + one.right,
          wrong: sum.wrong + one.wrong,
          missing: sum.missing + one.missing,
          extra: sum.extra + one.extra,
        });
      }
  }
  console.log('\n| reason | found | missed | wrongly given | most taken for |\n| --- | --- | --- | --- | --- |');
  for (const [id, one] of [...reasons].sort()) {
    const [most] = [...confusions].filter(([pair]) => pair.startsWith(`${id} →`)).sort((a, b) => b[1] - a[1]);
    const taken = most === undefined ? '' : `${most[0].split('→ ')[1]} (${most[1]})`;
    console.log(`| ${id} | ${one.hit} | ${one.missed} | ${one.extra} | ${taken} |`);
  }
  console.log(
    '\n| field | right | wrong | missing | not stated | F1 | to a lawyer |\n| --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const [field, one] of [...fields].sort())
    console.log(
      `| ${field} | ${one.right} | ${one.wrong} | ${one.missing} | ${one.extra} | ${(f1Of(one) * 100).toFixed(0)} % | ${(f1Of(toLawyer.get(field) ?? one) * 100).toFixed(0)} % |`,
    );
}

/** How long a three-page letter takes, once the patterns are compiled; and each of them, since one whose verdict is in doubt is heard a second time. */
function speed(): void {
  const letters = labelledIn(join(root, 'tests', 'fixtures', 'papers')).filter(
    ({ pages, truth }) => pages.length === 3 && truth.type === 'denial-letter',
  );
  const times = letters.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, { pages }] of letters.entries()) {
      const started = performance.now();
      readDocument(pages, rules);
      if (round >= WARM) times[at]?.push(performance.now() - started);
    }
  const median = (all: readonly number[]): string => (all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0).toFixed(1);
  console.log(
    `\n== ${letters.length} three-page letters, ${median(times.flat())} ms median (${times.map(median).join(', ')})`,
  );
}

function authorsIn(folder: string): Array<{ name: string; folder: string }> {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (inside.length === 0) return [{ name: 'a', folder }];
  return inside
    .map((entry) => ({ name: entry.name, folder: join(folder, entry.name) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Letters composed from banks nobody learnt from, each author's alone and all together. */
async function generated(): Promise<void> {
  const all = loadBanks(HELD_OUT_BANKS).map((bank) => ({ bank, papers: composed(bank) }));
  for (const { bank, papers } of all)
    await report(`generated letters of author ${bank.author}, nothing of whom was learnt`, papers, rules, false);
  const papers = all.flatMap((one) => one.papers);
  await report('generated letters of all these authors', papers, rules, false);
}

function composed(bank: Bank): Scored[] {
  return madePapers(bank, TESTED, SEED).map((paper) => ({
    text: paper.text,
    pages: pagesFromText(paper.text),
    truth: paper,
  }));
}

/** k-fold over authors: each author's letters are read with weights learnt without a word of theirs. Verdicts are learnt from none of these authors. */
async function folds(): Promise<void> {
  const school = loadSchool();
  for (const bank of school.banks) {
    const others = without(school, bank.author);
    const fold = { about: 'fold', source: 'fold' };
    const learnt = learnSentences(groundLessons(others, rules));
    const folded: ReadingRules = {
      ...rules,
      weights: { ...fold, classes: [...SENTENCE_CLASSES], features: tableOfRows(learnt.weights) },
      net: { ...fold, classes: [...CLASSES], ...learnt.net },
      kindWeights: { ...fold, classes: [...KIND_CLASSES], features: tableOfRows(learnKinds(others, rules)) },
    };
    await report(`generated letters of author ${bank.author}, learnt without them`, composed(bank), folded, false);
  }
}

/** `text` is the folder's own text; with `--scans` and `--as-scans` the papers are read from pictures. */
async function report(
  name: string,
  papers: readonly Scored[],
  using: ReadingRules,
  withFields: boolean,
): Promise<void> {
  const seen = withFields ? await asSeen(papers) : papers;
  const scores = score(seen, (pages) => readDocument(pages, using), withFields);
  if (name.includes('HELD OUT')) unlearnt.push(scores);
  print(name, scores, withFields);
}

async function asSeen(papers: readonly Scored[]): Promise<readonly Scored[]> {
  if (options.scans === undefined && !options['as-scans']) return papers;
  const readers = testReaders();
  try {
    if (options.scans !== undefined) {
      const scans = await readScans(options.scans, readers);
      return papers.flatMap((paper) => {
        const pages = scans.get(paper.truth.id);
        return pages === undefined ? [] : [{ ...paper, pages }];
      });
    }
    const seen: Scored[] = [];
    for (const paper of papers) seen.push({ ...paper, pages: await scanned(paper.text, readers) });
    return seen;
  } finally {
    await readers.close();
  }
}

function print(name: string, scores: Scores, withFields: boolean): void {
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const share = (part: number, whole: number): string => percent(part / Math.max(1, whole));
  console.log(`\n== ${name}: ${scores.papers} papers, ${scores.medianMs.toFixed(1)} ms median`);
  console.log(
    `kinds ${share(scores.kinds, scores.papers)}  reasons F1 ${percent(scores.f1)} (P ${percent(scores.precision)} R ${percent(scores.recall)})  exact sets ${share(scores.exact, scores.papers)}  traps ${scores.traps}/${scores.trapCount} ${share(scores.traps, scores.trapCount)}  quotes ${scores.quoted}/${scores.quotes}${withFields ? `  fields mean F1 ${percent(scores.fieldsMean)} micro ${percent(scores.fieldsMicro)}, to a lawyer ${percent(meanF1(scores.byFieldToLawyer))} ${percent(microF1(scores.byFieldToLawyer))}` : ''}`,
  );
  if (!options.verbose) return;
  for (const note of scores.notes) console.log(note);
  for (const [id, one] of [...scores.byReason].sort())
    console.log(`  ${id.padEnd(30)} hit ${one.hit} missed ${one.missed} extra ${one.extra}`);
  for (const [pair, count] of [...scores.confusions].sort((a, b) => b[1] - a[1])) console.log(`  ${pair}: ${count}`);
  for (const [field, one] of [...scores.byField].sort())
    console.log(
      `  ${field.padEnd(28)} ${String(one.right).padStart(5)} right ${String(one.wrong).padStart(4)} wrong ${String(one.missing).padStart(4)} missing ${String(one.extra).padStart(4)} extra  ${percent(f1Of(one))}`,
    );
}
