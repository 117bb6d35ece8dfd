// Which file each system call of a recording is about.
import { bytesOf, type SystemCall } from './system-calls.ts';

/** The path a call is about, by its number: what it names, or what its descriptor was opened as; undefined for pipes and the like. */
export function touchedPaths(calls: readonly SystemCall[]): (string | undefined)[] {
  const open = new Map<string, string>();
  return calls.map((call) => {
    const { name, args, result } = call;
    if (name === 'close') {
      const path = open.get(args[0] ?? '');
      open.delete(args[0] ?? '');
      return path;
    }
    const named = args.find((arg) => arg.startsWith('"'));
    if (!NAMING.has(name)) return open.get(name === 'mmap' ? (args[4] ?? '') : (args[0] ?? ''));
    const path = named === undefined ? undefined : bytesOf(named).toString('utf8');
    if (OPENING.has(name) && result >= 0 && path !== undefined) open.set(String(result), path);
    return path;
  });
}

const OPENING = new Set(['open', 'openat', 'openat2', 'creat']);
const NAMING = new Set([
  ...OPENING,
  ...['truncate', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat'],
  ...['unlink', 'unlinkat', 'mkdir', 'mkdirat', 'rmdir'],
]);
