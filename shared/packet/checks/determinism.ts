// Check: the same papers and choices give the same file, byte for byte.
import type { PacketCheck } from '../../model/packet.ts';
import { notChecked, outcome } from './outcome.ts';

const NAME = { id: 'determinism', name: 'Building it again gives the same file' };

/** Larger packets are not built a second time. */
const MOST_PAGES = 60;

/** True when a packet is small enough to be built twice. */
export function isCheapToRepeat(pageCount: number): boolean {
  return pageCount <= MOST_PAGES;
}

/** Compares the hashes (SHA-256) of the file and of a second one; `second` is undefined when none was built. */
export function checkDeterminism(first: string, second: string | undefined): PacketCheck {
  if (second === undefined)
    return notChecked(NAME, `Packets of more than ${MOST_PAGES} pages are not built a second time.`);
  return outcome(NAME, first === second ? [] : [{ says: 'a second build gave another file' }]);
}
