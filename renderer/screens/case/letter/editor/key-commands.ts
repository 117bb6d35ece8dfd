// What the keys of the letter's editor do: Enter, Shift+Enter, Backspace, Delete. None drops a citation or a blank that is not selected.
import { type Node as DocNode, Fragment, type ResolvedPos } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { children, isPlain, makeInto, removeBlocks } from './commands.ts';

/** Enter: parts the block. An empty point or line ends its list; a heading is followed by a paragraph; a label leads to its value. */
export const enter: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { nodes } = state.schema;
  const { parent } = $from;
  if (!(state.selection instanceof TextSelection) || !parent.isTextblock) return false;
  if (parent.type === nodes.label) {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.after() + 1)).scrollIntoView());
    return true;
  }
  if (parent.type === nodes.value) return newRow(state, dispatch);
  const isPoint = parent.type === nodes.item || parent.type === nodes.line;
  if (isPoint && parent.content.size === 0 && state.selection.empty) return leaveContainer(state, dispatch);
  if (!dispatch) return true;
  const tr = state.tr.deleteSelection();
  const $at = tr.selection.$from;
  const isCell = $at.parent.type === nodes.label || $at.parent.type === nodes.value;
  if (!$at.parent.isTextblock || isCell) {
    dispatch(tr.scrollIntoView());
    return true;
  }
  const isAtEnd = $at.parentOffset === $at.parent.content.size;
  const isHeading = $at.parent.type === nodes.heading;
  const next = isHeading || (isAtEnd && $at.parent.type === nodes.quote) ? { type: nodes.paragraph! } : null;
  if (isHeading && $at.parentOffset === 0 && $at.parent.content.size > 0) {
    tr.insert($at.before(), nodes.paragraph!.create());
    dispatch(tr.scrollIntoView());
    return true;
  }
  tr.split($at.pos, 1, [next]);
  dispatch(tr.scrollIntoView());
  return true;
};

function newRow(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { row, label, value } = state.schema.nodes;
  const after = state.selection.$from.after(-1);
  if (dispatch) {
    const tr = state.tr.insert(after, row!.create(null, [label!.create(), value!.create()]));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 2)).scrollIntoView());
  }
  return true;
}

/** An empty point becomes a paragraph; what follows it in its container goes on behind that. */
function leaveContainer(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { $from } = state.selection;
  const container = $from.node(-1);
  const at = $from.index(-1);
  const points = children(container);
  if (container.type === state.schema.nodes.signature && at < points.length - 1) return false;
  if (dispatch) {
    const [before, after] = [points.slice(0, at), points.slice(at + 1)];
    const part = (some: readonly DocNode[]) => (some.length === 0 ? [] : [container.copy(Fragment.from([...some]))]);
    const paragraph = state.schema.nodes.paragraph!.create({ groundId: (container.attrs.groundId as unknown) ?? null });
    const start = $from.before(-1);
    const tr = state.tr.replaceWith(start, start + container.nodeSize, [...part(before), paragraph, ...part(after)]);
    const inside = start + part(before).reduce((sum, node) => sum + node.nodeSize, 0) + 1;
    dispatch(tr.setSelection(TextSelection.create(tr.doc, inside)).scrollIntoView());
  }
  return true;
}

/** Backspace: takes a selection out; selects the citation or blank before it first takes that; at the beginning of a block joins it to the one before. */
export const backspace: Command = (state, dispatch) => {
  if (!state.selection.empty) return takeOut(state, dispatch);
  const { $from } = state.selection;
  if ($from.parentOffset > 0) return selectChip($from, $from.nodeBefore, -1, state, dispatch);
  return joinBefore($from, state, dispatch);
};

/** Delete: the same the other way. */
export const forwardDelete: Command = (state, dispatch) => {
  if (!state.selection.empty) return takeOut(state, dispatch);
  const { $from } = state.selection;
  if ($from.parentOffset < $from.parent.content.size) return selectChip($from, $from.nodeAfter, 1, state, dispatch);
  const next = Selection.findFrom(state.doc.resolve(Math.min($from.after(), state.doc.content.size)), 1, true);
  if (next === null || next.from <= $from.pos) return true;
  return joinBefore(next.$from, state, dispatch);
};

/** Deletes what is selected and nothing else: text behind the end that its new place cannot hold stays a block of its own. */
function takeOut(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  dispatch?.(state.tr.deleteSelection().scrollIntoView());
  return true;
}

/** A chip is selected before it is deleted, so that nobody loses one by a key too many. */
function selectChip(
  $at: ResolvedPos,
  node: DocNode | null,
  way: -1 | 1,
  state: EditorState,
  dispatch: Parameters<Command>[1],
): boolean {
  if (node === null || !node.isAtom || node.isText || node.type.name === 'lineBreak') return false;
  const from = way < 0 ? $at.pos - node.nodeSize : $at.pos;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, from)));
  return true;
}

/** Joins the text block that begins at `$start` to the one before it, where that can hold what it holds. */
function joinBefore($start: ResolvedPos, state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { nodes } = state.schema;
  const here = $start.parent;
  const before = Selection.findFrom(state.doc.resolve($start.before()), -1, true);
  if (here.type === nodes.label) return emptyRow($start, state, dispatch);
  if (here.type === nodes.item && $start.index(-1) === 0) return firstPointOut($start, state, dispatch);
  if (before === null) {
    if (here.type !== nodes.heading && here.type !== nodes.quote) return true;
    return makeInto('paragraph')(atStart(state, $start), dispatch && ((tr) => dispatch(tr)));
  }
  const there = before.$from.parent;
  const isWithin = here.type === nodes.value || there.type === nodes.value || there.type === nodes.label;
  if (isWithin || (here.type === nodes.line && $start.index(-1) === 0 && here.content.size > 0)) {
    dispatch?.(state.tr.setSelection(before).scrollIntoView());
    return true;
  }
  if (there.type === nodes.heading && !isPlain(here.content)) return true;
  if (dispatch) dispatch(joined($start, before, state).scrollIntoView());
  return true;
}

function joined($start: ResolvedPos, before: Selection, state: EditorState) {
  const { tr } = state;
  const here = $start.parent;
  const there = before.$from.parent;
  const end = before.$from.end();
  // An empty block before gives way to the one that follows, whatever that is; points and lines stay in their container.
  const isAlone = there.content.size === 0 && before.$from.depth === 1 && $start.depth === 1;
  if (isAlone) {
    tr.delete(before.$from.before(), before.$from.after());
    return tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map($start.pos)));
  }
  const isLast = $start.depth > 1 && $start.node(-1).childCount === 1;
  const [from, to] = isLast ? [$start.before(-1), $start.after(-1)] : [$start.before(), $start.after()];
  const content = there.type === state.schema.nodes.heading ? plainContent(here, state) : here.content;
  tr.delete(from, to).insert(end, content);
  return tr.setSelection(TextSelection.create(tr.doc, end));
}

function plainContent(node: DocNode, state: EditorState): Fragment {
  return node.textContent === '' ? Fragment.empty : Fragment.from(state.schema.text(node.textContent));
}

function atStart(state: EditorState, $start: ResolvedPos): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, $start.pos)));
}

/** Backspace in an empty row takes the row out; the last row of a table takes the table with it. */
function emptyRow($start: ResolvedPos, state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const row = $start.node(-1);
  const table = $start.node(-2);
  const isEmpty = children(row).every((cell) => cell.content.size === 0);
  if (!isEmpty) return true;
  if (table.childCount === 1) return removeBlocks(atStart(state, $start), dispatch);
  if (dispatch) {
    const tr = state.tr.delete($start.before(-1), $start.after(-1));
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve($start.before(-1)), -1)).scrollIntoView());
  }
  return true;
}

/** The first point of a list becomes a paragraph before the rest. */
function firstPointOut($start: ResolvedPos, state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const list = $start.node(-1);
  if (dispatch) {
    const [first, ...rest] = children(list);
    const start = $start.before(-1);
    const groundId: unknown = list.attrs.groundId ?? null;
    const paragraph = state.schema.nodes.paragraph!.create({ groundId }, first?.content);
    const others = rest.length === 0 ? [] : [list.copy(Fragment.from(rest))];
    const tr = state.tr.replaceWith(start, start + list.nodeSize, [paragraph, ...others]);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView());
  }
  return true;
}

/** Shift+Enter: a line break within the block. */
export const breakLine: Command = (state, dispatch) => {
  const { lineBreak } = state.schema.nodes;
  const { $from } = state.selection;
  if (!$from.parent.isTextblock || !$from.parent.type.contentMatch.matchType(lineBreak!)) return false;
  dispatch?.(state.tr.replaceSelectionWith(lineBreak!.create(), false).scrollIntoView());
  return true;
};
