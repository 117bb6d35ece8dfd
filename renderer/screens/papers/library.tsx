// The papers with filter, order, list or grid, and what is done to several at once.
import { Button, Group, Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { kindInWords } from '../../../shared/cases/kind-words.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { KINDS } from '../../wording/vocabulary.ts';
import { choicesOf } from '../search/narrowing.ts';
import { ChosenPapers } from './chosen-papers.tsx';
import { inOrder } from './order.ts';
import { PaperRows } from './paper-rows.tsx';
import { useChosen } from './use-chosen.ts';
import { useLibraryView } from './use-library-view.ts';
import { ViewChoice } from './view-choice.tsx';

/** Filters, orders and draws the papers. */
export function Library({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const [kind, setKind] = useState<DocumentKind>();
  const [tag, setTag] = useState<string>();
  const { view, change } = useLibraryView();
  const { order, isReversed } = view;
  const shown = useMemo(() => {
    const kept = documents
      .filter((document) => kind === undefined || document.kind === kind)
      .filter((document) => tag === undefined || document.tags.includes(tag));
    return inOrder(kept, { order, isReversed });
  }, [documents, kind, tag, order, isReversed]);
  const chosen = useChosen(shown);
  const { tags, kinds } = useMemo(() => choicesOf(documents), [documents]);
  const present = KINDS.filter((each) => kinds.has(each));
  return (
    <section aria-label="All papers">
      <Group mb="sm">
        <Select
          aria-label="Show kinds"
          data={[
            { value: 'all', label: 'All kinds' },
            ...present.map((value) => ({ value, label: kindInWords(value) })),
          ]}
          value={kind ?? 'all'}
          onChange={(value) => setKind(KINDS.find((each) => each === value))}
          allowDeselect={false}
        />
        {(tags.length > 0 || tag !== undefined) && (
          <Select
            aria-label="Show tags"
            placeholder="All tags"
            data={[...tags]}
            value={tag ?? null}
            onChange={(value) => setTag(value ?? undefined)}
            clearable
          />
        )}
        <ViewChoice view={view} onChange={change} />
        {(kind !== undefined || tag !== undefined) && (
          <Text size="sm" c="dimmed" role="status">
            {shown.length} of {documents.length} shown
          </Text>
        )}
        {chosen.papers.length < shown.length && (
          <Button variant="subtle" onClick={chosen.all}>
            Choose all
          </Button>
        )}
      </Group>
      <ChosenPapers chosen={chosen.papers} tags={tags} onDone={chosen.none} />
      <PaperRows key={view.layout} documents={shown} chosen={chosen} layout={view.layout} />
    </section>
  );
}
