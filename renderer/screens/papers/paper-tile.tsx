// One paper in the grid.
import { ActionIcon, Anchor, Badge, Checkbox, Group, Text } from '@mantine/core';
import { memo } from 'react';
import { hrefOf } from '../../navigation/routes.ts';
import { Icon } from '../../parts/icons.tsx';
import { KindBadge } from '../../parts/kind-badge.tsx';
import { count, shortDate } from '../../wording/format.ts';
import type { PaperProps } from './paper-row.tsx';
import { StateBadges } from './state-badges.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** Picture, whether it is chosen, title, kind, date and state. The whole tile opens the paper. */
export const PaperTile = memo(function PaperTile({ document, isChosen, onChoose, onTrash }: PaperProps) {
  return (
    <div className="paper-tile" data-chosen={isChosen || undefined}>
      <Thumbnail document={document} className="tile-picture" />
      <Anchor
        className="tile-title"
        href={hrefOf({ screen: 'paper', id: document.id, pageNumber: 1 })}
        title={`${document.title} (${document.fileName})`}
      >
        {document.title}
      </Anchor>
      <Text size="xs" c="dimmed" truncate>
        {[document.date && shortDate(document.date), document.pageCount > 1 && count(document.pageCount, 'page')]
          .filter(Boolean)
          .join(' · ') || document.fileName}
      </Text>
      <Group gap={4} wrap="nowrap" className="tile-badges">
        {document.state !== 'reading' && <KindBadge kind={document.kind} />}
        <StateBadges document={document} />
        {document.tags.map((tag) => (
          <Badge key={tag} className="tag">
            {tag}
          </Badge>
        ))}
      </Group>
      <Checkbox
        className="tile-choice"
        aria-label={`Choose “${document.title}”`}
        checked={isChosen}
        onChange={(event) =>
          onChoose(document.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
      />
      <ActionIcon
        className="tile-trash"
        variant="default"
        c="dimmed"
        aria-label={`Move “${document.title}” to the trash`}
        onClick={() => onTrash(document)}
      >
        <Icon name="trash" size={16} />
      </ActionIcon>
    </div>
  );
});
