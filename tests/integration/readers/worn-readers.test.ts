// A reader process is ended after many requests and another takes its place: no file that is being read notices.
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { RECYCLE_REQUESTS } from '../../../electron/readers/limits.ts';
import { nodeReader } from '../../../electron/readers/node-reader.ts';
import { createPool } from '../../../electron/readers/pool.ts';

const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));
const pool = createPool({ reader: nodeReader(), resourcesDir }, 1, 60_000);
afterAll(() => pool.close());

const added = () => pool.add('text', { bytes: Buffer.from('A letter about marmalade.'), password: undefined });

test('also when the last request of the old process only opened the file', async () => {
  for (let done = 1; done < RECYCLE_REQUESTS; done += 1) await pool.open(added());
  const file = added();
  const { page } = await pool.ask(file, { kind: 'page', file: file.number, index: 0, withPicture: false });
  expect(page.words.map(({ text }) => text)).toContain('marmalade.');
});
