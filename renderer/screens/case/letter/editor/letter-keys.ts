// The keys of the letter's editor.
import { Extension } from '@tiptap/core';
import { baseKeymap, chainCommands, selectAll } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import { moveBlocks, nextBlank, removeBlocks } from './commands.ts';
import { backspace, breakLine, enter, forwardDelete } from './key-commands.ts';

/** Keys as people are used to them; those of the app's own are told in the toolbar's titles. Tab stays free: it leaves the editor. */
export const LetterKeys = Extension.create({
  name: 'letterKeys',
  addProseMirrorPlugins: () => [
    keymap({
      Enter: enter,
      'Shift-Enter': breakLine,
      Backspace: backspace,
      'Mod-Backspace': chainCommands(backspace, baseKeymap['Mod-Backspace'] ?? (() => false)),
      Delete: forwardDelete,
      'Mod-a': selectAll,
      'Alt-Shift-ArrowUp': moveBlocks('up'),
      'Alt-Shift-ArrowDown': moveBlocks('down'),
      'Mod-Shift-Backspace': removeBlocks,
      F8: nextBlank,
    }),
  ],
});
