// Calls about the packet: preflight, build, list, save.
import { buildPacket, isBlocked } from '../build-packet.ts';
import type { CaseDesk } from '../case-desk.ts';
import { saveFile } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/packets.ts. */
export function packetHandlers(os: Implementer, desk: CaseDesk, services: Services): Area<'packets'> {
  const { session, jobs, platform } = services;
  return {
    preflight: os.packets.preflight.handler(({ input }) => {
      const plan = desk.plan(input.caseId, { draft: false });
      return { problems: plan.problems, exhibits: plan.exhibits, canFinal: !isBlocked(plan) };
    }),
    build: os.packets.build.handler(({ input }) => {
      const vault = session.vault();
      vault.cases.get(input.caseId);
      const jobId = jobs.start(vault.jobs, 'packet', input, async (context) => {
        const packet = await buildPacket(input, desk, services, context);
        return { packetId: packet.id, caseId: input.caseId };
      });
      return { jobId };
    }),
    list: os.packets.list.handler(({ input }) => [...session.vault().packets.list(input.caseId)]),
    save: os.packets.save.handler(async ({ input }) => {
      const file = session.vault().packets.file(input.id);
      return saveFile(platform, file.fileName, (sink) => file.pipe(sink));
    }),
  };
}
