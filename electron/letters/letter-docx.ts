// A letter as a Word file: real headings, lists and tables, blanks highlighted, to go on writing. The appeal letter can be brought back from it.
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { citeInWords, withCitesInWords } from '../../shared/letters/kinds/cite-words.ts';
import { exhibitWords } from '../../shared/letters/word/exhibit-words.ts';
import { citeAnchor, WORD_STYLES } from '../../shared/letters/word/marks.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Inline, Letter } from '../../shared/model/letter.ts';
import type { Exhibit } from '../../shared/model/packet.ts';
import { inlinesOf } from '../../shared/packet/letter-cites.ts';
import { blockParts, type CiteRuns, tableOf } from './word-blocks.ts';
import { COLUMN, INCH, LABELS, LETTER_LISTS, LETTER_STYLES } from './word-styles.ts';

type Cite = Extract<Inline, { kind: 'cite' }>;
type Papers = ReadonlyMap<string, FullDocument>;

/** A letter that stands alone, its citations in words. `documents` are the papers it cites, by id. The file names no author. */
export function letterDocx(letter: Letter, documents: Papers): Promise<Uint8Array> {
  const { subject, blocks } = withCitesInWords(letter, documents);
  return wordFile(
    subject,
    blocks.flatMap((block, index) => blockParts(block, index, () => [])),
  );
}

/**
 * The appeal letter: each citation a link to its row in a list of the pages cited, by which it is known again when the file comes back. The
 * list is the app's own and no part of the letter.
 */
export function appealLetterDocx(letter: Letter, exhibits: readonly Exhibit[], documents: Papers): Promise<Uint8Array> {
  const words = (cite: Cite) => exhibitWords(cite, exhibits) ?? citeInWords(cite, documents);
  const link: CiteRuns = (cite) => [
    new InternalHyperlink({
      anchor: citeAnchor(cite),
      children: [new TextRun({ text: words(cite), style: WORD_STYLES.cite })],
    }),
  ];
  const cites = new Map(letter.blocks.flatMap(inlinesOf).flatMap(citesIn));
  return wordFile(letter.subject, [
    ...letter.blocks.flatMap((block, index) => blockParts(block, index, link)),
    ...(cites.size === 0 ? [] : pagesCited([...cites.values()], words, documents)),
  ]);
}

function citesIn(inline: Inline): (readonly [string, Cite])[] {
  return inline.kind === 'cite' ? [[citeAnchor(inline), inline]] : [];
}

/** What each citation means, so that whoever edits the file need not have the packet beside it. */
function pagesCited(cites: readonly Cite[], words: (cite: Cite) => string, documents: Papers): (Paragraph | Table)[] {
  const style = WORD_STYLES.pages;
  const note =
    'Pages cited. This list is not part of the letter: it is left out when the letter is brought back into Appeal Vault.';
  const rows = cites.map((cite) => [
    [new Bookmark({ id: citeAnchor(cite), children: [new TextRun(words(cite))] })],
    [new TextRun(citeInWords(cite, documents))],
  ]);
  return [
    new Paragraph({ style, pageBreakBefore: true, children: [new TextRun(note)] }),
    tableOf(rows, [LABELS, COLUMN - LABELS], style),
  ];
}

async function wordFile(title: string, children: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  const file = new Document({
    title,
    creator: 'Appeal Vault',
    lastModifiedBy: 'Appeal Vault',
    styles: LETTER_STYLES,
    numbering: { config: LETTER_LISTS },
    sections: [
      {
        properties: {
          page: {
            size: { width: 8.5 * INCH, height: 11 * INCH },
            margin: { top: INCH, right: INCH, bottom: INCH, left: INCH },
          },
        },
        footers: { default: pageFooter() },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function pageFooter(): Footer {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children, size: 17, color: '61686F' })],
      }),
    ],
  });
}
