// What the buttons of the letter's editor do: each takes a state and gives the change, or nothing when it does not apply.
// None drops a citation or a blank unless that is what was asked for.
import type { Attrs, Node as DocNode, NodeType } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';

/** What a block can be made into. */
export type BlockShape = 'paragraph' | 'heading' | 'subheading' | 'quote' | 'dotted' | 'numbered';

/** Index, node and start of a block that stands directly in the letter. */
export interface TopBlock {
  readonly index: number;
  readonly node: DocNode;
  readonly from: number;
}

/** The blocks of the letter the selection touches. */
export function selectedBlocks(state: EditorState): readonly TopBlock[] {
  const { $from, $to } = state.selection;
  const [first, last] = [$from.index(0), Math.max($from.index(0), $to.index(0) - ($to.depth === 0 ? 1 : 0))];
  const blocks: TopBlock[] = [];
  state.doc.forEach((node, offset, index) => {
    if (index >= first && index <= last) blocks.push({ index, node, from: offset });
  });
  return blocks;
}

/** What the first block of the selection is; undefined for the address, the table and the signature. */
export function shapeOf(state: EditorState): BlockShape | undefined {
  const node = selectedBlocks(state)[0]?.node;
  switch (node?.type.name) {
    case 'paragraph':
    case 'quote':
      return node.type.name;
    case 'heading':
      return node.attrs.level === 2 ? 'subheading' : 'heading';
    case 'list':
      return node.attrs.ordered === true ? 'numbered' : 'dotted';
    default:
      return undefined;
  }
}

/** Makes the selected blocks into another shape. Does not apply to the address, the table and the signature, nor would it drop what a heading cannot hold. */
export function makeInto(shape: BlockShape): Command {
  return (state, dispatch) => {
    const { nodes } = state.schema;
    const blocks = selectedBlocks(state);
    const first = blocks[0];
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return false;
    if (blocks.some(({ node }) => !['paragraph', 'quote', 'heading', 'list'].includes(node.type.name))) return false;
    const parts = blocks.flatMap(({ node }) =>
      node.type === nodes.list
        ? children(node).map((item) => ({ node, content: item.content }))
        : [{ node, content: node.content }],
    );
    const isHeading = shape === 'heading' || shape === 'subheading';
    if (isHeading && parts.some(({ content }) => !isPlain(content))) return false;
    const groundId: unknown = first.node.attrs.groundId ?? null;
    const isList = shape === 'dotted' || shape === 'numbered';
    const made = isList
      ? [
          nodes.list!.create(
            { ordered: shape === 'numbered', groundId },
            parts.map(({ content }) => nodes.item!.create(null, content)),
          ),
        ]
      : parts.map(({ node, content }) =>
          typeOf(shape, state).create(
            attrsFor(shape, node),
            isHeading
              ? Fragment.from(
                  content.textBetween(0, content.size) === ''
                    ? []
                    : [state.schema.text(content.textBetween(0, content.size))],
                )
              : content,
          ),
        );
    if (dispatch) {
      const tr = state.tr.replaceWith(first.from, last.from + last.node.nodeSize, made);
      const inside = Math.min(state.selection.from, tr.doc.content.size);
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(inside), -1)).scrollIntoView());
    }
    return true;
  };
}

function typeOf(shape: BlockShape, { schema: { nodes } }: EditorState): NodeType {
  if (shape === 'heading' || shape === 'subheading') return nodes.heading!;
  return shape === 'quote' ? nodes.quote! : nodes.paragraph!;
}

function attrsFor(shape: BlockShape, { attrs }: DocNode): Attrs {
  const groundId: unknown = attrs.groundId ?? null;
  if (shape === 'heading' || shape === 'subheading') return { level: shape === 'heading' ? 1 : 2, groundId };
  return { groundId };
}

/** Only text: what a heading can hold. */
export function isPlain(content: Fragment): boolean {
  let plain = true;
  content.forEach((node) => {
    if (!node.isText) plain = false;
  });
  return plain;
}

/** Moves the selected blocks before or behind their neighbour. */
export function moveBlocks(way: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    const first = blocks[0];
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return false;
    const neighbour = way === 'up' ? state.doc.maybeChild(first.index - 1) : state.doc.maybeChild(last.index + 1);
    if (neighbour === null || neighbour === undefined) return false;
    if (dispatch) {
      const [from, to] = [first.from, last.from + last.node.nodeSize];
      const moved = blocks.map(({ node }) => node);
      const size = neighbour.nodeSize;
      const tr =
        way === 'up'
          ? state.tr.replaceWith(from - size, to, [...moved, neighbour])
          : state.tr.replaceWith(from, to + size, [neighbour, ...moved]);
      const shift = way === 'up' ? -size : size;
      dispatch(tr.setSelection(moveSelection(state.selection, tr.doc, shift)).scrollIntoView());
    }
    return true;
  };
}

function moveSelection(selection: Selection, doc: DocNode, shift: number): Selection {
  if (selection instanceof NodeSelection) return NodeSelection.create(doc, selection.from + shift);
  return TextSelection.between(doc.resolve(selection.anchor + shift), doc.resolve(selection.head + shift));
}

/** Takes the selected blocks out. The last block of a letter leaves an empty paragraph. */
export const removeBlocks: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return false;
  if (dispatch) {
    const [from, to] = [first.from, last.from + last.node.nodeSize];
    const isAll = from === 0 && to === state.doc.content.size;
    const tr = isAll
      ? state.tr.replaceWith(from, to, state.schema.nodes.paragraph!.create())
      : state.tr.delete(from, to);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)))).scrollIntoView());
  }
  return true;
};

/** Stands for a chip where text is looked at. */
const CHIP = '\ufffc';

/** Puts a citation or a blank, a space apart from the word before it, behind the selection; a selected one is replaced. Not in headings and labels. */
export function putInline(type: 'cite' | 'blank', attrs: Attrs): Command {
  return (state, dispatch) => {
    const { selection } = state;
    const isOne = selection instanceof NodeSelection && selection.node.isInline;
    const at = isOne ? selection.from : selection.to;
    const $at = state.doc.resolve(at);
    if (!$at.parent.isTextblock || !$at.parent.type.contentMatch.matchType(state.schema.nodes[type]!)) return false;
    if (dispatch) {
      const node = state.schema.nodes[type]!.create(attrs);
      const before = $at.parent.textBetween(0, $at.parentOffset, '\n', CHIP);
      const isGlued = !isOne && /[\p{L}\p{N}.,;:!?”"’')\]\ufffc]$/u.test(before);
      const put = isGlued ? [state.schema.text(' '), node] : [node];
      const tr = state.tr.replaceWith(at, isOne ? selection.to : at, put);
      const end = at + put.reduce((sum, each) => sum + each.nodeSize, 0);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    }
    return true;
  };
}

/** Selects the next blank after the selection, from the top again at the end. */
export const nextBlank: Command = (state, dispatch) => {
  const places: number[] = [];
  state.doc.descendants((node, at) => {
    if (node.type.name === 'blank') places.push(at);
  });
  const at = places.find((place) => place >= state.selection.to) ?? places[0];
  if (at === undefined) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, at)).scrollIntoView());
  return true;
};

/** The children of a node. */
export function children(node: DocNode): DocNode[] {
  const all: DocNode[] = [];
  node.forEach((child) => {
    all.push(child);
  });
  return all;
}
