// The appeal letter out as a Word file and back in: nothing is lost, and what was changed in between is understood. Read in a real reader process.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { appealLetterDocx } from '../../../electron/letters/letter-docx.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { saysOf } from '../../../shared/letters/editing/align.ts';
import { letterFromWord } from '../../../shared/letters/word/from-word.ts';
import type { Block, Letter } from '../../../shared/model/letter.ts';
import type { Exhibit } from '../../../shared/model/packet.ts';
import { anyLetter, CITED } from '../../helpers/any-letter.ts';
import { groundId, text } from '../../helpers/packet-fixtures.ts';
import { testReaders } from '../../helpers/readers.ts';
import { documentXml, tornRuns, withDocumentXml } from '../../helpers/word.ts';

const readers = testReaders(1);
afterAll(() => readers.close());

const [first, second] = CITED as [DocumentId, DocumentId, DocumentId];
const exhibit = (label: string, documentId: DocumentId, pages: number[]): Exhibit => ({
  key: documentId,
  label,
  title: `Paper ${label}`,
  kind: 'medical-record',
  documentId,
  pages,
  supports: [],
});
/** The first paper whole as Exhibit A; of the second its pages 3 to 5 as Exhibit B; the third is not in the packet. */
const exhibits = [exhibit('A', first, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), exhibit('B', second, [3, 4, 5])];

const out = (letter: Letter, with_ = exhibits) => appealLetterDocx(letter, with_, new Map());
const back = async (bytes: Uint8Array, current: Letter, with_ = exhibits) =>
  letterFromWord(await readers.wordFile(bytes), { current, exhibits: with_, documentIds: CITED });
const says = (letter: Letter) => letter.blocks.map(saysOf);
const NOTHING: Letter = { subject: '', blocks: [] };

const cite = (documentId: DocumentId, pageNumber: number, toPage?: number) => ({
  kind: 'cite' as const,
  documentId,
  pageNumber,
  ...(toPage !== undefined && { toPage }),
});
const letter: Letter = {
  subject: 'Appeal',
  blocks: [
    { kind: 'lines', lines: [[text('Rowan Ashgrove')], [{ kind: 'blank', label: 'Your address' }]] },
    { kind: 'pairs', rows: [{ label: 'Member ID', value: [text('QX 12 '), cite(first, 1)] }] },
    { kind: 'heading', level: 1, text: 'Reason 1: Medical necessity', groundId: groundId(1) },
    { kind: 'paragraph', origin: 'form', inlines: [text('The notice gives this reason:')], groundId: groundId(1) },
    { kind: 'quote', inlines: [text('“It is not necessary.” '), cite(first, 2, 3)], groundId: groundId(1) },
    {
      kind: 'paragraph',
      origin: 'user',
      inlines: [
        text('My doctor '),
        { kind: 'text', text: 'wrote', bold: true },
        text(' otherwise '),
        cite(second, 4),
        text('.'),
      ],
    },
    {
      kind: 'list',
      ordered: true,
      origin: 'form',
      items: [[text('Reverse it.')], [{ kind: 'blank', label: 'What else' }]],
    },
    { kind: 'signature', lines: [[text('Respectfully,')], [text('Signature: ____')]] },
  ],
};

/** Two lists of a kind, or two places to sign, that follow each other are one in a Word file. */
const isApart = ({ blocks }: Letter) =>
  blocks.every((block, at) => {
    const next = blocks[at + 1];
    if (block.kind === 'list' && next?.kind === 'list') return block.ordered !== next.ordered;
    return !(block.kind === 'signature' && next?.kind === 'signature');
  });

describe('out and back in', () => {
  it('gives the same letter, block by block, without knowing the one that went out', async () => {
    await fc.assert(
      fc.asyncProperty(anyLetter.filter(isApart), async (value) => {
        const { letter: came, remarks } = await back(await out(value), NOTHING);
        expect(says(came)).toEqual(says(value));
        expect(remarks).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the very same letter, grounds and origins too, when it is held against the one that went out', async () => {
    await fc.assert(
      fc.asyncProperty(anyLetter.filter(isApart), async (value) => {
        const seen = new Set<string>();
        const once = value.blocks.every((block) => {
          if (block.kind !== 'heading' || block.groundId === undefined) return true;
          return !seen.has(block.groundId) && seen.add(block.groundId) !== undefined;
        });
        fc.pre(once && new Set(says(value)).size === value.blocks.length);
        expect((await back(await out(value), value)).letter).toEqual(value);
      }),
      { numRuns: 25 },
    );
  });

  it('survives a word processor that tears runs apart', async () => {
    const torn = withDocumentXml(await out(letter), tornRuns);
    const { letter: came, remarks } = await back(torn, letter);
    expect(came).toEqual(letter);
    expect(remarks).toEqual([]);
  });
});

describe('the file', () => {
  it('has citations as links to bookmarks it holds, with short names, and marks blanks', async () => {
    const xml = documentXml(await out(letter));
    const anchors = [...xml.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]*)"/g)].map((hit) => hit[1]);
    const bookmarks = [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g)].map((hit) => hit[1] ?? '');
    expect(anchors).toHaveLength(3);
    for (const anchor of anchors) expect(bookmarks).toContain(anchor);
    for (const name of bookmarks) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
    expect(xml).toContain('Ex. A, pp. 2–3');
    expect(xml).toContain('Ex. B, p. 2');
    expect(xml.split('<w:highlight w:val="yellow"/>')).toHaveLength(3);
    expect(xml).toContain('[Your address]');
  });
});

describe('changed in between', () => {
  const edited = async (change: (xml: string) => string, with_ = exhibits) =>
    back(withDocumentXml(await out(letter), change), letter, with_);
  const blocksOf = async (change: (xml: string) => string) => (await edited(change)).letter.blocks;

  it('a changed sentence becomes the user’s and keeps its ground; all else stays as it was', async () => {
    const blocks = await blocksOf((xml) => xml.replace('The notice gives this reason:', 'The notice says only this:'));
    expect(blocks[3]).toEqual({
      kind: 'paragraph',
      origin: 'user',
      inlines: [text('The notice says only this:')],
      groundId: groundId(1),
    });
    expect(blocks.toSpliced(3, 1)).toEqual(letter.blocks.toSpliced(3, 1));
  });

  it('a heading called otherwise still opens the answer to its ground', async () => {
    const blocks = await blocksOf((xml) => xml.replace('Reason 1: Medical necessity', 'Why it is needed'));
    expect(blocks[2]).toEqual({ kind: 'heading', level: 1, text: 'Why it is needed', groundId: groundId(1) });
  });

  it('a deleted citation is gone, and that is told', async () => {
    const { letter: came, remarks } = await edited((xml) =>
      xml.replace(/<w:hyperlink[^>]*>(?:(?!<\/w:hyperlink>).)*Ex\. B, p\. 2.*?<\/w:hyperlink>/, ''),
    );
    expect(JSON.stringify(came.blocks[5])).not.toContain('cite');
    expect(remarks).toEqual(['The Word document has one citation less than your letter.']);
  });

  it('a moved paragraph moves', async () => {
    const blocks = await blocksOf((xml) => {
      const paragraph = /<w:p>(?:(?!<\/w:p>).)*The notice gives this reason:.*?<\/w:p>/.exec(xml)![0];
      return xml
        .replace(paragraph, '')
        .replace('<w:sectPr', `${paragraph}<w:sectPr`)
        .replace(/(<w:p>(?:(?!<\/w:p>).)*Pages cited\.)/, `${paragraph}$1`);
    });
    expect(blocks.map(saysOf)).toEqual([...letter.blocks.toSpliced(3, 1), letter.blocks[3]!].map(saysOf));
    expect(blocks.at(-1)).toEqual(letter.blocks[3]);
  });

  it('a filled blank is text, a blank typed in brackets and marked is a blank', async () => {
    const blocks = await blocksOf((xml) =>
      xml.replace('[Your address]', '12 Elm Row').replace('Reverse it.', 'Reverse it. [What else]'),
    );
    expect(blocks[0]).toEqual({ kind: 'lines', lines: [[text('Rowan Ashgrove')], [text('12 Elm Row')]] });
    expect(JSON.stringify(blocks[6])).toContain('"kind":"blank","label":"What else"}],[');
  });

  it('citations typed as words are understood by the exhibits of now; those that name nothing are kept and told', async () => {
    const { letter: came, remarks } = await edited((xml) =>
      xml.replace(' otherwise ', ' otherwise, see Exhibit A, pp. 2–3 (0047–0048) and Ex. Q, p. 9 and '),
    );
    const block = came.blocks[5] as Extract<Block, { kind: 'paragraph' }>;
    expect(block.inlines).toContainEqual(cite(first, 2, 3));
    expect(block.inlines).toContainEqual(text(' and Ex. Q, p. 9 and '));
    expect(remarks).toEqual(['“Ex. Q, p. 9” names no page of an exhibit of this packet and was kept as plain text.']);
  });

  it('a link follows its page when exhibits have moved since, and its words when those were changed', async () => {
    const moved = [exhibit('A', second, [3, 4, 5]), exhibit('B', first, [1, 2, 3, 4])];
    expect((await edited((xml) => xml.replace('Respectfully', 'Sincerely'), moved)).letter.blocks[5]).toEqual(
      letter.blocks[5],
    );
    const block = (await blocksOf((xml) => xml.replace('Ex. B, p. 2', 'Ex. B, p. 3')))[5];
    expect(JSON.stringify(block)).toContain(JSON.stringify(cite(second, 5)));
    expect(JSON.stringify(block)).not.toContain(JSON.stringify(cite(second, 4)));
  });

  it('words typed into a link are kept beside it', async () => {
    const block = (await blocksOf((xml) => xml.replace('Ex. B, p. 2<', 'see Ex. B, p. 2 above<')))[5] as Extract<
      Block,
      { kind: 'paragraph' }
    >;
    expect(block.inlines.slice(-3)).toEqual([text(' otherwise see '), cite(second, 4), text(' above.')]);
  });

  it('what a letter cannot hold is told', async () => {
    const { remarks } = await edited((xml) =>
      xml.replace('</w:hyperlink>', '</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>'),
    );
    expect(remarks).toEqual(['One footnote was left out: a letter cannot hold them.']);
  });

  it('tracked changes count as made', async () => {
    const blocks = await blocksOf((xml) =>
      xml.replace(
        '<w:t xml:space="preserve">Reverse it.</w:t></w:r>',
        '<w:t xml:space="preserve">Reverse it</w:t></w:r><w:ins w:id="90" w:author="x"><w:r><w:t> today</w:t></w:r></w:ins><w:del w:id="91" w:author="x"><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r>',
      ),
    );
    expect((blocks[6] as Extract<Block, { kind: 'list' }>).items[0]).toEqual([text('Reverse it today.')]);
  });
});
