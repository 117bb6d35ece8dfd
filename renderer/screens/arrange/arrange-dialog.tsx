// The table on which pages are put in order: of one paper, or of several that become one.
import { Button, Group, Modal, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { count } from '../../wording/format.ts';
import { SheetTile } from './sheet-tile.tsx';
import { changed, moved, papersInOrder, papersOf, type Sheet, sheetsOf, turnedOn } from './sheets.ts';
import { useArrange } from './use-arrange.ts';
import '../../styles/arrange.css';

interface ArrangeDialogProps {
  readonly papers: readonly DocumentSummary[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Nothing is changed until it is said; the papers themselves never are. */
export function ArrangeDialog({ papers, onClose, onDone }: ArrangeDialogProps) {
  const isJoining = papers.length > 1;
  const [sheets, setSheets] = useState<readonly Sheet[]>(() => sheetsByName(papers));
  const [title, setTitle] = useState(() => titleOf(papers, sheets[0]));
  const [dragged, setDragged] = useState<string>();
  const [said, say] = useState('');
  const { arrange, isBusy } = useArrange();
  const made = papersOf(sheets);
  const nameOf = ({ documentId, pageNumber }: Sheet) => {
    const paper = papers.find(({ id }) => id === documentId);
    return paper?.pageCount === 1 ? paper.title : `Page ${pageNumber}${isJoining ? ` of ${paper?.title ?? ''}` : ''}`;
  };
  const move = (sheet: Sheet, to: number) => {
    const from = sheets.findIndex(({ key }) => key === sheet.key);
    const focused = document.activeElement;
    flushSync(() => setSheets(moved(sheets, from, to)));
    // A moved element loses the focus in some browsers; at the end of the row its button can't be pressed any more.
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus();
    say(`${nameOf(sheet)} is number ${Math.max(0, Math.min(sheets.length - 1, to)) + 1} now.`);
  };
  const drop = (onto: number) => {
    const sheet = sheets.find(({ key }) => key === dragged);
    setDragged(undefined);
    if (sheet !== undefined) move(sheet, onto);
  };
  const save = () =>
    arrange.mutate(
      { title: isJoining ? title : undefined, pages: made, from: isJoining ? undefined : papers[0]?.id },
      {
        onSuccess: () => {
          onClose();
          onDone?.();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1100px, 100%)"
      title={isJoining ? `Join ${count(papers.length, 'paper')} into one` : 'Arrange the pages'}
    >
      <Stack>
        <Text size="sm">
          Drag the pages into order, or use their buttons. What came stays as it is, and can be brought back at any
          time.
        </Text>
        {isJoining && (
          <Group align="flex-end">
            <TextInput
              label="Title of the new paper"
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              maxLength={300}
              style={{ flex: '1 1 240px' }}
              data-autofocus
            />
            <Button variant="default" onClick={() => setSheets(papersInOrder(sheets, papers, 'name'))}>
              Order by name
            </Button>
            <Button variant="default" onClick={() => setSheets(papersInOrder(sheets, papers, 'added'))}>
              As they were added
            </Button>
          </Group>
        )}
        <ol className="sheet-table" aria-label="Pages in their new order">
          {sheets.map((sheet, place) => (
            <SheetTile
              key={sheet.key}
              sheet={sheet}
              name={nameOf(sheet)}
              place={place}
              count={sheets.length}
              isDragged={sheet.key === dragged}
              onMove={(to) => move(sheet, to)}
              onTurn={() => setSheets(changed(sheets, sheet.key, { turn: turnedOn(sheet.turn) }))}
              onOut={() => setSheets(changed(sheets, sheet.key, { isOut: !sheet.isOut, begins: false }))}
              onBegin={() => setSheets(changed(sheets, sheet.key, { begins: !sheet.begins }))}
              onDrag={() => setDragged(sheet.key)}
              onDrop={() => drop(place)}
            />
          ))}
        </ol>
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        {arrange.isError && <ErrorNotice error={arrange.error} />}
        <Group className="sheet-foot" justify="flex-end">
          <Text size="sm" role="status">
            {outcome(made)}
          </Text>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={isBusy} disabled={made.length === 0} onClick={save}>
            {isJoining && made.length === 1 ? 'Join' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function sheetsByName(papers: readonly DocumentSummary[]): readonly Sheet[] {
  return papersInOrder(sheetsOf(papers), papers, 'name');
}

/** That of the paper whose page comes first. */
function titleOf(papers: readonly DocumentSummary[], first: Sheet | undefined): string {
  return papers.find(({ id }) => id === first?.documentId)?.title ?? '';
}

function outcome(made: ReturnType<typeof papersOf>): string {
  if (made.length === 0) return 'Every page is left out.';
  const pages = count(made.flat().length, 'page');
  return made.length === 1 ? `One paper of ${pages}` : `${made.length} papers, ${pages} in all`;
}
