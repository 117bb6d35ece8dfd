// Files that come together are stored side by side, and stand in the library in the order in which they were given.
import { expect, it } from 'vitest';
import { bringIn, startUnlocked } from '../../helpers/core.ts';

it('large and small files, doubles and refused ones among them, keep their order', async () => {
  await using app = await startUnlocked();
  const text = (word: string, kilobytes: number) => Buffer.from(`Notes about ${word}. `.repeat(kilobytes * 50));
  const double = text('the double', 40);
  const files = [
    { fileName: 'a.txt', bytes: text('marmalade', 300) },
    { fileName: 'b.txt', bytes: text('quince', 1) },
    { fileName: 'c.txt', bytes: double },
    { fileName: 'd.txt', bytes: double },
    { fileName: 'e.bin', bytes: Buffer.from([1, 2, 3, 4]) },
    { fileName: 'f.txt', bytes: text('damson', 200) },
    { fileName: 'g.txt', bytes: text('medlar', 1) },
  ];
  const { result } = await bringIn(app, files);
  expect(result?.outcomes?.map(({ fileName, status }) => `${fileName} ${status}`)).toEqual([
    'a.txt imported',
    'b.txt imported',
    'c.txt imported',
    'd.txt duplicate',
    'e.bin refused',
    'f.txt imported',
    'g.txt imported',
  ]);
  const listed = await app.client.documents.list({});
  expect(listed.map(({ fileName }) => fileName)).toEqual(['a.txt', 'b.txt', 'c.txt', 'f.txt', 'g.txt']);
});
