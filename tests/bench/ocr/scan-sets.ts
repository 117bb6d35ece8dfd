// Sets of scanned papers for the bench, one PDF of pictures for each class, with the true text of every paper.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { typeset } from '../../letters/scanned.ts';
import { CLASSES, chances } from './scan-effects.ts';

/** A paper of a set: its pages follow those of the one before. */
interface TruePaper {
  readonly pages: number;
  readonly truth: string;
}

export interface ScanSet {
  /** Its class. */
  readonly name: string;
  readonly pdf: string;
  readonly pages: number;
  readonly papers: readonly TruePaper[];
}

/** The scans of a folder by class: NAME.pdf|jpg|png (or NAME-p1.jpg …) with their text in NAME.txt; the class stands in manifest.json or ends the name (NAME-fax). */
export async function foldersSets(scansDir: string, truthDir: string, scratch: string): Promise<ScanSet[]> {
  const classOf = classesOf(scansDir);
  const byName = new Map<string, string[]>();
  for (const file of readdirSync(scansDir).sort()) {
    const name = /^(.*?)(?:-p\d+)?\.(?:pdf|jpe?g|png)$/i.exec(file)?.[1];
    if (name !== undefined && existsSync(join(truthDir, `${name}.txt`)))
      byName.set(name, [...(byName.get(name) ?? []), join(scansDir, file)]);
  }
  const byClass = Map.groupBy(byName, ([name]) => classOf(name));
  return Promise.all(
    [...byClass].map(async ([name, papers]) => {
      const whole = await PDFDocument.create();
      const truths: TruePaper[] = [];
      for (const [paper, files] of papers) {
        const before = whole.getPageCount();
        for (const file of files) await addFile(whole, file);
        const truth = readFileSync(join(truthDir, `${paper}.txt`), 'utf8');
        truths.push({ pages: whole.getPageCount() - before, truth });
      }
      return written(`${name} (given)`, whole, truths, scratch);
    }),
  );
}

function classesOf(dir: string): (name: string) => string {
  const manifest = join(dir, 'manifest.json');
  if (!existsSync(manifest)) return (name) => /[^-]+$/.exec(name)?.[0] ?? name;
  const kinds = JSON.parse(readFileSync(manifest, 'utf8')) as readonly { readonly id: string; readonly kind: string }[];
  const known = new Map(kinds.map(({ id, kind }) => [id, kind]));
  return (name) => known.get(name) ?? 'other';
}

async function addFile(whole: PDFDocument, file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (!file.endsWith('.pdf')) return addPicture(whole, bytes);
  const source = await PDFDocument.load(bytes);
  for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
}

/** A picture as a page of letter width. */
async function addPicture(whole: PDFDocument, bytes: Buffer): Promise<void> {
  const image = bytes[0] === 0x89 ? await whole.embedPng(bytes) : await whole.embedJpg(bytes);
  const height = (612 / image.width) * image.height;
  whole.addPage([612, height]).drawImage(image, { x: 0, y: 0, width: 612, height });
}

async function written(
  name: string,
  whole: PDFDocument,
  papers: readonly TruePaper[],
  scratch: string,
): Promise<ScanSet> {
  const pdf = join(scratch, `${name.replace(/[^a-z]+/g, '-')}.pdf`);
  writeFileSync(pdf, await whole.save());
  return { name, pdf, pages: whole.getPageCount(), papers };
}

/** A set of our own: `pages` pages of the fixtures' letters, shared out among the classes. The same number gives the same pictures. */
export async function madeSets(fixtures: string, pages: number, scratch: string): Promise<ScanSet[]> {
  const names = Object.keys(CLASSES);
  const sheets = sheetsOf(fixtures);
  const sets: ScanSet[] = [];
  for (const [place, name] of names.entries()) {
    const whole = await PDFDocument.create();
    const truths: TruePaper[] = [];
    for (let index = place; index < pages; index += names.length) {
      const truth = sheets[(index * 7) % sheets.length] ?? '';
      const chance = chances(index + 1);
      writeFileSync(join(scratch, 'sheet.pdf'), await typeset(truth));
      execFileSync('pdftoppm', [
        '-r',
        '300',
        '-gray',
        '-png',
        '-singlefile',
        join(scratch, 'sheet.pdf'),
        join(scratch, 'sheet'),
      ]);
      const { data, info } = await sharp(readFileSync(join(scratch, 'sheet.png')))
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      const picture = await CLASSES[name]?.({ pixels: data, width: info.width, height: info.height }, chance);
      if (picture !== undefined) await addPicture(whole, picture);
      truths.push({ pages: 1, truth });
    }
    if (truths.length > 0) sets.push(await written(name, whole, truths, scratch));
  }
  return sets;
}

/** Single pages of the fixtures' letters with something on them. */
function sheetsOf(fixtures: string): readonly string[] {
  const folders = ['papers', 'letters/authored', 'letters/labelled'].map((folder) => join(fixtures, folder));
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\f'))
      .filter((sheet) => sheet.trim().length > 600),
  );
}
