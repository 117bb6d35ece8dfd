// The editor of the letter: text as in a word processor, citations that follow their pages, blanks to type over.

import { UndoRedo } from '@tiptap/extensions';
import { NodeSelection } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AppealLetterView } from '../../../../../shared/contract/appeal-letter.ts';
import type { CaseView } from '../../../../../shared/model/case.ts';
import type { Letter } from '../../../../../shared/model/letter.ts';
import { BlankDialog } from './blank-dialog.tsx';
import { ChipBar } from './chip-bar.tsx';
import { ChipContext, type Cite, CiteChipNode, citeOf } from './cite-chip.tsx';
import { CiteDialog } from './cite-dialog.tsx';
import { putInline } from './commands.ts';
import { documentOf, letterOf } from './convert.ts';
import { LetterKeys } from './letter-keys.ts';
import { letterNodes } from './nodes.ts';
import { QuoteMarks, setDoubtful } from './quote-marks.ts';
import { run, Toolbar } from './toolbar.tsx';

interface LetterEditorProps {
  readonly view: CaseView;
  /** The letter at the start; later ones only bring exhibits and doubtful quotes. */
  readonly appealLetter: AppealLetterView;
  readonly onChange: (letter: Letter) => void;
}

const EXTENSIONS = [...letterNodes(CiteChipNode), UndoRedo, LetterKeys, QuoteMarks];

/** Alt+F10 goes to the toolbar, as in other editors; Enter on a citation changes it. */
export function LetterEditor({ view, appealLetter, onChange }: LetterEditorProps) {
  const [dialog, setDialog] = useState<'cite' | 'change' | 'blank'>();
  const frame = useRef<HTMLDivElement>(null);
  const change = useRef(onChange);
  change.current = onChange;
  const { subject } = appealLetter.letter;
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: documentOf(appealLetter.letter),
    injectCSS: false,
    enableCoreExtensions: { keymap: false },
    editorProps: {
      attributes: {
        class: 'letter editor-letter',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Appeal letter',
        spellcheck: 'true',
      },
      handleKeyDown: (editorView, event) => {
        if (event.altKey && event.key === 'F10') {
          frame.current?.querySelector<HTMLElement>('[role="toolbar"] :is(select, button):enabled')?.focus();
          return true;
        }
        const { selection } = editorView.state;
        if (event.key !== 'Enter' || !(selection instanceof NodeSelection)) return false;
        if (selection.node.type.name === 'cite') setDialog('change');
        return true;
      },
    },
    onUpdate: ({ editor: updated }) => change.current(letterOf(updated.getJSON(), subject)),
  });
  const chipWords = useMemo(
    () => ({ exhibits: appealLetter.exhibits, titles: view.documents }),
    [appealLetter.exhibits, view.documents],
  );
  const doubtful = appealLetter.quotes;
  useEffect(() => {
    editor.view.dispatch(
      editor.state.tr.setMeta(
        setDoubtful,
        doubtful.map(({ words }) => words),
      ),
    );
  }, [editor, doubtful]);
  const put = (type: 'cite' | 'blank', attrs: Readonly<Record<string, unknown>>) => {
    setDialog(undefined);
    run(editor, putInline(type, attrs));
  };
  const { selection } = editor.state;
  const start: Cite | undefined =
    dialog === 'change' && selection instanceof NodeSelection ? citeOf(selection.node.attrs) : undefined;
  return (
    <ChipContext value={chipWords}>
      <div ref={frame} className="letter-frame">
        <div className="letter-tools">
          <Toolbar editor={editor} onCite={() => setDialog('cite')} onBlank={() => setDialog('blank')} />
          <ChipBar editor={editor} onChange={() => setDialog('change')} />
        </div>
        <EditorContent editor={editor} />
      </div>
      {(dialog === 'cite' || dialog === 'change') && (
        <CiteDialog
          start={start}
          onChoose={({ documentId, pageNumber, toPage }) =>
            put('cite', { documentId, pageNumber, toPage: toPage ?? null })
          }
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'blank' && (
        <BlankDialog onChoose={(label) => put('blank', { label })} onClose={() => setDialog(undefined)} />
      )}
    </ChipContext>
  );
}
