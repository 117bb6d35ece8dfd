// The core as a process of its own, started and killed by the desktop shell. It runs in a utility process or under plain Node.
import { availableParallelism } from 'node:os';
import { RPCHandler } from '@orpc/server/message-port';
import type { FileToken } from '../shared/ids.ts';
import { createInProcessClient } from './core/client.ts';
import { createCore } from './core/core.ts';
import { toAppError } from './core/to-app-error.ts';
import { openCoreChannel } from './hosts/core-channel.ts';
import type { CoreStart, DialogRequest, ToCore } from './hosts/core-protocol.ts';
import { localToday } from './hosts/node-platform.ts';
import { nodeReader } from './readers/node-reader.ts';

const channel = openCoreChannel();
const choices = new Map<number, (paths: readonly string[] | undefined) => void>();
let lastChoice = 0;

const started = new Promise<CoreStart>((resolve) => {
  channel.onMessage((message) => {
    if (message.kind === 'start') resolve(message.start);
  });
});
// Ports and requests that arrive early wait for the core.
const whenReady = started.then(startCore);
channel.onPort(async (port) => (await whenReady).rpc.upgrade(port));
channel.onMessage((message) => void obey(message));

function startCore(start: CoreStart) {
  const core = createCore({
    kind: 'desktop',
    version: start.version,
    resourcesDir: start.resourcesDir,
    defaultVaultDir: start.defaultVaultDir,
    reader: { ...nodeReader(), ...start.reader },
    readerCount: Math.max(1, Math.min(8, availableParallelism())),
    today: localToday,
    onLocked: () => channel.post({ kind: 'locked' }),
    pickFiles: () => choose({ dialog: 'files' }),
    pickFolders: () => choose({ dialog: 'folders' }),
    pickFolder: async () => (await choose({ dialog: 'folder' }))?.[0],
    pickPlace: async () => (await choose({ dialog: 'place' }))?.[0],
    pickBackup: async () => (await choose({ dialog: 'backup' }))?.[0],
    onVaultFolder: (folder) => channel.post({ kind: 'vault-folder', folder }),
    onLockAfter: (minutes) => channel.post({ kind: 'lock-after', minutes }),
    pickSavePath: async (suggestedName) => (await choose({ dialog: 'save', suggestedName }))?.[0],
  });
  return { core, rpc: new RPCHandler(core.router), client: createInProcessClient(core) };
}

function choose(request: DialogRequest): Promise<readonly string[] | undefined> {
  const id = ++lastChoice;
  return new Promise((resolve) => {
    choices.set(id, resolve);
    channel.post({ kind: 'choose', id, request });
  });
}

async function obey(message: ToCore): Promise<void> {
  switch (message.kind) {
    case 'chosen':
      choices.get(message.id)?.(message.paths);
      choices.delete(message.id);
      return;
    case 'asset':
      return answer(message.id, async () => {
        const { bytes, mediaType, fileName } = await (await whenReady).core.asset(message.path);
        channel.post({ kind: 'asset', id: message.id, bytes, mediaType, fileName });
      });
    case 'add-files':
      return answer(message.id, async () => {
        const { core } = await whenReady;
        const tokens: FileToken[] = message.files.map((file) => core.addFile(file));
        channel.post({ kind: 'added', id: message.id, tokens });
      });
    case 'lock':
      return lock();
  }
}

async function answer(id: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    channel.post({ kind: 'failed', id, code: toAppError(cause).code });
  }
}

/** Closes the vault if one is open. Whatever goes wrong, main ends this process after its time limit. */
async function lock(): Promise<void> {
  const { client } = await whenReady;
  const { state } = await client.vault.state({});
  if (state === 'unlocked') await client.vault.lock({});
  else channel.post({ kind: 'not-open' });
}
