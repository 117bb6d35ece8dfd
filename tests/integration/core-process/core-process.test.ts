// The core as a child process, driven as main drives it: a port for calls, requests for files and assets, dialogs, lock.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FromCore, ToCore } from '../../../electron/hosts/core-protocol.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import { PASSPHRASE } from '../../helpers/core.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

let dir: string;
let child: ChildProcess;
const heard: FromCore[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'appeal-vault-process-'));
  heard.length = 0;
  child = fork(at('electron/core-process.ts'), [], { serialization: 'advanced' });
  child.on('message', (message: FromCore) => heard.push(message));
  send({
    kind: 'start',
    start: {
      version: '1.2.3',
      resourcesDir: at('resources'),
      defaultVaultDir: join(dir, 'vault'),
      reader: { entry: at('electron/readers/process.ts'), env: {} },
    },
  });
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(dir, { recursive: true, force: true });
});

const send = (message: ToCore) => void child.send(message);

/** The first message of that kind, whether it has come already or comes later. */
async function message<K extends FromCore['kind']>(kind: K): Promise<Extract<FromCore, { kind: K }>> {
  for (;;) {
    const found = heard.find((one) => one.kind === kind);
    if (found !== undefined) return found as Extract<FromCore, { kind: K }>; // its kind was just compared
    await once(child, 'message');
  }
}

/** A client over a port number, forwarded the way main forwards a window's port. */
function connect(port: number): Client {
  const { port1, port2 } = new MessageChannel();
  send({ kind: 'port', port });
  port2.on('message', (data: unknown) => send({ kind: 'port-message', port, data }));
  child.on('message', (one: FromCore) => {
    if (one.kind === 'port-message' && one.port === port) port2.postMessage(one.data);
  });
  child.once('exit', () => port2.close());
  const link = new RPCLink({ port: port1 });
  port1.start();
  return createORPCClient(link);
}

test('two windows call over ports of their own', async () => {
  const [first, second] = [connect(1), connect(2)];
  const states = await Promise.all([first.vault.state({}), second.vault.state({})]);
  expect(states.map(({ state, host, version }) => [state, host, version])).toEqual([
    ['none', 'desktop', '1.2.3'],
    ['none', 'desktop', '1.2.3'],
  ]);
});

test('a dialog is asked of main, and its answer becomes file tokens', async () => {
  const file = join(dir, 'note.txt');
  await writeFile(file, 'A note.');
  const client = connect(1);
  await client.vault.create({ passphrase: PASSPHRASE });
  const picking = client.documents.pickFiles({});
  const asked = await message('choose');
  expect(asked.request).toEqual({ dialog: 'files' });
  send({ kind: 'chosen', id: asked.id, paths: [file] });
  expect((await picking).tokens).toHaveLength(1);
});

test('files and assets answer by request number, errors by code', async () => {
  send({ kind: 'add-files', id: 7, files: [{ kind: 'bytes', fileName: 'a.txt', bytes: new Uint8Array([65]) }] });
  expect(await message('added')).toMatchObject({ id: 7, tokens: [expect.any(String)] });
  send({ kind: 'asset', id: 8, path: `original/d_${'0'.repeat(16)}` });
  expect(await message('failed')).toEqual({ kind: 'failed', id: 8, code: 'vault-locked' });
});

test('lock without an open vault changes nothing; with one it closes and says so', async () => {
  send({ kind: 'lock' });
  await message('not-open');
  const client = connect(1);
  await client.vault.create({ passphrase: PASSPHRASE });
  send({ kind: 'lock' });
  await message('locked');
  expect(await client.vault.state({})).toMatchObject({ state: 'locked' });
});

test('it ends when main is gone', async () => {
  await connect(1).vault.state({});
  child.disconnect();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
