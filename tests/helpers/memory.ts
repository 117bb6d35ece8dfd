// Looks through the memory of running processes, as a core dump would keep it. Linux only.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** A process and what it was started as. */
export interface ProcessOfApp {
  readonly pid: number;
  readonly command: string;
}

/** What is looked for: a name, and the bytes in any of their spellings. */
export type Needles = Readonly<Record<string, readonly Buffer[]>>;

const PIECE_BYTES = 16 << 20;
const PAGE_BYTES = 4096;

/** The process and all that descend from it, children after their parents. */
export function familyOf(root: number): readonly ProcessOfApp[] {
  const command = commandOf(root);
  if (command === undefined) return [];
  return [{ pid: root, command }, ...childrenOf(root).flatMap(familyOf)];
}

/** The names of what stands anywhere in the memory of a process. It is stopped while it is read, and goes on afterwards. */
export async function foundInMemory(pid: number, needles: Needles): Promise<readonly string[]> {
  process.kill(pid, 'SIGSTOP');
  try {
    while (!/^State:\s+[Tt]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')));
    const found = await namesIn(pid, needles);
    return Object.keys(needles).filter((name) => found.has(name));
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

async function namesIn(pid: number, needles: Needles): Promise<ReadonlySet<string>> {
  const all = Object.entries(needles).flatMap(([name, spellings]) => spellings.map((bytes) => ({ name, bytes })));
  const longest = Math.max(...all.map(({ bytes }) => bytes.length));
  const search = searchFor(all);
  const found = new Set<string>();
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const { from, to } of regionsOf(pid))
      for (let at = from; at < to; at += PIECE_BYTES) {
        search(readPiece(memory, at, Math.min(to - at, PIECE_BYTES + longest)), found);
        // Connections to the process that close meanwhile have to be noticed.
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
  } finally {
    closeSync(memory);
  }
  return found;
}

interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One pass for all needles: their first two bytes lead to them. */
function searchFor(needles: readonly Needle[]): (piece: Buffer, found: Set<string>) => void {
  const starts = new Map<number, Needle[]>();
  for (const needle of needles) {
    const start = needle.bytes.readUInt16BE(0);
    starts.set(start, [...(starts.get(start) ?? []), needle]);
  }
  const isStart = Uint8Array.from({ length: 1 << 16 }, (_, start) => (starts.has(start) ? 1 : 0));
  return (piece, found) => {
    let last = piece[0] ?? 0;
    for (let at = 1; at < piece.length; at += 1) {
      const now = piece[at] ?? 0;
      const start = (last << 8) | now;
      last = now;
      if (isStart[start] === 0) continue;
      for (const { name, bytes } of starts.get(start) ?? [])
        if (piece.compare(bytes, 0, bytes.length, at - 1, Math.min(piece.length, at - 1 + bytes.length)) === 0)
          found.add(name);
    }
  };
}

/** What the process can have written and what is really there: not the programs mapped from files, nor the kernel's own pages. */
function regionsOf(pid: number): { readonly from: number; readonly to: number }[] {
  const regions: { from: number; to: number }[] = [];
  let isOwn = false;
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    const region = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line);
    if (region !== null) {
      const [, from = '', to = '', may = '', path = ''] = region;
      isOwn = may.startsWith('r') && !path.startsWith('[v') && (may[1] === 'w' || !path.startsWith('/'));
      if (isOwn) regions.push({ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) });
    } else if (isOwn && /^Rss:\s+0 kB$/.test(line)) {
      // Reserved, and never touched.
      regions.pop();
      isOwn = false;
    }
  }
  return regions;
}

/** What can be read there; zeros for pages that can't. */
function readPiece(memory: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    try {
      const read = readSync(memory, bytes, filled, length - filled, at + filled);
      if (read === 0) break;
      filled += read;
    } catch {
      bytes.fill(0, filled, filled + PAGE_BYTES);
      filled = Math.min(length, filled + PAGE_BYTES);
    }
  }
  return bytes.subarray(0, filled);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return undefined;
  }
}

/** The spellings in which a secret of bytes could lie in memory: as it is, in hexadecimal digits, in Base64. */
export function spellingsOfKey(key: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(key);
  const hex = bytes.toString('hex');
  return [bytes, ...[hex, hex.toUpperCase(), bytes.toString('base64').slice(0, -2)].flatMap(spellingsOfText)];
}

/** A text in one-byte and in two-byte signs. */
export function spellingsOfText(text: string): readonly Buffer[] {
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
}
