// Says honestly that a page was hard to read, which others were, and how a better picture is made.
import { Alert, Anchor, List, Text } from '@mantine/core';
import type { DocumentId } from '../../../shared/ids.ts';
import type { PageSummary } from '../../../shared/model/document.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { Fold } from '../../parts/fold.tsx';
import { Icon } from '../../parts/icons.tsx';

/** What helps most, most helpful first (shadows, slanting lines and blur are what reading suffers from: docs/measurements.md). */
const ADVICE = [
  'Lay the sheet flat on something dark, near a window; no flash, and no shadow of hand or phone on it.',
  'Hold the phone straight above it, so that the edges of the sheet are parallel to those of the picture.',
  'Let one sheet fill the whole picture, tap on the words so that they are sharp, and hold still.',
  'If you can, scan instead: 300 dots to the inch, grey, not black and white. A fax is the worst copy; ask for the original.',
] as const;

interface HardToReadProps {
  readonly documentId: DocumentId;
  readonly pages: readonly PageSummary[];
  readonly pageNumber: number;
}

/** Nothing for a page that was read well. */
export function HardToRead({ documentId, pages, pageNumber }: HardToReadProps) {
  const hard = pages.filter(({ hardToRead }) => hardToRead);
  if (!hard.some((page) => page.pageNumber === pageNumber)) return null;
  const others = hard.filter((page) => page.pageNumber !== pageNumber);
  return (
    <Alert className="notice" color="yellow" variant="light" icon={<Icon name="alert" />} mb="xs">
      <Text size="sm">
        This page was hard to read: compare what was found with the picture.
        {others.length > 0 && ' So were '}
        {others.map((page, index) => (
          <span key={page.pageNumber}>
            {index > 0 && ', '}
            <Anchor href={hrefOf({ screen: 'paper', id: documentId, pageNumber: page.pageNumber })} underline="always">
              page {page.pageNumber}
            </Anchor>
          </span>
        ))}
        {others.length > 0 && '.'}
      </Text>
      <Fold summary="How to photograph it again">
        <List size="sm" spacing={4}>
          {ADVICE.map((each) => (
            <List.Item key={each}>{each}</List.Item>
          ))}
        </List>
        <Text size="sm" mt="xs">
          Then add the new picture under Papers. It will be pointed out as the same letter, and you choose which one
          stays.
        </Text>
      </Fold>
    </Alert>
  );
}
