// Calls about other files made of a built packet.
import { packetDifferences } from '../../../shared/packet/differences.ts';
import { makeCopies } from '../copies/make-copies.ts';
import { saveFile } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/copies.ts. */
export function copyHandlers(os: Implementer, services: Services): Area<'copies'> {
  const { session, jobs, platform, previews } = services;
  return {
    make: os.copies.make.handler(({ input }) => {
      const vault = session.vault();
      const { caseId } = vault.packets.get(input.packetId);
      // What is kept with the job names the kind alone: a password must never reach the database.
      const kept = { packetId: input.packetId, kind: input.order.kind };
      const jobId = jobs.start(vault.jobs, 'copy', kept, async (job) => {
        const made = await makeCopies(input, services, job);
        return { packetId: input.packetId, caseId, copyIds: made.map(({ id }) => id) };
      });
      return { jobId };
    }),
    list: os.copies.list.handler(({ input }) => [...session.vault().packets.copies(input.packetId)]),
    save: os.copies.save.handler(({ input }) => {
      const file = session.vault().packets.copyFile(input.id);
      return saveFile(platform, file.fileName, (sink) => file.pipe(sink));
    }),
    remove: os.copies.remove.handler(async ({ input }) => {
      await session.vault().packets.removeCopies(input.ids);
      return { done: true } as const;
    }),
    preview: os.copies.preview.handler(({ input }) => previews.size(input.packetId, input.choice)),
    differences: os.copies.differences.handler(({ input }) => {
      const { packets } = session.vault();
      const packet = packets.get(input.packetId);
      const before = packets.list(packet.caseId).findLast(({ version }) => version < packet.version);
      if (before === undefined) return {};
      const [was, is] = [packets.plan(before.id), packets.plan(packet.id)];
      if (was === undefined || is === undefined) return { before: before.version };
      return { before: before.version, differences: packetDifferences(was, is) };
    }),
  };
}
