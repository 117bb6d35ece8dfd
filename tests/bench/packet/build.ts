// One build of the bench's packet, in a process of its own. Arguments: how, folder of the papers, how many, the file or vault folder.
// compose writes the packet to a file; prepare fills a new vault with the papers; vault builds the packet in it; checked also has its links, bookmarks and numbers read back.
// Prints one line of JSON: { wall, cpu } in seconds, { main } of cpu those of the main thread, { peak } in MB, { bytes } of the packet.
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PacketFacts, writePacket } from '../../../electron/packet/compose.ts';
import { releaseBytes, type SourceFile } from '../../../electron/packet/exhibit-source.ts';
import { type FinishedBytes, withoutPictures } from '../../../electron/packet/kept-parts.ts';
import { readAhead } from '../../../electron/packet/read-ahead.ts';
import type { Readers } from '../../../electron/readers/types.ts';
import { createVault, openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { PacketCheck, PacketPlan } from '../../../shared/model/packet.ts';
import { checkBookmarks } from '../../../shared/packet/checks/bookmarks.ts';
import { checkLinks } from '../../../shared/packet/checks/links.ts';
import { checkNumbers } from '../../../shared/packet/checks/numbers.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { documentId } from '../../helpers/packet-fixtures.ts';
import { FONTS } from '../../helpers/packet-sources.ts';
import { benchPlan } from './paperwork.ts';
import { createCoreReaders } from './readers.ts';
import { paperPath, wordsOf } from './scans.ts';

const PASSPHRASE = 'harbour lantern quiet meadow';
const [how = '', dir = '', counted = '', output = ''] = process.argv.slice(2);
const count = Number(counted);

/** Builds once; what is done before and after is not counted. */
async function measured(work: () => Promise<number>): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  const alone = process.threadCpuUsage();
  const bytes = await work();
  const cpu = process.cpuUsage(before);
  const main = process.threadCpuUsage(alone);
  const wall = (performance.now() - started) / 1000;
  const peak = await peakMemory();
  const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
  process.stdout.write(`${JSON.stringify({ wall, cpu: seconds(cpu), main: seconds(main), peak, bytes })}\n`);
}

/** MB this process ever had at a time. What the kernel tells when asked for usage is at least what the process had that started this one. */
async function peakMemory(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

async function compose(): Promise<number> {
  const numbers = new Map(Array.from({ length: count }, (_, index) => [documentId(index + 1), index + 1]));
  const paper = async (id: DocumentId): Promise<SourceFile> => {
    const number = numbers.get(id) ?? 0;
    const bytes = await inOnePiece(paperPath(dir, number));
    return { bytes, format: 'pdf', pages: wordsOf(number), release: () => releaseBytes(bytes) };
  };
  const plan = benchPlan(count);
  const file = await open(output, 'w');
  const facts = await writePacket(
    { plan, fontsDir: FONTS, sources: readAhead(plan, paper, () => 0) },
    async (bytes) => {
      for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
    },
  );
  await file.close();
  return facts.byteLength;
}

/** The bytes of a file, read at once: the usual way reads half a megabyte at a time. */
async function inOnePiece(path: string): Promise<Buffer> {
  const file = await open(path);
  const bytes = Buffer.allocUnsafeSlow((await file.stat()).size);
  for (let at = 0; at < bytes.length; ) at += (await file.read(bytes, at, bytes.length - at, at)).bytesRead;
  await file.close();
  return bytes;
}

/** The papers as the app stores them: the file, and each page with its words. */
async function prepare(): Promise<void> {
  const { vault } = await createVault(output, PASSPHRASE, { kdf: KDF_FLOOR });
  const picture = Buffer.from('no picture');
  for (let number = 1; number <= count; number += 1) {
    const bytes = await readFile(paperPath(dir, number));
    const fileName = `paper-${number}.pdf`;
    const { id } = await vault.documents.add({ fileName, format: 'pdf', mediaType: 'application/pdf', bytes });
    for (const page of wordsOf(number)) await vault.documents.savePage(id, page, picture);
  }
  await vault.close();
}

async function inVault(check: boolean): Promise<void> {
  const vault = await openVault(output, { passphrase: PASSPHRASE });
  const sizes = new Map(vault.documents.list().map(({ id, byteLength }) => [id, byteLength]));
  const ids: readonly DocumentId[] = [...sizes.keys()];
  const plan = benchPlan(count, ids);
  const readers = check ? createCoreReaders(join(FONTS, '..')) : undefined;
  const paper = async (id: DocumentId): Promise<SourceFile> => {
    const { bytes } = await vault.documents.original(id);
    const { pages } = vault.documents.full(id);
    return { bytes, format: 'pdf', pages, release: () => releaseBytes(bytes) };
  };
  await measured(async () => {
    let facts: PacketFacts | undefined;
    const packet = await vault.packets.add(
      plan,
      async (sink) => {
        facts = await writePacket(
          { plan, fontsDir: FONTS, sources: readAhead(plan, paper, (id) => sizes.get(id)) },
          sink,
        );
      },
      async (file) => {
        if (facts === undefined) throw new Error('nothing was written');
        const checks = readers === undefined ? [] : await checked(plan, facts, file, readers);
        const { caseId, createdOn, draft } = plan;
        return { caseId, createdOn, draft, pageCount: facts.pageCount, index: [], problems: [], checks };
      },
    );
    return packet.byteLength;
  });
  await readers?.close();
  await vault.close();
}

/** The checks that read every page: what a reader process finds agrees with what was laid. */
async function checked(
  plan: PacketPlan,
  facts: PacketFacts,
  file: FinishedBytes,
  readers: Readers,
): Promise<PacketCheck[]> {
  const kept = await withoutPictures(file, facts.pictures);
  const stamps = facts.looks.map(({ stamp }) => stamp);
  const seen = await readers.structure(kept, stamps);
  const checks = [checkLinks(plan, facts, seen), checkBookmarks(facts, seen), checkNumbers(plan, facts, seen)];
  if (checks.some(({ state }) => state !== 'passed')) throw new Error(JSON.stringify(checks));
  return checks;
}

if (how === 'compose') await measured(compose);
else if (how === 'prepare') await prepare();
else await inVault(how === 'checked');
