// What the letter's editor can hold: the blocks and inlines of a letter, each as a node of the editor's document.
import { type Extensions, Node } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Italic } from '@tiptap/extension-italic';

/** An attribute that never goes into copied HTML by itself and is not read from it. */
const inner = (fallback: unknown) => ({ default: fallback, rendered: false, parseHTML: () => fallback });
const ground = { groundId: inner(null) };
/** A heading that is cut and pasted still opens the answer to its ground. */
const carriedGround = {
  groundId: {
    default: null,
    parseHTML: (element: HTMLElement) => element.dataset.ground ?? null,
    renderHTML: ({ groundId }: Readonly<Record<string, unknown>>) =>
      typeof groundId === 'string' ? { 'data-ground': groundId } : {},
  },
};

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const TextNode = Node.create({ name: 'text', group: 'inline' });

/** First of its group: what a new block is. */
const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ ...ground, origin: inner('user') }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});
const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({ ...carriedGround, level: { default: 1, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: level <= 2 ? 1 : 2 } })),
  // The screen has a first-level heading of its own, and one for the tab.
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.level === 1 ? 'h3' : 'h4', HTMLAttributes, 0],
});
const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ground,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', { class: 'letter-quote' }, 0],
});
const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'item+',
  addAttributes: () => ({ ...ground, origin: inner('user'), ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ol', attrs: { ordered: true } },
    { tag: 'ul', attrs: { ordered: false } },
  ],
  renderHTML: ({ node }) => [node.attrs.ordered === true ? 'ol' : 'ul', 0],
});
const Item = Node.create({
  name: 'item',
  content: 'inline*',
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});
const Pairs = Node.create({
  name: 'pairs',
  group: 'block',
  content: 'row+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-letter-pairs]' }],
  renderHTML: () => ['div', { class: 'editor-pairs', 'data-letter-pairs': '' }, 0],
});
const Row = Node.create({
  name: 'row',
  content: 'label value',
  parseHTML: () => [{ tag: 'div[data-letter-row]' }],
  renderHTML: () => ['div', { class: 'editor-row', 'data-letter-row': '' }, 0],
});
const Label = Node.create({
  name: 'label',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'div[data-letter-label]' }],
  renderHTML: () => ['div', { class: 'editor-label', 'data-letter-label': '' }, 0],
});
const Value = Node.create({
  name: 'value',
  content: 'inline*',
  parseHTML: () => [{ tag: 'div[data-letter-value]' }],
  renderHTML: () => ['div', { 'data-letter-value': '' }, 0],
});
const linesNode = (name: 'lines' | 'signature') =>
  Node.create({
    name,
    group: 'block',
    content: 'line+',
    parseHTML: () => [{ tag: `div[data-letter-${name}]` }],
    renderHTML: () => ['div', { class: `editor-${name}`, [`data-letter-${name}`]: '' }, 0],
  });
const Line = Node.create({
  name: 'line',
  content: 'inline*',
  parseHTML: () => [{ tag: 'div[data-letter-line]' }],
  renderHTML: () => ['div', { 'data-letter-line': '' }, 0],
});
const LineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
});

/** A page of a paper. Pasted from elsewhere than this editor it stays text. */
export const CiteNode = Node.create({
  name: 'cite',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addAttributes: () => ({
    documentId: { default: '', parseHTML: (element: HTMLElement) => element.dataset.document ?? '', rendered: false },
    pageNumber: { default: 1, parseHTML: (element: HTMLElement) => Number(element.dataset.page) || 1, rendered: false },
    toPage: { default: null, parseHTML: (element: HTMLElement) => Number(element.dataset.to) || null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-document][data-page]' }],
  renderHTML: ({ node: { attrs } }) => [
    'span',
    {
      class: 'cite-chip',
      'data-document': attrs.documentId,
      'data-page': attrs.pageNumber,
      ...(attrs.toPage !== null && { 'data-to': attrs.toPage }),
    },
    `p. ${attrs.pageNumber}`,
  ],
});
/** Something nobody knows yet: selected, it is typed over. */
const BlankNode = Node.create({
  name: 'blank',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addAttributes: () => ({
    ...ground,
    label: { default: 'Blank', parseHTML: (element: HTMLElement) => element.dataset.blank ?? 'Blank', rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-blank]' }],
  renderHTML: ({ node }) => [
    'span',
    { class: 'blank', 'data-blank': node.attrs.label, title: 'Select it and type to fill it' },
    `Blank: ${node.attrs.label}`,
  ],
});

/** All nodes and marks; `cite` may be shown otherwise by the window. */
export function letterNodes(cite: Node = CiteNode): Extensions {
  return [
    Doc,
    TextNode,
    Paragraph,
    Heading,
    Quote,
    List,
    Item,
    Pairs,
    Row,
    Label,
    Value,
    linesNode('lines'),
    linesNode('signature'),
    Line,
    LineBreak,
    cite,
    BlankNode,
    Bold,
    Italic,
  ];
}
