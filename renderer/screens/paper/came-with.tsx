// The mail a paper was attached to, and the papers that came with a mail.
import { Anchor, Text } from '@mantine/core';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { useDocuments } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';

/** Nothing for a paper that came by itself. */
export function CameWith({ document }: { readonly document: DocumentSummary }) {
  const papers = useDocuments().data ?? [];
  const mails = papers.filter(({ id }) => document.cameWith?.includes(id));
  const attached = papers.filter(({ cameWith }) => cameWith?.includes(document.id));
  return (
    <>
      <Papers words="Came with the mail" papers={mails} />
      <Papers words="Attached to this mail:" papers={attached} />
    </>
  );
}

function Papers({ words, papers }: { readonly words: string; readonly papers: readonly DocumentSummary[] }) {
  if (papers.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" className="wrap-anywhere">
      {words}{' '}
      {papers.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Anchor href={hrefOf({ screen: 'paper', id, pageNumber: 1 })} underline="always" inherit>
            {title}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}
