// The setup of the packet on the screen: shown at once as chosen, saved one change after the other, each with the way back.
import type { Client } from '../../../../shared/contract/contract.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { PacketPreset, PacketSetup } from '../../../../shared/model/packet-setup.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';

export interface SetupDesk {
  /** As the user sees it: what is being saved, else what is saved. */
  readonly setup: PacketSetup;
  readonly isBusy: boolean;
  /** Saves a changed setup; `said` tells what was done. */
  change(next: PacketSetup, said: string, onDone?: () => void): void;
  /** The same for fields that save themselves: ends when it is saved. */
  save(next: PacketSetup, said: string): Promise<unknown>;
  choosePreset(preset: PacketPreset, said: string): void;
  usualOrder(said: string): void;
}

/** The desk of a case's setup. */
export function useSetupDesk(view: CaseView): SetupDesk {
  const { id: caseId, packet } = view.case;
  const set = useCaseChange((client, setup: PacketSetup) => client.packets.setSetup({ caseId, setup }));
  const other = useCaseChange((client, call: (packets: Client['packets']) => Promise<CaseView>) =>
    call(client.packets),
  );
  const setup = set.isPending ? set.variables : packet;
  const wayBack = (said: string) => offerUndo({ id: 'packet-setup', message: said, undo: () => set.mutate(setup) });
  return {
    setup,
    isBusy: set.isPending || other.isPending,
    change: (next, said, onDone) => {
      if (JSON.stringify(next) === JSON.stringify(setup)) return;
      set.mutate(next, { onSuccess: () => onDone?.() });
      wayBack(said);
    },
    save: (next, said) => {
      const saved = set.mutateAsync(next);
      wayBack(said);
      return saved;
    },
    choosePreset: (preset, said) => {
      other.mutate((packets) => packets.choosePreset({ caseId, preset }));
      wayBack(said);
    },
    usualOrder: (said) => {
      other.mutate((packets) => packets.usualOrder({ caseId }));
      wayBack(said);
    },
  };
}
