// Adds papers with pages one after the other and tells of each one that was acknowledged, until it is killed. Arguments: folder, number of this round.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openVault } from '../../../../electron/vault/vault.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from '../vault-content.ts';

const [dir = '', round = ''] = process.argv.slice(2);
const tell = (line: string) => writeSync(1, `${line}\n`);

const vault = await openVault(dir, { passphrase: PASSPHRASE });
tell('open');
for (let index = 0; ; index += 1) {
  const bytes = randomBytes(10_000 + ((index * 37_123) % 200_000));
  const document = await vault.documents.add(paper(`round-${round}-${index}.bin`, bytes));
  tell(`document ${document.id} ${document.sha256}`);
  await vault.documents.savePage(document.id, pageOf(1, `round ${round} paper ${index}`), PICTURE);
  tell(`page ${document.id}`);
}
