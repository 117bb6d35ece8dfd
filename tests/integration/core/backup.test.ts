// Backup, restore, health, trash, new words and the emergency sheet through the contract, as the window asks for them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bringIn, endOf, PASSPHRASE, startCore, startUnlocked } from '../../helpers/core.ts';
import { runTool } from '../../helpers/pdf.ts';

test('a backup is made as a job, never over an earlier one, and restored where no vault is open yet', async () => {
  await using one = await startUnlocked();
  await bringIn(one, [{ fileName: 'letter.txt', bytes: 'Dear member, your marmalade was denied.' }]);
  const folder = join(one.dir, 'backups');
  mkdirSync(folder);
  expect((await one.client.backup.status({})).last).toBeUndefined();
  for (let count = 0; count < 2; count += 1) {
    const { jobId } = await one.client.backup.start({ folder });
    expect(await endOf(one.client, jobId)).toMatchObject({
      kind: 'backup',
      state: 'done',
      result: { backup: { unsound: 0 } },
    });
  }
  expect(readdirSync(folder).sort()).toEqual([
    'appeal-vault-2026-10-15-2.vaultbak',
    'appeal-vault-2026-10-15.vaultbak',
  ]);
  const { last, folder: offered } = await one.client.backup.status({});
  expect([last?.path, offered]).toEqual([join(folder, 'appeal-vault-2026-10-15-2.vaultbak'), folder]);
  await expect(one.client.backup.start({ folder: 'backups' })).rejects.toMatchObject({ code: 'wrong-usage' });

  const remembered: string[] = [];
  await using other = await startCore({ onVaultFolder: (at) => remembered.push(at) });
  const place = join(other.dir, 'restored');
  const order = { file: last?.path ?? '', folder: place, secret: { passphrase: 'not this one at all' } };
  const { jobId: refused } = await other.client.backup.restore(order);
  expect(await endOf(other.client, refused)).toMatchObject({
    state: 'failed',
    error: { code: 'vault-wrong-passphrase' },
  });
  const { jobId } = await other.client.backup.restore({ ...order, secret: { passphrase: PASSPHRASE } });
  expect(await endOf(other.client, jobId)).toMatchObject({ state: 'done', result: { backup: { path: place } } });
  expect(remembered).toEqual([place]);
  expect(await other.client.vault.state({})).toMatchObject({ state: 'locked', folder: place });
  await other.client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await other.client.documents.list({})).toHaveLength(1);
});

test('health names what is damaged; the trash is listed, gives back and ends', async () => {
  await using core = await startUnlocked();
  await bringIn(
    core,
    ['one', 'two'].map((name) => ({ fileName: `${name}.txt`, bytes: `A letter about ${name}.` })),
  );
  const [one, two] = await core.client.documents.list({});
  if (one === undefined || two === undefined) throw new Error('no papers');
  await core.client.documents.trash({ id: two.id });
  expect(await core.client.upkeep.trash({})).toMatchObject([{ document: { id: two.id }, isUsed: false }]);
  expect(await core.client.upkeep.emptyTrash({})).toEqual({ removed: 1 });
  expect(await core.client.upkeep.trash({})).toEqual([]);

  const check = async () => (await endOf(core.client, (await core.client.upkeep.verify({})).jobId)).result?.health;
  expect((await check())?.damaged).toEqual([]);
  const blobs = join(core.vaultDir, 'blobs');
  const [blob = ''] = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.age'));
  writeFileSync(join(blobs, blob), 'not what was written');
  expect((await check())?.damaged).toMatchObject([
    { what: expect.stringContaining('one'), code: 'vault-blob-damaged' },
  ]);
});

test('new words need the passphrase and all words back; the sheet has them on one page and is for this vault alone', async () => {
  await using core = await startUnlocked();
  await expect(core.client.upkeep.renewWords({ passphrase: 'not this one at all' })).rejects.toMatchObject({
    code: 'vault-wrong-passphrase',
  });
  const { recoveryWords } = await core.client.upkeep.renewWords({ passphrase: PASSPHRASE });
  const { saved, pdf = '' } = await core.client.upkeep.kit({ words: recoveryWords });
  expect(saved).toBe(false);
  const kept = join(core.dir, 'sheet.pdf');
  writeFileSync(kept, Buffer.from(pdf, 'base64'));
  const text = runTool('pdftotext', ['-layout', kept, '-']);
  for (const [index, word] of recoveryWords.entries())
    expect(text).toMatch(new RegExp(`\\b${index + 1}\\.\\s+${word}\\b`));
  expect(text.replace(/\s/g, '')).toContain(core.vaultDir);
  expect(runTool('pdfinfo', [kept])).toMatch(/Pages:\s+1\n/);
  await expect(core.client.upkeep.confirmWords({ words: [...recoveryWords].reverse() })).rejects.toMatchObject({
    code: 'recovery-words-differ',
  });
  await core.client.upkeep.confirmWords({ words: recoveryWords });
  await expect(core.client.upkeep.kit({ words: [...recoveryWords].reverse() })).rejects.toMatchObject({
    code: 'vault-wrong-recovery-words',
  });
});
