// Marks quotes in the editor whose words are not on the page they name.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const KEY = new PluginKey<readonly string[]>('quoteMarks');

/** Hands over the words of the doubtful quotes, as they were found last. */
export const setDoubtful = KEY;

/** A quote is marked as long as it holds words that were found doubtful: once they are changed, the next look decides. */
export const QuoteMarks = Extension.create({
  name: 'quoteMarks',
  addProseMirrorPlugins: () => [
    new Plugin<readonly string[]>({
      key: KEY,
      state: {
        init: () => [],
        apply: (tr, before) => (tr.getMeta(KEY) as readonly string[] | undefined) ?? before,
      },
      props: {
        decorations: (state) => {
          const doubtful = KEY.getState(state) ?? [];
          if (doubtful.length === 0) return DecorationSet.empty;
          const marks: Decoration[] = [];
          state.doc.forEach((node, from) => {
            if (node.type.name !== 'quote' || !doubtful.some((words) => node.textContent.includes(words))) return;
            marks.push(
              Decoration.node(from, from + node.nodeSize, { class: 'doubtful-quote', 'aria-invalid': 'true' }),
            );
          });
          return DecorationSet.create(state.doc, marks);
        },
      },
    }),
  ],
});
