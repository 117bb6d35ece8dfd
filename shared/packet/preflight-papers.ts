// Problems in the exhibits themselves: hard to read, unsigned, twice the same, or with something others shouldn't see.
import type { SensitivePage } from '../model/diary.ts';
import type { FullDocument } from '../model/document.ts';
import type { Exhibit, Problem } from '../model/packet.ts';

/** Below this mean confidence a page read optically counts as hard to read. */
const HARD_CONFIDENCE = 0.7;
/** Papers with fewer words than this are only the same when their bytes are. */
const ENOUGH_WORDS = 20;

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
    ...papers.flatMap(({ exhibit, paper }) => [...hardToRead(exhibit, paper), ...unsigned(exhibit, paper, exhibits)]),
    ...duplicates(papers),
  ];
}

function hardToRead(exhibit: Exhibit, paper: FullDocument): readonly Problem[] {
  const hard = paper.pages.filter(
    ({ pageNumber, source, words, confidence }) =>
      exhibit.pages.includes(pageNumber) && source === 'ocr' && (words.length === 0 || confidence < HARD_CONFIDENCE),
  );
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
      go: { at: 'page', documentId: paper.document.id, pageNumber: first.pageNumber },
    },
  ];
}

/** Words that stand where a letter is signed. */
const SIGNED = /\b(?:sincerely|respectfully|regards|signed|signature|e-signed)\b|\/s\//i;

/** A doctor's letter counts little without the page that is signed. */
function unsigned(exhibit: Exhibit, paper: FullDocument, exhibits: readonly Exhibit[]): readonly Problem[] {
  if (paper.document.kind !== 'letter-of-medical-necessity') return [];
  const signed = paper.pages.filter(({ words }) => SIGNED.test(words.map(({ text }) => text).join(' ')));
  const { id } = paper.document;
  const isIn = (page: number) => exhibits.some(({ documentId, pages }) => documentId === id && pages.includes(page));
  if (signed.some(({ pageNumber }) => isIn(pageNumber))) return [];
  const first = signed[0]?.pageNumber;
  const name = `exhibit ${exhibit.label} (“${exhibit.title}”)`;
  if (first === undefined) {
    const sentence = `No signature was found by its words in ${name}. A doctor’s letter should be signed.`;
    return [
      {
        code: 'signature-missing',
        severity: 'notes',
        sentence,
        documentId: id,
        go: { at: 'page', documentId: id, pageNumber: 1 },
      },
    ];
  }
  const sentence = `The page with the signature, page ${first} of the paper, is not in ${name}.`;
  return [
    {
      code: 'signature-missing',
      severity: 'warns',
      sentence,
      documentId: id,
      pageNumber: first,
      go: { at: 'exhibit', key: exhibit.key },
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
    // Parts of one paper are no doubles: no page stands in the packet twice.
    if (twin === undefined || twin.documentId === exhibit.documentId) return [];
    const sentence = `Exhibits ${twin.label} and ${exhibit.label} seem to be the same paper (“${exhibit.title}”).`;
    const go = { at: 'exhibit', key: exhibit.key } as const;
    return [{ code: 'duplicate-exhibit', severity: 'warns', sentence, documentId: paper.document.id, go }];
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

/** Sensitive pages of the exhibits: the user must have looked at each before a final packet is built. */
export function sensitiveProblems(
  exhibits: readonly Exhibit[],
  sensitive: readonly SensitivePage[],
): readonly Problem[] {
  return sensitive
    .filter((page) => !page.allowed)
    .flatMap((page): readonly Problem[] => {
      const exhibit = exhibits.find(
        ({ documentId, pages }) => documentId === page.documentId && pages.includes(page.pageNumber),
      );
      if (exhibit === undefined) return [];
      const sentence = `Page ${page.pageNumber} of exhibit ${exhibit.label} (“${exhibit.title}”): ${page.meaning} ${page.advice}`;
      return [
        {
          code: 'sensitive-page',
          severity: 'blocks',
          sentence,
          documentId: page.documentId,
          pageNumber: page.pageNumber,
          go: { at: 'page', documentId: page.documentId, pageNumber: page.pageNumber },
        },
      ];
    });
}
