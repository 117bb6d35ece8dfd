// One build of the bench's packet, in a process of its own. Arguments: how, folder of the papers, how many, the file or vault folder.
// compose writes the packet to a file; prepare fills a new vault with the papers; vault builds the packet in it; checked builds and checks it there.
// Prints one line of JSON: { wall, cpu } in seconds, { peak } in MB, { bytes } of the packet.
import { open, readFile } from 'node:fs/promises';
import { type ComposeInput, type PacketFacts, writePacket } from '../../../electron/packet/compose.ts';
import { withoutPictures } from '../../../electron/packet/kept-parts.ts';
import { packetChecks, refuseFailed } from '../../../electron/packet/read-back.ts';
import { createVault, openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
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
  const bytes = await work();
  const cpu = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ wall, cpu: (cpu.user + cpu.system) / 1e6, peak, bytes })}\n`);
}

async function compose(): Promise<number> {
  const numbers = new Map(Array.from({ length: count }, (_, index) => [documentId(index + 1), index + 1]));
  const sources: ComposeInput['sources'] = async (id) => {
    const number = numbers.get(id) ?? 0;
    return { bytes: await readFile(paperPath(dir, number)), format: 'pdf', pages: wordsOf(number) };
  };
  const file = await open(output, 'w');
  const facts = await writePacket({ plan: benchPlan(count), fontsDir: FONTS, sources }, async (bytes) => {
    await file.writeFile(bytes);
  });
  await file.close();
  return facts.byteLength;
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
  const ids: readonly DocumentId[] = vault.documents.list().map(({ id }) => id);
  const plan = benchPlan(count, ids);
  const readers = check ? createCoreReaders() : undefined;
  const sources: ComposeInput['sources'] = async (id) => {
    const { bytes } = await vault.documents.original(id);
    return { bytes, format: 'pdf', pages: vault.documents.full(id).pages };
  };
  await measured(async () => {
    let facts: PacketFacts | undefined;
    const packet = await vault.packets.add(
      plan,
      async (sink) => {
        facts = await writePacket({ plan, fontsDir: FONTS, sources }, sink);
      },
      async (file) => {
        if (facts === undefined) throw new Error('nothing was written');
        const kept = readers === undefined ? undefined : await withoutPictures(file, facts.pictures);
        const seen = kept === undefined ? undefined : await readers?.readBack(kept);
        const checks =
          kept === undefined || seen === undefined
            ? []
            : refuseFailed(packetChecks({ plan, packet: facts, seen, file: kept, uncovered: [] }));
        const { caseId, createdOn, draft } = plan;
        return { caseId, createdOn, draft, pageCount: facts.pageCount, index: [], problems: [], checks: [...checks] };
      },
    );
    return packet.byteLength;
  });
  await readers?.close();
  await vault.close();
}

if (how === 'compose') await measured(compose);
else if (how === 'prepare') await prepare();
else await inVault(how === 'checked');
