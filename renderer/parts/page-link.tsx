// A link to a page of a paper, and a quote that stands on it.
import { Anchor, Blockquote } from '@mantine/core';
import type { DocumentId } from '../../shared/ids.ts';
import type { Proof } from '../../shared/model/finding.ts';
import { hrefOf } from '../navigation/routes.ts';
import { pageRange } from '../wording/format.ts';

interface PageLinkProps {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly fromPage: number;
  readonly toPage?: number | undefined;
  readonly proof?: Proof | undefined;
}

/** “Visit note, p. 3”, leading to the page with the proof marked. */
export function PageLink({ documentId, title, fromPage, toPage, proof }: PageLinkProps) {
  const pageNumber = proof?.pageNumber ?? fromPage;
  const mark = proof === undefined ? {} : { mark: { from: proof.from, to: proof.to } };
  return (
    <Anchor href={hrefOf({ screen: 'paper', id: documentId, pageNumber, ...mark })} underline="always" inherit>
      {title}, {pageRange(fromPage, toPage)}
    </Anchor>
  );
}

/** Words of a page, set as a quotation with its place below. */
export function Quote({
  documentId,
  title,
  proof,
}: {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly proof: Proof;
}) {
  return (
    <Blockquote
      className="quote"
      p="sm"
      cite={<PageLink documentId={documentId} title={title} fromPage={proof.pageNumber} proof={proof} />}
    >
      “{proof.quote}”
    </Blockquote>
  );
}
