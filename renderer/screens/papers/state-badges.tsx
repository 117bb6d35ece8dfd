// How it stands with a paper: being read, not readable, hard to read, reasons found.
import { Badge } from '@mantine/core';
import { type DocumentSummary, needsPassword } from '../../../shared/model/document.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { count } from '../../wording/format.ts';

/** None for a paper with nothing to say. */
export function StateBadges({ document }: { readonly document: DocumentSummary }) {
  if (document.state === 'reading') return <Badge className="tag">Being read…</Badge>;
  if (needsPassword(document))
    return (
      <Badge component="a" className="tag tag-warn" href={hrefOf({ screen: 'paper', id: document.id, pageNumber: 1 })}>
        Needs its password
      </Badge>
    );
  if (document.state === 'failed') return <Badge className="tag tag-bad">Could not be read</Badge>;
  return (
    <>
      {document.reasonCount > 0 && (
        <Badge className="tag tag-accent">{count(document.reasonCount, 'reason')} found</Badge>
      )}
      {document.hardPages > 0 && (
        <Badge className="tag tag-warn">Hard to read: {count(document.hardPages, 'page')}</Badge>
      )}
    </>
  );
}
