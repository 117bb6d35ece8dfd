// One paper in the list.
import { ActionIcon, Badge, Checkbox, Group, Text } from '@mantine/core';
import { memo } from 'react';
import { isErrorCode, sentenceOf } from '../../../shared/errors.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { Icon } from '../../parts/icons.tsx';
import { KindBadge } from '../../parts/kind-badge.tsx';
import { count, shortDate } from '../../wording/format.ts';
import { PaperLink } from './paper-link.tsx';
import { StateBadges } from './state-badges.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** A paper of the library, as a row or as a tile. */
export interface PaperProps {
  readonly document: DocumentSummary;
  readonly isChosen: boolean;
  /** `isStretch`: everything from the paper chosen last to this one. */
  readonly onChoose: (id: DocumentId, isStretch: boolean) => void;
  readonly onTrash: (document: DocumentSummary) => void;
}

/** Whether it is chosen, picture, title, kind, tags, date, pages, state, and the way to the trash. */
export const PaperRow = memo(function PaperRow({ document, isChosen, onChoose, onTrash }: PaperProps) {
  return (
    <div className="paper-row" data-chosen={isChosen || undefined}>
      <Checkbox
        aria-label={`Choose “${document.title}”`}
        checked={isChosen}
        onChange={(event) =>
          onChoose(document.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
      />
      <Thumbnail document={document} className="thumbnail" />
      <div style={{ minWidth: 0 }}>
        <PaperLink document={document} />
        <Group gap="xs" wrap="nowrap" mt={2} className="paper-row-details">
          {document.state !== 'reading' && <KindBadge kind={document.kind} />}
          {document.tags.map((tag) => (
            <Badge key={tag} className="tag">
              {tag}
            </Badge>
          ))}
          <Text size="sm" c="dimmed" truncate>
            {details(document)}
          </Text>
        </Group>
      </div>
      <Group gap="xs" className="paper-row-state">
        <StateBadges document={document} />
      </Group>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="dimmed"
        size="lg"
        aria-label={`Move “${document.title}” to the trash`}
        onClick={() => onTrash(document)}
      >
        <Icon name="trash" size={18} />
      </ActionIcon>
    </div>
  );
});

function details(document: DocumentSummary): string {
  const pages = document.pageCount === 0 ? [] : [count(document.pageCount, 'page')];
  if (document.state === 'failed' && isErrorCode(document.failure)) return sentenceOf(document.failure);
  const came = document.cameWith === undefined ? [] : ['attached to a mail'];
  const date = document.date === undefined ? [] : [shortDate(document.date)];
  return [...date, ...pages, document.fileName, ...came].join(' · ');
}
