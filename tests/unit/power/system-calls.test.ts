// The reader of strace's log, by lines as strace writes them.
import { expect, it } from 'vitest';
import { hex } from '../../helpers/power/as-strace.ts';
import { bytesOf, parseLog } from '../../helpers/power/system-calls.ts';

it('reads a call with its arguments and its answer', () => {
  const [call] = parseLog(`77 openat(AT_FDCWD, ${hex('/a, (b)')}, O_RDWR|O_CREAT|O_EXCL, 0600) = 21`);
  expect(call).toMatchObject({ name: 'openat', result: 21, thread: '77', began: 0, ended: 0, isInjected: false });
  expect(call?.args).toHaveLength(4);
  expect(bytesOf(call?.args[1]).toString()).toBe('/a, (b)');
});

it('reads an answer that names a long path', () => {
  const path = hex(`/tmp/${'a-long-name/'.repeat(30)}`).slice(1, -1);
  const [call] = parseLog(`77 openat(AT_FDCWD, ${hex('/a')}, O_WRONLY|O_CREAT, 0600) = 21<${path}>`);
  expect(call).toMatchObject({ name: 'openat', result: 21 });
  expect(call?.args).toHaveLength(4);
});

it('joins a call that another thread interrupted, and remembers when it began', () => {
  const calls = parseLog(
    [
      `7 pwrite64(21, ${hex('abc')}, 3, 512 <unfinished ...>`,
      '8 fsync(22)              = 0',
      '7 <... pwrite64 resumed>) = 3',
    ].join('\n'),
  );
  expect(calls.map(({ name, began, ended }) => [name, began, ended])).toEqual([
    ['fsync', 1, 1],
    ['pwrite64', 0, 2],
  ]);
  expect(calls[1]?.args.slice(2)).toEqual(['3', '512']);
});

it('puts a close where it began: its number may be given out again before it ends', () => {
  const calls = parseLog(
    [
      '7 close(21 <unfinished ...>',
      `8 openat(AT_FDCWD, ${hex('/x')}, O_RDONLY) = 21`,
      '7 <... close resumed>) = 0',
    ].join('\n'),
  );
  expect(calls.map(({ name }) => name)).toEqual(['close', 'openat']);
});

it('knows failures and who made them', () => {
  const calls = parseLog(
    [
      `7 mkdir(${hex('/x')}, 0700) = -1 EEXIST (File exists)`,
      '7 fsync(3) = -1 EIO (Input/output error) (INJECTED)',
    ].join('\n'),
  );
  expect(calls.map(({ error, isInjected }) => [error, isInjected])).toEqual([
    ['EEXIST', false],
    ['EIO', true],
  ]);
});

it('leaves out what never ended, signals and exits', () => {
  const log = ['7 fsync(3 <unfinished ...>', '7 exit_group(0) = ?', '7 +++ exited with 0 +++'].join('\n');
  expect(parseLog(log)).toEqual([]);
});

it('refuses bytes that were cut off', () => {
  expect(() => bytesOf(`${hex('abc')}...`)).toThrow(/whole/);
});
