// Letters beside the appeal as files, looked at with tools that did not write them: qpdf, poppler, unzip.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { letterDocx } from '../../../electron/letters/letter-docx.ts';
import { letterPdf } from '../../../electron/letters/letter-pdf.ts';
import { LetterKind } from '../../../shared/model/diary.ts';
import { caseOf, samplePapers } from '../../helpers/cases.ts';
import { RESOURCES } from '../../helpers/labelled-papers.ts';
import { checkedByQpdf, expanded, infoOf, pageTexts, withFile } from '../../helpers/packet-pdf.ts';
import { runTool } from '../../helpers/pdf.ts';
import { drafted, forLetters } from '../../helpers/written-letters.ts';

const FONTS = join(RESOURCES, 'fonts');
const papers = samplePapers();
const input = forLetters(caseOf(papers), papers);
const pdfOf = (kind: LetterKind) => letterPdf(drafted(kind, input).letter, input.documents, FONTS);
const docxOf = (kind: LetterKind, fills: Record<string, string> = {}) =>
  letterDocx(drafted(kind, input, { fills }).letter, input.documents);

/** A part of a .docx, as unzip gives it. */
const partOf = (bytes: Uint8Array, part: string) =>
  withFile(bytes, (file) => {
    const docx = join(dirname(file), 'letter.docx');
    writeFileSync(docx, bytes);
    return runTool('unzip', ['-p', docx, part]);
  });
const wordsIn = (xml: string) =>
  xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');

describe.each(LetterKind.options)('%s', (kind) => {
  it('is a sound PDF of Letter pages whose blanks can be seen and read', async () => {
    const bytes = await pdfOf(kind);
    expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
    const info = await infoOf(bytes);
    expect(info).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
    // Poppler may see a space where two letters are kerned apart.
    const bare = (words: string) => words.replaceAll(/\s+/g, '');
    const text = bare((await pageTexts(bytes)).join('\n'));
    for (const label of drafted(kind, input).open) expect(text).toContain(bare(`[${label}]`));
    expect(text).not.toMatch(/undefined|□|pagenotinthepacket/);
  });

  it('is a Word file with the same words', async () => {
    const bytes = await docxOf(kind);
    const xml = await partOf(bytes, 'word/document.xml');
    const open = drafted(kind, input).open;
    const marked = [...xml.matchAll(/<w:highlight w:val="yellow"\/>/g)].length;
    expect(marked).toBeGreaterThanOrEqual(open.length);
    for (const label of open) expect(wordsIn(xml)).toContain(`[${label}]`);
    expect(xml).not.toMatch(/undefined|NaN/);
  });
});

describe('the PDF', () => {
  it('names papers and pages in words, and no file', async () => {
    const text = (await pageTexts(await pdfOf('negotiation'))).join('\n').replaceAll(/\s+/g, ' ');
    expect(text).toContain('Denial letter of September 9, 2026, p. 1');
    expect(text).not.toMatch(/\.txt|Ex\. A/);
  });

  it('tells title and language, its maker, and nothing else', async () => {
    const bytes = await pdfOf('claim-file');
    const { subject } = drafted('claim-file', input).letter;
    const info = await infoOf(bytes);
    expect(info).toContain(`Title:           ${subject}`);
    expect(info).not.toMatch(/Author|Keywords|CreationDate|ModDate/);
    const all = await expanded(bytes);
    expect(all).toMatch(/\/Lang \(en-US\)/);
    expect(all).not.toMatch(/\/Metadata|Sandquist/);
    expect(await pdfOf('claim-file')).toEqual(bytes);
  });

  it('numbers its pages', async () => {
    const pages = await pageTexts(await pdfOf('claim-file'));
    expect(pages[0]).toContain(`Page 1 of ${pages.length}`);
    pages.slice(1).forEach((page, index) => {
      expect(page).toContain(`page ${index + 2} of ${pages.length}`);
    });
  });
});

describe('the Word file', () => {
  it('has real headings, lists and tables, and an end of blanks once they are filled', async () => {
    const xml = await partOf(await docxOf('claim-file'), 'word/document.xml');
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml).toContain('<w:numPr>');
    expect(xml).toContain('<w:tbl>');
    const { blanks } = drafted('expedited-appeal', input);
    const fills = Object.fromEntries(blanks.map((label) => [label, 'Own words\nover two lines & more']));
    const filled = await partOf(await docxOf('expedited-appeal', fills), 'word/document.xml');
    expect(filled).not.toContain('w:highlight');
    expect(wordsIn(filled)).toContain('Own words\nover two lines & more');
  });

  it('begins each numbered list at one', async () => {
    const bytes = await docxOf('parity-disclosure');
    const used = new Set(
      [...(await partOf(bytes, 'word/document.xml')).matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((hit) => hit[1]),
    );
    const numbering = await partOf(bytes, 'word/numbering.xml');
    for (const id of used) expect(numbering).toContain(`w:numId="${id}"`);
    expect(numbering).toContain('<w:startOverride w:val="1"/>');
  });

  it('names no author', async () => {
    const core = await partOf(await docxOf('claim-file'), 'docProps/core.xml');
    expect(core).toContain('<dc:creator>Appeal Vault</dc:creator>');
    expect(core.replace(/<dc:title>.*?<\/dc:title>/, '')).not.toContain('Sandquist');
  });
});
