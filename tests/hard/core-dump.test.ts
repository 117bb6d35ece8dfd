// After a lock no process of the app holds the passphrase, a key or a sentence of a paper: all their memory is looked through, as a core dump would keep it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { loadHeader } from '../../electron/vault/header-file.ts';
import { ageIdentity, type VaultKeys } from '../../electron/vault/keys.ts';
import { layoutOf } from '../../electron/vault/layout.ts';
import { unlock } from '../../electron/vault/unlock.ts';
import { createVault } from '../../electron/vault/vault.ts';
import type { Client } from '../../shared/contract/contract.ts';
import type { FileToken } from '../../shared/ids.ts';
import { KDF_FLOOR } from '../../shared/vault-format/header.ts';
import { endOf } from '../helpers/core.ts';
import {
  familyOf,
  foundInMemory,
  type Needles,
  type ProcessOfApp,
  spellingsOfKey,
  spellingsOfText,
} from '../helpers/memory.ts';
import { enter } from '../helpers/serve.ts';

const PASSPHRASE = 'wicker thimble overcast parsnip gondola';
const SENTENCE = 'The pelican of Wexcombe approved nineteen infusions on a Thursday.';
const SCAN = new URL('../fixtures/scans/receipt-phone.jpg', import.meta.url);

const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-dump-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function needlesOf(keys: VaultKeys, words: readonly string[]): Needles {
  const { wipe: _, ...each } = keys;
  return {
    passphrase: spellingsOfText(PASSPHRASE),
    'recovery words': spellingsOfText(words.slice(0, 6).join(' ')),
    ...Object.fromEntries(Object.entries(each).map(([name, key]) => [`key ${name}`, spellingsOfKey(key)])),
    'key of files as text': [keys.blob, keys.backup].flatMap((key) => spellingsOfText(ageIdentity(key))),
    sentence: spellingsOfText(SENTENCE),
  };
}

/** The browser host as a person starts it, in a process of its own. */
async function startServe(vaultDir: string) {
  const entry = fileURLToPath(new URL('../../electron/serve.ts', import.meta.url));
  const host = spawn(process.execPath, [entry, '--vault', vaultDir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  host.stdout.setEncoding('utf8');
  let said = '';
  while (!said.includes('token=')) said += String((await once(host.stdout, 'data'))[0]);
  const address = /http:\S+/.exec(said)?.[0] ?? '';
  const { origin } = new URL(address);
  const headers = { cookie: await enter(address), origin };
  const client: Client = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }));
  const upload = async (fileName: string, body: Uint8Array<ArrayBuffer>): Promise<FileToken> => {
    const answer = await fetch(`${origin}/files`, {
      method: 'POST',
      headers: { ...headers, 'x-file-name': fileName },
      body,
    });
    return (await answer.json()).token;
  };
  const family = () => familyOf(host.pid ?? -1);
  const end = async () => {
    const all = family();
    for (const { pid } of all) process.kill(pid, 'SIGKILL');
    if (all.length > 0) await once(host, 'exit');
  };
  return { client, upload, family, end };
}

const isCore = ({ command }: { command: string }) => command.includes('serve-core');
const isReader = ({ command }: { command: string }) => command.includes('readers/process');

test.runIf(process.platform === 'linux')('a process that holds the passphrase would be found', async () => {
  const holder = spawn(process.execPath, [
    '-e',
    'process.stdin.on("data", (text) => { globalThis.held = text; console.log("held"); })',
  ]);
  holder.stdin.write(PASSPHRASE);
  await once(holder.stdout, 'data');
  expect(
    await foundInMemory(holder.pid ?? -1, {
      passphrase: spellingsOfText(PASSPHRASE),
      other: spellingsOfText(SENTENCE),
    }),
  ).toEqual(['passphrase']);
  holder.kill('SIGKILL');
});

test.runIf(process.platform === 'linux')(
  'the browser host: while open only its core knows them, after the lock nobody',
  async () => {
    const vaultDir = join(dir, 'vault');
    const { vault, recoveryWords } = await createVault(vaultDir, PASSPHRASE, { kdf: KDF_FLOOR });
    await vault.close();
    const { keys } = await unlock(await loadHeader(layoutOf(vaultDir)), { words: recoveryWords });
    const needles = needlesOf(keys, recoveryWords);
    const { client, upload, family, end } = await startServe(vaultDir);
    onTestFinished(end);

    await client.vault.unlock({ passphrase: PASSPHRASE });
    const text = new TextEncoder().encode(`${SENTENCE}\n`.repeat(20));
    const tokens = [await upload('letter.txt', text), await upload('receipt.jpg', new Uint8Array(readFileSync(SCAN)))];
    await endOf(client, (await client.documents.import({ tokens })).jobId);
    expect(await client.documents.search({ query: 'pelican' })).not.toEqual([]);

    const open = family();
    const finds = new Map<ProcessOfApp, readonly string[]>();
    for (const one of open) finds.set(one, await foundInMemory(one.pid, needles));
    const [core] = open.filter(isCore);
    if (core === undefined) throw new Error('There is no core.');
    // The search works: what must not be found afterwards is found here.
    // (The passphrase itself is overwritten or collected by now, more often than not.)
    expect(finds.get(core)).toEqual(expect.arrayContaining(['key vaultKey', 'key database', 'sentence']));
    expect(open.filter(isReader).length).toBeGreaterThan(0);
    for (const one of open) {
      if (isReader(one)) expect(finds.get(one)?.filter((name) => name !== 'sentence')).toEqual([]);
      else if (one !== core) expect([one.command, finds.get(one)]).toEqual([one.command, []]);
    }

    await client.vault.lock({});
    await expect.poll(() => family().some(({ pid }) => pid === core.pid), { timeout: 600_000 }).toBe(false);
    await expect
      .poll(
        () =>
          client.vault.state({}).then(
            ({ state }) => state,
            () => '',
          ),
        { timeout: 600_000 },
      )
      .toBe('locked');
    const locked = family();
    expect(locked.filter(isReader)).toEqual([]);
    expect(locked.filter(isCore)).toHaveLength(1);
    for (const { pid, command } of locked) expect([command, await foundInMemory(pid, needles)]).toEqual([command, []]);
    const words = (all: typeof open) => all.map(({ command }) => command.split(' ').at(-1)).join(', ');
    process.stderr.write(
      `\nlooked through: open ${open.length} (${open.map((one) => `${one.pid}: ${finds.get(one)?.join(', ') || 'nothing'}`).join('; ')}), locked ${locked.length} (${words(locked)})\n`,
    );
  },
);
