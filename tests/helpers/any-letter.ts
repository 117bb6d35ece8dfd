// Letters of every shape for property tests: all kinds of blocks, citations, blanks, bold and italic, words of several scripts.
import fc from 'fast-check';
import { DocumentId, GroundId } from '../../shared/ids.ts';
import { tidyLetter } from '../../shared/letters/editing/tidy.ts';
import type { Block, Inline, Letter } from '../../shared/model/letter.ts';

const id = (prefix: string, number: number) => `${prefix}_${number.toString(16).padStart(32, '0')}`;
/** The papers the letters cite. */
export const CITED = [1, 2, 3].map((number) => DocumentId.parse(id('d', number)));
const GROUNDS = [1, 2, 3].map((number) => GroundId.parse(id('g', number)));

const words = fc
  .array(
    fc.constantFrom('the', 'plan', 'Müller’s', '“quoted”', '5 > 3 & 2', 'naïve', '文書', 'ﬁne', 'p. 3', '100 %', '—'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((list) => list.join(' '));
const label = fc.constantFrom('Your name', 'Member ID', 'The date you called', 'Your answer to “x”');
const textPiece: fc.Arbitrary<Inline> = fc
  .record({ text: words, bold: fc.boolean(), italic: fc.boolean() })
  .map(({ text, bold, italic }) => ({ kind: 'text', text, ...(bold && { bold }), ...(italic && { italic }) }));
const citePiece: fc.Arbitrary<Inline> = fc
  .record({
    documentId: fc.constantFrom(...CITED),
    pageNumber: fc.integer({ min: 1, max: 9 }),
    more: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ documentId, pageNumber, more }) => ({
    kind: 'cite',
    documentId,
    pageNumber,
    ...(more > 0 && { toPage: pageNumber + more }),
  }));
const blankPiece: fc.Arbitrary<Inline> = label.map((each) => ({ kind: 'blank', label: each }));
const inlines = fc.array(fc.oneof({ weight: 3, arbitrary: textPiece }, citePiece, blankPiece), {
  minLength: 1,
  maxLength: 5,
});
const ground = fc.option(fc.constantFrom(...GROUNDS), { nil: undefined });
const origin = fc.constantFrom('form' as const, 'page' as const, 'user' as const);
const withGround = <T extends object>(block: T, groundId: GroundId | undefined) => ({
  ...block,
  ...(groundId !== undefined && { groundId }),
});

const heading: fc.Arbitrary<Block> = fc
  .record({ level: fc.constantFrom(1 as const, 2 as const), text: words, groundId: ground })
  .map(({ groundId, ...rest }) => withGround({ kind: 'heading' as const, ...rest }, groundId));
const paragraph: fc.Arbitrary<Block> = fc
  .record({ inlines, origin, groundId: ground })
  .map(({ groundId, ...rest }) => withGround({ kind: 'paragraph' as const, ...rest }, groundId));
const quote: fc.Arbitrary<Block> = fc
  .record({ inlines, groundId: ground })
  .map(({ groundId, ...rest }) => withGround({ kind: 'quote' as const, ...rest }, groundId));
const list: fc.Arbitrary<Block> = fc
  .record({
    ordered: fc.boolean(),
    items: fc.array(inlines, { minLength: 1, maxLength: 3 }),
    origin,
    groundId: ground,
  })
  .map(({ groundId, ...rest }) => withGround({ kind: 'list' as const, ...rest }, groundId));
const pairs: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('pairs' as const),
  rows: fc.array(fc.record({ label: words, value: inlines }), { minLength: 1, maxLength: 3 }),
});
const lines: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('lines' as const),
  lines: fc.array(inlines, { minLength: 1, maxLength: 3 }),
});
const signature: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('signature' as const),
  lines: fc.array(inlines, { minLength: 1, maxLength: 4 }),
});

/** Any block in its one form. */
export const anyBlock: fc.Arbitrary<Block> = fc
  .oneof({ weight: 2, arbitrary: heading }, { weight: 4, arbitrary: paragraph }, quote, list, pairs, lines, signature)
  .map((block) => tidyLetter({ subject: '', blocks: [block] }).blocks[0]!)
  .filter((block) => block !== undefined);

/** Any letter in its one form, with at least one block. */
export const anyLetter: fc.Arbitrary<Letter> = fc
  .record({ subject: words, blocks: fc.array(anyBlock, { minLength: 1, maxLength: 9 }) })
  .map(tidyLetter);
