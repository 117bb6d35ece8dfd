// Speed and errors of reading scans, beside the native tesseract program in the same run.
// node tests/bench/ocr.ts [SCANS_DIR [TRUTH_DIR]] [--json], the scans of tests/fixtures when none are named: NAME.pdf|jpg|png|tif (or NAME-p1.jpg, NAME-p2.jpg …) with the true text in NAME.txt.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nodeReader } from '../../electron/readers/node-reader.ts';
import { createReaders } from '../../electron/readers/readers.ts';
import type { Readers } from '../../electron/readers/types.ts';
import { textOfPage } from '../helpers/page-text.ts';
import { type TextErrors, textErrors } from '../helpers/text-distance.ts';

interface Paper {
  readonly name: string;
  readonly files: readonly string[];
  readonly truth: string;
}

interface Score {
  readonly name: string;
  readonly pages: number;
  readonly ms: number;
  readonly errors: TextErrors;
}

/** The papers of a folder: its scans grouped by name, with their truth. */
export function findPapers(scansDir: string, truthDir: string): Paper[] {
  const byName = new Map<string, string[]>();
  for (const file of readdirSync(scansDir).sort()) {
    const match = /^(.*?)(?:-p\d+)?\.(?:pdf|jpe?g|png|tiff?)$/i.exec(file);
    if (match?.[1] === undefined) continue;
    byName.set(match[1], [...(byName.get(match[1]) ?? []), join(scansDir, file)]);
  }
  return [...byName].map(([name, files]) => ({
    name,
    files,
    truth: readFileSync(join(truthDir, `${name}.txt`), 'utf8'),
  }));
}

/** Reads one paper with our readers. */
export async function readWithReaders(readers: Readers, paper: Paper): Promise<Score> {
  const started = performance.now();
  const texts: string[] = [];
  for (const file of paper.files)
    texts.push(...(await readers.read(readFileSync(file), { pictures: false })).pages.map(textOfPage));
  return {
    name: paper.name,
    pages: texts.length,
    ms: performance.now() - started,
    errors: textErrors(texts.join('\n'), paper.truth),
  };
}

/** Reads the pictures of one paper with the native program, as many at a time as there are cores; PDFs are rasterised by pdftoppm at 300 dpi first. */
async function readWithNative(paper: Paper, scratch: string): Promise<Score> {
  const started = performance.now();
  const pictures: string[] = [];
  for (const file of paper.files) {
    if (!file.toLowerCase().endsWith('.pdf')) {
      pictures.push(file);
      continue;
    }
    const stem = join(scratch, basename(file, '.pdf'));
    await run('pdftoppm', ['-r', '300', '-gray', file, stem]);
    pictures.push(
      ...readdirSync(scratch)
        .filter((name) => name.startsWith(`${basename(stem)}-`) && name.endsWith('.pgm'))
        .sort()
        .map((name) => join(scratch, name)),
    );
  }
  const texts: string[] = [];
  const waiting = pictures.map((picture, index) => ({ picture, index }));
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const dpi = paper.files[0]?.toLowerCase().endsWith('.pdf') === true ? ['--dpi', '300'] : [];
      texts[next.index] = await run('tesseract', [next.picture, '-', '-l', 'eng', ...dpi]);
    }
  };
  await Promise.all(cpus().map(lane));
  return {
    name: paper.name,
    pages: texts.length,
    ms: performance.now() - started,
    errors: textErrors(texts.join('\n'), paper.truth),
  };
}

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, OMP_THREAD_LIMIT: '1' } };
    execFile(program, [...args], options, (error, stdout) => (error === null ? resolve(stdout) : reject(error)));
  });
}

interface Total {
  readonly pagesPerMinute: number;
  readonly cer: number;
  readonly wer: number;
  readonly lostWords: number;
  readonly lostNumbers: number;
}

function total(scores: readonly Score[]): Total {
  const sum = (value: (score: Score) => number): number => scores.reduce((all, score) => all + value(score), 0);
  return {
    pagesPerMinute: (sum((score) => score.pages) / sum((score) => score.ms)) * 60_000,
    cer: sum((score) => score.errors.characterErrors) / sum((score) => score.errors.characters),
    wer: sum((score) => score.errors.wordErrors) / sum((score) => score.errors.words),
    lostWords: sum((score) => score.errors.lostWords) / sum((score) => score.errors.words),
    lostNumbers:
      sum((score) => score.errors.lostNumbers) /
      Math.max(
        1,
        sum((score) => score.errors.numbers),
      ),
  };
}

function describe(label: string, result: Total): string {
  const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;
  return `${label}: ${result.pagesPerMinute.toFixed(1)} pages/min, CER ${percent(result.cer)}, WER ${percent(result.wer)}, words lost ${percent(result.lostWords)}, numbers lost ${percent(result.lostNumbers)}`;
}

async function nativeInstalled(): Promise<boolean> {
  return run('tesseract', ['--version']).then(
    () => true,
    () => false,
  );
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [scansDir = fileURLToPath(new URL('../fixtures/scans', import.meta.url)), truthDir = scansDir] = positionals;
  const papers = findPapers(scansDir, truthDir);
  const readers = createReaders({
    reader: nodeReader(),
    readerCount: 2,
    resourcesDir: fileURLToPath(new URL('../../resources', import.meta.url)),
  });
  const scratch = mkdtempSync(join(tmpdir(), 'appeal-vault-bench-'));
  const native = await nativeInstalled();
  const ours: Score[] = [];
  const theirs: Score[] = [];
  // Paper by paper in turn, so that both meet the same load of the machine.
  for (const paper of papers) {
    const score = await readWithReaders(readers, paper);
    ours.push(score);
    console.error(describe(paper.name, total([score])));
    if (native) theirs.push(await readWithNative(paper, scratch));
  }
  await readers.close();
  rmSync(scratch, { recursive: true });
  const result = { ours: total(ours), native: theirs.length > 0 ? total(theirs) : undefined };
  if (values.json === true) return console.log(JSON.stringify(result));
  console.log(describe('readers', result.ours));
  if (result.native === undefined) return console.log('native tesseract: not compared, the program is not installed');
  console.log(describe('native tesseract', result.native));
  console.log(
    `ratio: ${(result.ours.pagesPerMinute / result.native.pagesPerMinute).toFixed(2)} of its pages per minute, ${(result.ours.cer / result.native.cer).toFixed(2)} of its character errors`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
