// The recipe of a packet: plan → compose into the vault, one source at a time → check the finished file → keep it as an immutable version.

import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { CaseId, DocumentId } from '../../shared/ids.ts';
import type { Packet, PacketPlan } from '../../shared/model/packet.ts';
import { redactionLog } from '../../shared/packet/redaction/report.ts';
import { type ComposeInput, type PacketFacts, writePacket } from '../packet/compose.ts';
import { releaseBytes, type SourceFile } from '../packet/exhibit-source.ts';
import { readAhead } from '../packet/read-ahead.ts';
import type { CaseDesk } from './case-desk.ts';
import { checkPacket, refuseFailed } from './check-packet.ts';
import type { JobContext } from './jobs.ts';
import type { Services } from './services.ts';
import { vaultSource } from './vault-source.ts';

export interface PacketOrder {
  readonly caseId: CaseId;
  readonly draft: boolean;
  readonly batesPrefix?: string | undefined;
}

/**
 * Builds a packet and stores it. Throws packet-blocked when points are open and no draft was asked for, packet-check-failed when the finished
 * file does not say what the plan says (it is then not kept). What is merely worth knowing of the file is kept with it.
 */
export async function buildPacket(
  order: PacketOrder,
  desk: CaseDesk,
  services: Services,
  { signal, report }: JobContext,
): Promise<Packet> {
  const vault = services.session.vault();
  report('Planning the packet', 0, 4);
  const plan = desk.plan(order.caseId, order);
  if (!order.draft && isBlocked(plan)) throw new AppError('packet-blocked');
  const paper = async (id: DocumentId): Promise<SourceFile> => {
    const source = await vaultSource(vault, services.readers, id);
    return { ...source, release: () => releaseBytes(source.bytes) };
  };
  const sizes = new Map(vault.documents.list().map(({ id, byteLength }) => [id, byteLength]));
  const sources = () => readAhead(plan, paper, (id) => sizes.get(id));
  const input: Omit<ComposeInput, 'sources'> = {
    plan,
    fontsDir: join(services.platform.resourcesDir, 'fonts'),
    signal,
    pictureOf: (id, pageNumber) => vault.documents.picture(id, pageNumber),
    drawRedacted: services.readers.redacted,
    onProgress: ({ done, total }) => report(`Writing page ${done} of ${total}`, 1 + done / Math.max(1, total), 4),
  };
  const written = Promise.withResolvers<PacketFacts>();
  const packet = await vault.packets.add(
    plan,
    async (sink) => written.resolve(await writePacket({ ...input, sources: sources() }, sink)),
    async (file) => {
      const composed = await written.promise;
      signal.throwIfAborted();
      const checks = await checkPacket({
        plan,
        packet: composed,
        file,
        readers: services.readers,
        paper: (id) => vault.documents.full(id),
        original: async (id) => {
          const { bytes, password } = await vault.documents.original(id);
          return { bytes, password, release: () => releaseBytes(bytes) };
        },
        limits: desk.channels(order.caseId),
        again: (sink) => writePacket({ ...input, sources: sources(), onProgress: undefined }, sink),
        signal,
        report: (stage, done, total) => report(stage, 2 + done / total, 4),
      });
      refuseFailed(checks);
      signal.throwIfAborted();
      report('Storing the packet', 3, 4);
      return {
        caseId: order.caseId,
        createdOn: plan.createdOn,
        draft: plan.draft,
        pageCount: composed.pageCount,
        fileId: composed.fileId,
        index: [...composed.index],
        problems: [...plan.problems],
        checks: [...checks],
        ...logged(redactionLog(plan, vault.cases.get(order.caseId).redactions, composed)),
      };
    },
  );
  report('Done', 4, 4);
  return packet;
}

function logged(log: Packet['redactionLog'] & object): Pick<Packet, 'redactionLog'> {
  return log.length === 0 ? {} : { redactionLog: log };
}

/** True when something stands in the way of a final packet. */
export function isBlocked(plan: PacketPlan): boolean {
  return plan.problems.some((problem) => problem.severity === 'blocks');
}
