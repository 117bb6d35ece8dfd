// The power goes while papers are imported, the passphrase is changed, or a backup is made: a recorded run is replayed with everything no fsync
// covered dropped, kept or torn. The short version; tests/hard/power-cut.test.ts has the whole.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { powerCuts } from '../../helpers/power/replay.ts';
import { checkPowerCut, type Ground, layGround, recordWork, type Work } from '../../helpers/power/scenarios.ts';
import { hasStrace } from '../../helpers/power/strace.ts';
import { temporaryFolder } from './vault-fixture.ts';

const STATES = 25;
const root = temporaryFolder();
if (!hasStrace) process.stderr.write('\nNOT CHECKED: strace is missing, so no power cut was replayed\n\n');

describe.runIf(hasStrace)('a power cut', () => {
  let ground: Ground;
  beforeAll(async () => {
    mkdirSync(join(root, 'ground'));
    ground = await layGround(join(root, 'ground'));
  });

  it.each<Work>(['import', 'passphrase', 'backup'])(
    `in ${STATES} states of “%s”: what was acknowledged is there, and everything opens`,
    async (work) => {
      const run = await recordWork(work, ground, root);
      const cuts = [...powerCuts(run, { tears: 1 })];
      // Spread over the whole run: the same ones each time.
      const chosen = cuts.filter((_, index) => index % Math.ceil(cuts.length / STATES) === 0);
      for (const cut of chosen) await checkPowerCut(run, cut, join(root, 'after'));
      expect(chosen.length).toBeGreaterThan(STATES / 3);
    },
  );
});
