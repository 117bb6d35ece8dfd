// What a power cut leaves of the whole disk: a choice for every name and every byte that no fsync has covered.
import { chanceOf } from '../../letters/chance.ts';
import { type DiskFile, type DiskFolder, type DiskNode, setName } from './disk.ts';
import { contentAfter, torn } from './tear.ts';

/** The files and folders below the root by their path; `undefined` stands for a folder. */
export type Leftovers = ReadonlyMap<string, Buffer | undefined>;

/** What happens to things that no fsync has covered. */
export interface Fate {
  readonly name: string;
  /** Whether a name that was given or taken away at this line of the log is so on the disk. */
  isNamed(done: number): boolean;
  contentOf(file: DiskFile): Buffer;
}

export const DROPPED: Fate = { name: 'dropped', isNamed: () => false, contentOf: (file) => file.durable };

export const KEPT: Fate = {
  name: 'kept',
  isNamed: () => true,
  contentOf: (file) => contentAfter(file.durable, file.pending),
};

/** Files torn, and names kept up to a moment (as a journal does) or each by chance. The halves of a rename go together. Repeats for the same seed. */
export function tornBy(seed: number, root: DiskFolder): Fate {
  const chance = chanceOf(seed);
  const moments = [...new Set(pendingNames(root))].sort((one, other) => one - other);
  const isJournal = chance.says(0.5);
  const kept = new Set(
    isJournal ? moments.slice(0, chance.whole(0, moments.length)) : moments.filter(() => chance.says(0.5)),
  );
  return {
    name: `torn by ${seed}`,
    isNamed: (done) => kept.has(done),
    contentOf: once((file) => torn(file.durable, file.pending, chance)),
  };
}

/** The disk after the power came back. */
export function leftoversOf(root: DiskFolder, fate: Fate): Leftovers {
  const left = new Map<string, Buffer | undefined>();
  const visit = (folder: DiskFolder, path: string) => {
    const names = new Map(folder.durable);
    for (const { name, node, done } of folder.pending) if (fate.isNamed(done)) setName(names, name, node);
    for (const [name, node] of names) {
      const at = path === '' ? name : `${path}/${name}`;
      left.set(at, node.kind === 'file' ? fate.contentOf(node) : undefined);
      if (node.kind === 'folder') visit(node, at);
    }
  };
  visit(root, '');
  return left;
}

function pendingNames(folder: DiskFolder, seen = new Set<DiskNode>()): number[] {
  if (seen.has(folder)) return [];
  seen.add(folder);
  const below = [...folder.durable.values(), ...folder.pending.flatMap(({ node }) => node ?? [])];
  return [
    ...folder.pending.map(({ done }) => done),
    ...below.flatMap((node) => (node.kind === 'folder' ? pendingNames(node, seen) : [])),
  ];
}

/** A file with two names has one content. */
function once(make: (file: DiskFile) => Buffer): (file: DiskFile) => Buffer {
  const made = new Map<DiskFile, Buffer>();
  return (file) => {
    const content = made.get(file) ?? make(file);
    made.set(file, content);
    return content;
  };
}
