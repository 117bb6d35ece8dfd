// What every kind of copy is made from: the version, its file, its plan, and where to put the result.
import { AppError } from '../../../shared/errors.ts';
import type { PacketId } from '../../../shared/ids.ts';
import type { Packet, PacketCopy, PacketPlan } from '../../../shared/model/packet.ts';
import { packetFileName } from '../../../shared/packet/file-name.ts';
import { type OpenedPacket, openPacket } from '../../packet/copies/opened-packet.ts';
import type { BlobReader, BlobSink, NewCopy } from '../../vault/types.ts';
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
  /** Opens the version's file for as long as `work` lasts. Throws file-damaged, vault-blob-missing, vault-blob-damaged. */
  opened<T>(work: (opened: OpenedPacket) => Promise<T>): Promise<T>;
  /** Keeps a finished file. */
  keep(copy: CopyName & CopyFacts, bytes: Uint8Array): Promise<PacketCopy>;
  /**
   * Keeps a file that `write` hands over piece by piece, with what it gives; `inspect` then reads the finished file and tells the rest of it.
   * Nothing is kept when either throws.
   */
  keepWritten<Made>(
    copy: CopyName,
    write: (sink: BlobSink) => Promise<Made>,
    inspect: (made: Made, file: BlobReader) => Promise<CopyFacts>,
  ): Promise<PacketCopy>;
}

/** What is known of a copy before it is made. */
export type CopyName = Pick<NewCopy, 'kind' | 'fileName' | 'mediaType'> & Partial<Pick<NewCopy, 'part' | 'note'>>;
/** What is known once it is made. */
export type CopyFacts = Pick<NewCopy, 'checks'> & Partial<Pick<NewCopy, 'pageCount' | 'note'>>;

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
  const stop = () => {
    if (job.signal.aborted) throw new AppError('cancelled');
  };
  return {
    services,
    packet,
    plan,
    title: plan?.title ?? 'Appeal packet',
    baseName: baseName ?? packetFileName(packet.version, packet.draft).replace(/\.pdf$/, ''),
    fontsDir,
    job,
    opened: (work) => packets.file(packetId).use(async (file) => work(await openPacket(file))),
    keep: (copy, bytes) => {
      stop();
      const about = { note: '', ...copy, createdOn: services.platform.today() };
      return packets.addCopy(packetId, about, (sink) => sink(bytes));
    },
    keepWritten: (copy, write, inspect) => {
      stop();
      const made = Promise.withResolvers<Awaited<ReturnType<typeof write>>>();
      return packets.addCopy(
        packetId,
        { note: '', ...copy, checks: [], createdOn: services.platform.today() },
        async (sink) => made.resolve(await write(sink)),
        async (file) => {
          const facts = await inspect(await made.promise, file);
          stop();
          return facts;
        },
      );
    },
  };
}
