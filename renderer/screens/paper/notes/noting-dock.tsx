// Beside the words that are chosen: what can be done with them, or the note that is being written.
import { Button, Group, Text } from '@mantine/core';
import { type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { AnnotationColour } from '../../../../shared/model/annotation.ts';
import type { WordRange } from '../../../navigation/routes.ts';
import { Icon } from '../../../parts/icons.tsx';
import { ANNOTATION_COLOURS, lookInWords } from '../../../wording/annotations.ts';
import { rangeOf } from '../picking.ts';
import { selectedIn } from '../selecting.ts';
import { ColourSwatch } from './colour-swatch.tsx';
import { NoteForm } from './note-form.tsx';
import { useDockPlace } from './use-dock-place.ts';
import type { Noting } from './use-noting.ts';
import '../../../styles/notes.css';

interface NotingDockProps {
  readonly noting: Noting;
  readonly viewer: RefObject<HTMLElement | null>;
}

/** Lies over the page, so that nothing moves under the mouse when it appears. */
export function NotingDock({ noting, viewer }: NotingDockProps) {
  const dock = useRef<HTMLDivElement>(null);
  const chosen = useChosen(viewer);
  const { draft } = noting;
  // A press on a button must not end the selection it is about.
  const keepSelection = (event: MouseEvent) => event.preventDefault();
  const isShown = noting.canChange && (draft !== undefined || chosen !== undefined);
  const top = useDockPlace(dock, viewer, draft === undefined ? chosen : noting.draftWords, isShown);
  if (!isShown) return null;
  return (
    <div ref={dock} className="noting-dock" style={{ top }}>
      {draft !== undefined && (
        <div className="surface noting-panel">
          <NoteForm
            key={`${draft.of?.id}/${draft.pageNumber}/${draft.proof?.from}`}
            draft={draft}
            isBusy={noting.isBusy}
            onSave={noting.save}
            onLeave={noting.leave}
            onRemove={draft.of && (() => draft.of && noting.remove(draft.of))}
          />
        </div>
      )}
      {draft === undefined && (
        <Group className="surface noting-panel" role="toolbar" aria-label="The chosen words" gap={6}>
          <Text size="sm" fw={600} visibleFrom="xs">
            Highlight
          </Text>
          {AnnotationColour.options.map((colour) => (
            <Button
              key={colour}
              variant="default"
              size="compact-sm"
              leftSection={<ColourSwatch colour={colour} />}
              aria-label={`Highlight: ${lookInWords({ colour })}`}
              title={colour === noting.colour ? 'H' : undefined}
              aria-keyshortcuts={colour === noting.colour ? 'H' : undefined}
              onMouseDown={keepSelection}
              onClick={() => noting.highlight(colour)}
            >
              {ANNOTATION_COLOURS[colour].meaning}
            </Button>
          ))}
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="note" size={16} />}
            title="N"
            aria-keyshortcuts="N"
            onMouseDown={keepSelection}
            onClick={noting.write}
          >
            Add a note
          </Button>
        </Group>
      )}
    </div>
  );
}

/** The words of the page that are chosen, once the mouse button is up: while it is down the choice still grows. */
function useChosen(viewer: RefObject<HTMLElement | null>): WordRange | undefined {
  const [chosen, setChosen] = useState<WordRange>();
  const isDown = useRef(false);
  const look = useCallback(() => {
    const frame = viewer.current?.querySelector('.page-frame');
    const selected = frame === null || frame === undefined ? undefined : selectedIn(frame);
    if (selected !== undefined && isDown.current) return;
    const next = selected && rangeOf(selected);
    setChosen((now) => (now?.from === next?.from && now?.to === next?.to ? now : next));
  }, [viewer]);
  // After each drawing: words that were taken off the page take the selection with them without a word.
  useEffect(look);
  useEffect(() => {
    const press = () => {
      isDown.current = true;
    };
    const release = () => {
      isDown.current = false;
      look();
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [look]);
  return chosen;
}
