// Looking after a vault: new recovery words, and the trash with its end.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: { code: string }) => cause.code,
  );

describe('new recovery words', () => {
  it('are in force once they were typed back; then the old ones open neither the vault nor its spare header', async () => {
    const dir = join(root, 'words');
    const { vault, recoveryWords: old } = await newVault(dir);
    await vault.backup(join(root, 'old-words.vaultbak'));
    expect(await codeOf(vault.recoveryWords.renew('not this one at all'))).toBe('vault-wrong-passphrase');
    expect(await codeOf(vault.recoveryWords.confirm(old))).toBe('recovery-words-differ');
    const words = await vault.recoveryWords.renew(PASSPHRASE);
    expect(await codeOf(vault.recoveryWords.confirm([...words].reverse()))).toBe('recovery-words-differ');
    expect(await codeOf(vault.recoveryWords.assertOwn(old))).toBe('done');
    await vault.recoveryWords.confirm(words.map((word) => ` ${word.toUpperCase()} `));
    expect(await codeOf(vault.recoveryWords.assertOwn(old))).toBe('vault-wrong-recovery-words');
    expect(await codeOf(vault.recoveryWords.assertOwn(words))).toBe('done');
    await vault.close();
    expect(await codeOf(vault.recoveryWords.renew(PASSPHRASE))).toBe('vault-locked');

    expect(await codeOf(openVault(dir, { words: old }))).toBe('vault-wrong-recovery-words');
    for (const secret of [{ words }, { passphrase: PASSPHRASE }]) await (await openVault(dir, secret)).close();
    // A backup of before keeps the words of its time.
    expect(await codeOf(restoreBackup(join(root, 'old-words.vaultbak'), join(root, 'before'), { words: old }))).toBe(
      'done',
    );
  });
});

describe('the trash', () => {
  it('gives papers back, or ends them with their files, words and search text; a backup of before still has them', async () => {
    const dir = join(root, 'trash');
    const { vault, recoveryWords } = await newVault(dir);
    const added = [];
    for (const name of ['one', 'two', 'three']) {
      const document = await vault.documents.add(paper(`${name}.txt`, `marmalade ${name}`));
      await vault.documents.savePage(document.id, pageOf(1, `marmalade ${name}`), PICTURE);
      added.push(document);
    }
    const [one, two, three] = added;
    if (one === undefined || two === undefined || three === undefined) throw new Error('no papers');
    const backup = join(root, 'with-all.vaultbak');
    await vault.backup(backup);
    for (const { id } of [one, two]) vault.documents.trash(id);
    expect(vault.trash.list().map(({ document }) => document.id)).toEqual([one.id, two.id]);
    vault.documents.restore(one.id);
    expect(await vault.trash.empty()).toBe(1);
    expect(vault.trash.list()).toEqual([]);
    expect(vault.documents.list().map(({ id }) => id)).toEqual([one.id, three.id]);
    expect(vault.documents.search('two', 5)).toEqual([]);
    expect((await vault.verify()).damaged).toEqual([]);
    const files = readdirSync(join(dir, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.age'),
    );
    expect(files).toHaveLength(4);
    await vault.close();
    const again = await openVault(dir, { words: recoveryWords });
    expect(again.inventory).toEqual({ orphans: [], missing: [] });
    // The same file may come again: nothing of the removed one is in the way.
    expect((await again.documents.addUnlessKnown(paper('two.txt', 'marmalade two'))).isKnown).toBe(false);
    await again.close();

    await restoreBackup(backup, join(root, 'with-all'), { words: recoveryWords });
    const before = await openVault(join(root, 'with-all'), { words: recoveryWords });
    expect(before.documents.list()).toHaveLength(3);
    await before.close();
  });

  it('is emptied while the vault is checked without anything looking missing', async () => {
    const { vault } = await newVault(join(root, 'checked'));
    const { id } = await vault.documents.add(paper('one.txt', 'marmalade'));
    vault.documents.trash(id);
    let emptied: Promise<number> | undefined;
    const report = await vault.verify({
      onProgress: () => {
        emptied ??= vault.trash.empty();
      },
    });
    expect(report.damaged).toEqual([]);
    expect(await emptied).toBe(1);
    await vault.close();
  });

  it('is emptied while a backup runs only once the backup is done with the files', async () => {
    const dir = join(root, 'busy');
    const { vault, recoveryWords } = await newVault(dir);
    const { id } = await vault.documents.add(paper('one.txt', 'marmalade'));
    vault.documents.trash(id);
    const path = join(root, 'busy.vaultbak');
    let emptied: Promise<number> | undefined;
    await vault.backup(path, {
      onProgress: (stage) => {
        if (stage === 'Writing the backup') emptied ??= vault.trash.empty();
      },
    });
    expect(await emptied).toBe(1);
    expect(
      readdirSync(join(dir, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.age')),
    ).toEqual([]);
    await vault.close();
    expect(await restoreBackup(path, join(root, 'busy-again'), { words: recoveryWords })).toMatchObject({
      files: 1,
      unsound: 0,
    });
    expect(existsSync(path)).toBe(true);
  });
});
