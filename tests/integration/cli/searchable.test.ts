// `ocr --pdf`: a copy of papers that can be searched, read by poppler and qpdf; and what happens when it can't be written.
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentenceOf } from '../../../shared/errors.ts';
import { runCli } from '../../helpers/cli.ts';
import { runTool } from '../../helpers/pdf.ts';
import { lineOf } from '../../helpers/pictures.ts';

const fax = fileURLToPath(new URL('../../fixtures/scans/statement-fax.pdf', import.meta.url));
let dir: string;
const at = (name: string) => join(dir, name);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'appeal-vault-ocr-'));
  const typed = await PDFDocument.create();
  const font = await typed.embedFont(StandardFonts.Helvetica);
  typed.addPage([612, 792]).drawText('Typed letter about juniper braces', { x: 72, y: 700, size: 14, font });
  await writeFile(at('typed.pdf'), await typed.save());
  // Formats a PDF can't hold as they are.
  await writeFile(
    at('photo.webp'),
    await sharp(await lineOf('Photograph of a tamarind receipt'))
      .webp()
      .toBuffer(),
  );
  await writeFile(at('empty.pdf'), '');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('joins the papers in their order, scanned pages with their words, pictures as they were', async () => {
  const out = at('copy.pdf');
  const { code, stderr } = await runCli([
    'ocr',
    fax,
    at('typed.pdf'),
    at('empty.pdf'),
    at('photo.webp'),
    '--json',
    '--pdf',
    out,
  ]);
  expect(code).toBe(3);
  expect(stderr).toContain(sentenceOf('file-empty'));
  expect(runTool('qpdf', ['--check', out])).toContain('No syntax or stream encoding errors found');
  const pages = runTool('pdftotext', ['-layout', out, '-']).split('\f');
  expect(pages[0]).toMatch(/Account\s+no\.\s+CL-20871/);
  expect(pages[0]).toMatch(/07\/15\/26\s+96365\s+Infusion, ketamine, first hour\s+385\.00/);
  expect(pages[1]).toContain('Typed letter about juniper braces');
  expect(pages[2]).toContain('Photograph of a tamarind receipt');
  // The words can't be seen: the page looks as the fax does.
  for (const [file, name] of [
    [fax, 'before'],
    [out, 'after'],
  ] as const)
    runTool('pdftoppm', ['-r', '50', '-gray', '-png', '-singlefile', '-l', '1', file, at(name)]);
  const [before, after] = await Promise.all(
    ['before.png', 'after.png'].map((name) => sharp(at(name)).raw().toBuffer()),
  );
  expect(after!.length).toBe(before!.length);
  const different = before!.reduce((sum, value, index) => sum + Math.abs(value - after![index]!), 0) / before!.length;
  expect(different).toBeLessThan(1);
});

test('a place that can not be written to is one sentence, and nothing stays behind', async () => {
  const { code, stderr } = await runCli(['ocr', at('typed.pdf'), '--pdf', at('no-such-folder/copy.pdf')]);
  expect(code).toBe(1);
  expect(stderr).toContain(sentenceOf('output-exists'));
  expect(existsSync(at('no-such-folder'))).toBe(false);
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([]);
});
