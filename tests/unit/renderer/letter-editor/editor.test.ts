// The letter's editor without a window: letter → document → letter, and every key and button on letters of any shape.
import { getSchema } from '@tiptap/core';
import { closeHistory, history, undo } from '@tiptap/pm/history';
import type { Node as DocNode } from '@tiptap/pm/model';
import { type Command, EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeInto,
  moveBlocks,
  nextBlank,
  putInline,
  removeBlocks,
  shapeOf,
} from '../../../../renderer/screens/case/letter/editor/commands.ts';
import { documentOf, letterOf } from '../../../../renderer/screens/case/letter/editor/convert.ts';
import {
  backspace,
  breakLine,
  enter,
  forwardDelete,
} from '../../../../renderer/screens/case/letter/editor/key-commands.ts';
import { letterNodes } from '../../../../renderer/screens/case/letter/editor/nodes.ts';
import type { Block, Letter } from '../../../../shared/model/letter.ts';
import { anyLetter, CITED } from '../../../helpers/any-letter.ts';
import { cite, groundId, text } from '../../../helpers/packet-fixtures.ts';

const schema = getSchema(letterNodes());
const stateOf = (letter: Letter) =>
  EditorState.create({ doc: schema.nodeFromJSON(documentOf(letter)), plugins: [history()] });
const letterIn = (state: EditorState) => letterOf(state.doc.toJSON(), 'Appeal');
const press = (state: EditorState, command: Command): EditorState => {
  let next = state;
  command(state, (tr) => {
    next = next.apply(tr);
  });
  return next;
};
const counted = (doc: DocNode) => {
  const found = { cite: 0, blank: 0, text: '' };
  doc.descendants((node) => {
    if (node.type.name === 'cite') found.cite += 1;
    if (node.type.name === 'blank') found.blank += 1;
    if (node.isText) found.text += node.text;
  });
  return found;
};
const letter = (...blocks: Block[]): Letter => ({ subject: 'Appeal', blocks });
const paragraph = (words: string): Block => ({ kind: 'paragraph', origin: 'user', inlines: [text(words)] });
/** The state with the cursor behind the first occurrence of some words. */
const at = (state: EditorState, words: string, offset = words.length): EditorState => {
  let place = -1;
  state.doc.descendants((node, pos) => {
    const found = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (place < 0 && found >= 0) place = pos + found + offset;
  });
  if (place < 0) throw new Error(`“${words}” is not in the letter.`);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
};

/** No two headings open the answer to one ground. */
const opensGroundsOnce = ({ blocks }: Letter) => {
  const grounds = blocks.flatMap((block) => (block.kind === 'heading' && block.groundId ? [block.groundId] : []));
  return new Set(grounds).size === grounds.length;
};

/** A cursor or a range anywhere a person can put one. */
const placed = (state: EditorState, a: number, b: number): EditorState => {
  const size = state.doc.content.size;
  const [from, to] = [a % (size + 1), b % (size + 1)].map((place) => Selection.near(state.doc.resolve(place)));
  const tr = state.tr.setSelection(
    from instanceof TextSelection && to instanceof TextSelection ? TextSelection.between(from.$from, to!.$from) : from!,
  );
  return state.apply(tr);
};

const KEEPING: Readonly<Record<string, Command>> = {
  breakLine,
  nextBlank,
  up: moveBlocks('up'),
  down: moveBlocks('down'),
  paragraph: makeInto('paragraph'),
  heading: makeInto('heading'),
  subheading: makeInto('subheading'),
  quote: makeInto('quote'),
  dotted: makeInto('dotted'),
  numbered: makeInto('numbered'),
  enter,
  backspace,
  forwardDelete,
};
const anyLetterAt = fc.tuple(anyLetter, fc.nat(), fc.nat());

describe('a letter in the editor', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(anyLetter.filter(opensGroundsOnce), (value) => {
        const state = stateOf(value);
        state.doc.check();
        expect(letterOf(state.doc.toJSON(), value.subject)).toEqual(value);
      }),
    );
  });

  it('may be empty', () => {
    expect(letterIn(stateOf(letter()))).toEqual(letter());
  });
});

describe('every key and button, anywhere', () => {
  it.each(Object.entries(KEEPING))('%s keeps all citations, blanks and words, at a cursor', (_name, command) => {
    fc.assert(
      fc.property(anyLetter, fc.nat(), (value, place) => {
        const start = placed(stateOf(value), place, place);
        fc.pre(start.selection.empty);
        const end = press(start, command);
        end.doc.check();
        const [was, is] = [counted(start.doc), counted(end.doc)];
        expect([is.cite, is.blank]).toEqual([was.cite, was.blank]);
        expect([...is.text].sort()).toEqual([...was.text].sort());
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ...Object.entries(KEEPING),
    ['remove', removeBlocks],
    ['cite', putInline('cite', { documentId: CITED[0], pageNumber: 2 })],
    ['blank', putInline('blank', { label: 'x' })],
  ] as const)('%s can be undone, and tells truly whether it applies', (_name, command) => {
    fc.assert(
      fc.property(anyLetterAt, ([value, a, b]) => {
        const placedState = placed(stateOf(value), a, b);
        const start = placedState.apply(closeHistory(placedState.tr));
        let dispatched = false;
        const applies = command(start, () => {
          dispatched = true;
        });
        expect(dispatched && !applies).toBe(false);
        const end = press(start, command);
        end.doc.check();
        if (end.doc.eq(start.doc)) return;
        expect(press(end, undo).doc.eq(start.doc)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('deleting a range takes what is in it and nothing else', () => {
    fc.assert(
      fc.property(anyLetterAt, ([value, a, b]) => {
        const start = placed(stateOf(value), a, b);
        fc.pre(!start.selection.empty);
        const { from, to } = start.selection;
        const inside = { cite: 0, blank: 0 };
        start.doc.nodesBetween(from, to, (node, pos) => {
          const name = node.type.name;
          if ((name === 'cite' || name === 'blank') && pos >= from && pos < to) inside[name] += 1;
        });
        const end = press(start, backspace);
        end.doc.check();
        const [was, is] = [counted(start.doc), counted(end.doc)];
        expect(is.cite).toBe(was.cite - inside.cite);
        expect(is.blank).toBe(was.blank - inside.blank);
      }),
      { numRuns: 500 },
    );
  });
});

describe('keys', () => {
  const blocks = (state: EditorState) => letterIn(state).blocks;

  it('Enter parts a paragraph, and leaves a heading for a paragraph', () => {
    const parted = press(at(stateOf(letter(paragraph('One two'))), 'One'), enter);
    expect(blocks(parted)).toEqual([paragraph('One'), paragraph(' two')]);
    const headed = letter({ kind: 'heading', level: 1, text: 'Reason 1', groundId: groundId(1) });
    const typed = press(at(stateOf(headed), 'Reason'), enter);
    expect(blocks(typed)).toEqual([
      { kind: 'heading', level: 1, text: 'Reason', groundId: groundId(1) },
      paragraph(' 1'),
    ]);
  });

  it('Enter in an empty point ends the list', () => {
    const list: Block = { kind: 'list', ordered: true, origin: 'user', items: [[text('a')], [text('b')]] };
    const twice = press(press(at(stateOf(letter(list)), 'a'), enter), enter);
    expect(shapeOf(twice)).toBe('paragraph');
    const typed = twice.apply(twice.tr.insertText('between'));
    expect(blocks(typed)).toEqual([
      { ...list, items: [[text('a')]] },
      paragraph('between'),
      { ...list, items: [[text('b')]] },
    ]);
  });

  it('Enter goes from a label to its value and on to a new row', () => {
    const table: Block = { kind: 'pairs', rows: [{ label: 'Plan', value: [text('Quillback')] }] };
    const inValue = press(at(stateOf(letter(table)), 'Plan'), enter);
    expect(inValue.selection.$from.parent.type.name).toBe('value');
    const inLabel = press(inValue, enter);
    const typed = inLabel.apply(inLabel.tr.insertText('Group'));
    expect(blocks(typed)).toEqual([{ kind: 'pairs', rows: [...table.rows, { label: 'Group', value: [] }] }]);
  });

  it('Backspace joins paragraphs, and never pulls a citation into a heading', () => {
    const joined = press(at(stateOf(letter(paragraph('One'), paragraph('two'))), 'two', 0), backspace);
    expect(blocks(joined)).toEqual([paragraph('Onetwo')]);
    const cited = letter(
      { kind: 'heading', level: 1, text: 'Reason' },
      { kind: 'paragraph', origin: 'user', inlines: [text('See '), cite(1, 2)] },
    );
    expect(blocks(press(at(stateOf(cited), 'See', 0), backspace))).toEqual(cited.blocks);
  });

  it('Backspace selects a chip before it takes it out', () => {
    const cited = letter({ kind: 'paragraph', origin: 'user', inlines: [text('See '), cite(1, 2), text(' there')] });
    const start = at(stateOf(cited), ' there', 0);
    const selected = press(start, backspace);
    expect(selected.selection).toBeInstanceOf(NodeSelection);
    expect(blocks(selected)).toEqual(cited.blocks);
    expect(blocks(press(selected, backspace))).toEqual([paragraph('See  there')]);
  });

  it('typing over a selected blank fills it', () => {
    const open = letter({
      kind: 'paragraph',
      origin: 'form',
      inlines: [text('I called on '), { kind: 'blank', label: 'Day' }],
    });
    const selected = press(stateOf(open), nextBlank);
    const filled = selected.apply(selected.tr.insertText('May 5'));
    expect(blocks(filled)).toEqual([{ kind: 'paragraph', origin: 'form', inlines: [text('I called on May 5')] }]);
  });

  it('a citation stands apart from the word before it', () => {
    const put = press(
      at(stateOf(letter(paragraph('See'))), 'See'),
      putInline('cite', { documentId: CITED[0], pageNumber: 3 }),
    );
    expect(blocks(put)).toEqual([
      {
        kind: 'paragraph',
        origin: 'user',
        inlines: [text('See '), { kind: 'cite', documentId: CITED[0], pageNumber: 3 }],
      },
    ]);
  });

  it('a copy of a reason’s heading is a heading like any other', () => {
    const heading: Block = { kind: 'heading', level: 1, text: 'Reason 1', groundId: groundId(1) };
    expect(letterIn(stateOf(letter(heading, heading))).blocks).toEqual([
      heading,
      { kind: 'heading', level: 1, text: 'Reason 1' },
    ]);
  });

  it('paragraphs become one list and back', () => {
    const start = stateOf(letter(paragraph('a'), paragraph('b')));
    const all = start.apply(start.tr.setSelection(TextSelection.create(start.doc, 1, start.doc.content.size - 1)));
    const list = press(all, makeInto('numbered'));
    expect(blocks(list)).toEqual([{ kind: 'list', ordered: true, origin: 'user', items: [[text('a')], [text('b')]] }]);
    expect(blocks(press(list, makeInto('paragraph')))).toEqual([paragraph('a'), paragraph('b')]);
  });
});
