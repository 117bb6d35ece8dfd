// The list of papers with filter, order and what is done to several at once. Only the rows in view are drawn.
import { Button, Group, Select, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { kindInWords } from '../../../shared/cases/kind-words.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { KINDS } from '../../wording/vocabulary.ts';
import { choicesOf } from '../search/narrowing.ts';
import { ChosenPapers } from './chosen-papers.tsx';
import { PaperRow } from './paper-row.tsx';
import { type Chosen, useChosen } from './use-chosen.ts';

const ORDERS = {
  newest: 'Last added first',
  date: 'By date of the paper',
  title: 'By title',
  kind: 'By kind',
} as const;
type Order = keyof typeof ORDERS;

/** Height of a row, in pixels; the style sheet says the same. */
const ROW = 80;

/** Filters, orders and draws the papers. */
export function Library({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const [kind, setKind] = useState<DocumentKind>();
  const [tag, setTag] = useState<string>();
  const [order, setOrder] = useState<Order>('newest');
  const shown = useMemo(
    () =>
      documents
        .filter((document) => kind === undefined || document.kind === kind)
        .filter((document) => tag === undefined || document.tags.includes(tag))
        .sort(COMPARE[order]),
    [documents, kind, tag, order],
  );
  const chosen = useChosen(shown);
  const { tags } = choicesOf(documents);
  const present = KINDS.filter((each) => documents.some((document) => document.kind === each));
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
        <Select
          aria-label="Order"
          data={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
          value={order}
          onChange={(value) => setOrder((value as Order | null) ?? 'newest')} // the values of the list above
          allowDeselect={false}
        />
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
      <Rows documents={shown} chosen={chosen} />
    </section>
  );
}

function Rows({ documents, chosen }: { readonly documents: readonly DocumentSummary[]; readonly chosen: Chosen }) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // After every render: what stands above the list (a report, a progress bar) comes and goes.
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0));
  const rows = useWindowVirtualizer({
    count: documents.length,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => documents[index]?.id ?? index,
  });
  return (
    <ul ref={list} className="paper-list surface" style={{ height: documents.length * ROW }}>
      {rows.getVirtualItems().map((row) => {
        const document = documents[row.index];
        if (document === undefined) return null;
        return (
          <li
            key={row.key}
            aria-setsize={documents.length}
            aria-posinset={row.index + 1}
            style={{ position: 'absolute', top: row.start - top, left: 0, right: 0 }}
          >
            <PaperRow
              document={document}
              isChosen={chosen.has(document.id)}
              onChoose={(isStretch) => chosen.toggle(document.id, isStretch)}
            />
          </li>
        );
      })}
    </ul>
  );
}

const COMPARE: Readonly<Record<Order, (a: DocumentSummary, b: DocumentSummary) => number>> = {
  newest: (a, b) => b.sequence - a.sequence,
  date: (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.sequence - a.sequence,
  title: (a, b) => a.title.localeCompare(b.title, 'en') || a.sequence - b.sequence,
  kind: (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.sequence - b.sequence,
};
