// What policies usually ask for the service that was denied, and what the literature says of it.
import { Badge, Text, Title } from '@mantine/core';
import type { PackView } from '../../../../shared/contract/record.ts';
import { Fold } from '../../../parts/fold.tsx';
import { STANCES } from '../../../wording/criteria.ts';
import { count } from '../../../wording/format.ts';
import { Basis } from '../../paper/denial/basis.tsx';

/** One part for each service the case is about; nothing when the app knows none of them. */
export function PackList({ packs }: { readonly packs: readonly PackView[] }) {
  return packs.map((pack) => <Pack key={pack.id} pack={pack} />);
}

function Pack({ pack }: { readonly pack: PackView }) {
  const headingId = `pack-${pack.id}`;
  return (
    <section aria-labelledby={headingId} className="surface pack">
      <Title order={2} id={headingId}>
        Good to know: {pack.name}
      </Title>
      {pack.why.length > 0 && (
        <Text size="sm" c="dimmed">
          {pack.why.join('. ')}.
        </Text>
      )}
      <Text>
        This is general knowledge, not read from your papers. Your plan’s own policy decides; look each source up before
        you cite it.
      </Text>
      {pack.asks.length > 0 && (
        <Fold summary={`What policies usually ask (${pack.asks.length})`}>
          <ul className="tight-list">
            {pack.asks.map(({ what, source, trust }) => (
              <li key={what}>
                {what}
                <Basis citation={source} trust={trust} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {pack.literature.length > 0 && (
        <Fold summary={`What has been published (${count(pack.literature.length, 'entry', 'entries')})`}>
          <ul className="plain-list literature">
            {pack.literature.map((entry) => (
              <Entry key={entry.cite} entry={entry} />
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: PackView['literature'][number] }) {
  const { cite, says, stance, identifier, trust, checkedOn } = entry;
  return (
    <li>
      <Badge className={STANCES[stance].tag}>{STANCES[stance].name}</Badge>
      <Text>{says}</Text>
      <Text size="sm">
        {cite}
        {identifier !== undefined && `. ${identifier}`}
      </Text>
      <Basis trust={trust} checkedOn={checkedOn} />
    </li>
  );
}
