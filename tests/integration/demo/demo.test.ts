// The whole journey from scans: `demo` reads the sample case and writes a packet, which tools that did not write it then take apart.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliResult, runCli } from '../../helpers/cli.ts';
import { type LinkSeen, lookAt, type OutlineNode, type PdfSeen, popplerPages, runTool } from '../../helpers/pdf.ts';

let dir: string;
let file: string;
let result: CliResult;
let seen: PdfSeen;
let pages: string[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'appeal-vault-demo-test-'));
  file = join(dir, 'packet.pdf');
  result = await runCli(['demo', file]);
  seen = await lookAt(file);
  pages = popplerPages(file);
}, 400_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const REASON_HEADINGS = [/experimental|investigational/i, /medical(ly)? necess/i];

test('the demo says what it read and ends well', () => {
  expect(result.stderr).not.toContain('Open:');
  expect(result.code).toBe(0);
  expect(result.stdout).toContain('experimental-investigational');
  expect(result.stdout).toContain('medical-necessity');
  expect(result.stdout).toMatch(/Deadline: .*2027-03-13/);
  expect(result.stdout).not.toContain('draft');
});

test('the file is sound, holds nothing active, and says whose it is', () => {
  expect(runTool('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  const info = runTool('pdfinfo', [file]);
  expect(info).toMatch(/JavaScript:\s+no/);
  expect(info).toMatch(/Encrypted:\s+no/);
  expect(info).toMatch(new RegExp(`Pages:\\s+${seen.pageCount}\\b`));
  expect(runTool('pdfdetach', ['-list', file])).toContain('0 embedded files');
});

test('every page carries its stamp, and the page label is the same text', () => {
  expect(seen.labels).toHaveLength(seen.pageCount);
  expect(pages).toHaveLength(seen.pageCount);
  expect(new Set(seen.labels).size).toBe(seen.pageCount);
  pages.forEach((text, index) => {
    const lastLines = text.trimEnd().split('\n').slice(-4).join('\n');
    expect(lastLines, `page ${index + 1}`).toContain(seen.labels[index] ?? 'no label');
  });
});

test('each reason is answered under its own heading, and each answer cites at least one exhibit page', () => {
  const letter = seen.outline[0] as OutlineNode;
  for (const heading of REASON_HEADINGS) {
    const at = letter.items.findIndex(({ title }) => heading.test(title));
    expect(at, String(heading)).toBeGreaterThanOrEqual(0);
    const from = letter.items[at]?.page ?? 0;
    const to = letter.items[at + 1]?.page ?? from + 1;
    const cited = seen.links.filter((link) => link.from >= from && link.from <= to && /Ex\. [B-Z]/.test(link.text));
    expect(cited.length, String(heading)).toBeGreaterThan(0);
  }
});

test('every link lands on the page whose stamp it names', () => {
  expect(seen.links.length).toBeGreaterThan(20);
  for (const link of seen.links) {
    const { from, to, text } = link;
    if (/^[A-Z]{1,2}$/.test(text)) {
      // An exhibit's letter leads to its tab sheet.
      expect((pages[to - 1] ?? '').split(/\s+/)).toEqual(expect.arrayContaining(['EXHIBIT', text]));
      continue;
    }
    const named = namedBy(link, seen.links).match(/\b\d{4}\b/g) ?? [];
    expect(named, `link “${text}” on page ${from}`).toContain(seen.labels[to - 1]);
  }
});

/** What a link names: its own words, or, for a part of a broken line or of an index row, those of its neighbours with the same target. */
function namedBy(link: LinkSeen, links: readonly LinkSeen[]): string {
  if (/\d{4}/.test(link.text)) return link.text;
  return links
    .filter(({ from, to }) => from === link.from && to === link.to)
    .map(({ text }) => text)
    .join(' ');
}

test('the outline is nested and each exhibit has its entry, on its tab sheet', () => {
  const exhibits = seen.outline.flatMap(({ items }) => items).filter(({ title }) => /^Exhibit [A-Z]/.test(title));
  expect(exhibits.length).toBeGreaterThan(5);
  for (const { title, page } of exhibits) {
    const label = /^Exhibit ([A-Z]+)/.exec(title)?.[1] ?? '';
    const words = (pages[page - 1] ?? '').split(/\s+/);
    expect(words, title).toEqual(expect.arrayContaining(['EXHIBIT', label]));
  }
});

test('every scanned page can be searched: words of the papers are found on exhibit pages', () => {
  const all = pages.map((text) => text.replace(/\s+/g, ' '));
  for (const phrase of [
    'ALDER POINT PSYCHIATRIC',
    'Policy BH-207',
    'not medically necessary',
    'Cedar Lantern',
    'F33.2',
  ]) {
    expect(all.filter((text) => text.includes(phrase)).length, phrase).toBeGreaterThan(0);
  }
  const exhibitPages = all.filter((text) => /Exhibit [A-Z]+ · page \d+ of \d+/.test(text));
  // Exhibits are whole papers; the index says how many pages they have.
  const planned = [...result.stdout.matchAll(/Exhibit [A-Z]+ +(\d+)–(\d+)/g)].reduce(
    (sum, [, from, to]) => sum + Number(to) - Number(from) + 1,
    0,
  );
  expect(planned).toBeGreaterThan(10);
  expect(exhibitPages).toHaveLength(planned);
  for (const text of exhibitPages) expect(text.split(' ').length, text.slice(-60)).toBeGreaterThan(60);
});

test('every page can be drawn and is not blank', async () => {
  runTool('pdftoppm', ['-r', '36', '-gray', '-png', file, join(dir, 'page')]);
  const digits = String(seen.pageCount).length;
  for (let page = 1; page <= seen.pageCount; page += 1) {
    const { channels } = await sharp(join(dir, `page-${String(page).padStart(digits, '0')}.png`)).stats();
    expect(channels[0]?.stdev, `page ${page}`).toBeGreaterThan(2);
  }
});
