// Which file of a packet was sent: the packet itself or one made of it, with the hash that proves it.
import type { Submission } from '../../../../shared/model/diary.ts';
import type { Packet, PacketCopy } from '../../../../shared/model/packet.ts';

/** Stands for the packet itself among the choices. */
export const WHOLE_PACKET = 'packet';

/** The files that can be sent: the packet, then what was made of it, the newest first. */
export function sendableFiles(
  copies: readonly PacketCopy[],
): readonly { readonly value: string; readonly label: string }[] {
  const made = copies.filter(({ kind }) => kind !== 'manifest' && kind !== 'letter-docx').toReversed();
  return [
    { value: WHOLE_PACKET, label: 'The packet as built' },
    ...made.map(({ id, fileName }) => ({ value: id as string, label: fileName })),
  ];
}

/** What the record says of the file. */
export function sentFile(
  chosen: string,
  packet: Packet | undefined,
  copies: readonly PacketCopy[],
): Pick<Submission, 'copyId' | 'sha256'> {
  const copy = copies.find(({ id }) => id === chosen);
  if (copy !== undefined) return { copyId: copy.id, sha256: copy.sha256 };
  return packet === undefined ? {} : { sha256: packet.sha256 };
}
