// Papers as they come out of a scanner: set in type, drawn, turned a little, stored as JPEG, and read by our own readers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fontkit from '@cantoo/fontkit';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { Readers } from '../../electron/readers/types.ts';
import type { Page } from '../../shared/model/page.ts';

/** The scans of a folder by paper: NAME.pdf or NAME.jpg, or NAME-p1.jpg, NAME-p2.jpg… for its pages. */
export async function readScans(folder: string, readers: Readers): Promise<Map<string, Page[]>> {
  const papers = new Map<string, Page[]>();
  for (const file of readdirSync(folder).sort()) {
    const name = /^(.*?)(?:-p\d+)?\.(?:pdf|jpe?g|png|tiff?)$/i.exec(file)?.[1];
    if (name === undefined) continue;
    const before = papers.get(name) ?? [];
    const { pages } = await readers.read(readFileSync(join(folder, file)), { pictures: false });
    papers.set(name, [...before, ...pages.map((page, at) => ({ ...page, pageNumber: before.length + at + 1 }))]);
  }
  return papers;
}

const FONT = join(import.meta.dirname, '..', '..', 'resources', 'fonts', 'noto-sans-mono-regular.ttf');
/** A common office scan: 200 dots to the inch, turned by half a degree, JPEG of middling quality. */
const DPI = 200;
const TURN = 0.5;
const QUALITY = 55;

/** The pages of a text (form feeds between them) as a scanner and our readers see them. Needs poppler's pdftoppm. */
export async function scanned(text: string, readers: Readers): Promise<Page[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'appeal-vault-scan-'));
  try {
    writeFileSync(join(scratch, 'paper.pdf'), await typeset(text));
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-png', join(scratch, 'paper.pdf'), join(scratch, 'page')]);
    const pages: Page[] = [];
    for (const file of readdirSync(scratch)
      .filter((name) => name.startsWith('page'))
      .sort()) {
      const picture = await sharp(readFileSync(join(scratch, file)))
        .rotate(TURN, { background: '#ffffff' })
        .withMetadata({ density: DPI })
        .jpeg({ quality: QUALITY })
        .toBuffer();
      const read = await readers.read(picture, { pictures: false });
      pages.push(...read.pages.map((page) => ({ ...page, pageNumber: pages.length + 1 })));
    }
    return pages;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A text as a PDF of letter pages in a typewriter face, form feeds between the pages. */
export async function typeset(text: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(readFileSync(FONT), { subset: true });
  for (const sheet of text.split('\f')) {
    const page = pdf.addPage([612, 792]);
    const lines = sheet.split('\n');
    const longest = Math.max(80, ...lines.map((line) => line.length));
    const size = Math.min(10, 520 / (longest * 0.6), 720 / (lines.length * 1.2));
    lines.forEach((line, row) => {
      const known = [...line.replace(/\t/g, '    ')].filter((sign) => sign.charCodeAt(0) < 0x2200).join('');
      page.drawText(known, { x: 46, y: 748 - row * size * 1.2, size, font });
    });
  }
  return pdf.save();
}
