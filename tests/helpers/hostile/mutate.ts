// Spoils a file the way bad disks, bad programs and bad people do; the same chance spoils it the same way.
import type { Chance } from '../../letters/chance.ts';

/** Numbers that programs trip over when they stand where a length or a count is read. */
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** A copy with one to eight things wrong with it. */
export function mutated(bytes: Uint8Array, chance: Chance): Uint8Array {
  let spoilt: Buffer = Buffer.from(bytes);
  for (let count = chance.whole(1, 8); count > 0; count -= 1) spoilt = chance.pick(WAYS)(spoilt, chance);
  return spoilt;
}

type Way = (bytes: Buffer, chance: Chance) => Buffer;

const flip: Way = (bytes, chance) => {
  const at = placeIn(bytes, chance);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.whole(0, 7));
  return bytes;
};

const number: Way = (bytes, chance) => {
  const at = placeIn(bytes, chance);
  const length = Math.min(chance.pick([1, 2, 4]), bytes.length - at);
  const value = Buffer.alloc(4);
  if (chance.says(0.5)) value.writeUInt32LE(chance.pick(NUMBERS));
  else value.writeUInt32BE(chance.pick(NUMBERS));
  value.copy(bytes, at, 0, length);
  return bytes;
};

const noise: Way = (bytes, chance) => {
  const at = placeIn(bytes, chance);
  const end = Math.min(bytes.length, at + chance.whole(1, 64));
  for (let index = at; index < end; index += 1) bytes[index] = chance.whole(0, 255);
  return bytes;
};

const cutOff: Way = (bytes, chance) => (chance.says(0.3) ? bytes.subarray(0, placeIn(bytes, chance)) : bytes);

const leaveOut: Way = (bytes, chance) => {
  const at = placeIn(bytes, chance);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + chance.whole(1, 40))]);
};

const repeat: Way = (bytes, chance) => {
  const at = placeIn(bytes, chance);
  const piece = bytes.subarray(at, at + chance.whole(1, 400));
  return Buffer.concat([
    bytes.subarray(0, at),
    ...Array.from({ length: chance.whole(2, 20) }, () => piece),
    bytes.subarray(at),
  ]);
};

const WAYS: readonly Way[] = [flip, flip, number, number, noise, cutOff, leaveOut, repeat];

/** Anywhere, but more often in the head, where the numbers stand. */
function placeIn(bytes: Buffer, chance: Chance): number {
  const last = Math.max(0, bytes.length - 1);
  return chance.says(0.4) ? chance.whole(0, Math.min(last, 200)) : chance.whole(0, last);
}
