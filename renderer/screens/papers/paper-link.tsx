// The title of a paper in a list, which leads to it.
import { Anchor } from '@mantine/core';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { hrefOf } from '../../navigation/routes.ts';

/** Leads to the first page of the paper. */
export function PaperLink({ document: { id, title } }: { readonly document: Pick<DocumentSummary, 'id' | 'title'> }) {
  return (
    <Anchor className="paper-row-title" href={hrefOf({ screen: 'paper', id, pageNumber: 1 })} title={title}>
      {title}
    </Anchor>
  );
}
