// What files made of a packet are called.
import type { PacketCopy } from '../../shared/model/packet.ts';

/** One, and several of one order. */
export const COPY_NAMES: Readonly<Record<PacketCopy['kind'], { readonly one: string; readonly many: string }>> = {
  volume: { one: 'Volume', many: 'Volumes' },
  fax: { one: 'Fax copy', many: 'Fax transmissions' },
  print: { one: 'Print set', many: 'Print sets' },
  smaller: { one: 'Smaller copy', many: 'Smaller copies' },
  encrypted: { one: 'Copy with a password', many: 'Copies with a password' },
  'letter-docx': { one: 'Editable letter', many: 'Editable letters' },
  manifest: { one: 'Manifest', many: 'Manifests' },
};
