// Cites in words, for letters that stand alone: “Explanation of benefits of August 26, 2026, p. 2” instead of an exhibit.
import { longDate } from '../../cases/calendar.ts';
import { kindInWords } from '../../cases/kind-words.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Block, Inline, Letter } from '../../model/letter.ts';
import { text } from '../inline.ts';
import { STANDARDS } from '../names.ts';

type Cite = Extract<Inline, { kind: 'cite' }>;
type Documents = ReadonlyMap<string, FullDocument>;
type Pairs = Extract<Block, { kind: 'pairs' }>;

/** Where a table says once from which paper its rows were read. */
const READ_FROM = 'Read from';
const WHERE_NO_OTHER = ', where no other page is named';
/** Stands for a paper that is no longer in the vault. */
const GONE = 'a paper no longer at hand';

/** How a paper is called: its kind with its date; plan documents, policies and publications by their own title. Never the name of a file. */
export function paperInWords({ document, reading }: FullDocument): string {
  const titled = STANDARDS.has(document.kind) || document.kind === 'literature';
  if (titled && reading.title !== undefined && reading.title.length <= 120) return `“${reading.title}”`;
  const date = document.date === undefined ? '' : ` of ${longDate(document.date)}`;
  return `${kindInWords(document.kind)}${date}`;
}

/** “Explanation of benefits of August 26, 2026, p. 2”, or “pp. 2–3”. */
export function citeInWords({ documentId, pageNumber, toPage }: Cite, documents: Documents): string {
  const paper = documents.get(documentId);
  const pages =
    toPage !== undefined && toPage > pageNumber ? `pp.\u00a0${pageNumber}–${toPage}` : `p.\u00a0${pageNumber}`;
  return `${paper === undefined ? GONE : paperInWords(paper)}, ${pages}`;
}

/**
 * The letter with every cite in words, in brackets behind what it proves. A table whose rows come mostly from one page names that page
 * once, in a row of its own at the end.
 */
export function withCitesInWords(letter: Letter, documents: Documents): Letter {
  return { ...letter, blocks: letter.blocks.map((block) => blockInWords(block, documents)) };
}

function blockInWords(block: Block, documents: Documents): Block {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'paragraph':
    case 'quote':
      return { ...block, inlines: inWords(block.inlines, documents) };
    case 'list':
      return { ...block, items: block.items.map((item) => inWords(item, documents)) };
    case 'pairs':
      return pairsInWords(block, documents);
    case 'lines':
    case 'signature':
      return { ...block, lines: block.lines.map((line) => inWords(line, documents)) };
  }
}

/** Cites that follow each other share one pair of brackets. */
function inWords(inlines: readonly Inline[], documents: Documents): Inline[] {
  const said: Inline[] = [];
  let run: string[] = [];
  const close = () => {
    if (run.length > 0) said.push(text(`(${run.join('; ')})`));
    run = [];
  };
  inlines.forEach((inline, index) => {
    if (inline.kind === 'cite') {
      run.push(citeInWords(inline, documents));
      return;
    }
    // A space between two cites is the space between their brackets.
    if (run.length > 0 && isSpace(inline) && inlines[index + 1]?.kind === 'cite') return;
    close();
    said.push(inline.kind === 'text' ? { ...inline, text: tied(inline.text) } : inline);
  });
  close();
  return said;
}

/** “29 CFR 2560.503-1” and “section 502” are not torn apart at the end of a line. */
function tied(words: string): string {
  return words
    .replace(/(\d) (CFR|U\.S\.C\.) (?=\S)/g, '$1\u00a0$2\u00a0')
    .replace(/(sections?|part) (?=\d)/g, '$1\u00a0');
}

function isSpace(inline: Inline): boolean {
  return inline.kind === 'text' && inline.text.trim() === '';
}

/** From this many rows of one page on, a table names the page once. */
const MANY = 3;

function pairsInWords(block: Pairs, documents: Documents): Pairs {
  const cites = block.rows.flatMap((row) => row.value.filter((inline) => inline.kind === 'cite'));
  const counts = new Map<string, number>();
  for (const each of cites)
    counts.set(citeInWords(each, documents), (counts.get(citeInWords(each, documents)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < MANY)
    return { ...block, rows: block.rows.map((row) => ({ ...row, value: inWords(row.value, documents) })) };
  const [place] = most;
  const rows = block.rows.map((row) => ({ ...row, value: inWords(without(place, row.value, documents), documents) }));
  const value = text(counts.size > 1 ? `${place}${WHERE_NO_OTHER}` : place);
  return { ...block, rows: [...rows, { label: READ_FROM, value: [value] }] };
}

/** A value without its cites of one page, and without the spaces before them. */
function without(place: string, inlines: readonly Inline[], documents: Documents): Inline[] {
  const isPlace = (inline: Inline | undefined) => inline?.kind === 'cite' && citeInWords(inline, documents) === place;
  return inlines.filter((inline, index) => !isPlace(inline) && !(isSpace(inline) && isPlace(inlines[index + 1])));
}
