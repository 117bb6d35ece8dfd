// One exhibit in the list, with everything that can be done to it.
import { ActionIcon, Badge, Button, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { useRef } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import { pagesInWords } from '../../../../shared/packet/exhibits.ts';
import { isWhole } from '../../../../shared/packet/page-ranges.ts';
import type { ListedExhibit } from '../../../../shared/packet/setup-changes.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { Icon } from '../../../parts/icons.tsx';
import { count, shortDate } from '../../../wording/format.ts';
import { REASON_NAMES } from '../../../wording/reasons.ts';
import type { ExhibitTask } from './exhibit-dialog.tsx';

interface ExhibitRowProps {
  readonly view: CaseView;
  readonly listed: ListedExhibit;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Further exhibits are made of the same paper. */
  readonly isPart: boolean;
  readonly isPointedAt: boolean;
  /** Where a dragged row would come to stand. */
  readonly dropAt: 'before' | 'after' | undefined;
  readonly onDrag: (key: string | undefined) => void;
  readonly onDragOver: (isBelow: boolean) => void;
  readonly onDrop: () => void;
  /** `focusId` names the element to focus when it is done. */
  readonly onMove: (by: 1 | -1, focusId?: string) => void;
  readonly onShow: () => void;
  readonly onTask: (what: ExhibitTask) => void;
  readonly onLeaveOut: (isOut: boolean) => void;
  readonly onJoin: () => void;
}

/** The element of an exhibit in the list. */
export function exhibitElementId(key: string): string {
  return `exhibit-${key.replace('#', '-')}`;
}

/** Stands in a list. */
export function ExhibitRow(props: ExhibitRowProps) {
  const { listed, isFirst, isLast, onMove, onDrag } = props;
  const { exhibit, choice } = listed;
  const elementId = exhibitElementId(exhibit.key);
  return (
    <li
      id={elementId}
      tabIndex={-1}
      className="exhibit-row focus-target"
      data-out={choice.excluded || undefined}
      data-pointed={props.isPointedAt || undefined}
      data-drop={props.dropAt}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', exhibit.title);
        onDrag(exhibit.key);
      }}
      onDragEnd={() => onDrag(undefined)}
      onDragOver={(event) => {
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        props.onDragOver(event.clientY > top + height / 2);
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1, document.activeElement?.id || undefined);
      }}
    >
      <span className="exhibit-grip" aria-hidden="true">
        <Icon name="grip" size={18} />
      </span>
      <span className="exhibit-label">{choice.excluded ? '–' : exhibit.label}</span>
      <ExhibitWords {...props} />
      <Group gap={4} wrap="nowrap" className="exhibit-acts">
        <ActionIcon
          id={`${elementId}-up`}
          variant="default"
          aria-label={`Move up: ${exhibit.title}`}
          disabled={isFirst}
          onClick={() => onMove(-1, `${elementId}-up`)}
        >
          <Icon name="up" size={16} />
        </ActionIcon>
        <ActionIcon
          id={`${elementId}-down`}
          variant="default"
          aria-label={`Move down: ${exhibit.title}`}
          disabled={isLast}
          onClick={() => onMove(1, `${elementId}-down`)}
        >
          <Icon name="down" size={16} />
        </ActionIcon>
        {choice.excluded ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Put back: ${exhibit.title}`}
            onClick={() => props.onLeaveOut(false)}
          >
            Put back
          </Button>
        ) : (
          <RowMenu {...props} />
        )}
      </Group>
    </li>
  );
}

function ExhibitWords({ view, listed, onShow }: ExhibitRowProps) {
  const { exhibit, choice, paperPages } = listed;
  const answers = exhibit.supports
    .map((id) => view.case.grounds.find((ground) => ground.id === id))
    .flatMap((ground) => (ground === undefined ? [] : [REASON_NAMES[ground.reason]]));
  // The app's own title of a part names its pages already.
  const pages =
    choice.title === undefined || isWhole(exhibit.pages, paperPages)
      ? count(exhibit.pages.length, 'page')
      : `${pagesInWords(exhibit.pages)} of ${paperPages}`;
  return (
    <div className="exhibit-words">
      {choice.excluded ? (
        <Group gap="xs">
          <Text span td="line-through" className="wrap-anywhere">
            {exhibit.title}
          </Text>
          <Badge className="tag">Left out</Badge>
        </Group>
      ) : (
        <UnstyledButton onClick={onShow} className="exhibit-title wrap-anywhere" title="Show its first page">
          {exhibit.title}
        </UnstyledButton>
      )}
      <Text size="sm" c="dimmed" className="wrap-anywhere">
        {[
          exhibit.date === undefined ? '' : shortDate(exhibit.date),
          pages,
          answers.length > 0 ? `answers: ${answers.join('; ')}` : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
    </div>
  );
}

function RowMenu({ listed: { exhibit }, isPart, onTask, onLeaveOut, onJoin }: ExhibitRowProps) {
  const opener = useRef<HTMLButtonElement>(null);
  // A dialog that opens takes the focus itself; given back to the button, it would be taken from the dialog.
  const isDialog = useRef(false);
  const open = (what: ExhibitTask) => {
    isDialog.current = true;
    onTask(what);
  };
  return (
    <Menu
      position="bottom-end"
      withinPortal
      returnFocus={false}
      onClose={() => {
        if (!isDialog.current) opener.current?.focus();
        isDialog.current = false;
      }}
    >
      <Menu.Target>
        <ActionIcon ref={opener} variant="default" aria-label={`More for ${exhibit.title}`}>
          <Icon name="more" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open('rename')}>Rename…</Menu.Item>
        <Menu.Item onClick={() => open('pages')}>Choose pages…</Menu.Item>
        {exhibit.pages.length > 1 && <Menu.Item onClick={() => open('split')}>Split off pages…</Menu.Item>}
        {isPart && <Menu.Item onClick={onJoin}>Join with the rest of the paper</Menu.Item>}
        <Menu.Item
          component="a"
          href={hrefOf({ screen: 'paper', id: exhibit.documentId, pageNumber: exhibit.pages[0] ?? 1 })}
        >
          Open the paper
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onLeaveOut(true)}>Leave out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
