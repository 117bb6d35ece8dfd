// One file made of the packet in the bench's vault, in a process of its own. Arguments: the vault's folder, the kind of file.
// Prints one line: seconds and MB.
import { createInProcessClient } from '../../../electron/core/client.ts';
import { createCore } from '../../../electron/core/core.ts';
import { nodePlatform } from '../../../electron/hosts/node-platform.ts';
import { packetPagePath } from '../../../shared/contract/assets.ts';
import type { CopyOrder } from '../../../shared/model/copy-order.ts';
import { packetCase } from '../../helpers/packet-fixtures.ts';

const [vaultDir = '', kind = ''] = process.argv.slice(2);
const ORDERS: Readonly<Record<string, CopyOrder>> = {
  volumes: { kind: 'volumes', limitMb: 50 },
  print: { kind: 'print', backs: 'nothing' },
  encrypted: { kind: 'encrypted', password: 'maple Quarry-41 (ember)' },
  smaller: { kind: 'smaller', dpi: 100, quality: 50 },
  fax: { kind: 'fax' },
};

const core = createCore(nodePlatform({ defaultVaultDir: vaultDir }));
const client = createInProcessClient(core);
await client.vault.unlock({ passphrase: 'harbour lantern quiet meadow' });
const [packet] = await client.packets.list({ caseId: packetCase().id });
if (packet === undefined) throw new Error('There is no packet.');
const started = performance.now();
const order = ORDERS[kind];
if (order !== undefined) {
  const { jobId } = await client.copies.make({ packetId: packet.id, order });
  for await (const job of await client.jobs.watch({ id: jobId }))
    if (job.error !== undefined) throw new Error(job.error.sentence);
} else if (kind === 'page') {
  for (const page of [1, 500, 900]) await core.asset(packetPagePath(packet.id, page));
}
const wall = (performance.now() - started) / 1000;
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${wall.toFixed(1)} s, ${peak.toFixed(0)} MB\n`);
await core.close();
