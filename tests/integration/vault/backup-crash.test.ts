// Killed at any moment of a backup or a restore, and on a full or read-only disk: the vault, earlier backups and finished restores stay whole.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { isVault, openVault } from '../../../electron/vault/vault.ts';
import { PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const ROUNDS = 5;
const root = temporaryFolder();
const child = fileURLToPath(new URL('./children/backup-until-killed.ts', import.meta.url));

/** Runs the child and kills it at a random moment; hands back what it acknowledged. */
async function runAndKill(args: readonly string[]): Promise<readonly string[]> {
  const process_ = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => process_.once('close', () => resolve()));
  const opened = Promise.withResolvers<void>();
  let output = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.includes('open')) opened.resolve();
  });
  await Promise.race([opened.promise, ended]);
  // The moment of the kill is the random input of this test, nothing waits for anything here.
  await after(randomInt(0, 250));
  process_.kill('SIGKILL');
  await ended;
  return output.split('\n').flatMap((line) => (line.startsWith('done ') ? [line.slice(5)] : []));
}

async function filledVault(dir: string, megabytes: number) {
  const made = await newVault(dir);
  for (let index = 0; index < 4; index += 1) {
    const document = await made.vault.documents.add(paper(`${index}.bin`, randomBytes((megabytes << 20) / 4)));
    await made.vault.documents.savePage(document.id, pageOf(1, `marmalade ${index}`), PICTURE);
  }
  return made;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: { code: string }) => cause.code,
  );

describe('killed', () => {
  it(`${ROUNDS} times each while backing up and while restoring: what has its name is whole, and the rest is nothing`, async () => {
    const dir = join(root, 'vault');
    const places = join(root, 'places');
    const targets = join(root, 'targets');
    for (const folder of [places, targets]) mkdirSync(folder);
    const { vault, recoveryWords } = await filledVault(dir, 3);
    const words = recoveryWords.join(' ');
    const first = join(root, 'first.vaultbak');
    await vault.backup(first);
    await vault.close();

    const acknowledged = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const path of await runAndKill(['backup', dir, places, String(round)])) acknowledged.add(path);
    const again = await openVault(dir, { words: recoveryWords });
    expect((await again.verify()).damaged).toEqual([]);
    expect(again.inventory).toEqual({ orphans: [], missing: [] });
    // The next backup takes away what the last kill left; every name that is there is that of a whole backup.
    await again.backup(join(places, 'last.vaultbak'));
    await again.close();
    const names = readdirSync(places);
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    for (const path of acknowledged) expect(existsSync(path)).toBe(true);
    for (const name of names) {
      const at = join(root, 'try');
      expect(await restoreBackup(join(places, name), at, { words: recoveryWords })).toMatchObject({ files: 8 });
      rmSync(at, { recursive: true });
    }

    const restored = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const at of await runAndKill(['restore', first, targets, String(round), words])) restored.add(at);
    for (const name of readdirSync(targets)) {
      const at = join(targets, name);
      // One that was cut off is no vault, and the restore can be repeated there.
      if (!isVault(at)) await restoreBackup(first, at, { words: recoveryWords });
      const opened = await openVault(at, { words: recoveryWords });
      expect((await opened.verify()).damaged).toEqual([]);
      expect(opened.documents.list()).toHaveLength(4);
      await opened.close();
      restored.delete(at);
    }
    expect(restored.size).toBe(0);
  }, 300_000);
});

const disk = join(temporaryFolder(), 'disk');
mkdirSync(disk);
const hasDisk =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;
afterAll(() => void (hasDisk && spawnSync('umount', ['-l', disk])));
if (!hasDisk)
  process.stderr.write('\nNOT CHECKED: no small disk could be mounted (needs Linux and root) to back up to\n\n');

describe.runIf(hasDisk)('a disk', () => {
  it('that is full or read-only refuses in words; the earlier backup and the vault are as they were', async () => {
    const { vault, recoveryWords } = await filledVault(join(root, 'for-the-disk'), 3);
    const first = join(disk, 'first.vaultbak');
    await vault.backup(first);
    expect(await codeOf(vault.backup(join(disk, 'second.vaultbak')))).toBe('backup-disk-full');
    expect(readdirSync(disk)).toEqual(['first.vaultbak']);
    expect(await codeOf(restoreBackup(first, join(disk, 'restored'), { words: recoveryWords }))).toBe(
      'vault-disk-full',
    );
    expect(readdirSync(disk)).toEqual(['first.vaultbak']);
    expect(vault.lastBackup()?.path).toBe(first);

    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
    expect(await codeOf(vault.backup(join(disk, 'third.vaultbak')))).toBe('backup-unwritable');
    expect((await vault.verify()).damaged).toEqual([]);
    await vault.close();
    expect(await restoreBackup(first, join(root, 'from-the-disk'), { words: recoveryWords })).toMatchObject({
      files: 8,
    });
  });

  it('of the vault that has no room for the copy of the database says so', async () => {
    expect(spawnSync('mount', ['-o', 'remount,rw', disk]).status).toBe(0);
    rmSync(join(disk, 'first.vaultbak'));
    const { vault } = await newVault(join(disk, 'vault'));
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'more')}`, 'bs=4k'], { stdio: 'ignore' });
    expect(await codeOf(vault.backup(join(root, 'never.vaultbak')))).toBe('vault-disk-full');
    expect(existsSync(join(root, 'never.vaultbak'))).toBe(false);
    rmSync(join(disk, 'more'), { force: true });
    await vault.backup(join(root, 'with-room.vaultbak'));
    await vault.close();
  });
});
