// The packet's pages beside its setup: one at a time, as they would come out now.
import { Anchor, Group, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { PreviewPage } from '../../../../shared/model/packet.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { fileSize } from '../../../wording/format.ts';
import { pageName } from './packet-words.ts';
import { PagePicture } from './page-picture.tsx';
import { PageTurner } from './page-turner.tsx';

interface SidePreviewProps {
  readonly view: CaseView;
  readonly pages: UseQueryResult<{ state: string; pages: PreviewPage[] }>;
  /** One-based. */
  readonly at: number;
  readonly onTurn: (page: number) => void;
  /** About how large the packet will be. */
  readonly bytes: number;
}

/** Stays in sight while the list is scrolled, where there is room beside it. */
export function SidePreview({ view, pages, at, onTurn, bytes }: SidePreviewProps) {
  const { id } = view.case;
  const all = pages.data?.pages ?? [];
  const place = Math.min(at, Math.max(1, all.length));
  const page = all[place - 1];
  return (
    <aside className="side-preview" aria-label="Preview">
      <ErrorNotice error={pages.error} />
      {page !== undefined && pages.data !== undefined && (
        <>
          <Group justify="space-between" mb={6} gap="xs">
            <PageTurner at={place} count={all.length} onTurn={onTurn} />
            <Anchor href={hrefOf({ screen: 'case', id, tab: 'packet', part: 'preview' })} size="sm">
              All pages
            </Anchor>
          </Group>
          <PagePicture caseId={id} page={page} number={place} state={pages.data.state} />
          <Text size="sm" c="dimmed" mt={6} className="wrap-anywhere">
            {pageName(page)} · about {fileSize(bytes)} in all
          </Text>
        </>
      )}
    </aside>
  );
}
