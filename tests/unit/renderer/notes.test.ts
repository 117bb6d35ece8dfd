// Notes and highlights in the window: one for the same words, what is sent and put back, what they are called, their keys.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationOf, inputOf, withSameWords } from '../../../renderer/screens/paper/notes/drafting.ts';
import { noteSigns } from '../../../renderer/screens/paper/notes/note-signs.ts';
import { dockTop } from '../../../renderer/screens/paper/notes/use-dock-place.ts';
import { keyOfPage, keyOfPaper } from '../../../renderer/screens/paper/page-keys.ts';
import { annotationName, lookInWords } from '../../../renderer/wording/annotations.ts';
import { AnnotationInput } from '../../../shared/contract/annotations.ts';
import { DocumentId, EntryId } from '../../../shared/ids.ts';
import { AnnotationColour, type AnnotationView } from '../../../shared/model/annotation.ts';
import type { Page } from '../../../shared/model/page.ts';

const documentId = DocumentId.parse(`d_${'a'.repeat(32)}`);
const proof = { pageNumber: 2, from: 4, to: 7, quote: 'six weeks of' };
const stored: AnnotationView = {
  id: EntryId.parse(`n_${'1'.repeat(32)}`),
  documentId,
  pageNumber: 2,
  proof,
  colour: 'green',
  note: 'Ask the doctor.',
  madeAt: '2026-10-15T08:00:00.000Z',
  changedAt: '2026-10-15T08:00:00.000Z',
  isLost: false,
  uses: [],
};

test('highlighting the same words again changes the highlight, other words make another', () => {
  expect(withSameWords([stored], proof)).toBe(stored);
  expect(withSameWords([stored], { ...proof, to: 8 })).toBeUndefined();
  expect(withSameWords([stored], { ...proof, pageNumber: 3 })).toBeUndefined();
  expect(withSameWords([{ ...stored, isLost: true }], proof)).toBeUndefined();
});

test('what is sent keeps the place, and a new one has an id of its own', () => {
  const said = fc.record({
    colour: fc.option(fc.constantFrom(...AnnotationColour.options), { nil: undefined }),
    note: fc.string({ maxLength: 40 }),
  });
  fc.assert(
    fc.property(said, fc.boolean(), (words, isNew) => {
      const draft = { pageNumber: 2, proof, of: isNew ? undefined : stored };
      const sent = AnnotationInput.parse(annotationOf(documentId, draft, words));
      expect(sent).toMatchObject({ documentId, pageNumber: 2, proof, note: words.note.trim() });
      expect(sent.colour).toBe(words.colour);
      expect(sent.id === stored.id).toBe(!isNew);
    }),
  );
  expect(inputOf(stored)).toEqual({
    id: stored.id,
    documentId,
    pageNumber: 2,
    proof,
    colour: 'green',
    note: stored.note,
    madeAt: stored.madeAt,
  });
});

test('a colour is named with what it means, and long words are cut', () => {
  expect(lookInWords(stored)).toBe('Helps me (green)');
  expect(lookInWords({})).toBe('Note');
  expect(new Set(AnnotationColour.options.map((colour) => lookInWords({ colour }))).size).toBe(4);
  expect(annotationName(stored)).toBe('“six weeks of”');
  expect(annotationName({ pageNumber: 3 })).toBe('page 3');
  expect(annotationName({ pageNumber: 1, proof: { ...proof, quote: 'word '.repeat(40) } }).length).toBeLessThan(65);
});

test('H and N count on the page alone', () => {
  const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  });
  expect(keyOfPage(key('h'))).toEqual({ do: 'highlight' });
  expect(keyOfPage(key('N', { shiftKey: true }))).toEqual({ do: 'note' });
  expect(keyOfPaper(key('h'))).toBeUndefined();
  expect(keyOfPage(key('h', { ctrlKey: true }))).toBeUndefined();
});

test('what is offered for chosen words stands beside them and in view, and covers them only where there is no room', () => {
  const edge = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(edge, edge, edge, edge, fc.integer({ min: 20, max: 300 }), (a, b, c, d, height) => {
      const [top, bottom] = [Math.min(a, b), Math.max(a, b) + height + 20];
      const words = { top: Math.min(c, d), bottom: Math.max(c, d) };
      const at = dockTop({ top, bottom, words, height });
      expect(at).toBeGreaterThanOrEqual(top + 10);
      expect(at + height).toBeLessThanOrEqual(bottom - 10);
      const isFree = words.bottom + height + 20 <= bottom || words.top - height - 20 >= top;
      const isInView = words.top >= top && words.bottom <= bottom;
      if (isFree && isInView) expect(at >= words.bottom || at + height <= words.top).toBe(true);
    }),
  );
  expect(dockTop({ top: 100, bottom: 800, words: undefined, height: 60 })).toBe(110);
});

test('signs of notes stand beside their words, and never one on the other', () => {
  const page: Page = {
    pageNumber: 2,
    widthPt: 612,
    heightPt: 792,
    source: 'ocr',
    confidence: 1,
    words: Array.from({ length: 40 }, (_, line) => ({
      text: 'x',
      x: 72,
      y: 20 * line,
      w: 9,
      h: 10,
      line,
      confidence: 1,
    })),
  };
  const made = fc.record({ from: fc.option(fc.nat(39), { nil: undefined }), note: fc.constantFrom('', 'A note') });
  fc.assert(
    fc.property(fc.array(made, { maxLength: 30 }), (all) => {
      const annotations = all.map(({ from, note }, index): AnnotationView => {
        const { proof: _proof, ...rest } = {
          ...stored,
          note,
          id: EntryId.parse(`n_${String(index).padStart(32, '0')}`),
        };
        return from === undefined ? rest : { ...rest, proof: { pageNumber: 2, from, to: from + 1, quote: 'x' } };
      });
      const signs = noteSigns(page, annotations);
      expect(signs).toHaveLength(all.filter(({ from, note }) => note !== '' || from === undefined).length);
      for (const [index, sign] of signs.entries())
        for (const other of signs.slice(index + 1))
          expect(sign.column !== other.column || Math.abs(sign.top - other.top) >= 3).toBe(true);
    }),
  );
});
