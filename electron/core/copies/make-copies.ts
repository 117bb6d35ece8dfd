// Makes the files of an order from a built version: composed, checked, kept. The version itself never changes.
import { join } from 'node:path';
import type { PacketId } from '../../../shared/ids.ts';
import type { CopyOrder } from '../../../shared/model/copy-order.ts';
import type { PacketCopy } from '../../../shared/model/packet.ts';
import type { JobContext } from '../jobs.ts';
import type { Services } from '../services.ts';
import { type CopyContext, copyContext } from './copy-context.ts';
import { makeEncrypted, makePrintSet, makeSmaller } from './make-changed.ts';
import { makeFax } from './make-fax.ts';
import { makeLetter, makeManifest } from './make-papers.ts';
import { makeVolumes } from './make-volumes.ts';

export interface CopiesOrder {
  readonly packetId: PacketId;
  readonly order: CopyOrder;
  readonly baseName?: string | undefined;
}

/**
 * Makes and keeps the files of an order, in order. Throws packet-not-found, cancelled, copy-check-failed, copy-is-draft, pdf-password-weak,
 * volume-page-too-large, volumes-too-many. What was kept before a failure is taken away again.
 */
export async function makeCopies(
  { packetId, order, baseName }: CopiesOrder,
  services: Services,
  job: JobContext,
): Promise<readonly PacketCopy[]> {
  const kept: PacketCopy[] = [];
  const context = copyContext(services, packetId, baseName, join(services.platform.resourcesDir, 'fonts'), job);
  const noted = (made: PacketCopy) => {
    kept.push(made);
    return made;
  };
  const remembering: CopyContext = {
    ...context,
    keep: async (copy, bytes) => noted(await context.keep(copy, bytes)),
    keepWritten: async (copy, write, inspect) => noted(await context.keepWritten(copy, write, inspect)),
  };
  try {
    await make(order, remembering);
    return kept;
  } catch (cause) {
    await services.session.vault().packets.removeCopies(kept.map(({ id }) => id));
    throw cause;
  }
}

function make(order: CopyOrder, context: CopyContext): Promise<void> {
  switch (order.kind) {
    case 'volumes':
      return makeVolumes(order.limitMb, context);
    case 'fax':
      return makeFax(order.pagesPerTransmission, context);
    case 'print':
      return makePrintSet(order.backs, context);
    case 'smaller':
      return makeSmaller(order, context);
    case 'encrypted':
      return makeEncrypted(order.password, context);
    case 'letter-docx':
      return makeLetter(context);
    case 'manifest':
      return makeManifest(order.format, context);
  }
}
