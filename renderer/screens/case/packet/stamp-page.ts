// Which page of a built packet a stamp of its index stands on. Pure.
import type { Packet } from '../../../../shared/model/packet.ts';

/** One-based. The exhibits end the packet, so the last stamp of the index is its last page, whatever number the stamps start with. */
export function pageOfStamp(stamp: string, { index, pageCount }: Pick<Packet, 'index' | 'pageCount'>): number {
  const last = numberOf(index.at(-1)?.toStamp ?? stamp);
  return Math.min(Math.max(1, pageCount - (last - numberOf(stamp))), pageCount);
}

function numberOf(stamp: string): number {
  return Number(/\d+$/.exec(stamp)?.[0] ?? 1);
}
