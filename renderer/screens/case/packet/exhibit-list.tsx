// The exhibits in their order: moved by dragging or by keyboard, renamed, cut to pages, split, left out.
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import { joinedBack, type ListedExhibit, leftOut, movedBy, movedTo } from '../../../../shared/packet/setup-changes.ts';
import { useFocusNext } from '../../../parts/focus-next.ts';
import { ExhibitDialog, type ExhibitTask } from './exhibit-dialog.tsx';
import { ExhibitRow, exhibitElementId } from './exhibit-row.tsx';
import type { SetupChange, SetupDesk } from './use-setup.ts';

interface ExhibitListProps {
  readonly view: CaseView;
  readonly listed: readonly ListedExhibit[];
  readonly desk: SetupDesk;
  /** The exhibit a link leads to. */
  readonly pointedAt: string | undefined;
  /** Shows the exhibit's first page beside the list. */
  readonly onShow: (key: string) => void;
}

/** One row for each exhibit, those left out in their places. */
export function ExhibitList({ view, listed, desk, pointedAt, onShow }: ExhibitListProps) {
  const [task, setTask] = useState<{ readonly what: ExhibitTask; readonly key: string }>();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<number>();
  const focusNext = useFocusNext();
  useEffect(() => {
    if (pointedAt !== undefined)
      document.getElementById(exhibitElementId(pointedAt))?.scrollIntoView({ block: 'center' });
  }, [pointedAt]);
  if (listed.length === 0)
    return <Text c="dimmed">No papers yet. Link pages to the reasons, or enclose papers below.</Text>;
  const at = (key: string) => listed.findIndex(({ exhibit }) => exhibit.key === key);
  const titleOf = (key: string) => listed[at(key)]?.exhibit.title ?? '';
  const move = (key: string, change: SetupChange, focusId = exhibitElementId(key)) => {
    desk.change(change, `Moved: ${titleOf(key)}.`);
    focusNext(focusId);
  };
  const drop = (place: number) => {
    const from = dragged === undefined ? -1 : at(dragged);
    // The row itself goes away from above its new place first.
    const to = place > from ? place - 1 : place;
    if (dragged !== undefined && from >= 0 && to !== from)
      move(dragged, (setup) => movedTo(setup, listed, dragged, to));
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs" id="exhibits-how">
        Drag a row, or use its arrows; Alt+↑ and Alt+↓ move the row that has the focus.
      </Text>
      <ol className="plain-list exhibit-list" aria-describedby="exhibits-how">
        {listed.map((each, index) => {
          const { key } = each.exhibit;
          return (
            <ExhibitRow
              key={key}
              view={view}
              listed={each}
              isFirst={index === 0}
              isLast={index === listed.length - 1}
              isPart={listed.some(
                ({ exhibit }) => exhibit.key !== key && exhibit.documentId === each.exhibit.documentId,
              )}
              isPointedAt={key === pointedAt}
              dropAt={
                dragged === undefined || over === undefined
                  ? undefined
                  : over === index
                    ? 'before'
                    : over === index + 1 && index === listed.length - 1
                      ? 'after'
                      : undefined
              }
              onDrag={setDragged}
              onDragOver={(isBelow) => setOver(isBelow ? index + 1 : index)}
              onDrop={() => drop(over ?? index)}
              onMove={(by, focusId) => move(key, (setup) => movedBy(setup, listed, key, by), focusId)}
              onShow={() => onShow(key)}
              onTask={(what) => setTask({ what, key })}
              onLeaveOut={(isOut) =>
                desk.change(
                  (setup) => leftOut(setup, listed, key, isOut),
                  `${isOut ? 'Left out' : 'Put back'}: ${each.exhibit.title}.`,
                  () => focusNext(exhibitElementId(key)),
                )
              }
              onJoin={() => {
                desk.change((setup) => joinedBack(setup, listed, key), `One exhibit again: ${each.exhibit.title}.`);
              }}
            />
          );
        })}
      </ol>
      {task !== undefined && at(task.key) >= 0 && (
        <ExhibitDialog
          key={`${task.what} ${task.key}`}
          what={task.what}
          exhibitKey={task.key}
          listed={listed}
          desk={desk}
          onClose={() => {
            setTask(undefined);
            focusNext(exhibitElementId(task.key));
          }}
        />
      )}
    </>
  );
}
