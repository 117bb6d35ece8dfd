// Every call on the disk that opening, importing, building, backing up, changing the passphrase and locking make, failing once each.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetFault, possibleFaults } from '../helpers/power/faults.ts';
import { type Ground, layGround } from '../helpers/power/scenarios.ts';
import { hasStrace } from '../helpers/power/strace.ts';

const root = mkdtempSync(join(tmpdir(), 'appeal-vault-faults-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.runIf(hasStrace)('a fault of the disk', () => {
  let ground: Ground;
  beforeAll(async () => {
    mkdirSync(join(root, 'ground'));
    ground = await layGround(join(root, 'ground'));
  });

  it('at any call is said in words and loses nothing', async () => {
    const faults = await possibleFaults(ground, root);
    const broken: string[] = [];
    let hits = 0;
    const queue = faults.values();
    const meetThem = async () => {
      for (const fault of queue) {
        const report = await meetFault(ground, fault, root).catch((cause: Error) => void broken.push(cause.message));
        if (report?.hit !== undefined) hits += 1;
      }
    };
    await Promise.all([meetThem(), meetThem()]);
    process.stdout.write(
      `${faults.length} faults, ${hits} hit the vault or a backup, ${broken.length} broke a promise\n`,
    );
    expect(broken).toEqual([]);
    // Counts differ a little from run to run, so that some faults hit a pipe of the program instead.
    expect(hits).toBeGreaterThan(faults.length / 2);
  });
});
