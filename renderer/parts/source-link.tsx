// Links to the pages a statement or an amount stands on.
import { Anchor } from '@mantine/core';
import type { Source } from '../../shared/model/source.ts';
import { hrefOf } from '../navigation/routes.ts';
import { PageLink } from './page-link.tsx';

type Titles = Readonly<Record<string, string>>;

/** “Statement, p. 2”, with the words marked there. */
export function SourceLink({ source, titles }: { readonly source: Source; readonly titles: Titles }) {
  return (
    <PageLink
      documentId={source.documentId}
      title={titles[source.documentId] ?? 'Paper'}
      fromPage={source.proof.pageNumber}
      proof={source.proof}
    />
  );
}

/** Several pages in a row, each page once. */
export function SourceLinks({ sources, titles }: { readonly sources: readonly Source[]; readonly titles: Titles }) {
  const pages = new Map(sources.map((source) => [`${source.documentId}/${source.proof.pageNumber}`, source]));
  return [...pages].map(([page, source], index) => (
    <span key={page}>
      {index > 0 && '; '}
      <SourceLink source={source} titles={titles} />
    </span>
  ));
}

interface AmountLinkProps {
  readonly source: Source | undefined;
  readonly titles: Titles;
  readonly children: string;
}

/** An amount that leads to the page it stands on; plain text when it stands on none. */
export function AmountLink({ source, titles, children }: AmountLinkProps) {
  if (source === undefined) return <span className="amount">{children}</span>;
  const { documentId, proof } = source;
  const place = `${titles[documentId] ?? 'Paper'}, p. ${proof.pageNumber}`;
  return (
    <Anchor
      className="amount"
      href={hrefOf({ screen: 'paper', id: documentId, pageNumber: proof.pageNumber, mark: proof })}
      aria-label={`${children}: ${place}`}
      title={place}
      underline="always"
      inherit
    >
      {children}
    </Anchor>
  );
}
