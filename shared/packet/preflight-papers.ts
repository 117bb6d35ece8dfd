// Problems in the exhibits themselves: hard to read, twice the same, or with something others shouldn't see.
import type { FullDocument } from '../model/document.ts';
import type { Exhibit, Problem } from '../model/packet.ts';
import type { Page } from '../model/page.ts';

/** Below this mean confidence a page read optically counts as hard to read. */
const HARD_CONFIDENCE = 0.7;
/** Papers with fewer words than this are only the same when their bytes are. */
const ENOUGH_WORDS = 20;

const SENSITIVE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  // The form of a Social Security number: areas 000, 666 and 900–999, group 00 and serial 0000 are never given (SSA, “Social Security Number Randomization”).
  {
    pattern: /(?<![\d-])(?!000|666|9)\d{3}[-–](?!00)\d{2}[-–](?!0000)\d{4}(?![\d-])/,
    what: 'what looks like a Social Security number',
  },
  { pattern: /\b(?:SSN|social security (?:number|no\.?|#))\s*[:#]?\s*\d{9}\b/i, what: 'a Social Security number' },
  // Psychotherapy notes need an authorization of their own: 45 CFR 164.508(a)(2).
  { pattern: /\b(?:psychotherapy|process) notes?\b/i, what: 'psychotherapy notes, or a mention of them' },
  // Substance use disorder records: 42 CFR part 2.
  {
    pattern: /\b42 C\.?\s?F\.?\s?R\.?,? (?:part|pt\.?|§)\s*2\b|\bsubstance use disorder (?:treatment )?records?\b/i,
    what: 'substance use records, which have their own protection (42 CFR Part 2)',
  },
];

/** Problems of the exhibits' pages. */
export function paperProblems(
  exhibits: readonly Exhibit[],
  documents: ReadonlyMap<string, FullDocument>,
): readonly Problem[] {
  const papers = exhibits.flatMap((exhibit) => {
    const paper = documents.get(exhibit.documentId);
    return paper === undefined ? [] : [{ exhibit, paper }];
  });
  return [
    ...papers.flatMap(({ exhibit, paper }) => hardToRead(exhibit, paper)),
    ...duplicates(papers),
    ...papers.flatMap(({ exhibit, paper }) => sensitivePages(exhibit, paper)),
  ];
}

function hardToRead(exhibit: Exhibit, paper: FullDocument): readonly Problem[] {
  const hard = paper.pages.filter((page) => page.source === 'ocr' && page.confidence < HARD_CONFIDENCE);
  const first = hard.at(0);
  if (first === undefined) return [];
  const pages = hard.map((page) => page.pageNumber).join(', ');
  const which = hard.length === 1 ? `Page ${pages}` : `Pages ${pages}`;
  const sentence = `${which} of exhibit ${exhibit.label} (“${exhibit.title}”) ${hard.length === 1 ? 'is' : 'are'} hard to read. Scan again if you can.`;
  return [
    {
      code: 'hard-to-read',
      severity: 'warns',
      sentence,
      documentId: paper.document.id,
      pageNumber: first.pageNumber,
    },
  ];
}

function duplicates(
  papers: readonly { readonly exhibit: Exhibit; readonly paper: FullDocument }[],
): readonly Problem[] {
  const seen = new Map<string, Exhibit>();
  return papers.flatMap(({ exhibit, paper }): readonly Problem[] => {
    const keys = [`bytes ${paper.document.sha256}`, ...wordKey(paper)];
    const twin = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
    for (const key of keys) if (!seen.has(key)) seen.set(key, exhibit);
    if (twin === undefined) return [];
    const sentence = `Exhibits ${twin.label} and ${exhibit.label} seem to be the same paper (“${exhibit.title}”).`;
    return [{ code: 'duplicate-exhibit', severity: 'warns', sentence, documentId: paper.document.id }];
  });
}

/** The words of a paper without case and punctuation, when there are enough of them to tell papers apart. */
function wordKey(paper: FullDocument): readonly string[] {
  const words = paper.pages.flatMap((page) => page.words.map((word) => word.text));
  if (words.length < ENOUGH_WORDS) return [];
  return [
    `words ${paper.pages.length} ${words
      .join(' ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')}`,
  ];
}

function sensitivePages(exhibit: Exhibit, paper: FullDocument): readonly Problem[] {
  return paper.pages.flatMap((page) => {
    const text = textOf(page);
    return SENSITIVE.filter(({ pattern }) => pattern.test(text)).map(({ what }): Problem => {
      const sentence = `Page ${page.pageNumber} of exhibit ${exhibit.label} (“${exhibit.title}”) shows ${what}. Make sure the reader may see it.`;
      const at = { documentId: paper.document.id, pageNumber: page.pageNumber };
      return { code: 'sensitive-page', severity: 'warns', sentence, ...at };
    });
  });
}

function textOf(page: Page): string {
  return page.words.map((word) => word.text).join(' ');
}
