// Every moment of an import, a change of passphrase or words, a backup, a restore and a creation at which the power may go, each with everything
// no fsync covered dropped, kept, and torn in many ways; and each fsync left out, which must break a promise.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenWithout, LEFT_OUT } from '../helpers/power/left-out.ts';
import { powerCuts } from '../helpers/power/replay.ts';
import {
  checkPowerCut,
  type Ground,
  layGround,
  type RecordedWork,
  recordMigration,
  recordOpeningAfterKill,
  recordWork,
  type Work,
} from '../helpers/power/scenarios.ts';
import { hasStrace } from '../helpers/power/strace.ts';

const WORKS: readonly Work[] = [
  'import',
  'import into folders a crash left',
  'passphrase',
  'words',
  'backup',
  'restore',
  'create',
  'removal',
];
const TEARS = 10;
const SEED = Number(process.env.POWER_SEED ?? 1);

const root = mkdtempSync(join(tmpdir(), 'appeal-vault-power-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const after = join(root, 'after');

describe.runIf(hasStrace)('a power cut', () => {
  let ground: Ground;
  const runs = new Map<Work, RecordedWork>();
  const runOf = async (work: Work) => {
    const run = runs.get(work) ?? (await recordWork(work, ground, root));
    runs.set(work, run);
    return run;
  };
  beforeAll(async () => {
    mkdirSync(join(root, 'ground'));
    ground = await layGround(join(root, 'ground'));
  });

  /** Cuts the power at every moment of a run, and tells how often that broke a promise. */
  const cutEverywhere = async (run: RecordedWork, every = 7) => {
    const broken: string[] = [];
    let states = 0;
    for (const cut of powerCuts(run, { tears: TEARS, every, seed: SEED })) {
      states += 1;
      await checkPowerCut(run, cut, after).catch((cause: Error) => broken.push(cause.message));
    }
    process.stdout.write(`${run.work}: ${states} states, ${broken.length} broken\n`);
    expect(broken.slice(0, 10)).toEqual([]);
  };

  it.each(WORKS)('at any moment of “%s” breaks no promise', async (work) => {
    // Where hundreds of folders hang in the air every tear is another state.
    await cutEverywhere(await runOf(work), work === 'import into folders a crash left' ? 100 : 7);
  });

  it('while an older vault is brought up to date breaks none, and what was kept of it is whole', async () => {
    await cutEverywhere(await recordMigration(root));
  });

  it('after a kill that left the removal of a paper half lasting, while the vault is opened again, breaks none', async () => {
    await cutEverywhere(await recordOpeningAfterKill(ground, root));
  });

  it.each(LEFT_OUT)('without the fsync $what breaks one ($work)', async (leftOut) => {
    const broken = await brokenWithout(await runOf(leftOut.work), leftOut, after);
    process.stdout.write(`without the fsync ${leftOut.what}: ${broken ?? 'nothing broke'}\n`);
    expect(broken).toBeDefined();
  });
});
