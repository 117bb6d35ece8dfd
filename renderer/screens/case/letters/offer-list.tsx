// The letters that can be written, those that fit first.
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LetterOffer } from '../../../../shared/contract/letters.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { takeCase } from '../../../bridge/queries.ts';
import { goTo } from '../../../navigation/use-route.ts';
import { Fold } from '../../../parts/fold.tsx';
import { offerGroups } from './offers.ts';

interface OfferListProps {
  readonly view: CaseView;
  readonly offers: readonly LetterOffer[];
}

/** What does not fit is folded away, but stays possible. */
export function OfferList({ view, offers }: OfferListProps) {
  const { client } = useHost();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: (kind: LetterOffer['kind']) => client.letters.start({ id: view.case.id, kind }),
    onSuccess: ({ letterId, view: changed }) => {
      takeCase(queries, changed);
      goTo({ screen: 'case', id: view.case.id, tab: 'letters', letterId });
    },
  });
  return (
    <section aria-labelledby="offers-heading">
      <Title order={2} id="offers-heading" mb="xs">
        Letters you can write
      </Title>
      <Text c="dimmed" mb="md">
        Each is put together from your papers, with marked gaps for what only you know. Nothing is sent by the app.
      </Text>
      <div className="diary">
        {offerGroups(offers).map(({ fits, name, offers: members }) => {
          const cards = (
            <ul className="plain-list offers">
              {members.map((offer) => (
                <OfferCard
                  key={offer.kind}
                  offer={offer}
                  isBusy={start.isPending}
                  onStart={() => start.mutate(offer.kind)}
                />
              ))}
            </ul>
          );
          if (fits === 'no')
            return (
              <Fold
                key={fits}
                summary={
                  <h3 className="small-heading summary-heading">
                    {name} ({members.length})
                  </h3>
                }
              >
                {cards}
              </Fold>
            );
          return (
            <section key={fits} aria-label={name}>
              <h3 className="small-heading">{name}</h3>
              {cards}
            </section>
          );
        })}
      </div>
    </section>
  );
}

interface OfferCardProps {
  readonly offer: LetterOffer;
  readonly isBusy: boolean;
  readonly onStart: () => void;
}

function OfferCard({ offer, isBusy, onStart }: OfferCardProps) {
  return (
    <li className="surface diary-card">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className="grow">
          <h4 className="small-heading">{offer.name}</h4>
          <Text>{offer.what}</Text>
          <Text size="sm" mt={4}>
            <strong>To:</strong> {offer.to}
          </Text>
          {offer.why !== '' && (
            <Text size="sm" c="dimmed" mt={4}>
              {offer.why}
            </Text>
          )}
        </div>
        <Button
          variant={offer.fits === 'yes' ? 'filled' : 'default'}
          disabled={isBusy}
          aria-label={`Write: ${offer.name}`}
          onClick={onStart}
        >
          Write
        </Button>
      </Group>
    </li>
  );
}
