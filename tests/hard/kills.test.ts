// More than 500 kills of the real core process, as it is built, at random moments of six kinds of work.
// KILL_SEED repeats the moments, as far as the machine is as fast; KILL_SHARE=0.1 does a tenth of the kills.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCore } from '../helpers/core-child.ts';
import { type KilledWork, OPERATIONS } from '../helpers/kills/operations.ts';
import { inWords, type Kills, killRounds } from '../helpers/kills/rounds.ts';

/** More where a round is quick: reading by OCR and building a packet take their time. */
const KILLS: Readonly<Record<KilledWork, number>> = {
  import: 90,
  reading: 40,
  'packet build': 60,
  backup: 110,
  restore: 110,
  'passphrase change': 110,
};
/** For each kind of work, on a machine with a great deal else to do; a step that hangs is found sooner. */
const LONGEST_MS = 6 * 3_600_000;
const SHARE = Number(process.env.KILL_SHARE ?? 1);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const quick = { compiled: mkdtempSync(join(tmpdir(), 'appeal-vault-compiled-')), isBuilt: true };
const all: Kills[] = [];

beforeAll(async () => {
  process.stderr.write(`\nKILL_SEED=${seed}\n`);
  await compileCore(quick);
});
afterAll(() => {
  rmSync(quick.compiled, { recursive: true, force: true });
  const count = all.reduce((sum, { opening, working, idle }) => sum + opening + working + idle, 0);
  process.stderr.write(`\n${all.map(inWords).join('\n')}\n${count} kills in all, KILL_SEED=${seed}\n`);
});

for (const [name, prepare] of OPERATIONS) {
  const rounds = Math.ceil(KILLS[name] * SHARE);
  test(`${name}, killed ${rounds} times: nothing acknowledged is lost, nothing half-done is visible`, {
    timeout: LONGEST_MS,
  }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-kills-'));
    try {
      const kills = await killRounds(await prepare(dir), { rounds, seed, quick });
      process.stderr.write(`\n${inWords(kills)}\n`);
      all.push(kills);
      // The moments are spread over the work, and not mostly after its end.
      expect(kills.working).toBeGreaterThan(rounds / 3);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
}
