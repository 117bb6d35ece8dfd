// Stores files in a new vault as an import does, and tells the time: node store.ts VAULT FILE… → JSON. Reading for their meaning is not part of it.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';

const [dir = '', ...files] = process.argv.slice(2);
const { vault } = await createVault(dir, 'harbour lantern quiet meadow', { kdf: KDF_FLOOR });
const [cpu, start] = [process.cpuUsage(), performance.now()];
for (const file of files) {
  const bytes = await readFile(file);
  if (vault.documents.findDuplicate(bytes) !== undefined) throw new Error('the files are not all different');
  await vault.documents.add({ fileName: basename(file), format: 'pdf', mediaType: 'application/pdf', bytes });
}
const wall = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
await vault.close();
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1e6, peak }));
