// Pages that hold the words one searches for.
import { Anchor, Group, Stack, Text } from '@mantine/core';
import type { SearchHit } from '../../../shared/model/document.ts';
import { useSearch } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { KindBadge } from '../../parts/kind-badge.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Snippet } from '../../parts/snippet.tsx';
import { count } from '../../wording/format.ts';

/** The hits, best first; each leads to its page. */
export function SearchScreen({ query }: { readonly query: string }) {
  const search = useSearch(query);
  const hits = search.data ?? [];
  return (
    <Stack gap="md" maw={860} mx="auto">
      <PageTitle screen="Search">Search</PageTitle>
      <ErrorNotice error={search.error} />
      <Text c="dimmed" role="status">
        {query === '' && 'Type in the search box above: a name, a code, a word of a letter.'}
        {query !== '' && search.isSuccess && hits.length === 0 && `No page holds “${query}”.`}
        {query !== '' && hits.length > 0 && `${count(hits.length, 'page')} with “${query}”`}
      </Text>
      <section aria-label="Search results">
        {hits.map((hit) => (
          <Hit key={`${hit.documentId}/${hit.pageNumber}/${hit.snippet}`} hit={hit} />
        ))}
      </section>
    </Stack>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <article className="search-hit">
      <Group gap="xs">
        <Anchor
          href={hrefOf({ screen: 'paper', id: hit.documentId, pageNumber: hit.pageNumber })}
          fw={600}
          underline="always"
        >
          {hit.title}, p. {hit.pageNumber}
        </Anchor>
        <KindBadge kind={hit.kind} />
      </Group>
      <Text mt={4}>
        <Snippet text={hit.snippet} />
      </Text>
    </article>
  );
}
