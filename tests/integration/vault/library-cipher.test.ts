// Where the crypto library has no cipher of age files, as in the desktop's own Node.js, the age library's is used: what either wrote the other reads.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { fillVault, hashesOf } from './two-ciphers.ts';
import { temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const program = fileURLToPath(new URL('./children/library-work.ts', import.meta.url));
const WITHOUT_CIPHER = `data:text/javascript,
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
const refused = (real) => (name, ...rest) => {
  if (name.startsWith('chacha')) throw new Error('no such cipher');
  return real(name, ...rest);
};
crypto.getCiphers = () => [];
crypto.createCipheriv = refused(crypto.createCipheriv);
crypto.createDecipheriv = refused(crypto.createDecipheriv);
syncBuiltinESMExports();`;

it('what either wrote the other reads: vaults and backups', async () => {
  const [ours, theirs] = [join(root, 'with'), join(root, 'without')];
  const { words, sha256 } = await fillVault(ours);
  const args = ['--import', WITHOUT_CIPHER, program, ours, words, theirs];
  const { found, made } = JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
  expect(found).toEqual([sha256, sha256]);
  expect(await hashesOf(theirs, made.words)).toEqual([made.sha256, made.sha256]);
});
