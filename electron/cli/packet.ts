// `packet`: builds a packet and writes it.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { packetPath } from '../../shared/contract/assets.ts';
import { AppError } from '../../shared/errors.ts';
import { CaseId } from '../../shared/ids.ts';
import type { Packet } from '../../shared/model/packet.ts';
import { PacketPreset } from '../../shared/model/packet-setup.ts';
import { printJson, printLine, sayLine } from './output.ts';
import { type CopyOptions, copyOrders, writeCopies } from './packet-copies.ts';
import { type CommandSession, errorOfJob, followJob, type PassphraseOptions, withVault } from './session.ts';

type Options = PassphraseOptions &
  CopyOptions & {
    readonly json?: boolean;
    readonly case: string;
    readonly draft?: boolean;
    readonly bates?: string;
    readonly preset?: string;
  };

/** Implements `packet DIR --case ID --out FILE`; further files are written beside it. */
export async function packetCommand(dir: string, options: Options): Promise<void> {
  const caseId = CaseId.safeParse(options.case).data;
  if (caseId === undefined) throw new AppError('case-not-found');
  const orders = copyOrders(options);
  const preset = presetOf(options.preset);
  await withVault(dir, options, async (session) => {
    if (preset !== undefined) await session.client.packets.choosePreset({ caseId, preset });
    const packet = await buildAndWrite(session, {
      caseId,
      out: options.out,
      draft: options.draft ?? false,
      batesPrefix: options.bates,
    });
    const files = await writeCopies(session, packet, orders, options);
    if (options.json) return printJson(orders.length === 0 ? packet : { ...packet, files });
    printLine(
      `${options.out}: ${packet.pageCount} pages${packet.draft ? ', marked as a draft' : ''}, SHA-256 ${packet.sha256}`,
    );
    for (const { file, pageCount, sha256, note } of files) {
      printLine(`${file}: ${pageCount === undefined ? '' : `${pageCount} pages, `}SHA-256 ${sha256}`);
      if (note !== '') sayLine(`Note: ${file}: ${note}`);
    }
  });
}

/** Throws wrong-usage for a preset there isn't. */
function presetOf(name: string | undefined): PacketPreset | undefined {
  if (name === undefined) return undefined;
  const preset = PacketPreset.safeParse(name).data;
  if (preset === undefined)
    throw new AppError('wrong-usage', {
      details: { hint: `Give --preset one of: ${PacketPreset.options.join(', ')}.` },
    });
  return preset;
}

/** Builds a version, says what still stands open, and writes the PDF. Throws packet-blocked, output-exists. */
export async function buildAndWrite(
  session: CommandSession,
  order: {
    readonly caseId: CaseId;
    readonly out: string;
    readonly draft: boolean;
    readonly batesPrefix?: string | undefined;
  },
): Promise<Packet> {
  const { caseId, draft, batesPrefix } = order;
  const { problems } = await session.client.packets.preflight({ caseId });
  for (const { severity, sentence } of problems) sayLine(`${severity === 'blocks' ? 'Open: ' : 'Note: '}${sentence}`);
  const { jobId } = await session.client.packets.build({
    caseId,
    draft,
    ...(batesPrefix === undefined ? {} : { batesPrefix }),
  });
  const job = await followJob(session, jobId);
  if (job.state !== 'done') throw errorOfJob(job);
  const packet = (await session.client.packets.list({ caseId })).find(({ id }) => id === job.result?.packetId);
  if (packet === undefined) throw new AppError('packet-not-found');
  const { bytes } = await session.core.asset(packetPath(packet.id));
  await writeFile(resolve(order.out), bytes).catch((cause) => {
    throw new AppError('output-exists', { cause });
  });
  return packet;
}
