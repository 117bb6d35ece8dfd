// What every kind of copy is made from: the version, its file, its plan, and where to put the result.
import { AppError } from '../../../shared/errors.ts';
import type { PacketId } from '../../../shared/ids.ts';
import type { Packet, PacketCopy, PacketPlan } from '../../../shared/model/packet.ts';
import { packetFileName } from '../../../shared/packet/file-name.ts';
import type { NewCopy } from '../../vault/types.ts';
import type { JobContext } from '../jobs.ts';
import type { Services } from '../services.ts';

export interface CopyContext {
  readonly services: Services;
  readonly packet: Packet;
  /** The packet's title as readers show it. */
  readonly title: string;
  /** Beginning of the names of the files. */
  readonly baseName: string;
  readonly fontsDir: string;
  readonly job: JobContext;
  /** Missing for versions of before plans were kept. */
  readonly plan: PacketPlan | undefined;
  /** The version's file, read once. */
  bytes(): Promise<Uint8Array>;
  /** Keeps a finished file. */
  keep(copy: Omit<NewCopy, 'createdOn'>, bytes: Uint8Array): Promise<PacketCopy>;
}

/** The context of an order about a version. Throws packet-not-found. */
export function copyContext(
  services: Services,
  packetId: PacketId,
  baseName: string | undefined,
  fontsDir: string,
  job: JobContext,
): CopyContext {
  const { packets } = services.session.vault();
  const packet = packets.get(packetId);
  const plan = packets.plan(packetId);
  let loaded: Promise<Uint8Array> | undefined;
  return {
    services,
    packet,
    plan,
    title: plan?.title ?? 'Appeal packet',
    baseName: baseName ?? packetFileName(packet.version, packet.draft).replace(/\.pdf$/, ''),
    fontsDir,
    job,
    bytes: () => (loaded ??= packets.pdf(packetId)),
    keep: (copy, bytes) => {
      if (job.signal.aborted) throw new AppError('cancelled');
      return packets.addCopy(packetId, { ...copy, createdOn: services.platform.today() }, (sink) => sink(bytes));
    },
  };
}
