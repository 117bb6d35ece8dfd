// A disk of 24 MB that is full, or nearly, at every step of a vault's life: a clear error, nothing acknowledged lost, and the vault opens, is read
// and locks without any room.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { outcomeOf } from '../../helpers/power/promises.ts';
import { NEXT_PASSPHRASE, PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const disk = join(temporaryFolder(), 'disk');
mkdirSync(disk);
const hasDisk =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).status === 0;
afterAll(() => void (hasDisk && spawnSync('umount', ['-l', disk])));
if (!hasDisk)
  process.stderr.write(
    '\nNOT CHECKED: no small disk could be mounted (needs Linux and root) to fill at every step\n\n',
  );

const stuffing = join(disk, 'stuffing');

/** Fills what room the disk has but for so many bytes. */
function fillUp(free: number): void {
  const { bavail, bsize } = statfsSync(disk);
  mkdirSync(stuffing, { recursive: true });
  writeFileSync(join(stuffing, randomBytes(8).toString('hex')), Buffer.alloc(Math.max(0, bavail * bsize - free)));
}
const makeRoom = () => rmSync(stuffing, { recursive: true, force: true });

describe.runIf(hasDisk)('a disk', () => {
  const dir = join(disk, 'vault');
  let words: readonly string[] = [];
  let vault: Vault;
  let earlier: DocumentId;
  beforeAll(async () => {
    const made = await newVault(dir);
    words = made.recoveryWords;
    vault = made.vault;
    earlier = (await vault.documents.add(paper('earlier.bin', randomBytes(700_000)))).id;
  });

  const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
    import: () => vault.documents.add(paper('next.bin', randomBytes(200_000))),
    page: () => vault.documents.savePage(earlier, pageOf(1, 'words '.repeat(5_000)), PICTURE),
    note: async () => vault.documents.setNote(earlier, 'a note '.repeat(3_000)),
    backup: () => vault.backup(join(disk, `${randomBytes(4).toString('hex')}.vaultbak`)),
    words: async () => vault.recoveryWords.renew(PASSPHRASE),
    passphrase: () => vault.changePassphrase(PASSPHRASE, NEXT_PASSPHRASE),
    'passphrase back': () => vault.changePassphrase(NEXT_PASSPHRASE, PASSPHRASE),
  };

  for (const [name, step] of Object.entries(STEPS))
    it.each([0, 40_000])(`full at “${name}” with %i bytes left says so, and with room it works`, async (free) => {
      if (name.startsWith('passphrase') && free > 0) return;
      fillUp(free);
      const outcome = await outcomeOf(step());
      expect(outcome).toMatch(/^(done|vault-disk-full|backup-disk-full)$/);
      expect((await vault.documents.original(earlier)).bytes.length).toBe(700_000);
      makeRoom();
      if (outcome !== 'done') expect(await outcomeOf(step())).toBe('done');
      expect((await vault.verify()).damaged).toEqual([]);
    });

  it('without any room locks, opens, is read, and locks again', async () => {
    const known = vault.documents.list().map(({ id }) => id);
    fillUp(0);
    expect(await outcomeOf(vault.close())).toBe('done');
    fillUp(0);
    const again = await openVault(dir, { words });
    expect(again.documents.list().map(({ id }) => id)).toEqual(known);
    expect((await again.documents.original(earlier)).bytes.length).toBe(700_000);
    await again.close();
    makeRoom();
    const last = await openVault(dir, { passphrase: PASSPHRASE });
    expect((await last.verify()).damaged).toEqual([]);
    await last.close();
  });
});
