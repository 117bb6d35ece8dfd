// One paper: its pages with what was found marked on them, and what the person may correct.
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { needsPassword } from '../../../shared/model/document.ts';
import { useDocument } from '../../bridge/queries.ts';
import { hrefOf, type Route } from '../../navigation/routes.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { KindBadge } from '../../parts/kind-badge.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { count, shortDate } from '../../wording/format.ts';
import { ArrangedNotice } from '../arrange/arranged-notice.tsx';
import { CameWith } from './came-with.tsx';
import { PaperBody } from './paper-body.tsx';
import { PaperPassword } from './paper-password.tsx';

export type PaperRoute = Extract<Route, { screen: 'paper' }>;

/** The page at the left, the panel at the right. Words of the search that is still in the search box are marked. */
export function PaperScreen({ route, query }: { readonly route: PaperRoute; readonly query: string }) {
  const detail = useDocument(route.id);
  const pageCount = detail.data?.pages.length ?? 0;
  const pageNumber = Math.min(route.pageNumber, Math.max(1, pageCount));

  if (detail.isPending) return <Loading label="Loading the paper" />;
  if (detail.isError) return <ErrorNotice error={detail.error} />;
  const { document } = detail.data;
  return (
    <Stack gap="md">
      <div>
        <Group gap="lg">
          <Anchor href={hrefOf({ screen: 'papers' })}>Back to the list</Anchor>
          {query !== '' && <Anchor href={hrefOf({ screen: 'search' })}>Search results</Anchor>}
        </Group>
        <PageTitle screen="Paper">{document.title}</PageTitle>
        <Group gap="xs">
          <KindBadge kind={document.kind} />
          <Text c="dimmed" size="sm" className="wrap-anywhere">
            {document.date !== undefined && `${shortDate(document.date)} · `}
            {pageCount > 0 && `${count(pageCount, 'page')} · `}
            {document.fileName}
          </Text>
        </Group>
        <CameWith document={document} />
        <ArrangedNotice document={document} />
      </div>
      {needsPassword(document) && <PaperPassword document={document} />}
      {document.state === 'failed' && !needsPassword(document) && (
        <Text c="var(--mantine-color-error)">
          This paper could not be read completely. The original is kept as it was; you can still use its pages as
          exhibits.
        </Text>
      )}
      <PaperBody key={route.id} detail={detail.data} route={route} pageNumber={pageNumber} query={query} />
    </Stack>
  );
}
