// Replays a recorded run and cuts the power at chosen moments, each time with unsynced things dropped, kept and torn.
import { createHash } from 'node:crypto';
import { Disk, type DiskNode } from './disk.ts';
import { DROPPED, type Fate, KEPT, type Leftovers, leftoversOf, tornBy } from './fates.ts';
import { readFolder } from './folders.ts';
import { bytesOf, type SystemCall } from './system-calls.ts';

/** A run to replay: the folder as it was before, and what the program then asked for. */
export interface Run {
  /** A copy of the folder from before the run. */
  readonly before: string;
  /** Where the folder was during the run. */
  readonly root: string;
  readonly calls: readonly SystemCall[];
}

/** What the disk holds after the power was cut at one moment. */
export interface PowerCut {
  /** Which moment and which fate, for the message of a failure. */
  readonly name: string;
  readonly left: Leftovers;
  /** The lines the program had said on stdout by then. */
  readonly said: readonly string[];
}

export interface ReplayOptions {
  /** Draws of a torn disk at each moment. */
  readonly tears: number;
  /** Besides each fsync, before and after, and each line said: every so many calls. None between without it. */
  readonly every?: number;
  /** Only moments right after the program said something: what was acknowledged must be there then. */
  readonly onlyWhenSaid?: boolean;
  /** Fsyncs that are taken out of the record, by all names the file or folder ever has. */
  readonly leaveOut?: (names: readonly string[]) => boolean;
  readonly seed?: number;
}

/** Every different state, one after the other. A state that comes again while the program has said no more is left out. */
export function* powerCuts(run: Run, options: ReplayOptions): Generator<PowerCut> {
  const namesLater = options.leaveOut === undefined ? [] : syncedNames(run);
  const disk = new Disk(run.root, readFolder(run.before));
  const said: string[] = [];
  const seen = new Set<string>();
  const seed = options.seed ?? 1;
  let syncs = 0;

  function* cut(moment: string, index: number): Generator<PowerCut> {
    const tears = Array.from(
      { length: options.tears },
      (_, draw) => () => tornBy(seed + index * 1_000 + draw, disk.root),
    );
    const fates: readonly (() => Fate)[] = [() => DROPPED, () => KEPT, ...tears];
    for (const makeFate of fates) {
      const fate = makeFate();
      const left = leftoversOf(disk.root, fate);
      const key = `${said.length} ${fingerprint(left)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { name: `${moment}, ${fate.name}`, left, said: [...said] };
    }
  }

  for (const [index, call] of run.calls.entries()) {
    const isSync = call.name === 'fsync' || call.name === 'fdatasync';
    if (isSync && options.onlyWhenSaid !== true) yield* cut(`before fsync ${syncs + 1}`, index);
    const outcome = disk.apply(call, () => options.leaveOut?.(namesLater[syncs] ?? []) === true);
    const line = spokenBy(call);
    if (line !== undefined) said.push(...line);

    if (outcome !== undefined) syncs += 1;
    if (line !== undefined) yield* cut(`after “${line.join(', ')}”`, index);
    else if (options.onlyWhenSaid === true) continue;
    else if (isSync && outcome !== undefined) yield* cut(`after fsync ${syncs}`, index);
    else if (options.every !== undefined && index % options.every === 0) yield* cut(`after call ${index}`, index);
  }
}

/** All names of each file or folder that was fsynced, in the order of the fsyncs: also those it gets only afterwards. */
export function syncedNames({ before, root, calls }: Run): (readonly string[])[] {
  const disk = new Disk(root, readFolder(before));
  const nodes: DiskNode[] = [];
  for (const call of calls) {
    const outcome = disk.apply(call);
    if (outcome !== undefined) nodes.push(outcome.synced);
  }
  return nodes.map((node) => (node === disk.root ? [''] : node.names));
}

function spokenBy({ name, args, result }: SystemCall): readonly string[] | undefined {
  if (name !== 'write' || args[0] !== '1' || result < 0) return undefined;
  return bytesOf(args[1]).toString('utf8').trimEnd().split('\n');
}

const hashes = new WeakMap<Buffer, string>();

function fingerprint(left: Leftovers): string {
  const all = createHash('sha256');
  for (const [name, content] of [...left].sort(([one], [other]) => (one < other ? -1 : 1)))
    all.update(`${name}\0${content === undefined ? '' : hashOf(content)}\0`);
  return all.digest('hex');
}

function hashOf(content: Buffer): string {
  const known = hashes.get(content) ?? createHash('sha256').update(content).digest('hex');
  hashes.set(content, known);
  return known;
}
