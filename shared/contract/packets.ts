// Calls about the packet: preflight, build, list, save.
import { z } from 'zod';
import { CaseId, JobId, PacketId } from '../ids.ts';
import { Exhibit, Packet, Problem } from '../model/packet.ts';
import { call } from './base.ts';

export const packetsContract = {
  /** What would be built now, and what still stands in the way. */
  preflight: call
    .input(z.object({ caseId: CaseId }))
    .output(z.object({ problems: z.array(Problem), exhibits: z.array(Exhibit), canFinal: z.boolean() })),
  /** Starts a durable job that builds a new, immutable version. */
  build: call
    .input(z.object({ caseId: CaseId, draft: z.boolean(), batesPrefix: z.string().max(24).optional() }))
    .output(z.object({ jobId: JobId })),
  list: call.input(z.object({ caseId: CaseId })).output(z.array(Packet)),
  /** Lets the user choose where to save a copy (desktop only; elsewhere the window downloads). `saved` is false when he thought better of it. */
  save: call.input(z.object({ id: PacketId })).output(z.object({ saved: z.boolean() })),
};
