// Other files of a packet at the command line: volumes, fax copy, print set, manifest; written beside the packet and named after it.
import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { copyPath } from '../../shared/contract/assets.ts';
import { AppError } from '../../shared/errors.ts';
import { BaseName, type CopyOrder, type ManifestFormat } from '../../shared/model/copy-order.ts';
import type { Packet, PacketCopy } from '../../shared/model/packet.ts';
import { MEGABYTE } from '../../shared/packet/volumes.ts';
import { sayLine } from './output.ts';
import { type CommandSession, errorOfJob, followJob } from './session.ts';

export interface CopyOptions {
  readonly out: string;
  readonly sizeLimit?: string;
  /** Pages of one transmission, or true for one transmission of all. */
  readonly fax?: string | true;
  readonly print?: boolean;
  readonly manifest?: string;
}

/** A file that was written beside the packet. */
export interface WrittenCopy
  extends Pick<PacketCopy, 'kind' | 'byteLength' | 'sha256' | 'pageCount' | 'part' | 'note'> {
  readonly file: string;
}

/** The orders the options stand for; the manifest last, so that it lists the others. Throws wrong-usage before anything is built. */
export function copyOrders(options: CopyOptions): readonly CopyOrder[] {
  const orders: readonly CopyOrder[] = [
    ...(options.sizeLimit === undefined
      ? []
      : [{ kind: 'volumes', limitMb: numberIn(options.sizeLimit, 0.2, 10_000, '--size-limit') } as const]),
    ...(options.fax === undefined ? [] : [faxOrder(options.fax)]),
    ...(options.print === true ? [{ kind: 'print', backs: 'nothing' } as const] : []),
    ...(options.manifest === undefined
      ? []
      : [{ kind: 'manifest', format: manifestFormat(options.manifest) } as const]),
  ];
  if (orders.length > 0) baseNameOf(options.out);
  return orders;
}

/** Makes the files of a built packet and writes them. Throws what making them throws, and output-exists. */
export async function writeCopies(
  session: CommandSession,
  packet: Packet,
  orders: readonly CopyOrder[],
  options: CopyOptions,
): Promise<readonly WrittenCopy[]> {
  const written: WrittenCopy[] = [];
  for (const order of orders) {
    if (order.kind === 'volumes' && packet.byteLength <= order.limitMb * MEGABYTE) {
      sayLine(`The packet is below ${order.limitMb} MB: it goes in one file.`);
      continue;
    }
    const { jobId } = await session.client.copies.make({
      packetId: packet.id,
      order,
      baseName: baseNameOf(options.out),
    });
    const job = await followJob(session, jobId);
    if (job.state !== 'done') throw errorOfJob(job);
    const all = await session.client.copies.list({ packetId: packet.id });
    for (const copy of all.filter(({ id }) => job.result?.copyIds?.includes(id))) {
      const asked = copy.kind === 'manifest' ? options.manifest : undefined;
      const file = asked ?? join(dirname(options.out), copy.fileName);
      const { bytes } = await session.core.asset(copyPath(copy.id));
      await writeFile(resolve(file), bytes).catch((cause: unknown) => {
        throw new AppError('output-exists', { cause });
      });
      const { kind, byteLength, sha256, pageCount, part, note } = copy;
      written.push({ file, kind, byteLength, sha256, pageCount, part, note });
    }
  }
  return written;
}

function faxOrder(pages: string | true): CopyOrder {
  if (pages === true) return { kind: 'fax' };
  return { kind: 'fax', pagesPerTransmission: numberIn(pages, 2, 2000, '--fax') };
}

function manifestFormat(file: string): ManifestFormat {
  const formats: Readonly<Record<string, ManifestFormat>> = {
    '.json': 'json',
    '.csv': 'csv',
    '.pdf': 'pdf',
    '.txt': 'sums',
  };
  const format = formats[extname(file).toLowerCase()];
  if (format === undefined)
    throw wrongUsage('Name the manifest .json, .csv, .pdf, or .txt for a list that sha256sum --check reads.');
  return format;
}

/** The packet's own name without its ending; the names of the other files begin with it, and links between them hold it. */
function baseNameOf(out: string): string {
  const name = BaseName.safeParse(basename(out).replace(/\.pdf$/, ''));
  if (!name.success || extname(out) !== '.pdf')
    throw wrongUsage('With further files, give --out a name of letters, digits, dots and hyphens that ends in .pdf.');
  return name.data;
}

function numberIn(text: string, least: number, most: number, option: string): number {
  const value = Number(text);
  if (!(value >= least && value <= most)) throw wrongUsage(`Give ${option} a number from ${least} to ${most}.`);
  return value;
}

function wrongUsage(hint: string): AppError {
  return new AppError('wrong-usage', { details: { hint } });
}
