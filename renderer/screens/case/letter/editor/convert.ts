// A letter → the editor's document and back. Every piece has its place on both sides; nothing is dropped on the way.
import type { JSONContent } from '@tiptap/core';
import { DocumentId, GroundId } from '../../../../../shared/ids.ts';
import { tidyLetter } from '../../../../../shared/letters/editing/tidy.ts';
import { type Block, type Inline, type Letter, Origin } from '../../../../../shared/model/letter.ts';

/** The editor's document of a letter; an empty letter is an empty paragraph. */
export function documentOf(letter: Letter): JSONContent {
  const content = letter.blocks.map(nodeOf);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** The letter of an editor's document, in its one form. Throws ZodError when an attribute is none a letter can have. */
export function letterOf(document: JSONContent, subject: string): Letter {
  const blocks = childrenOf(document).flatMap((node) => blockOf(node) ?? []);
  return tidyLetter({ subject, blocks: withGroundsOnce(blocks) });
}

/** A ground opens at one heading: a copy of it is a heading like any other. */
function withGroundsOnce(blocks: readonly Block[]): Block[] {
  const opened = new Set<GroundId>();
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.groundId === undefined) return block;
    const { groundId, ...plain } = block;
    if (opened.has(groundId)) return plain;
    opened.add(groundId);
    return block;
  });
}

function nodeOf(block: Block): JSONContent {
  const groundId = 'groundId' in block ? (block.groundId ?? null) : null;
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: block.level, groundId }, ...content(words(block.text)) };
    case 'paragraph':
      return { type: 'paragraph', attrs: { origin: block.origin, groundId }, ...content(pieces(block.inlines)) };
    case 'quote':
      return { type: 'quote', attrs: { groundId }, ...content(pieces(block.inlines)) };
    case 'list':
      return {
        type: 'list',
        attrs: { ordered: block.ordered, origin: block.origin, groundId },
        content: block.items.map((item) => ({ type: 'item', ...content(pieces(item)) })),
      };
    case 'pairs':
      return {
        type: 'pairs',
        content: block.rows.map(({ label, value }) => ({
          type: 'row',
          content: [
            { type: 'label', ...content(words(label)) },
            { type: 'value', ...content(pieces(value)) },
          ],
        })),
      };
    case 'lines':
    case 'signature':
      return { type: block.kind, content: block.lines.map((line) => ({ type: 'line', ...content(pieces(line)) })) };
  }
}

function content(nodes: readonly JSONContent[]): { content?: JSONContent[] } {
  return nodes.length === 0 ? {} : { content: [...nodes] };
}

function words(text: string): JSONContent[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function pieces(inlines: readonly Inline[]): JSONContent[] {
  return inlines.flatMap((inline): JSONContent[] => {
    if (inline.kind === 'text') return textNodes(inline);
    if (inline.kind === 'blank')
      return [{ type: 'blank', attrs: { label: inline.label, groundId: inline.groundId ?? null } }];
    const { documentId, pageNumber, toPage } = inline;
    return [{ type: 'cite', attrs: { documentId, pageNumber, toPage: toPage ?? null } }];
  });
}

/** A line break is a node of its own. */
function textNodes({ text, bold, italic }: Extract<Inline, { kind: 'text' }>): JSONContent[] {
  const marks = [...(bold === true ? [{ type: 'bold' }] : []), ...(italic === true ? [{ type: 'italic' }] : [])];
  const look = marks.length === 0 ? {} : { marks };
  return text
    .split('\n')
    .flatMap((line, at): JSONContent[] => [
      ...(at > 0 ? [{ type: 'lineBreak', ...look }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...look }]),
    ]);
}

function blockOf(node: JSONContent): Block | undefined {
  const groundId = groundOf(node);
  const ofGround = groundId === undefined ? {} : { groundId };
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', level: node.attrs?.level === 2 ? 2 : 1, text: plainText(node), ...ofGround };
    case 'paragraph':
      return { kind: 'paragraph', inlines: inlinesOf(node), origin: originOf(node), ...ofGround };
    case 'quote':
      return { kind: 'quote', inlines: inlinesOf(node), ...ofGround };
    case 'list': {
      const items = childrenOf(node).map(inlinesOf);
      return { kind: 'list', ordered: node.attrs?.ordered === true, items, origin: originOf(node), ...ofGround };
    }
    case 'pairs':
      return {
        kind: 'pairs',
        rows: childrenOf(node).map((row) => {
          const [label, value] = childrenOf(row);
          return { label: plainText(label), value: inlinesOf(value) };
        }),
      };
    case 'lines':
    case 'signature':
      return { kind: node.type, lines: childrenOf(node).map(inlinesOf) };
    default:
      return undefined;
  }
}

function inlinesOf(node: JSONContent | undefined): Inline[] {
  return childrenOf(node).flatMap((child): Inline[] => {
    const isMarked = (type: string) => child.marks?.some((mark) => mark.type === type) === true;
    const look = { ...(isMarked('bold') && { bold: true }), ...(isMarked('italic') && { italic: true }) };
    switch (child.type) {
      case 'text':
        return [{ kind: 'text', text: child.text ?? '', ...look }];
      case 'lineBreak':
        return [{ kind: 'text', text: '\n', ...look }];
      case 'blank': {
        const groundId = groundOf(child);
        return [{ kind: 'blank', label: String(child.attrs?.label), ...(groundId !== undefined && { groundId }) }];
      }
      case 'cite': {
        const { pageNumber, toPage } = child.attrs ?? {};
        const documentId = DocumentId.parse(child.attrs?.documentId);
        const to = toPage === null || toPage === undefined ? {} : { toPage: Number(toPage) };
        return [{ kind: 'cite', documentId, pageNumber: Number(pageNumber), ...to }];
      }
      default:
        return [];
    }
  });
}

function plainText(node: JSONContent | undefined): string {
  return childrenOf(node)
    .map(({ text }) => text ?? '')
    .join('');
}

function childrenOf(node: JSONContent | undefined): readonly JSONContent[] {
  return node?.content ?? [];
}

function groundOf(node: JSONContent): GroundId | undefined {
  const parsed = GroundId.safeParse(node.attrs?.groundId);
  return parsed.success ? parsed.data : undefined;
}

/** A block of another origin than a letter knows is the user's. */
function originOf(node: JSONContent): Origin {
  const parsed = Origin.safeParse(node.attrs?.origin);
  return parsed.success ? parsed.data : 'user';
}
