// The setup of the packet on the screen: shown at once as chosen, saved one change after the other, each with the way back.
import type { Client } from '../../../../shared/contract/contract.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { PacketPreset, PacketSetup } from '../../../../shared/model/packet-setup.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { useChosen } from '../../../parts/use-chosen.ts';

/** Makes the next setup of the one before. */
export type SetupChange = (setup: PacketSetup) => PacketSetup;

export interface SetupDesk {
  /** As the user sees it: what is being saved, else what is saved. */
  readonly setup: PacketSetup;
  /** Saves a changed setup; `said` tells what was done. */
  change(change: SetupChange, said: string, onDone?: () => void): void;
  /** The same for fields that save themselves: ends when it is saved. */
  save(change: SetupChange, said: string): Promise<unknown>;
  choosePreset(preset: PacketPreset, said: string): void;
  usualOrder(said: string): void;
}

/** The desk of a case's setup. */
export function useSetupDesk(view: CaseView): SetupDesk {
  const { id: caseId, packet } = view.case;
  const chosen = useChosen(packet);
  const set = useCaseChange((client, setup: PacketSetup) => client.packets.setSetup({ caseId, setup }));
  const other = useCaseChange((client, call: (packets: Client['packets']) => Promise<CaseView>) =>
    call(client.packets),
  );
  const put = (next: PacketSetup) => chosen.choose(next, set.mutateAsync);
  const putWithWayBack = (change: SetupChange, said: string) => {
    const before = chosen.current();
    const next = change(before);
    if (JSON.stringify(next) === JSON.stringify(before)) return Promise.resolve();
    const saved = put(next);
    wayBack(before, said);
    return saved;
  };
  const wayBack = (before: PacketSetup, said: string) =>
    offerUndo({ id: 'packet-setup', message: said, undo: () => void put(before).catch(told) });
  return {
    setup: chosen.shown,
    change: (change, said, onDone) =>
      void putWithWayBack(change, said).then(
        () => onDone?.(),
        () => told(),
      ),
    save: putWithWayBack,
    choosePreset: (preset, said) => {
      other.mutate((packets) => packets.choosePreset({ caseId, preset }));
      wayBack(chosen.current(), said);
    },
    usualOrder: (said) => {
      other.mutate((packets) => packets.usualOrder({ caseId }));
      wayBack(chosen.current(), said);
    },
  };
}

function told(): void {
  // The query client has shown the reason.
}
