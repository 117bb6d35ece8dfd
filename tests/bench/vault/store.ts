// Stores files in a new vault as an import does, and tells the time: node store.ts VAULT FILE… → JSON. Reading for their meaning is not part of it.
import { basename } from 'node:path';
import { loadFile } from '../../../electron/core/files.ts';
import { storeFiles } from '../../../electron/intake/store-files.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';

const [dir = '', ...files] = process.argv.slice(2);
const { vault } = await createVault(dir, 'harbour lantern quiet meadow', { kdf: KDF_FLOOR });
const [cpu, start] = [process.cpuUsage(), performance.now()];
const taken = await storeFiles(
  files.map((path) => ({ fileName: basename(path), load: (room) => loadFile(path, room) })),
  {
    vault,
    readers: {
      sniff: () => ({ format: 'pdf', mediaType: 'application/pdf' }),
      enclosed: () => Promise.reject(new Error('no mails, no ZIP files')),
    },
    signal: new AbortController().signal,
  },
);
const wall = (performance.now() - start) / 1000;
if (!taken.every((one) => 'id' in one)) throw new Error('not all files were stored');
const { user, system } = process.cpuUsage(cpu);
await vault.close();
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1e6, peak }));
