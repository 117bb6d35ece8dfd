// The toolbar of the letter's editor: shape of the block, look of the text, citations, blanks, order of blocks, undo.
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { type Editor, useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { type BlockShape, makeInto, moveBlocks, nextBlank, removeBlocks, shapeOf } from './commands.ts';

interface ToolbarProps {
  readonly editor: Editor;
  readonly onCite: () => void;
  readonly onBlank: () => void;
}

const SHAPES: readonly { readonly value: BlockShape; readonly label: string }[] = [
  { value: 'paragraph', label: 'Paragraph' },
  { value: 'heading', label: 'Heading' },
  { value: 'subheading', label: 'Smaller heading' },
  { value: 'quote', label: 'Quote' },
  { value: 'dotted', label: 'List with dots' },
  { value: 'numbered', label: 'Numbered list' },
];
const OTHER = 'other';

/** Runs a command on the editor and goes back to the text. */
export function run(editor: Editor, command: Command): void {
  command(editor.state, editor.view.dispatch);
  editor.view.focus();
}

/** Every button has its words; Escape goes back to the text. */
export function Toolbar({ editor, onCite, onBlank }: ToolbarProps) {
  const now = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      shape: shapeOf(state),
      isBold: editor.isActive('bold'),
      isItalic: editor.isActive('italic'),
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
      canUp: moveBlocks('up')(state),
      canDown: moveBlocks('down')(state),
      hasBlank: nextBlank(state),
      fitting: SHAPES.filter(({ value }) => makeInto(value)(state)).map(({ value }) => value),
    }),
  });
  const back = (event: { readonly key: string }) => {
    if (event.key === 'Escape') editor.view.focus();
  };
  return (
    <div className="letter-toolbar" role="toolbar" aria-label="Letter" onKeyDown={back}>
      <NativeSelect
        aria-label="Shape of this part"
        size="xs"
        value={now.shape ?? OTHER}
        disabled={now.shape === undefined}
        data={[
          ...SHAPES.map((each) => ({
            ...each,
            disabled: each.value !== now.shape && !now.fitting.includes(each.value),
          })),
          ...(now.shape === undefined ? [{ value: OTHER, label: 'Fixed part' }] : []),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const shape = SHAPES.find((each) => each.value === value)?.value;
          if (shape !== undefined) run(editor, makeInto(shape));
        }}
      />
      <Tool label="Bold (Ctrl+B)" isOn={now.isBold} onClick={() => editor.chain().focus().toggleBold().run()}>
        <strong>B</strong>
      </Tool>
      <Tool label="Italic (Ctrl+I)" isOn={now.isItalic} onClick={() => editor.chain().focus().toggleItalic().run()}>
        <em>I</em>
      </Tool>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<Icon name="link" size={16} />}
        aria-label="Cite a page"
        onClick={onCite}
      >
        Cite
      </Button>
      <Button size="compact-sm" variant="default" aria-label="Leave a blank" onClick={onBlank}>
        Blank
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!now.hasBlank}
        title="F8"
        aria-keyshortcuts="F8"
        onClick={() => run(editor, nextBlank)}
      >
        Next blank
      </Button>
      <Tool label="Move up (Alt+Shift+↑)" isDisabled={!now.canUp} onClick={() => run(editor, moveBlocks('up'))}>
        <Icon name="up" size={18} />
      </Tool>
      <Tool label="Move down (Alt+Shift+↓)" isDisabled={!now.canDown} onClick={() => run(editor, moveBlocks('down'))}>
        <Icon name="down" size={18} />
      </Tool>
      <Tool label="Take this part out (Ctrl+Shift+Backspace)" onClick={() => run(editor, removeBlocks)}>
        <Icon name="trash" size={18} />
      </Tool>
      <Tool label="Undo (Ctrl+Z)" isDisabled={!now.canUndo} onClick={() => editor.chain().focus().undo().run()}>
        <Icon name="undo" size={18} />
      </Tool>
      <Tool
        label="Do it again (Ctrl+Shift+Z)"
        isDisabled={!now.canRedo}
        onClick={() => editor.chain().focus().redo().run()}
      >
        <span className="redo-icon">
          <Icon name="undo" size={18} />
        </span>
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isOn, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <ActionIcon
      variant={isOn === true ? 'filled' : 'default'}
      size={28}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
