// For whom the packet is: each kind brings its parts, the order of its exhibits, its stamps and marks.
import { Button, Group, Select, Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { PacketPreset } from '../../../../shared/model/packet-setup.ts';
import { usePacketSetup } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Basis } from '../../paper/denial/basis.tsx';
import type { SetupDesk } from './use-setup.ts';

/** The choice, the suggestion when another kind fits better, and what whoever receives it asks for. */
export function PresetChoice({ view, desk }: { readonly view: CaseView; readonly desk: SetupDesk }) {
  const known = usePacketSetup(view.case.id);
  const { preset } = desk.setup;
  const presets = known.data?.presets ?? [];
  const nameOf = (id: PacketPreset) => presets.find((each) => each.id === id)?.name ?? '';
  const chosen = presets.find(({ id }) => id === preset);
  const suggested = known.data?.suggested;
  const choose = (id: PacketPreset) => desk.choosePreset(id, `The packet is set up as: ${nameOf(id)}.`);
  return (
    <section aria-label="Kind of packet">
      <Select
        label="What is this packet for?"
        description={chosen?.when}
        data={presets.map(({ id, name }) => ({ value: id, label: name }))}
        value={preset}
        onChange={(value) => {
          const found = PacketPreset.options.find((each) => each === value);
          if (found !== undefined && found !== preset) choose(found);
        }}
        allowDeselect={false}
        maw={420}
      />
      <ErrorNotice error={known.error} />
      {suggested !== undefined && isAppeal(preset) && suggested !== preset && (
        <Group gap="xs" mt="xs">
          <Text size="sm">By its papers this case is at: {nameOf(suggested)}.</Text>
          <Button size="compact-sm" variant="default" onClick={() => choose(suggested)}>
            Set it up so
          </Button>
        </Group>
      )}
      {chosen !== undefined && chosen.asks.length > 0 && (
        <ul className="preset-asks">
          {chosen.asks.map(({ says, citation, trust }) => (
            <li key={says}>
              <Text size="sm">{says}</Text>
              <Basis citation={citation} trust={trust} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Kinds that are a step of the appeal; how it is sent or to whom else it goes the user knows best. */
function isAppeal(preset: PacketPreset): boolean {
  return ['internal-appeal', 'second-level', 'external-review', 'medicare-redetermination'].includes(preset);
}
