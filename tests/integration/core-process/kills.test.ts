// The real core process, as it is built, killed at random moments while a packet is built and while the passphrase is changed; import and reading are killed in
// import-killed.test.ts and vault/crash.test.ts, backup and restore in vault/backup-crash.test.ts. `npm run test:hard kills` does hundreds of all six.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { compileCore } from '../../helpers/core-child.ts';
import { OPERATIONS } from '../../helpers/kills/operations.ts';
import { inWords, killRounds } from '../../helpers/kills/rounds.ts';

const ROUNDS: ReadonlyMap<string, number> = new Map([
  ['packet build', 3],
  ['passphrase change', 4],
]);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const quick = { compiled: mkdtempSync(join(tmpdir(), 'appeal-vault-compiled-')), isBuilt: true };

beforeAll(() => compileCore(quick));
afterAll(() => rmSync(quick.compiled, { recursive: true, force: true }));

for (const [name, prepare] of OPERATIONS) {
  const rounds = ROUNDS.get(name);
  if (rounds === undefined) continue;
  test(`${name}, killed ${rounds} times: nothing acknowledged is lost, nothing half-done is visible`, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-kills-'));
    try {
      const kills = await killRounds(await prepare(dir), { rounds, seed, quick });
      process.stderr.write(`\n${inWords(kills)}, KILL_SEED=${seed}\n`);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }, 300_000);
}
