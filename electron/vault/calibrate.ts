// How much work a passphrase costs on this computer: about a second, never less than new vaults had before, unless the memory for it is not there.
import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { AppError } from '../../shared/errors.ts';
import { DEFAULT_KDF, KDF_CEILING, KDF_FLOOR, type KdfParams } from '../../shared/vault-format/header.ts';

/** Seconds that turning a passphrase into a key should take. */
const TARGET_SECONDS = 1;
/** Share of the free memory that may be asked for: the rest of the computer goes on working. */
const MEMORY_SHARE = 0.5;

/**
 * The cost for a new passphrase: measured by a second run at the starting cost, since the first one is slowed down by the system handing out memory.
 * Takes about three times the starting cost. Throws memory-short when there is not enough memory for the least cost allowed.
 */
export async function calibratedCost(): Promise<KdfParams> {
  const available = process.availableMemory();
  const start = fittingCost(DEFAULT_KDF, available * MEMORY_SHARE);
  await seconds(start);
  return costFor(await seconds(start), start, available * MEMORY_SHARE);
}

/**
 * The cost that takes about the target on a computer where `start` took so many seconds: more passes first, then, when their ceiling is reached, more
 * memory, as far as `bytes` reach. Never less than `start`.
 */
export function costFor(secondsOfStart: number, start: KdfParams, bytes: number): KdfParams {
  const factor = TARGET_SECONDS / Math.max(secondsOfStart, 0.001);
  const wanted = Math.max(start.passes, Math.floor(start.passes * factor));
  const passes = Math.min(KDF_CEILING.passes, wanted);
  let memoryKiB = start.memoryKiB;
  const isShort = () => (passes * memoryKiB) / (start.passes * start.memoryKiB) <= factor / 2;
  while (isShort() && memoryKiB * 2 <= KDF_CEILING.memoryKiB && memoryKiB * 2 * 1024 <= bytes) memoryKiB *= 2;
  return { ...start, passes, memoryKiB };
}

/** A cost whose memory fits into `bytes`: halved as often as needed, never below the floor. Throws memory-short. */
export function fittingCost(cost: KdfParams, bytes: number): KdfParams {
  let memoryKiB = cost.memoryKiB;
  while (memoryKiB * 1024 > bytes && memoryKiB / 2 >= KDF_FLOOR.memoryKiB) memoryKiB /= 2;
  if (memoryKiB * 1024 > bytes) throw memoryShort(memoryKiB);
  return { ...cost, memoryKiB };
}

/** Throws memory-short when the memory a cost asks for is not free: the library would end the process without a word. */
export function assertMemory({ memoryKiB }: KdfParams): void {
  if (memoryKiB * 1024 > process.availableMemory()) throw memoryShort(memoryKiB);
}

/** The larger of two costs, each part by itself: a change of the passphrase never makes it cheaper. */
export function atLeast(cost: KdfParams, other: KdfParams): KdfParams {
  return {
    memoryKiB: Math.max(cost.memoryKiB, other.memoryKiB),
    passes: Math.max(cost.passes, other.passes),
    lanes: Math.max(cost.lanes, other.lanes),
  };
}

function memoryShort(memoryKiB: number): AppError {
  return new AppError('memory-short', { details: { megabytes: Math.round(memoryKiB / 1024) } });
}

async function seconds({ memoryKiB, passes, lanes }: KdfParams): Promise<number> {
  const start = performance.now();
  await hashRaw(randomBytes(16), {
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
    salt: randomBytes(32),
  });
  return (performance.now() - start) / 1000;
}
