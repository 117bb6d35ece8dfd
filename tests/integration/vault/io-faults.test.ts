// One fault of the disk at a time while a vault is opened, filled, backed up and locked: it is said in words, nothing acknowledged is lost, and
// the vault opens and locks again. Some of them; tests/hard/io-faults.test.ts has all.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { backUpWithBadPlace, meetFault, possibleFaults } from '../../helpers/power/faults.ts';
import { type Ground, layGround } from '../../helpers/power/scenarios.ts';
import { hasStrace } from '../../helpers/power/strace.ts';
import { temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
if (!hasStrace) process.stderr.write('\nNOT CHECKED: strace is missing, so no faults of the disk were tried\n\n');

describe.runIf(hasStrace)('a fault of the disk', () => {
  let ground: Ground;
  beforeAll(async () => {
    mkdirSync(join(root, 'ground'));
    ground = await layGround(join(root, 'ground'));
  });

  it('is said in words and loses nothing, whether it hits an fsync, a write or a read', async () => {
    const faults = await possibleFaults(ground, root, { ofReads: false });
    // The last of each kind: in the change of the passphrase, and while locking.
    const lastOf = (call: string) => faults.findLast((fault) => fault.call === call);
    const chosen = ['fsync', 'pwrite64', 'pread64'].flatMap((call) => lastOf(call) ?? []);
    const reports = await Promise.all(chosen.map((fault) => meetFault(ground, fault, root)));
    expect(reports).toHaveLength(3);
    expect(reports.filter(({ hit }) => hit !== undefined).length).toBeGreaterThan(0);
  });

  it('that makes a stored file unreadable keeps neither the rest from being backed up nor the file from being named', async () => {
    const blobs = join(ground.path, 'vault', 'blobs');
    const [bad = ''] = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.age'),
    );
    const { said, root: at, complaint } = await backUpWithBadPlace(ground, join('blobs', bad), root);
    expect(complaint).toBe('');
    expect(said).toEqual(['open', 'backup one.vaultbak', 'backup two.vaultbak', 'closed']);
    const restored = await restoreBackup(join(at, 'places', 'two.vaultbak'), join(root, 'restored'), {
      words: ground.words,
    });
    expect(restored).toMatchObject({ files: 2, unsound: 1 });
    const vault = await openVault(join(root, 'restored'), { words: ground.words });
    expect((await vault.verify()).damaged).toEqual([expect.objectContaining({ code: 'vault-blob-damaged' })]);
    await vault.close();
  });
});
