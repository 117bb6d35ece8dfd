// Replays a recorded run and cuts the power at chosen moments, each time with unsynced things dropped, kept and torn.
import { createHash } from 'node:crypto';
import { Disk, type DiskFolder, type DiskNode } from './disk.ts';
import { DROPPED, type Fate, KEPT, type Leftovers, leftoversOf, tornBy } from './fates.ts';
import { bytesOf, type SystemCall } from './system-calls.ts';

/** A run to replay: the folder as it was before, and what the program then asked for. */
export interface Run {
  /** The disk as it was before the run, anew each time: the replay changes it. */
  readonly before: () => DiskFolder;
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
  const disk = new Disk(run.root, run.before());
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
  const disk = new Disk(root, before());
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

/** The disk at the moment at which a program was killed, before the call with this number: what it had asked for and not yet made lasting is still pending. */
export function diskAtKill(run: Run, index: number): DiskFolder {
  const disk = new Disk(run.root, run.before());
  for (const call of run.calls.slice(0, index)) disk.apply(call);
  const lines = Math.max(...run.calls.map(({ ended }) => ended)) + 1;
  settleBefore(disk.root, lines);
  return disk.root;
}

/** Puts what is pending before the first line of the next log. */
function settleBefore(node: DiskNode, lines: number, seen = new Set<DiskNode>()): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'file') {
    node.pending = node.pending.map((change) => ({ ...change, done: change.done - lines }));
    return;
  }
  node.pending = node.pending.map((naming) => ({ ...naming, done: naming.done - lines }));
  const below = [
    ...node.durable.values(),
    ...node.now.values(),
    ...node.pending.flatMap(({ node: named }) => named ?? []),
  ];
  for (const each of below) settleBefore(each, lines, seen);
}
