// A disk that forgets: bytes last only once their file was fsynced, names only once their folder was.
import { dirname, isAbsolute } from 'node:path';
import { bytesOf, type SystemCall } from './system-calls.ts';
import { type Change, contentAfter, sizesOf } from './tear.ts';

/** A change or a name that no fsync has covered, with the line of the log at which it was done. */
type Pending<T> = T & { readonly done: number };

export interface DiskFile {
  readonly kind: 'file';
  durable: Buffer;
  pending: Pending<Change>[];
  /** Every path it ever had, below the root. */
  readonly names: string[];
}

/** A name given (`node`) or taken away. The two halves of a rename have the same `done`. */
type Naming = { readonly name: string; readonly node: DiskNode | undefined };

export interface DiskFolder {
  readonly kind: 'folder';
  readonly durable: Map<string, DiskNode>;
  pending: Pending<Naming>[];
  /** As programs see it. */
  readonly now: Map<string, DiskNode>;
  readonly names: string[];
}

export type DiskNode = DiskFile | DiskFolder;

interface OpenFile {
  readonly node: DiskNode;
  position: number;
  readonly appends: boolean;
}

export function newFile(durable: Buffer = Buffer.alloc(0)): DiskFile {
  return { kind: 'file', durable, pending: [], names: [] };
}

export function newFolder(): DiskFolder {
  return { kind: 'folder', durable: new Map(), pending: [], now: new Map(), names: [] };
}

/** What a disk did with a call: an fsync tells of which file or folder. */
export type Outcome = { readonly synced: DiskNode } | undefined;

/** The files below `rootPath` as they were, durably, when the program started, and as the calls change them. */
export class Disk {
  readonly root: DiskFolder;
  readonly #rootPath: string;
  readonly #open = new Map<number, OpenFile>();

  constructor(rootPath: string, root: DiskFolder) {
    this.#rootPath = rootPath;
    this.root = root;
  }

  /**
   * Does what a call did; calls that failed, and those outside the root, do nothing. `isSyncLost` may let an fsync go by without effect.
   * Throws for a call below the root whose effect the model does not know.
   */
  apply(call: SystemCall, isSyncLost: (node: DiskNode) => boolean = () => false): Outcome {
    if (call.result < 0) return undefined;
    const { name, args, ended } = call;
    switch (name) {
      case 'open':
        return this.#opened(args[0], args[1] ?? '', call);
      case 'openat':
        return this.#opened(args[1], args[2] ?? '', call);
      case 'creat':
        return this.#opened(args[0], 'O_WRONLY|O_CREAT|O_TRUNC', call);
      case 'close':
        this.#open.delete(Number(args[0]));
        return undefined;
      case 'write':
      case 'pwrite64':
        return this.#written(Number(args[0]), bytesOf(args[1]).subarray(0, call.result), args[3], ended);
      case 'writev':
      case 'pwritev':
        return this.#written(Number(args[0]), vectorOf(args[1]).subarray(0, call.result), args[3], ended);
      case 'lseek':
        this.#moved(Number(args[0]), call.result);
        return undefined;
      case 'ftruncate':
        return this.#resized(this.#open.get(Number(args[0]))?.node, Number(args[1]), ended);
      case 'truncate':
        return this.#resized(this.#find(pathOf(args[0])), Number(args[1]), ended);
      case 'rename':
        return this.#renamed(pathOf(args[0]), pathOf(args[1]), ended);
      case 'renameat':
      case 'renameat2':
        return this.#renamed(pathOf(args[1]), pathOf(args[3]), ended);
      case 'link':
        return this.#named(pathOf(args[1]), this.#find(pathOf(args[0])), ended);
      case 'linkat':
        return this.#named(pathOf(args[3]), this.#find(pathOf(args[1])), ended);
      case 'unlink':
      case 'rmdir':
        return this.#named(pathOf(args[0]), undefined, ended);
      case 'unlinkat':
        return this.#named(pathOf(args[1]), undefined, ended);
      case 'mkdir':
        return this.#named(pathOf(args[0]), newFolder(), ended);
      case 'mkdirat':
        return this.#named(pathOf(args[1]), newFolder(), ended);
      case 'fsync':
      case 'fdatasync':
        return this.#synced(this.#open.get(Number(args[0]))?.node, call.began, isSyncLost);
      default:
        return this.#refuse(call);
    }
  }

  #opened(path: string | undefined, flags: string, { result, ended }: SystemCall): undefined {
    this.#open.delete(result);
    const inside = this.#inside(pathOf(path));
    if (inside === undefined) return undefined;
    let node = this.#find(inside);
    if (node === undefined) {
      if (!flags.includes('O_CREAT')) throw new Error(`${inside} was opened, and the model does not know it`);
      node = newFile();
      this.#named(inside, node, ended);
    }
    if (flags.includes('O_TRUNC')) this.#resized(node, 0, ended);
    this.#open.set(result, { node, position: 0, appends: flags.includes('O_APPEND') });
    return undefined;
  }

  #written(descriptor: number, bytes: Buffer, position: string | undefined, done: number): undefined {
    const open = this.#open.get(descriptor);
    if (open?.node.kind !== 'file' || bytes.length === 0) return undefined;
    const at = position !== undefined ? Number(position) : open.appends ? lengthOf(open.node) : open.position;
    open.node.pending.push({ kind: 'write', at, bytes, done });
    if (position === undefined) open.position = at + bytes.length;
    return undefined;
  }

  #moved(descriptor: number, position: number): void {
    const open = this.#open.get(descriptor);
    if (open !== undefined) open.position = position;
  }

  #resized(node: DiskNode | undefined, size: number, done: number): undefined {
    if (node?.kind === 'file' && lengthOf(node) !== size) node.pending.push({ kind: 'size', size, done });
    return undefined;
  }

  #renamed(from: string, to: string, done: number): undefined {
    const node = this.#find(from);
    if (node === undefined) return undefined;
    this.#named(to, node, done);
    this.#named(from, undefined, done);
    return undefined;
  }

  #named(path: string, node: DiskNode | undefined, done: number): undefined {
    const inside = this.#inside(path);
    if (inside === undefined) return undefined;
    const folder = this.#find(dirname(inside));
    if (folder?.kind !== 'folder') throw new Error(`${inside} has a folder the model does not know`);
    const name = inside.slice(dirname(inside).length + 1);
    folder.pending.push({ name, node, done });
    if (node === undefined) folder.now.delete(name);
    else {
      folder.now.set(name, node);
      node.names.push(inside.slice(this.#rootPath.length + 1));
    }
    return undefined;
  }

  /** Makes durable what was done before the call began. */
  #synced(node: DiskNode | undefined, began: number, isSyncLost: (node: DiskNode) => boolean): Outcome {
    if (node === undefined) return undefined;
    if (isSyncLost(node)) return { synced: node };
    if (node.kind === 'file') {
      const [covered, later] = split(node.pending, began);
      node.durable = contentAfter(node.durable, covered);
      node.pending = later;
    } else {
      const [covered, later] = split(node.pending, began);
      for (const { name, node: named } of covered) setName(node.durable, name, named);
      node.pending = later;
    }
    return { synced: node };
  }

  /** Calls that would change files behind the model's back. */
  #refuse({ name, args }: SystemCall): undefined {
    const isShared = name === 'mmap' && args[3]?.includes('MAP_SHARED') && args[2]?.includes('PROT_WRITE');
    const descriptors = name === 'mmap' ? (isShared ? [args[4]] : []) : [args[0], args[1], args[2]];
    // A ring of its own thread reads and writes files; libuv's other rings only watch descriptors.
    const isFileRing = name === 'io_uring_setup' && args[1]?.includes('IORING_SETUP_SQPOLL');
    if (isFileRing || (name !== 'io_uring_setup' && descriptors.some((each) => this.#open.has(Number(each)))))
      throw new Error(`The model does not know what ${name} does to a file`);
    return undefined;
  }

  #inside(path: string): string | undefined {
    return path === this.#rootPath || path.startsWith(`${this.#rootPath}/`) ? path : undefined;
  }

  #find(path: string): DiskNode | undefined {
    if (path === this.#rootPath) return this.root;
    if (!path.startsWith(`${this.#rootPath}/`)) return undefined;
    let node: DiskNode | undefined = this.root;
    for (const name of path.slice(this.#rootPath.length + 1).split('/'))
      node = node?.kind === 'folder' ? node.now.get(name) : undefined;
    return node;
  }
}

/** Gives or takes a name. */
export function setName(names: Map<string, DiskNode>, name: string, node: DiskNode | undefined): void {
  if (node === undefined) names.delete(name);
  else names.set(name, node);
}

function split<T>(pending: readonly Pending<T>[], began: number): [Pending<T>[], Pending<T>[]] {
  return [pending.filter(({ done }) => done < began), pending.filter(({ done }) => done >= began)];
}

function lengthOf({ durable, pending }: DiskFile): number {
  return sizesOf(durable, pending).at(-1) ?? 0;
}

function pathOf(arg: string | undefined): string {
  const path = bytesOf(arg).toString('utf8');
  // A relative one would have to be followed from the working directory; the programs watched use none below the root.
  return isAbsolute(path) ? path.replace(/\/+$/, '') : '';
}

/** The bytes of `[{iov_base="…", iov_len=n}, …]`. */
function vectorOf(arg: string | undefined): Buffer {
  return Buffer.concat([...(arg ?? '').matchAll(/iov_base=("[^"]*"(?:\.\.\.)?)/g)].map(([, text]) => bytesOf(text)));
}
