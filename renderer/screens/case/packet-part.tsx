// Says whether a table of the app's own goes into the packet.
import { Checkbox } from '@mantine/core';
import type { Case, CaseView } from '../../../shared/model/case.ts';
import { useCaseChange } from '../../bridge/queries.ts';
import { useChosen } from '../../parts/use-chosen.ts';

type Part = Case['packetParts'][number];

const LABELS: Readonly<Record<Part, string>> = {
  crosswalk: 'Put the table of criteria into the packet',
  history: 'Put the treatment history into the packet',
  scores: 'Put the scores into the packet',
  timeline: 'Put the chronology into the packet',
};

/** A checkbox that is saved at once. */
export function PacketPart({ view, part }: { readonly view: CaseView; readonly part: Part }) {
  const { id, packetParts } = view.case;
  const set = useCaseChange((client, isIn: boolean) =>
    client.record.setPacketParts({
      id,
      parts: isIn ? [...packetParts, part] : packetParts.filter((each) => each !== part),
    }),
  );
  const chosen = useChosen(packetParts.includes(part));
  return (
    <Checkbox
      label={LABELS[part]}
      checked={chosen.shown}
      onChange={({ currentTarget }) =>
        void chosen
          .choose(currentTarget.checked, set.mutateAsync)
          .catch(() => undefined /* the reason is shown by the query client */)
      }
    />
  );
}
