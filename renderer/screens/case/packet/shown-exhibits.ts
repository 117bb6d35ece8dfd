// The exhibits as the list shows them at once, before the core has said what follows from a change.
import type { Client } from '../../../../shared/contract/contract.ts';
import type { PacketSetup } from '../../../../shared/model/packet-setup.ts';
import { exhibitName } from '../../../../shared/packet/labels.ts';
import { type ListedExhibit, listedExhibits } from '../../../../shared/packet/setup-changes.ts';

export type Preflight = Awaited<ReturnType<Client['packets']['preflight']>>;

/**
 * The exhibits the core knows, in the order and with the titles and labels of `setup`, which may be newer. Pages and parts split off come
 * with the core's next answer.
 */
export function shownExhibits(preflight: Preflight, setup: PacketSetup): readonly ListedExhibit[] {
  const { exhibits, excluded, order, paperPages } = preflight;
  const known = new Set(order);
  const wanted = [...new Set(setup.exhibits.map(({ key }) => key).filter((key) => known.has(key)))];
  const named = new Set(wanted);
  const sorted = [...wanted, ...order.filter((key) => !named.has(key))];
  let included = 0;
  return listedExhibits({ exhibits, excluded, order: sorted }, setup, (id) => paperPages[id] ?? 0).map((each) => {
    const { choice, exhibit } = each;
    const label = choice.excluded ? '' : exhibitName(setup.labels, included++);
    return { ...each, exhibit: { ...exhibit, label, title: choice.title ?? exhibit.title } };
  });
}
