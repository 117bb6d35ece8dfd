// Every call on the disk that opening, importing, building, backing up, changing the passphrase and locking make, failing once each.
// About 1,000 of them, each a run of its own: an hour and a half, more on a busy machine. FAULTS_FROM=500 goes on there after a run that was cut off.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetFault, possibleFaults } from '../helpers/power/faults.ts';
import { type Ground, layGround } from '../helpers/power/scenarios.ts';
import { hasStrace } from '../helpers/power/strace.ts';

/** For all of them on a machine with a great deal else to do. */
const LONGEST_MS = 12 * 3_600_000;
const from = Number(process.env.FAULTS_FROM ?? 0);

const root = mkdtempSync(join(tmpdir(), 'appeal-vault-faults-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.runIf(hasStrace)('a fault of the disk', () => {
  let ground: Ground;
  beforeAll(async () => {
    mkdirSync(join(root, 'ground'));
    ground = await layGround(join(root, 'ground'));
  });

  it('at any call is said in words and loses nothing', { timeout: LONGEST_MS }, async () => {
    const faults = (await possibleFaults(ground, root)).slice(from);
    const broken: string[] = [];
    const hits = new Map<string, number>();
    let done = 0;
    const tell = () => {
      const byCall = [...hits].map(([call, count]) => `${call} ${count}`).join(', ');
      process.stderr.write(
        `${done} of ${faults.length} faults (from ${from}); hit the vault or a backup: ${byCall}; ${broken.length} broke a promise\n`,
      );
    };
    const queue = faults.values();
    const meetThem = async () => {
      for (const fault of queue) {
        const report = await meetFault(ground, fault, root).catch((cause: Error) => {
          broken.push(cause.message);
          process.stderr.write(`BROKEN (${JSON.stringify(fault)}): ${cause.message}\n`);
        });
        if (report?.hit !== undefined) hits.set(fault.call, (hits.get(fault.call) ?? 0) + 1);
        done += 1;
        if (done % 25 === 0) tell();
      }
    };
    await Promise.all([meetThem(), meetThem()]);
    tell();
    expect(broken).toEqual([]);
    // Counts of calls differ from run to run, and some faults hit a pipe between the program's threads instead: enough of them hit what was meant.
    const all = [...hits.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(faults.length / 4);
  });
});
