// One paper in the list.
import { ActionIcon, Anchor, Badge, Checkbox, Group, Text } from '@mantine/core';
import { thumbnailPath } from '../../../shared/contract/assets.ts';
import { isErrorCode, sentenceOf } from '../../../shared/errors.ts';
import { type DocumentSummary, needsPassword } from '../../../shared/model/document.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { hrefOf } from '../../navigation/routes.ts';
import { Icon } from '../../parts/icons.tsx';
import { KindBadge } from '../../parts/kind-badge.tsx';
import { count, shortDate } from '../../wording/format.ts';
import { useTrash } from './use-trash.tsx';

interface PaperRowProps {
  readonly document: DocumentSummary;
  readonly isChosen: boolean;
  /** `isStretch`: everything from the paper chosen last to this one. */
  readonly onChoose: (isStretch: boolean) => void;
}

/** Whether it is chosen, picture, title, kind, tags, date, pages, state, and the way to the trash. */
export function PaperRow({ document, isChosen, onChoose }: PaperRowProps) {
  const host = useHost();
  const trash = useTrash();
  return (
    <div className="paper-row" data-chosen={isChosen || undefined}>
      <Checkbox
        aria-label={`Choose “${document.title}”`}
        checked={isChosen}
        onChange={(event) => onChoose(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
      />
      {document.state === 'ready' ? (
        <img
          className="thumbnail"
          src={host.assetUrl(thumbnailPath(document.id))}
          alt=""
          loading="lazy"
          draggable={false}
        />
      ) : (
        <span className="thumbnail" />
      )}
      <div style={{ minWidth: 0 }}>
        <Anchor
          className="paper-row-title"
          href={hrefOf({ screen: 'paper', id: document.id, pageNumber: 1 })}
          title={document.title}
        >
          {document.title}
        </Anchor>
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
        onClick={() => trash(document)}
      >
        <Icon name="trash" size={18} />
      </ActionIcon>
    </div>
  );
}

function StateBadges({ document }: { readonly document: DocumentSummary }) {
  if (document.state === 'reading') return <Badge className="tag">Being read…</Badge>;
  if (needsPassword(document))
    return (
      <Badge component="a" className="tag tag-warn" href={hrefOf({ screen: 'paper', id: document.id, pageNumber: 1 })}>
        Needs its password
      </Badge>
    );
  if (document.state === 'failed') return <Badge className="tag tag-bad">Could not be read</Badge>;
  return (
    <>
      {document.reasonCount > 0 && (
        <Badge className="tag tag-accent">{count(document.reasonCount, 'reason')} found</Badge>
      )}
      {document.hardPages > 0 && <Badge className="tag tag-warn">Hard to read</Badge>}
    </>
  );
}

function details(document: DocumentSummary): string {
  const pages = document.pageCount === 0 ? [] : [count(document.pageCount, 'page')];
  if (document.state === 'failed' && isErrorCode(document.failure)) return sentenceOf(document.failure);
  return [...(document.date === undefined ? [] : [shortDate(document.date)]), ...pages, document.fileName].join(' · ');
}
