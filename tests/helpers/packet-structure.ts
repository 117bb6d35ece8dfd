// The tagged structure of a packet as poppler, pdf.js and qpdf find it; none of them wrote it.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withFile } from './packet-pdf.ts';
import { runTool } from './pdf.ts';

/** One element: its own text, and that of what stands in it, in the order of reading. */
export interface SeenElement {
  readonly role: string;
  readonly title: string;
  /** Attributes as poppler prints them, e.g. “/Scope /Column”. */
  readonly attributes: readonly string[];
  readonly kids: readonly (SeenElement | string)[];
  /** Annotations among the kids. */
  readonly annotations: number;
}

/** Roles that run on in a line; all others stand apart. */
const INLINE = new Set(['Link', 'Span']);

/** The whole structure by poppler. */
export function elementsOf(bytes: Uint8Array): Promise<SeenElement> {
  return withFile(bytes, (file) => {
    type Growing = {
      role: string;
      title: string;
      attributes: string[];
      kids: (Growing | string)[];
      annotations: number;
    };
    const root: Growing = { role: 'Root', title: '', attributes: [], kids: [], annotations: 0 };
    const open: Growing[] = [root];
    for (const line of runTool('pdfinfo', ['-struct-text', file]).split('\n')) {
      const [, indent, rest] = /^( *)(.*)$/.exec(line)!;
      if (rest === '') continue;
      const depth = indent!.length / 2;
      const owner = open[Math.floor(depth)]!;
      const element = /^([A-Z]\w*)(?: "(.*)")?(?: \((?:block|inline)\))?:?$/.exec(rest!);
      if (rest!.startsWith('"')) owner.kids.push(rest!.slice(1, -1));
      else if (/^\/\w+ /.test(rest!)) open.at(-1)!.attributes.push(rest!);
      else if (/^Object \d+/.test(rest!)) owner.annotations += 1;
      else if (element !== null) {
        const made: Growing = { role: element[1]!, title: element[2] ?? '', attributes: [], kids: [], annotations: 0 };
        owner.kids.push(made);
        open.splice(depth + 1, open.length, made);
      } else throw new Error(`Not understood: ${line}`);
    }
    return root;
  });
}

/** All elements of some roles, in the order of reading. */
export function elementsWith(element: SeenElement, ...roles: readonly string[]): readonly SeenElement[] {
  return element.kids.flatMap((kid) =>
    typeof kid === 'string' ? [] : [...(roles.includes(kid.role) ? [kid] : []), ...elementsWith(kid, ...roles)],
  );
}

/** What would be read aloud: blanks only where the file has them, or where one block ends. */
export function textIn(element: SeenElement): string {
  const parts = element.kids.map((kid) => {
    if (typeof kid === 'string') return kid;
    return INLINE.has(kid.role) ? textIn(kid) : ` ${textIn(kid)} `;
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** A page by pdf.js: the alternative texts of its pictures, the text inside elements' content and the text outside. */
export interface SeenPage {
  readonly roles: readonly string[];
  readonly alts: readonly string[];
  readonly inside: string;
  readonly artifacts: string;
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Each page as pdf.js sees it. Throws when the structure names content that isn't on the page, or the page has text that is neither. */
export async function pagesSeen(bytes: Uint8Array): Promise<readonly SeenPage[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: SeenPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const nodes = allOf((await page.getStructTree()) as Node);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        const owner = open.at(-1) ?? 'outside';
        texts.set(owner, `${texts.get(owner) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      // What has no number is decoration, or a span inside the content of an element.
      else open.push(item.id ?? open.at(-1) ?? 'artifact');
    }
    const own = nodes.filter((node) => node.type === 'content').map((node) => node.id!);
    const stray = [...texts.keys()].filter((id) => id !== 'artifact' && !own.includes(id));
    if (stray.some((id) => texts.get(id)!.trim() !== '')) throw new Error(`Page ${number} has stray text: ${stray}`);
    pages.push({
      roles: nodes.flatMap((node) => node.role ?? []),
      alts: nodes.flatMap((node) => node.alt ?? []),
      inside: own.map((id) => texts.get(id) ?? '').join(' '),
      artifacts: texts.get('artifact') ?? '',
    });
  }
  await task.destroy();
  return pages;
}

function allOf(node: Node | null): readonly Node[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(allOf)];
}

type Json = Record<string, unknown>;

/** The parent tree by qpdf, flattened, and the objects it is about. */
export interface SeenParents {
  readonly resolved: (ref: unknown) => Json;
  /** References of the pages, in order. */
  readonly pages: readonly string[];
  readonly parents: ReadonlyMap<number, unknown>;
  /** Nodes on the way from the root to a leaf, and the most entries of a leaf. */
  readonly depth: number;
  readonly widest: number;
}

/** Reads the parent tree. Throws when a node's limits are not those of its entries, or the entries are out of order. */
export function parentsOf(bytes: Uint8Array): Promise<SeenParents> {
  return withFile(bytes, (file) => {
    const json = JSON.parse(runTool('qpdf', ['--json=2', '--json-stream-data=none', file])) as Json;
    const objects = (json.qpdf as Json[])[1] as Record<string, Json>;
    const resolved = (ref: unknown): Json =>
      typeof ref === 'string' && / R$/.test(ref) ? ((objects[`obj:${ref}`]?.value ?? {}) as Json) : (ref as Json);
    const catalog = resolved((objects.trailer!.value as Json)['/Root']);
    const parents = new Map<number, unknown>();
    let depth = 0;
    let widest = 0;
    let last = -1;
    const visit = (node: Json, level: number) => {
      const before = last;
      depth = Math.max(depth, level);
      for (const kid of (node['/Kids'] ?? []) as unknown[]) visit(resolved(kid), level + 1);
      const nums = (node['/Nums'] ?? []) as unknown[];
      widest = Math.max(widest, nums.length / 2);
      for (let at = 0; at < nums.length; at += 2) {
        const key = Number(nums[at]);
        if (key <= last) throw new Error(`Key ${key} stands after ${last}`);
        last = key;
        parents.set(key, nums[at + 1]);
      }
      const limits = node['/Limits'] as number[] | undefined;
      if (
        level === 1 ? limits !== undefined : !(limits![0]! > before && parents.has(limits![0]!) && limits![1] === last)
      )
        throw new Error('A node has the wrong limits');
    };
    visit(resolved(resolved(catalog['/StructTreeRoot'])['/ParentTree']), 1);
    return { resolved, pages: (json.pages as Json[]).map((page) => String(page.object)), parents, depth, widest };
  });
}
