// `backup`, `restore` and `backup-key` as a person at a terminal uses them; and the documented way with nothing but age and tar.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault, recoverVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { runCli } from '../../helpers/cli.ts';

const root = mkdtempSync(join(tmpdir(), 'appeal-vault-cli-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (...names: readonly string[]) => join(root, ...names);
const secret = ['--passphrase-file', at('passphrase')];
const PASSPHRASE = 'harbour lantern quiet meadow';
const letter = 'Dear member, we denied the claim for the marmalade inhaler.\n';
let words = '';

beforeAll(async () => {
  writeFileSync(at('passphrase'), `${PASSPHRASE}\n`);
  writeFileSync(at('letter.txt'), letter);
  const made = await runCli(['init', at('vault'), ...secret, '--json']);
  words = (JSON.parse(made.stdout) as { recoveryWords: string[] }).recoveryWords.join(' ');
  writeFileSync(at('words'), `${words}\n`);
  // From here on it opens quickly: what a passphrase costs was measured for it, and each command would pay it.
  const quick = await recoverVault(at('vault'), words.split(' '), PASSPHRASE, async () => KDF_FLOOR);
  await quick.close();
  expect((await runCli(['import', at('vault'), at('letter.txt'), ...secret])).code).toBe(0);
});

describe('backup and restore', () => {
  it('say what they did, in words or as JSON, and give the paper back', async () => {
    const backup = await runCli(['backup', at('vault'), at('one.vaultbak'), ...secret, '--json']);
    expect(backup).toMatchObject({ code: 0 });
    expect(JSON.parse(backup.stdout)).toMatchObject({ path: at('one.vaultbak'), files: 2, unsound: 0 });
    const restore = await runCli(['restore', at('one.vaultbak'), at('again'), '--words-file', at('words')]);
    expect(restore).toMatchObject({ code: 0 });
    expect(restore.stdout).toMatch(/restored as it was on .*, 2 stored files/);

    const list = JSON.parse((await runCli(['list', at('again'), ...secret, '--json'])).stdout) as { id: string }[];
    const id = list[0]?.id ?? '';
    expect((await runCli(['export', at('again'), id, at('letter-again.txt'), ...secret])).code).toBe(0);
    expect(readFileSync(at('letter-again.txt'), 'utf8')).toBe(letter);
    expect((await runCli(['verify', at('again'), ...secret])).code).toBe(0);
  });

  it('fail with one sentence, and leave everything as it was', async () => {
    const taken = await runCli(['backup', at('vault'), at('letter.txt'), ...secret]);
    expect(taken).toMatchObject({ code: 1, stdout: '' });
    expect(taken.stderr).toContain('never written over another file');
    expect(readFileSync(at('letter.txt'), 'utf8')).toBe(letter);
    const wrong = await runCli(['restore', at('letter.txt'), at('nowhere'), ...secret]);
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('not a backup');
    expect((await runCli(['restore', at('one.vaultbak')])).code).toBe(2);
    expect(readdirSync(root)).not.toContain('nowhere');
  });
});

describe('without the app', () => {
  it('the key of the backup and age give a folder that is the vault, as FORMAT.md says', async () => {
    const key = await runCli(['backup-key', at('one.vaultbak'), '--words-file', at('words')]);
    expect(key.code).toBe(0);
    writeFileSync(at('key.txt'), key.stdout);
    // tail -n +5 FILE > inner.age
    writeFileSync(at('inner.age'), execFileSync('tail', ['-n', '+5', at('one.vaultbak')], { maxBuffer: 1 << 28 }));
    const hasAge = spawnSync('age', ['--version']).status === 0;
    if (hasAge) execFileSync('age', ['-d', '-i', at('key.txt'), '-o', at('inner.tar'), at('inner.age')]);
    else {
      process.stderr.write(
        '\nNOT CHECKED with the age program (it is not installed): its library was used instead\n\n',
      );
      const decrypter = new Decrypter();
      decrypter.addIdentity(key.stdout.trim());
      writeFileSync(at('inner.tar'), await decrypter.decrypt(readFileSync(at('inner.age'))));
    }
    execFileSync('mkdir', [at('by-hand')]);
    execFileSync('tar', ['-xf', at('inner.tar'), '-C', at('by-hand')]);

    const manifest = JSON.parse(readFileSync(at('by-hand', 'manifest.json'), 'utf8')) as {
      members: { name: string; sha256: string }[];
    };
    for (const { name, sha256 } of manifest.members)
      expect(
        createHash('sha256')
          .update(readFileSync(at('by-hand', name)))
          .digest('hex'),
      ).toBe(sha256);
    const vault = await openVault(at('by-hand'), { words: words.split(' ') });
    expect((await vault.verify()).damaged).toEqual([]);
    await vault.close();
  });
});
