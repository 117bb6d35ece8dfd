// Makes backups, or restores one, again and again until it is killed; tells of each that was acknowledged. Arguments: what, vault folder or backup file, folder to write to.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { restoreBackup } from '../../../../electron/vault/backup/restore.ts';
import { openVault } from '../../../../electron/vault/vault.ts';
import { PASSPHRASE } from '../vault-content.ts';

const [what = '', from = '', to = '', round = '', words = ''] = process.argv.slice(2);
const tell = (line: string) => writeSync(1, `${line}\n`);

if (what === 'backup') {
  const vault = await openVault(from, { passphrase: PASSPHRASE });
  tell('open');
  for (let index = 0; ; index += 1) {
    const { path } = await vault.backup(join(to, `${round}-${index}.vaultbak`));
    tell(`done ${path}`);
  }
}
tell('open');
for (let index = 0; ; index += 1) {
  const dir = join(to, `${round}-${index}`);
  await restoreBackup(from, dir, { words: words.split(' ') });
  tell(`done ${dir}`);
}
