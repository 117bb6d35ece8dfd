// The lock file: tells a second opener early and plainly. SQLite's exclusive lock is the one that counts.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { AppError, isAppError } from '../../shared/errors.ts';
import { systemCode, toFileError } from './file-errors.ts';
import { FILE_MODE } from './layout.ts';

const Holder = z.object({ pid: z.number().int().positive(), host: z.string(), startedAt: z.string(), id: z.string() });
type Holder = z.infer<typeof Holder>;

/** The holder renews the file's time this often; a lock of another computer counts as left behind after the longer span. */
const RENEW_MS = 5 * 60_000;
const FOREIGN_STALE_MS = 30 * 60_000;

/** The locks this process holds. One of its own that is not among them could not be removed when it was released. */
const held = new Set<string>();

export interface VaultLock {
  /** Removes the lock file if it is still ours. Where it can't be removed it stays, and counts as left behind. */
  release(): void;
}

/**
 * Takes the lock, clearing one that was left behind by a process that is gone. On a full disk the vault opens without the file: its papers can
 * be read, and SQLite's lock still holds. Throws vault-in-use, vault-read-only, vault-disk-fault.
 */
export function acquireLock(path: string): VaultLock {
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: startOf(process.pid),
    id: randomBytes(16).toString('hex'),
  };
  if (!tryWrite(path, own)) {
    if (isHeld(path)) throw new AppError('vault-in-use');
    clear(path);
    if (!tryWrite(path, own)) throw new AppError('vault-in-use');
  }
  held.add(own.id);
  const timer = setInterval(() => renew(path), RENEW_MS);
  timer.unref();
  return {
    release: () => {
      clearInterval(timer);
      held.delete(own.id);
      try {
        if (readHolder(path)?.id === own.id) unlinkSync(path);
      } catch (cause) {
        if (systemCode(cause) === undefined && !isAppError(cause)) throw cause;
      }
    },
  };
}

/** Takes no lock, but throws vault-in-use while another program holds one: what it writes now could not be read as one whole. */
export function assertNotHeld(path: string): void {
  if (isHeld(path)) throw new AppError('vault-in-use');
}

function tryWrite(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: FILE_MODE });
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    const error = toFileError(cause);
    if (!isAppError(error) || error.code !== 'vault-disk-full') throw error;
    // What was cut off tells nobody anything.
    rmSync(path, { force: true });
    return true;
  }
}

/** Clears a lock that was left behind; another may have done so in the meantime. */
function clear(path: string): void {
  try {
    unlinkSync(path);
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw toFileError(cause);
  }
}

function isHeld(path: string): boolean {
  const holder = readHolder(path);
  // A lock that cannot be read was cut off by a crash while it was written.
  if (holder === undefined) return false;
  if (holder.host !== hostname()) return Date.now() - statSync(path).mtimeMs < FOREIGN_STALE_MS;
  if (!isAlive(holder.pid) || startOf(holder.pid) !== holder.startedAt) return false;
  return holder.pid !== process.pid || held.has(holder.id);
}

function readHolder(path: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch (cause) {
    if (cause instanceof SyntaxError || systemCode(cause) === 'ENOENT') return undefined;
    throw toFileError(cause);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return systemCode(cause) !== 'ESRCH';
  }
}

/** When a process started, as Linux tells it (clock ticks since boot, field 22), so that a reused pid is not taken for the holder; elsewhere empty. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ESRCH') return '';
    throw cause;
  }
}

function renew(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Advisory only: the file may have been removed by hand or the disk gone read-only. SQLite's lock still holds.
    return;
  }
}
