// A full disk and a read-only one: a clear error, nothing acknowledged is lost, reading goes on, and with space again everything works.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const disk = join(temporaryFolder(), 'disk');
mkdirSync(disk);
const mount = (...options: readonly string[]) =>
  spawnSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', disk]).status === 0;
const hasDisk = process.platform === 'linux' && mount('-o', 'size=16m');
afterAll(() => void (hasDisk && spawnSync('umount', ['-l', disk])));
if (!hasDisk)
  process.stderr.write(
    '\nNOT CHECKED: no small disk could be mounted (needs Linux and root), so a full and a read-only disk were not tried\n\n',
  );

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: { code: string }) => cause.code,
  );

/** Adds papers until it fails; hands back what was acknowledged and the error. */
async function fillUp(
  vault: Vault,
  size: number,
): Promise<{ readonly added: readonly DocumentId[]; readonly code: string }> {
  const added: DocumentId[] = [];
  for (;;) {
    const outcome = await vault.documents
      .add(paper(`${size}-${added.length}.bin`, randomBytes(size)))
      .catch((cause: { code: string }) => cause.code);
    if (typeof outcome === 'string') return { added, code: outcome };
    added.push(outcome.id);
  }
}

describe.runIf(hasDisk)('a disk', () => {
  const dir = join(disk, 'vault');
  const stuffing = join(disk, 'stuffing');

  it('that is full refuses in words, keeps everything acknowledged, and works again with space', async () => {
    const { vault } = await newVault(dir);
    writeFileSync(stuffing, Buffer.alloc(4 << 20));
    const large = await fillUp(vault, 700_000);
    const small = await fillUp(vault, 1_000);
    expect([large.code, small.code]).toEqual(['vault-disk-full', 'vault-disk-full']);
    const known = [...large.added, ...small.added];
    const [first] = known;
    if (first === undefined) throw new Error('nothing fitted on the disk');
    expect(await codeOf(vault.documents.savePage(first, pageOf(1, 'words '.repeat(20_000)), PICTURE))).toBe(
      'vault-disk-full',
    );
    expect(await codeOf(vault.changePassphrase(PASSPHRASE, 'a different lantern altogether'))).toMatch(
      /^(done|vault-disk-full)$/,
    );
    expect(vault.documents.list().map((document) => document.id)).toEqual(known);
    expect((await vault.documents.original(first)).bytes.length).toBe(700_000);
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);

    rmSync(stuffing);
    await vault.documents.savePage(first, pageOf(1, 'words again'), PICTURE);
    expect(vault.documents.search('again', 5)).toHaveLength(1);
    expect((await vault.verify()).damaged).toEqual([]);
    await vault.close();
  });

  it('that is read-only says so and changes nothing', async () => {
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
    expect(await codeOf(openVault(dir, { passphrase: PASSPHRASE }))).toBe('vault-read-only');
    expect(await codeOf(newVault(join(disk, 'another')))).toBe('vault-read-only');
  });
});
