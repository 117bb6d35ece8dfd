// The replay as a whole, on a run written by hand: a program that saves a note in the careful way, and what each of its fsyncs is for.
import { expect, it } from 'vitest';
import { hex } from '../../helpers/power/as-strace.ts';
import { newFolder } from '../../helpers/power/disk.ts';
import { powerCuts, type Run, syncedNames } from '../../helpers/power/replay.ts';
import { parseLog } from '../../helpers/power/system-calls.ts';

const LINES = [
  `openat(AT_FDCWD, ${hex('/r/new')}, O_WRONLY|O_CREAT|O_EXCL, 0600) = 3`,
  `write(3, ${hex('the note')}, 8) = 8`,
  'fsync(3)                = 0',
  'close(3)                = 0',
  `rename(${hex('/r/new')}, ${hex('/r/note')}) = 0`,
  `openat(AT_FDCWD, ${hex('/r')}, O_RDONLY|O_DIRECTORY) = 3`,
  'fsync(3)                = 0',
  'close(3)                = 0',
  `write(1, ${hex('saved\n')}, 6) = 6`,
];

const RUN: Run = {
  before: newFolder,
  root: '/r',
  calls: parseLog(LINES.map((line) => `1 ${line}`).join('\n')),
};

const isKept = ({ left, said }: { left: ReadonlyMap<string, Buffer | undefined>; said: readonly string[] }) =>
  left.has('note') ? left.get('note')?.toString() === 'the note' : !said.includes('saved');

it('keeps the note, whole, wherever the power is cut', () => {
  const cuts = [...powerCuts(RUN, { tears: 20, every: 1 })];
  expect(cuts.every(isKept)).toBe(true);
  expect(cuts.some(({ left }) => left.has('note'))).toBe(true);
  expect(cuts.some(({ left }) => !left.has('note'))).toBe(true);
});

it('loses it without either fsync', () => {
  expect(syncedNames(RUN)).toEqual([['new', 'note'], ['']]);
  for (const name of ['note', ''])
    expect([...powerCuts(RUN, { tears: 5, leaveOut: (names) => names.includes(name) })].every(isKept)).toBe(false);
});

it('shows each state once while nothing more was said', () => {
  const names = [...powerCuts(RUN, { tears: 0, every: 1 })].map(({ left, said }) =>
    JSON.stringify([[...left].map(([name, content]) => [name, content?.toString()]).sort(), said.length]),
  );
  expect(new Set(names).size).toBe(names.length);
});
