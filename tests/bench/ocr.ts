// Speed, errors and memory of reading scans beside `ocrmypdf -j2` and the bare `tesseract`, in the same run, class by class in turn, so that all meet the same load.
// node tests/bench/ocr.ts [SCANS_DIR [TRUTH_DIR]] [--pages 120] [--thorough] [--json]: the scans of a folder (those of tests/fixtures when none is named) and a set made here
// of the fixtures' letters (`--pages`, 0 for none; the same number makes the same pictures). `--thorough` adds `ocrmypdf --deskew --clean`. Needs pdftoppm.
// All of it takes about a quarter of an hour on two cores and wants a machine with nothing else to do.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type TextErrors, textErrors } from '../helpers/text-distance.ts';
import { programs, type Run } from './ocr/programs.ts';
import { foldersSets, madeSets, type ScanSet } from './ocr/scan-sets.ts';

interface Score {
  readonly set: string;
  readonly program: string;
  readonly pages: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly errors: readonly TextErrors[];
}

function scored(set: ScanSet, program: string, { texts, ...measured }: Run): Score {
  let from = 0;
  const errors = set.papers.map(({ pages, truth }) => {
    const read = texts.slice(from, from + pages).join('\n');
    from += pages;
    return textErrors(read, truth);
  });
  return { set: set.name, program, pages: set.pages, ...measured, errors };
}

/** Rates over several scores. */
function rates(scores: readonly Score[]) {
  const sum = (value: (score: Score) => number) => scores.reduce((all, score) => all + value(score), 0);
  const share = (part: keyof TextErrors, whole: keyof TextErrors) => {
    const of = (key: keyof TextErrors) => sum(({ errors }) => errors.reduce((all, each) => all + each[key], 0));
    return of(part) / Math.max(1, of(whole));
  };
  const pages = sum((score) => score.pages);
  return {
    pages,
    pagesPerMinute: (pages / sum((score) => score.wallSeconds)) * 60,
    cpuSecondsPerPage: sum((score) => score.cpuSeconds) / pages,
    peakMb: Math.max(...scores.map((score) => score.peakMb)),
    cer: share('characterErrors', 'characters'),
    wer: share('wordErrors', 'words'),
    lostNumbers: share('lostNumbers', 'numbers'),
  };
}

/** A table in Markdown: for each set each program, and beside ours how many times the pages a minute and the character errors of OCRmyPDF. */
function table(scores: readonly Score[]): string {
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`;
  const rows = [
    ...Map.groupBy([...scores, ...scores.map((score) => ({ ...score, set: 'all' }))], ({ set }) => set),
  ].flatMap(([set, ofSet]) => {
    const byProgram = [...Map.groupBy(ofSet, ({ program }) => program)].map(([program, own]) => ({
      program,
      ...rates(own),
    }));
    const other = byProgram.find(({ program }) => program === 'ocrmypdf -j2');
    return byProgram.map((one, index) => {
      const ratio =
        index > 0 || other === undefined
          ? ''
          : `${(one.pagesPerMinute / other.pagesPerMinute).toFixed(2)}×, ${other.cer === 0 ? '–' : (one.cer / other.cer).toFixed(2)}`;
      return [
        index === 0 ? `${set}, ${one.pages}` : '',
        one.program,
        one.pagesPerMinute.toFixed(1),
        one.cpuSecondsPerPage.toFixed(2),
        percent(one.cer),
        percent(one.wer),
        percent(one.lostNumbers),
        one.peakMb.toFixed(0),
        ratio,
      ];
    });
  });
  const head = [
    'set, pages',
    'program',
    'pages/min',
    'CPU s/page',
    'CER',
    'WER',
    'numbers lost',
    'peak MB',
    'pages/min and CER, ours ÷ ocrmypdf',
  ];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '120' },
    thorough: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const [scansDir = join(fixtures, 'scans'), truthDir = scansDir] = positionals;
const scratch = mkdtempSync(join(tmpdir(), 'appeal-vault-bench-ocr-'));
try {
  const sets = [
    ...(await foldersSets(scansDir, truthDir, scratch)),
    ...(await madeSets(fixtures, Number(values.pages), scratch)),
  ];
  const scores: Score[] = [];
  for (const set of sets)
    for (const program of await programs(values.thorough)) {
      const score = scored(set, program.name, await program.run(set.pdf, scratch));
      scores.push(score);
      const { pagesPerMinute, cer } = rates([score]);
      process.stderr.write(
        `${set.name}, ${program.name}: ${pagesPerMinute.toFixed(1)} pages/min, CER ${(cer * 100).toFixed(2)} %\n`,
      );
    }
  process.stdout.write(
    values.json
      ? `${JSON.stringify(scores.map((score) => ({ ...score, ...rates([score]) })))}\n`
      : `${table(scores)}\n`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
