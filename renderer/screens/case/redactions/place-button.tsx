// The name of a page of an exhibit; a click shows it beside the list.
import { UnstyledButton } from '@mantine/core';
import type { RedactablePage } from '../../../../shared/contract/redactions.ts';
import { pageAt, pageName } from './redaction-words.ts';

interface PlaceButtonProps {
  readonly pages: readonly RedactablePage[];
  readonly place: { readonly documentId: string; readonly pageNumber: number };
  readonly onShow: (place: { readonly documentId: string; readonly pageNumber: number }) => void;
}

/** “Exhibit B, page 3”; plain words for a page that is in no exhibit. */
export function PlaceButton({ pages, place, onShow }: PlaceButtonProps) {
  const page = pages[pageAt(pages, place)];
  if (page === undefined) return <span>a page that is not in the packet now</span>;
  return (
    <UnstyledButton td="underline" fz="sm" onClick={() => onShow(place)} title={page.title}>
      {pageName(page)}
    </UnstyledButton>
  );
}
