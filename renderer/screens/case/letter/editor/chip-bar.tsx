// What can be done with the citation or blank that is selected in the editor.
import { Anchor, Button, Group, Text } from '@mantine/core';
import { NodeSelection } from '@tiptap/pm/state';
import { type Editor, useEditorState } from '@tiptap/react';
import { useContext } from 'react';
import { hrefOf } from '../../../../navigation/routes.ts';
import { pageRange } from '../../../../wording/format.ts';
import { ChipContext, chipText, citeOf } from './cite-chip.tsx';

interface ChipBarProps {
  readonly editor: Editor;
  readonly onChange: () => void;
}

/** A line that is always there, so that the letter does not jump. */
export function ChipBar({ editor, onChange }: ChipBarProps) {
  const words = useContext(ChipContext);
  const node = useEditorState({
    editor,
    selector: ({ editor: { state } }) => (state.selection instanceof NodeSelection ? state.selection.node : undefined),
  });
  const remove = (
    <Button size="compact-sm" variant="default" onClick={() => editor.chain().focus().deleteSelection().run()}>
      Remove
    </Button>
  );
  const cite = node?.type.name === 'cite' ? citeOf(node.attrs) : undefined;
  if (cite !== undefined) {
    const title = words.titles[cite.documentId] ?? 'A paper that is gone';
    return (
      <Group gap="xs" className="chip-bar" role="status">
        <Text size="sm">
          <strong>{chipText(cite, words)}</strong> is {title}, {pageRange(cite.pageNumber, cite.toPage)}.
        </Text>
        <Button size="compact-sm" variant="default" onClick={onChange}>
          Change
        </Button>
        {remove}
        <Anchor size="sm" href={hrefOf({ screen: 'paper', id: cite.documentId, pageNumber: cite.pageNumber })}>
          Look at the page
        </Anchor>
      </Group>
    );
  }
  if (node?.type.name === 'blank')
    return (
      <Group gap="xs" className="chip-bar" role="status">
        <Text size="sm">
          Blank: <strong>{String(node.attrs.label)}</strong>. Type to fill it.
        </Text>
        {remove}
      </Group>
    );
  return (
    <div className="chip-bar" role="status">
      <Text size="sm" c="dimmed">
        Select a citation to change it, or a blank to type over it.
      </Text>
    </div>
  );
}
