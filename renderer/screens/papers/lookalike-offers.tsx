// Papers that look like the same letter scanned twice: both, one of them, or not the same. Nothing happens by itself.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { Lookalike, LookalikeVerdict } from '../../../shared/model/lookalike.ts';
import { offerUndo } from '../../parts/undo-notice.tsx';
import { count, shortDate } from '../../wording/format.ts';
import { PaperLink } from './paper-link.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { useVerdict } from './use-lookalikes.ts';
import { useTrash } from './use-trash.tsx';

/** Pairs shown before one asks for all. */
const FEW = 3;

interface LookalikeOffersProps {
  readonly pairs: readonly Lookalike[];
  readonly documents: readonly DocumentSummary[];
}

/** Nothing while there are no such papers. */
export function LookalikeOffers({ pairs, documents }: LookalikeOffersProps) {
  const [isAll, setAll] = useState(false);
  const byId = new Map(pairs.length === 0 ? [] : documents.map((document) => [document.id, document]));
  const offers = pairs.flatMap((pair) => {
    const [earlier, later] = [byId.get(pair.earlier), byId.get(pair.later)];
    return earlier === undefined || later === undefined ? [] : [{ earlier, later }];
  });
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="came-twice" className="surface lookalikes">
      <Title order={2} size="h4" id="came-twice">
        {offers.length === 1 ? 'A paper may have come twice' : `${count(offers.length, 'paper')} may have come twice`}
      </Title>
      <Text size="sm" c="dimmed">
        Different scans that look like the same letter. Look at them: nothing is taken away by itself.
      </Text>
      <Stack component="ul" gap="md" mt="sm" className="plain-list">
        {offers.slice(0, isAll ? undefined : FEW).map((offer) => (
          <Offer key={`${offer.earlier.id} ${offer.later.id}`} {...offer} />
        ))}
      </Stack>
      {!isAll && offers.length > FEW && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          Show all {offers.length}
        </Button>
      )}
    </section>
  );
}

function Offer({ earlier, later }: { readonly earlier: DocumentSummary; readonly later: DocumentSummary }) {
  const verdict = useVerdict();
  const trash = useTrash();
  const pair = { earlier: earlier.id, later: later.id };
  const judge = (word: LookalikeVerdict, message: string) =>
    verdict.mutate(
      { ...pair, verdict: word },
      { onSuccess: () => offerUndo({ id: `lookalike-${later.id}`, message, undo: () => verdict.mutate(pair) }) },
    );
  return (
    <li>
      <Group gap="md" align="flex-start">
        <One document={later} />
        <Text size="sm" mt={22}>
          looks like
        </Text>
        <One document={earlier} />
      </Group>
      <Group gap="xs" mt="xs">
        {Object.entries({ later, earlier }).map(([which, document]) => (
          <Button
            key={which}
            size="compact-md"
            variant="default"
            aria-label={`Trash the ${which} one: “${document.title}”`}
            onClick={() => trash(document)}
          >
            Trash the {which} one
          </Button>
        ))}
        <Button
          size="compact-md"
          variant="default"
          disabled={verdict.isPending}
          onClick={() => judge('keep-both', 'Both papers are kept.')}
        >
          Keep both
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          disabled={verdict.isPending}
          onClick={() => judge('not-same', 'Noted: they are different letters.')}
        >
          Not the same letter
        </Button>
      </Group>
    </li>
  );
}

function One({ document }: { readonly document: DocumentSummary }) {
  const details = [document.date && shortDate(document.date), count(document.pageCount, 'page'), document.fileName];
  return (
    <Group gap="xs" wrap="nowrap" className="lookalike" align="flex-start">
      <Thumbnail document={document} className="thumbnail" />
      <div style={{ minWidth: 0 }}>
        <PaperLink document={document} />
        <Text size="sm" c="dimmed" className="wrap-anywhere" lineClamp={2}>
          {details.filter(Boolean).join(' · ')}
        </Text>
      </div>
    </Group>
  );
}
