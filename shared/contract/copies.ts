// Calls about other files made of a built packet: volumes, fax copy, print set, smaller copy, copy with a password, letter, manifest.
import { z } from 'zod';
import { CopyId, JobId, PacketId } from '../ids.ts';
import { BaseName, CopyOrder, SmallerChoice, SmallerPreview } from '../model/copy-order.ts';
import { PacketDifferences } from '../model/differences.ts';
import { PacketCopy } from '../model/packet.ts';
import { call, Done } from './base.ts';

export const copiesContract = {
  /** Starts a durable job that makes the files of one order; each is checked before it is kept. */
  make: call
    .input(z.object({ packetId: PacketId, order: CopyOrder, baseName: BaseName.optional() }))
    .output(z.object({ jobId: JobId })),
  /** The files made of a version, oldest first. */
  list: call.input(z.object({ packetId: PacketId })).output(z.array(PacketCopy)),
  /** Lets the user choose where to save it (desktop only; elsewhere the window downloads). `saved` is false when he thought better of it. */
  save: call.input(z.object({ id: CopyId })).output(z.object({ saved: z.boolean() })),
  /** Takes files away for good; the version they were made of stays. */
  remove: call.input(z.object({ ids: z.array(CopyId).min(1).max(200) })).output(Done),
  /** How large a smaller copy would be, before it is made. Its pages are pictures by address (see assets.ts). */
  preview: call.input(z.object({ packetId: PacketId, choice: SmallerChoice })).output(SmallerPreview),
  /** What a version has that the one before had not. Nothing for the first, and where one of the two kept no plan. */
  differences: call
    .input(z.object({ packetId: PacketId }))
    .output(z.object({ before: z.number().int().optional(), differences: PacketDifferences.optional() })),
};
