// A program that is watched: does one kind of work on a vault and says of each thing when it may be relied on.
// Arguments: what, folder that holds `vault` and `places`, recovery words.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { restoreBackup } from '../../../../electron/vault/backup/restore.ts';
import type { Vault } from '../../../../electron/vault/types.ts';
import { createVault, openVault } from '../../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../../shared/vault-format/header.ts';
import { NEXT_PASSPHRASE, PASSPHRASE, pageOf, paper } from '../vault-content.ts';

const [what = '', root = '', words = ''] = process.argv.slice(2);
const dir = join(root, 'vault');
const places = join(root, 'places');
const say = (line: string) => void writeSync(1, `${line}\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const WORK: Readonly<Record<string, () => Promise<void>>> = {
  import: () => withVault(importPapers),
  'import into folders a crash left': async () => {
    // As a crash between making a folder and making its name durable leaves it.
    for (let index = 0; index < 256; index += 1) {
      const shard = join(dir, 'blobs', index.toString(16).padStart(2, '0'));
      mkdirSync(shard, { recursive: true, mode: 0o700 });
    }
    await withVault(async (vault) => void (await addPaper(vault, 'one.bin', 3_000)));
  },
  passphrase: () =>
    withVault(async (vault) => {
      await vault.changePassphrase(PASSPHRASE, NEXT_PASSPHRASE);
      say('passphrase changed');
    }),
  words: () =>
    withVault(async (vault) => {
      const next = await vault.recoveryWords.renew(PASSPHRASE);
      say(`next words ${next.join(' ')}`);
      await vault.recoveryWords.confirm(next);
      say('words changed');
    }),
  backup: () =>
    withVault(async (vault) => {
      for (const name of ['one.vaultbak', 'two.vaultbak']) {
        await vault.backup(join(places, name));
        say(`backup ${name}`);
      }
    }),
  removal: () =>
    withVault(async (vault) => {
      for (const { id } of vault.documents.list()) vault.documents.trash(id);
      await vault.trash.empty();
    }),
  opening: () => withVault(async () => undefined),
  restore: async () => {
    await restoreBackup(join(places, 'earlier.vaultbak'), join(root, 'restored'), { words: words.split(' ') });
    say('restored');
  },
  create: async () => {
    const { vault, recoveryWords } = await createVault(join(root, 'created'), PASSPHRASE, { kdf: KDF_FLOOR });
    say(`created ${recoveryWords.join(' ')}`);
    await vault.close();
  },
};

async function withVault(work: (vault: Vault) => Promise<void>): Promise<void> {
  const vault = await openVault(dir, { words: words.split(' ') });
  say('open');
  await work(vault);
  await vault.close();
  say('closed');
}

async function importPapers(vault: Vault): Promise<void> {
  const first = await addPaper(vault, 'one.bin', 70_000);
  await savePage(vault, first, 1, 'the first look at the first page');
  await savePage(vault, first, 1, 'the second look at the first page');
  const [second] = await Promise.all([addPaper(vault, 'two.bin', 1_000), addPaper(vault, 'three.bin', 2_000)]);
  say(`removing ${second}`);
  vault.documents.trash(second);
  await vault.trash.empty();
  say(`removed ${second}`);
}

async function addPaper(vault: Vault, name: string, length: number) {
  const document = await vault.documents.add(paper(name, randomBytes(length)));
  say(`paper ${document.id} ${document.sha256}`);
  return document.id;
}

async function savePage(vault: Vault, id: Awaited<ReturnType<typeof addPaper>>, pageNumber: number, text: string) {
  const picture = randomBytes(5_000);
  say(`saving ${id} ${pageNumber} ${sha256(picture)}`);
  await vault.documents.savePage(id, pageOf(pageNumber, text), picture);
  say(`page ${id} ${pageNumber} ${sha256(picture)}`);
}

await WORK[what]?.();
