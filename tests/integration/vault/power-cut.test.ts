// The power goes while papers are imported, the passphrase is changed, or a backup is made: a recorded run is replayed with everything no fsync
// covered dropped, kept or torn. The short version; tests/hard/power-cut.test.ts has the whole.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { brokenWithout, LEFT_OUT } from '../../helpers/power/left-out.ts';
import { powerCuts } from '../../helpers/power/replay.ts';
import {
  checkPowerCut,
  type Ground,
  layGround,
  type RecordedWork,
  recordWork,
  type Work,
} from '../../helpers/power/scenarios.ts';
import { hasStrace } from '../../helpers/power/strace.ts';
import { temporaryFolder } from './vault-fixture.ts';

const STATES = 15;
const root = temporaryFolder();
if (!hasStrace) process.stderr.write('\nNOT CHECKED: strace is missing, so no power cut was replayed\n\n');

describe.runIf(hasStrace)('a power cut', () => {
  let ground: Ground;
  const runs = new Map<Work, Promise<RecordedWork>>();
  const runOf = (work: Work) => {
    const run = runs.get(work) ?? recordWork(work, ground, root);
    runs.set(work, run);
    return run;
  };
  beforeAll(async () => {
    mkdirSync(join(root, 'ground'));
    ground = await layGround(join(root, 'ground'));
  });

  it.each<Work>(['import', 'passphrase', 'backup'])(
    `in ${STATES} states of “%s”: what was acknowledged is there, and everything opens`,
    async (work) => {
      const run = await runOf(work);
      const cuts = [...powerCuts(run, { tears: 1 })];
      // Spread over the whole run: the same ones each time.
      const chosen = cuts.filter((_, index) => index % Math.ceil(cuts.length / STATES) === 0);
      for (const cut of chosen) await checkPowerCut(run, cut, join(root, 'after'));
      expect(chosen.length).toBeGreaterThan(STATES / 3);
    },
  );

  it.each(LEFT_OUT)('would break a promise without the fsync $what', async (leftOut) => {
    expect(await brokenWithout(await runOf(leftOut.work), leftOut, join(root, 'after'))).toBeDefined();
  });
});
