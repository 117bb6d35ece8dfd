// One build of the bench's packet, in a process of its own. Arguments: compose|vault, folder of the papers, how many, the file or folder to write.
// Prints one line of JSON: { wall, cpu } in seconds, { peak } in MB, { bytes } of the packet.
import { open, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writePacket } from '../../../electron/packet/compose.ts';
import { documentId } from '../../helpers/packet-fixtures.ts';
import { benchPlan } from './paperwork.ts';
import { paperPath, wordsOf } from './scans.ts';

const [how = '', dir = '', count = '', output = ''] = process.argv.slice(2);
const fontsDir = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));
const plan = benchPlan(Number(count));
const numbers = new Map(Array.from({ length: Number(count) }, (_, index) => [documentId(index + 1), index + 1]));

async function compose(): Promise<number> {
  const file = await open(output, 'w');
  const facts = await writePacket(
    {
      plan,
      fontsDir,
      sources: async (id) => {
        const number = numbers.get(id) ?? 0;
        return { bytes: await readFile(paperPath(dir, number)), format: 'pdf', pages: wordsOf(number) };
      },
    },
    async (bytes) => {
      await file.write(bytes);
    },
  );
  await file.close();
  return facts.byteLength;
}

const started = performance.now();
const before = process.cpuUsage();
const bytes = await compose();
const cpu = process.cpuUsage(before);
console.log(
  JSON.stringify({
    wall: (performance.now() - started) / 1000,
    cpu: (cpu.user + cpu.system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    bytes,
  }),
);
