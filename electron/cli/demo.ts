// `demo`: the sample case from its scans to a packet, start to end, in a throw-away vault.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { CaseView } from '../../shared/model/case.ts';
import type { DocumentSummary } from '../../shared/model/document.ts';
import type { Packet } from '../../shared/model/packet.ts';
import { printLine, sayLine } from './output.ts';
import { buildAndWrite } from './packet.ts';
import { errorOfJob, followJob, withCore } from './session.ts';

/** Implements `demo [OUT]`. The vault is encrypted like any other and removed at the end; only the packet stays. */
export async function demoCommand(out: string): Promise<void> {
  const startedAt = performance.now();
  const dir = await mkdtemp(join(tmpdir(), 'appeal-vault-demo-'));
  try {
    await withCore(join(dir, 'vault'), async (session) => {
      sayLine('Making a throw-away vault');
      await session.client.vault.create({ passphrase: randomBytes(24).toString('base64') });
      const { jobId } = await session.client.sample.load({});
      const job = await followJob(session, jobId);
      if (job.state !== 'done' || job.result?.caseId === undefined)
        throw job.state === 'done' ? new AppError('not-a-denial') : errorOfJob(job);
      const view = await session.client.cases.get({ id: job.result.caseId });
      printRead(await session.client.documents.list({}), view);
      const packet = await buildAndWrite(session, { caseId: view.case.id, out, draft: false });
      printPacket(out, packet, performance.now() - startedAt);
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function printRead(documents: readonly DocumentSummary[], { case: value, deadlines, gaps }: CaseView): void {
  const pages = documents.reduce((sum, { pageCount }) => sum + pageCount, 0);
  printLine(`Read ${documents.length} papers, ${pages} pages:`);
  for (const { kind, pageCount, title } of documents) printLine(`  ${kind.padEnd(27)} ${pageCount} p.  ${title}`);
  printLine(`Case: ${value.title}`);
  for (const { reason, source } of value.grounds)
    printLine(
      `  Reason: ${reason}${source === undefined ? '' : `, page ${source.proof.pageNumber}: “${source.proof.quote}”`}`,
    );
  for (const { what, latest, target, citation } of deadlines)
    printLine(
      `  Deadline: ${what}: ${latest ?? 'not known'}${target === undefined ? '' : `, aim for ${target}`} (${citation})`,
    );
  const missing = gaps.filter(({ state }) => state === 'missing').length;
  printLine(
    `  Evidence linked: ${value.evidence.filter(({ state }) => state !== 'rejected').length} pages; still missing: ${missing} items of the checklists`,
  );
}

function printPacket(out: string, packet: Packet, ms: number): void {
  printLine(
    `Packet: ${out}, ${packet.pageCount} pages, ${(packet.byteLength / 1024 / 1024).toFixed(1)} MB${packet.draft ? ', marked as a draft' : ''}`,
  );
  for (const { label, title, fromStamp, toStamp } of packet.index)
    printLine(`  Exhibit ${label}  ${fromStamp}–${toStamp}  ${title}`);
  printLine(`Done in ${Math.round(ms / 1000)} s.`);
}
