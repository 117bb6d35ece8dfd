// Chooses one page of a paper, and the words on it that matter.
import { Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { pagePath } from '../../shared/contract/assets.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { Source } from '../../shared/model/source.ts';
import { findQuote, quoteOf } from '../../shared/text/quote.ts';
import { useHost } from '../bridge/host-context.tsx';
import { useDocuments, usePageWords } from '../bridge/queries.ts';
import { PaperSelect } from './paper-select.tsx';

interface ChoosePageProps {
  /** The place that is chosen now; undefined while a paper is missing or the words are not on the page. */
  readonly onChange: (source: Source | undefined) => void;
  /** The page to start with. */
  readonly start?: Source | undefined;
}

/** A paper, a page of it with its picture, and optionally words of that page: without words the whole page is meant. */
export function ChoosePage({ onChange, start }: ChoosePageProps) {
  const documents = useDocuments();
  const [id, setId] = useState(start?.documentId);
  const [pageNumber, setPageNumber] = useState(start?.proof.pageNumber ?? 1);
  const [words, setWords] = useState(start?.proof.quote ?? '');
  const document = documents.data?.find((each) => each.id === id);
  const choose = (next: DocumentId | undefined, page: number) => {
    setId(next);
    setPageNumber(page);
    setWords('');
    onChange(next === undefined ? undefined : wholePage(next, page));
  };
  return (
    <Stack>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <PaperSelect
          label="Paper"
          value={id}
          onChange={(next) => choose(next, 1)}
          offers={({ state, pageCount }) => state === 'ready' && pageCount > 0}
          data-autofocus
          flex="3 1 220px"
        />
        <NumberInput
          label="Page"
          min={1}
          max={document?.pageCount ?? 1}
          allowDecimal={false}
          clampBehavior="strict"
          disabled={document === undefined}
          value={pageNumber}
          onChange={(value) => choose(id, Number(value) || 1)}
          flex="1 1 90px"
        />
      </Group>
      {document !== undefined && (
        <>
          <Text size="sm" c="dimmed">
            {document.pageCount === 1 ? 'This paper has one page.' : `This paper has ${document.pageCount} pages.`}
          </Text>
          <PageWords
            key={`${document.id}/${pageNumber}`}
            id={document.id}
            pageNumber={pageNumber}
            words={words}
            onWords={(text, source) => {
              setWords(text);
              onChange(source);
            }}
          />
          <PagePicture id={document.id} pageNumber={pageNumber} />
        </>
      )}
    </Stack>
  );
}

interface PageWordsProps {
  readonly id: DocumentId;
  readonly pageNumber: number;
  readonly words: string;
  readonly onWords: (text: string, source: Source | undefined) => void;
}

function PageWords({ id, pageNumber, words, onWords }: PageWordsProps) {
  const page = usePageWords(id, pageNumber);
  const placeOf = (text: string): Source | undefined => {
    if (text.trim() === '') return wholePage(id, pageNumber);
    const place = page.data === undefined ? undefined : findQuote(page.data, text);
    if (page.data === undefined || place === undefined) return undefined;
    const { from, to } = place;
    return { documentId: id, proof: { pageNumber, from, to, quote: quoteOf(page.data, from, to) } };
  };
  const isLost = words.trim() !== '' && page.data !== undefined && placeOf(words) === undefined;
  return (
    <Textarea
      label="Words on this page that show it (optional)"
      description="A few words as they are printed. They are marked on the page and quoted."
      error={isLost ? 'These words are not on this page.' : undefined}
      autosize
      minRows={1}
      maxLength={1000}
      autoComplete="off"
      disabled={page.isPending}
      value={words}
      onChange={({ currentTarget }) => onWords(currentTarget.value, placeOf(currentTarget.value))}
    />
  );
}

function PagePicture({ id, pageNumber }: Pick<PageWordsProps, 'id' | 'pageNumber'>) {
  const host = useHost();
  return (
    <img
      className="page-preview"
      src={host.assetUrl(pagePath(id, pageNumber))}
      alt={`Page ${pageNumber} of the chosen paper`}
      draggable={false}
    />
  );
}

/** A page without particular words. */
function wholePage(documentId: DocumentId, pageNumber: number): Source {
  return { documentId, proof: { pageNumber, from: 0, to: 0, quote: '' } };
}
