// The core process of the browser host: the core behind HTTP on 127.0.0.1. It ends when the vault is locked or the supervisor goes.
import { createInProcessClient } from './core/client.ts';
import { createCore } from './core/core.ts';
import { type HttpHost, startHttpHost } from './hosts/http.ts';
import { lockWhenAlone } from './hosts/lock-when-alone.ts';
import { nodePlatform } from './hosts/node-platform.ts';
import { type FromServeCore, LOCKED_EXIT_CODE, type ToServeCore } from './hosts/serve-protocol.ts';

/** Time for the answer to the lock call to reach the browser before the process ends, in milliseconds. */
const LAST_ANSWER_MS = 100;

let host: HttpHost | undefined;
let closeCore: () => Promise<void> = () => Promise.resolve();

process.on('message', (message: ToServeCore) => {
  if (message.kind === 'issue-token') host?.issueToken(message.token);
  else start(message).catch(failToStart);
});
process.on('disconnect', shutDown);
process.on('SIGTERM', shutDown);
// Ctrl+C reaches the whole process group; the supervisor decides.
process.on('SIGINT', () => undefined);

async function start(message: Extract<ToServeCore, { kind: 'start' }>): Promise<void> {
  const alone = lockWhenAlone(() => void lock());
  const core = createCore(
    nodePlatform({
      kind: 'browser',
      defaultVaultDir: message.vaultDir,
      onLocked: () => setTimeout(() => process.exit(LOCKED_EXIT_CODE), LAST_ANSWER_MS),
      onLockAfter: alone.lockAfter,
      onPresent: alone.present,
    }),
  );
  const client = createInProcessClient(core);
  const lock = () => client.vault.lock({});
  closeCore = () => core.close();
  host = await startHttpHost({
    core,
    ...message,
    onTokenUsed: () => tell({ kind: 'token-used' }),
    onWindowClosed: alone.closed,
  });
  tell({ kind: 'listening', port: host.port });
}

function tell(message: FromServeCore): void {
  process.send?.(message);
}

function failToStart(cause: unknown): void {
  process.stderr.write(`${cause instanceof Error ? cause.message : 'The browser host could not start.'}\n`);
  process.exit(1);
}

function shutDown(): void {
  closeCore().finally(() => process.exit(0));
}
