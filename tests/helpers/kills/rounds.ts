// Kills the real core process at random moments of its work, again and again on the same vault, and looks after each kill what is left.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Job } from '../../../shared/model/job.ts';
import { chanceOf } from '../../letters/chance.ts';
import { endOf } from '../core.ts';
import { type CoreChild, type QuickStart, startCoreChild } from '../core-child.ts';

/** A core and a window's client of it. */
export interface RunningCore extends CoreChild {
  readonly client: Client;
}

/** Something the app does that may be cut off at any moment. */
export interface Operation {
  readonly name: string;
  readonly vaultDir: string;
  /** False for work without an open vault: then there is no opening to be killed at, and nothing that goes on by itself. */
  readonly opensVault: boolean;
  /** Opens the vault, and throws when it does not open as it should. */
  open(core: RunningCore): Promise<void>;
  /** Looks at what all rounds before have left, on a fresh core that is open: nothing acknowledged is lost, nothing half-done is visible. */
  check(core: RunningCore): Promise<void>;
  /** Does the work of a round to its end, and keeps in mind what was acknowledged on the way. */
  work(core: RunningCore, round: number): Promise<void>;
}

/** How often the process was killed, and when. */
export interface Kills {
  readonly name: string;
  /** While the vault was being opened, or what was cut off was gone on with. */
  opening: number;
  working: number;
  /** After the work had come to its end. */
  idle: number;
  readonly seconds: number;
}

/** Longer than any step takes on a machine busy with much else: what is not at its end by then never will be. */
const LONGEST_STEP_MS = 20 * 60_000;

/** One kill in so many comes while the vault is being opened and what was cut off goes on. */
const OPENING_SHARE = 0.2;

/** Kills `rounds` times; the moments follow from seed and name, and from how long the work takes here.  Throws when anything is not as it should be. */
export async function killRounds(
  given: Operation,
  { rounds, seed, quick }: { readonly rounds: number; readonly seed: number; readonly quick: QuickStart },
): Promise<Kills> {
  const operation = limited(given);
  const chance = chanceOf([...operation.name].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), seed));
  const start = () => startOne(operation.vaultDir, quick);
  const kills = { name: operation.name, opening: 0, working: 0, idle: 0 };
  const started = performance.now();
  const spans = await measure(operation, await start());
  for (let round = 1; round <= rounds; round += 1) {
    if (round % 10 === 0) process.stderr.write(`${operation.name}: ${round} of ${rounds}\n`);
    await using core = await start();
    if (operation.opensVault && chance.says(OPENING_SHARE)) {
      await killedOrEnded(
        core,
        operation.open(core).then(() => settle(core.client)),
        chance.next() * spans.opening,
      );
      kills.opening += 1;
      continue;
    }
    await operation.open(core);
    await operation.check(core);
    const before = performance.now();
    const how = await killedOrEnded(core, operation.work(core, round), chance.next() * spans.working);
    kills[how === 'ended' ? 'idle' : 'working'] += 1;
    // How long the work takes changes with what else the machine does.
    spans.working = how === 'ended' ? (performance.now() - before) * 1.1 : spans.working * 1.05;
  }
  await using core = await start();
  await operation.open(core);
  await operation.check(core);
  return { ...kills, seconds: Math.round((performance.now() - started) / 1000) };
}

/** The same, but a step that hangs is an error that says which one, and not the silence of a test that runs out of time. */
function limited(operation: Operation): Operation {
  const within = <T>(step: string, work: Promise<T>): Promise<T> => {
    const limit = new AbortController();
    const hanging = after(LONGEST_STEP_MS, undefined, { signal: limit.signal }).then(() => {
      throw new Error(`${operation.name}: ${step} hangs`);
    });
    hanging.catch(() => undefined);
    return Promise.race([work, hanging]).finally(() => limit.abort());
  };
  return {
    ...operation,
    open: (core) => within('opening', operation.open(core)),
    check: (core) => within('looking at what is left', operation.check(core)),
    work: (core, round) => within('the work', operation.work(core, round)),
  };
}

async function startOne(vaultDir: string, quick: QuickStart): Promise<RunningCore> {
  const core = startCoreChild(vaultDir, quick);
  const client = core.connect();
  // From here on a kill is one of a program that runs.
  await client.vault.state({});
  return { ...core, client };
}

/** A round that is not killed: how long opening and working take, in milliseconds, with some time after their ends. */
async function measure(
  operation: Operation,
  started: RunningCore,
): Promise<{ readonly opening: number; working: number }> {
  await using core = started;
  const before = performance.now();
  await operation.open(core);
  const opened = performance.now();
  await operation.check(core);
  const checked = performance.now();
  await operation.work(core, 0);
  return { opening: (opened - before) * 2, working: (performance.now() - checked) * 1.1 };
}

/** Kills the process after so many milliseconds, or once the work has ended. An error of the work before the kill is thrown. */
async function killedOrEnded(core: RunningCore, work: Promise<void>, wait: number): Promise<'killed' | 'ended'> {
  let isKilled = false;
  const ended = work.then(
    () => 'ended' as const,
    (cause: unknown) => {
      // Calls under way fail when the process goes.
      if (!isKilled) throw cause;
      return 'killed' as const;
    },
  );
  // The moment of the kill is the random input of this test, nothing waits for anything here.
  const how = await Promise.race([ended, after(wait, 'killed' as const)]);
  isKilled = true;
  ended.catch(() => undefined);
  await core.kill();
  return how;
}

/** Waits until everything that goes on by itself after opening has ended, and expects it to have ended well. */
export async function settle(client: Client): Promise<void> {
  const jobs: Job[] = [];
  for (const { id } of await client.jobs.list({})) jobs.push(await endOf(client, id));
  expect(jobs.filter(({ state }) => state !== 'done')).toEqual([]);
}

/** The app's own check of the whole vault finds nothing, and nothing unfinished lies around. */
export async function expectSound({ client }: RunningCore, vaultDir: string): Promise<void> {
  expect(readdirSync(join(vaultDir, 'tmp'))).toEqual([]);
  const { result } = await endOf(client, (await client.upkeep.verify({})).jobId);
  expect(result?.health?.damaged).toEqual([]);
}

/** One line for people. */
export function inWords({ name, opening, working, idle, seconds }: Kills): string {
  return `${name}: killed ${opening + working + idle} times (${working} at work, ${opening} while opening and going on, ${idle} just after), ${seconds} s`;
}
