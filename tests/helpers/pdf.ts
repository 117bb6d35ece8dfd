// Looks at a PDF with tools that did not write it: qpdf, poppler and pdf.js.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Runs a tool and gives its output; a missing tool or a failure is an error that names it. */
export function runTool(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined) throw new Error(`${program} could not be run: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Text of each page by poppler, in page order. */
export function popplerPages(file: string): string[] {
  return runTool('pdftotext', ['-layout', file, '-']).split('\f').slice(0, -1);
}

export interface OutlineNode {
  readonly title: string;
  /** One-based. */
  readonly page: number;
  readonly items: readonly OutlineNode[];
}

export interface LinkSeen {
  /** One-based pages. */
  readonly from: number;
  readonly to: number;
  /** The words under the link, by poppler. */
  readonly text: string;
}

export interface PdfSeen {
  readonly pageCount: number;
  readonly labels: readonly string[];
  readonly outline: readonly OutlineNode[];
  readonly links: readonly LinkSeen[];
}

/** Page labels, outline and links as pdf.js sees them; every destination resolved to a page, the words under each link by poppler. */
export async function lookAt(file: string): Promise<PdfSeen> {
  const words = wordBoxes(file);
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pageOf = async (dest: unknown): Promise<number> => {
    const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    if (!Array.isArray(explicit)) throw new Error('A link has no destination.');
    return 1 + (await pdf.getPageIndex(explicit[0]));
  };
  type RawNode = { title: string; dest: unknown; items: RawNode[] };
  const nodeOf = async (node: RawNode): Promise<OutlineNode> => ({
    title: node.title,
    page: await pageOf(node.dest),
    items: await Promise.all(node.items.map(nodeOf)),
  });
  const links: LinkSeen[] = [];
  for (let from = 1; from <= pdf.numPages; from += 1) {
    const page = await pdf.getPage(from);
    const annotations = (await page.getAnnotations()) as { subtype: string; dest: unknown; rect: number[] }[];
    const { height } = page.getViewport({ scale: 1 });
    for (const { subtype, dest, rect } of annotations) {
      if (subtype !== 'Link') continue;
      links.push({ from, to: await pageOf(dest), text: textIn(words[from - 1] ?? [], rect, height) });
    }
  }
  const seen = {
    pageCount: pdf.numPages,
    labels: (await pdf.getPageLabels()) ?? [],
    outline: await Promise.all((((await pdf.getOutline()) ?? []) as RawNode[]).map(nodeOf)),
    links,
  };
  await task.destroy();
  return seen;
}

interface WordBox {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The middle of every word of every page, from the top left, in points. */
function wordBoxes(file: string): WordBox[][] {
  const pages = runTool('pdftotext', ['-bbox', file, '-']).split('<page ').slice(1);
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  return pages.map((page) =>
    [...page.matchAll(word)].map(([, x1, y1, x2, y2, text = '']) => ({
      text,
      x: (Number(x1) + Number(x2)) / 2,
      y: (Number(y1) + Number(y2)) / 2,
    })),
  );
}

function textIn(
  words: readonly WordBox[],
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[],
  height: number,
): string {
  return words
    .filter(({ x, y }) => x >= x1 && x <= x2 && height - y >= y1 && height - y <= y2)
    .map(({ text }) => text)
    .join(' ');
}
