// Calls about the packet: how it is set up, what would be built, what stands in the way; build, list, save.
import { z } from 'zod';
import { CaseId, JobId, PacketId } from '../ids.ts';
import { CaseView } from '../model/case.ts';
import { Exhibit, Packet, PreviewPage, Problem } from '../model/packet.ts';
import { PacketPreset, PacketSetup } from '../model/packet-setup.ts';
import { PresetNote } from '../rules/packet-schema.ts';
import { call } from './base.ts';

export const packetsContract = {
  /** What would be built now, and what still stands in the way. */
  preflight: call.input(z.object({ caseId: CaseId })).output(
    z.object({
      problems: z.array(Problem),
      exhibits: z.array(Exhibit),
      /** Exhibits the user left out; they have no label. */
      excluded: z.array(Exhibit),
      /** Keys of both, in the order in which the user arranged them. */
      order: z.array(z.string()),
      /** Pages of each paper, by document id. */
      paperPages: z.record(z.string(), z.number().int()),
      /** About how large the packet will be. */
      bytes: z.number().int(),
      canFinal: z.boolean(),
    }),
  ),
  /** How the packet is set up, the preset that fits the case, and what there is to know of each preset. */
  getSetup: call
    .input(z.object({ caseId: CaseId }))
    .output(z.object({ setup: PacketSetup, suggested: PacketPreset, presets: z.array(PresetNote) })),
  /** Replaces the whole setup; what can't be (a key twice, a line end in a stamp) is tidied away. */
  setSetup: call.input(z.object({ caseId: CaseId, setup: PacketSetup })).output(CaseView),
  /** Parts, labels, stamps, marks and order of a preset; titles, pages and what was left out stay. */
  choosePreset: call.input(z.object({ caseId: CaseId, preset: PacketPreset })).output(CaseView),
  /** The exhibits in the order of the preset, nothing else changed. */
  usualOrder: call.input(z.object({ caseId: CaseId })).output(CaseView),
  /** All pages of the packet as it would be built now. `state` changes with anything that changes a page. */
  pages: call.input(z.object({ caseId: CaseId })).output(z.object({ state: z.string(), pages: z.array(PreviewPage) })),
  /** Starts a durable job that builds a new, immutable version. */
  build: call
    .input(z.object({ caseId: CaseId, draft: z.boolean(), batesPrefix: z.string().max(24).optional() }))
    .output(z.object({ jobId: JobId })),
  list: call.input(z.object({ caseId: CaseId })).output(z.array(Packet)),
  /** Lets the user choose where to save a copy (desktop only; elsewhere the window downloads). `saved` is false when he thought better of it. */
  save: call.input(z.object({ id: PacketId })).output(z.object({ saved: z.boolean() })),
};
