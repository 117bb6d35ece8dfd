// Pages that hold the words one searches for, narrowed down as one likes.
import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { SearchHit } from '../../../shared/model/document.ts';
import { useCaseWhen, useSearch } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { KindBadge } from '../../parts/kind-badge.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Snippet } from '../../parts/snippet.tsx';
import { count } from '../../wording/format.ts';
import { KeepSearch, KeptSearches } from './kept-searches.tsx';
import { NarrowBar } from './narrow-bar.tsx';
import { filterOf, type Narrowing } from './narrowing.ts';

interface SearchScreenProps {
  readonly query: string;
  readonly narrowing: Narrowing;
  readonly onSearch: (query: string, narrowing: Narrowing) => void;
}

/** The hits, best first; each leads to its page. Those in a similar spelling stand apart. */
export function SearchScreen({ query, narrowing, onSearch }: SearchScreenProps) {
  const view = useCaseWhen(narrowing.caseId);
  const search = useSearch(query, filterOf(narrowing, view.data));
  const hits = query === '' ? [] : (search.data ?? []);
  const same = hits.filter(({ isSimilar }) => isSimilar !== true);
  const similar = hits.filter(({ isSimilar }) => isSimilar === true);
  const isNarrow = Object.keys(narrowing).length > 0;
  return (
    <Stack gap="md" maw={860} mx="auto">
      <PageTitle screen="Search">Search</PageTitle>
      <KeptSearches onSearch={onSearch} />
      <NarrowBar narrowing={narrowing} onNarrow={(next) => onSearch(query, next)} />
      <ErrorNotice error={search.error ?? view.error} />
      <Group justify="space-between">
        <Text c="dimmed" role="status">
          {query === '' && 'Type in the search box above: a name, a code, a word of a letter.'}
          {query !== '' && search.isSuccess && told(same.length, query, isNarrow)}
        </Text>
        {query !== '' && <KeepSearch query={query} narrowing={narrowing} />}
      </Group>
      <section aria-label="Search results">
        {same.map((hit) => (
          <Hit key={keyOf(hit)} hit={hit} />
        ))}
      </section>
      {similar.length > 0 && (
        <section aria-labelledby="similar-heading">
          <Title order={2} id="similar-heading">
            In a similar spelling
          </Title>
          <Text size="sm" c="dimmed">
            Scans are sometimes misread by a letter; these pages may hold what you look for.
          </Text>
          {similar.map((hit) => (
            <Hit key={keyOf(hit)} hit={hit} />
          ))}
        </section>
      )}
    </Stack>
  );
}

function told(hits: number, query: string, isNarrow: boolean): string {
  if (hits > 0) return `${count(hits, 'page')} with “${query}”`;
  return isNarrow ? `None of the chosen papers holds “${query}”.` : `No page holds “${query}”.`;
}

const keyOf = ({ documentId, pageNumber, snippet }: SearchHit) => `${documentId}/${pageNumber}/${snippet}`;

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
        {hit.isNote === true && <Badge className="tag">Your note</Badge>}
      </Group>
      <Text mt={4}>
        <Snippet text={hit.snippet} />
      </Text>
    </article>
  );
}
