// Check: the file is as large as was written, and small enough for the ways it may be sent.
import type { PacketCheck } from '../../model/packet.ts';
import { MEGABYTE } from '../volumes.ts';
import { notChecked, outcome } from './outcome.ts';
import type { WrittenPacket } from './written.ts';

const NAME = { id: 'size', name: 'It is small enough to be sent' };

/** A way to send the packet that takes files up to so many millions of bytes. */
export interface SizeLimit {
  /** As it stands in a sentence: “the portal of …”. */
  readonly name: string;
  readonly limitMb: number;
}

/** Compares the bytes of the stored file with what was written and with each limit. */
export function checkSize(written: WrittenPacket, byteLength: number, limits: readonly SizeLimit[]): PacketCheck {
  const size = `${(byteLength / MEGABYTE).toFixed(byteLength < MEGABYTE ? 2 : 1)} MB`;
  const whole =
    byteLength === written.byteLength
      ? []
      : [{ says: `${byteLength} bytes are stored, ${written.byteLength} were written` }];
  const over = limits
    .filter(({ limitMb }) => byteLength > limitMb * MEGABYTE)
    .map(({ name, limitMb }) => ({ says: `it has ${size}; ${name} takes at most ${limitMb} MB` }));
  if (limits.length === 0 && whole.length === 0)
    return notChecked(NAME, `It has ${size}; no limit is known for this kind of packet.`);
  return outcome(NAME, [...whole, ...over], `It has ${size}.`);
}
