// Calls about the packet: how it is set up, what would be built, what stands in the way; build, list, save.
import { z } from 'zod';
import { CaseId, type JobId } from '../../../shared/ids.ts';
import type { Case } from '../../../shared/model/case.ts';
import { usualPapers } from '../../../shared/packet/plan.ts';
import { estimatedBytes } from '../../../shared/packet/preflight-size.ts';
import { suggestedPreset, withPreset } from '../../../shared/packet/presets.ts';
import { inUsualOrder, tidySetup } from '../../../shared/packet/setup-changes.ts';
import type { Vault } from '../../vault/types.ts';
import { buildPacket, isBlocked } from '../build-packet.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { PacketPreviews } from '../packet-preview.ts';
import { saveFile } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** What is kept with the job that builds a packet. */
const CutOffBuild = z.object({
  caseId: CaseId,
  draft: z.boolean(),
  batesPrefix: z.string().optional(),
  after: z.number().int().nonnegative(),
});
type CutOffBuild = z.infer<typeof CutOffBuild>;

/** Implements shared/contract/packets.ts. */
export function packetHandlers(
  os: Implementer,
  desk: CaseDesk,
  pages: PacketPreviews,
  services: Services,
): Area<'packets'> {
  const { session, jobs, platform } = services;
  /** The case with its exhibits in the order of its preset. */
  const usuallyOrdered = (value: Case): Case => {
    const { input } = desk.planning(value.id);
    const papers = usualPapers({ ...input, case: value }).map(({ document }) => document.id);
    return { ...value, packet: { ...value.packet, exhibits: inUsualOrder(value.packet.exhibits, papers) } };
  };
  /** Starts building; `after` is the number of versions there were, so that a version that was finished before a crash is not built twice. */
  const build = (vault: Vault, order: CutOffBuild, id?: JobId): JobId =>
    jobs.start(
      vault.jobs,
      'packet',
      order,
      async (context) => {
        const made = vault.packets.list(order.caseId)[order.after];
        const packet = made?.draft === order.draft ? made : await buildPacket(order, desk, services, context);
        return { packetId: packet.id, caseId: order.caseId };
      },
      id,
    );
  jobs.resumes('packet', ({ id, input }, vault) => {
    const { data: order } = CutOffBuild.safeParse(input);
    if (order !== undefined) build(vault, order, id);
    return order !== undefined;
  });

  return {
    preflight: os.packets.preflight.handler(({ input }) => {
      const { plan, exhibits, input: planned } = desk.planning(input.caseId);
      return {
        problems: plan.problems,
        exhibits: plan.exhibits,
        excluded: [...exhibits.excluded],
        order: [...exhibits.order],
        paperPages: Object.fromEntries([...planned.documents].map(([id, { pages }]) => [id, pages.length])),
        bytes: estimatedBytes(plan.exhibits, planned.documents),
        canFinal: !isBlocked(plan),
      };
    }),
    getSetup: os.packets.getSetup.handler(({ input: { caseId } }) => {
      const view = desk.view(caseId);
      const stepsNow = view.path.filter(({ when }) => when === 'now').map(({ step }) => step);
      return {
        setup: view.case.packet,
        suggested: suggestedPreset(view.case, stepsNow),
        presets: services.rules.packets.presets,
      };
    }),
    setSetup: os.packets.setSetup.handler(({ input: { caseId, setup } }) =>
      desk.change(caseId, (value) => ({ ...value, packet: tidySetup(setup) })),
    ),
    choosePreset: os.packets.choosePreset.handler(({ input: { caseId, preset } }) =>
      desk.change(caseId, (value) => usuallyOrdered({ ...value, packet: withPreset(preset, value.packet.exhibits) })),
    ),
    usualOrder: os.packets.usualOrder.handler(({ input: { caseId } }) => desk.change(caseId, usuallyOrdered)),
    pages: os.packets.pages.handler(({ input: { caseId } }) => pages.pages(caseId)),
    build: os.packets.build.handler(({ input }) => {
      const vault = session.vault();
      vault.cases.get(input.caseId);
      return { jobId: build(vault, { ...input, after: vault.packets.list(input.caseId).length }) };
    }),
    list: os.packets.list.handler(({ input }) => [...session.vault().packets.list(input.caseId)]),
    save: os.packets.save.handler(async ({ input }) => {
      const file = session.vault().packets.file(input.id);
      return saveFile(platform, file.fileName, (sink) => file.pipe(sink));
    }),
  };
}
