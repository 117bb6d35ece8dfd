// A reader that is ended from outside, as a system short of memory does, costs no paper its reading.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { textPdf } from '../../helpers/made-papers.ts';
import { findWord, testReaders } from '../../helpers/readers.ts';

const readers = testReaders(1);
afterAll(() => readers.close());

/** Processes this one has started that still run. */
function children(): number[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

describe.runIf(process.platform === 'linux')('a reader that is ended from outside', () => {
  it('is followed by another, which reads the paper', async () => {
    const others = new Set(children());
    const reading = readers.read(await textPdf([{ text: 'Nightingale', x: 90, y: 120 }]));
    await expect.poll(() => children().filter((pid) => !others.has(pid)).length, { interval: 1 }).toBe(1);
    for (const pid of children()) if (!others.has(pid)) process.kill(pid, 'SIGKILL');
    const { pages } = await reading;
    expect(findWord(pages[0], 'Nightingale')).toBeDefined();
  });
});
