// A program that meets a fault of the disk somewhere: does one thing after the other on a vault, again what failed, and says how each ended.
// Arguments: folder that holds `vault` and `places`, recovery words.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { restoreBackup } from '../../../../electron/vault/backup/restore.ts';
import type { Vault } from '../../../../electron/vault/types.ts';
import { createVault, openVault } from '../../../../electron/vault/vault.ts';
import { isAppError } from '../../../../shared/errors.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import { PacketPlan } from '../../../../shared/model/packet.ts';
import { FIRST_SETUP, PLAIN_STAMPING } from '../../../../shared/model/packet-setup.ts';
import { KDF_FLOOR } from '../../../../shared/vault-format/header.ts';
import { NEXT_PASSPHRASE, PASSPHRASE, PICTURE, pageOf, paper } from '../vault-content.ts';

const [root = '', words = ''] = process.argv.slice(2);
const dir = join(root, 'vault');
const say = (line: string) => void writeSync(1, `${line}\n`);

/** Does a thing; after a fault once more. Each of the two threads that use the disk meets one, so that the third time it must work. */
async function attempt<T>(what: string, work: () => Promise<T>, triesLeft = 2): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    say(`failed ${what} ${isAppError(cause) ? cause.code : `uncatalogued ${String(cause)}`}`);
    if (triesLeft === 0) throw cause;
    return attempt(what, work, triesLeft - 1);
  }
}

const vault = await attempt('opening', () => openVault(dir, { words: words.split(' ') }));
const added = await attempt('import', () => vault.documents.add(paper('one.bin', Buffer.alloc(70_000, 'a paper '))));
say(`paper ${added.id} ${added.sha256}`);
await attempt('page', () => vault.documents.savePage(added.id, pageOf(1, 'words of the page'), PICTURE));
say(`page ${added.id} 1 ${createHash('sha256').update(PICTURE).digest('hex')}`);
await attempt('page again', () => vault.documents.savePage(added.id, pageOf(1, 'other words'), PICTURE));
await attempt('packet', () => buildPacket(vault));
await attempt('backup', () => vault.backup(join(root, 'places', 'one.vaultbak')));
say('backup one.vaultbak');
await attempt('reading', async () => vault.documents.original(added.id));
await attempt('passphrase', () => vault.changePassphrase(PASSPHRASE, NEXT_PASSPHRASE));
say('passphrase changed');
await attempt('lock', () => vault.close());
say('closed');
const fresh = await attempt('creating', () => createVault(join(root, 'created'), PASSPHRASE, { kdf: KDF_FLOOR }));
say(`created ${fresh.recoveryWords.join(' ')}`);
await attempt('lock', () => fresh.vault.close());
const earlier = join(root, 'places', 'earlier.vaultbak');
await attempt('restoring', () => restoreBackup(earlier, join(root, 'restored'), { words: words.split(' ') }));
say('restored');

/** What building a packet asks of the disk: its bytes piece by piece, read back at its end and as a whole, then rows. */
async function buildPacket(open: Vault): Promise<void> {
  // The cast brands an id that is made up here.
  const caseId = 'c_00000000000000000000000000000001' as CaseId;
  const packet = await open.packets.add(
    PacketPlan.parse({
      caseId,
      title: 'Appeal',
      draft: true,
      createdOn: '2026-03-21',
      preset: 'fax',
      stamping: PLAIN_STAMPING,
      parts: [],
      marks: FIRST_SETUP.marks,
      letter: { subject: 'Appeal', blocks: [] },
      matrix: [],
      tables: [],
      exhibits: [],
      highlights: [],
      redactions: [],
      problems: [],
    }),
    async (sink) => {
      for (let piece = 0; piece < 5; piece += 1) await sink(Buffer.alloc(40_000, piece));
    },
    async (file) => {
      await file.read(file.length - 100, 100);
      return { caseId, createdOn: '2026-03-21', draft: true, pageCount: 1, index: [], problems: [], checks: [] };
    },
  );
  await open.packets.file(packet.id).bytes();
}
