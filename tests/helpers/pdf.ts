// Looks at a PDF with tools that did not write it: qpdf, poppler and pdf.js.
import { spawnSync } from 'node:child_process';
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
  /** The words under the link, by pdf.js. */
  readonly text: string;
}

export interface PdfSeen {
  readonly pageCount: number;
  readonly labels: readonly string[];
  readonly outline: readonly OutlineNode[];
  readonly links: readonly LinkSeen[];
}

interface Positioned {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Page labels, outline and links as pdf.js sees them; every destination resolved to a page. */
export async function lookAt(bytes: Uint8Array): Promise<PdfSeen> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
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
    const { items } = await page.getTextContent();
    for (const { subtype, dest, rect } of annotations) {
      if (subtype !== 'Link') continue;
      links.push({ from, to: await pageOf(dest), text: textIn(items as Positioned[], rect) });
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

/** Text runs whose middle lies inside the rectangle. */
function textIn(items: readonly Positioned[], [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): string {
  return items
    .filter(({ transform, width }) => {
      const [x, y] = [(transform[4] ?? 0) + width / 2, (transform[5] ?? 0) + 2];
      return x >= x1 - 1 && x <= x2 + 1 && y >= y1 - 1 && y <= y2 + 1;
    })
    .map(({ str }) => str)
    .join('');
}
