// Files that come together are stored side by side, and stand in the library in the order in which they were given.
import { randomBytes } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { bringIn, startUnlocked } from '../../helpers/core.ts';

/** A paper of one page whose file is large. */
async function large(word: string, kilobytes: number): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.addPage().drawText(`Notes about ${word}.`);
  await file.attach(randomBytes(kilobytes * 1000), 'noise.bin');
  return file.save();
}

it('large and small files, doubles and refused ones among them, keep their order', async () => {
  await using app = await startUnlocked();
  const text = (word: string, kilobytes = 1) => Buffer.from(`Notes about ${word}. `.repeat(kilobytes * 50));
  const double = text('the double', 3);
  const files = [
    { fileName: 'a.pdf', bytes: await large('marmalade', 3000) },
    { fileName: 'b.txt', bytes: text('quince') },
    { fileName: 'c.txt', bytes: double },
    { fileName: 'd.txt', bytes: double },
    { fileName: 'e.bin', bytes: Buffer.from([1, 2, 3, 4]) },
    { fileName: 'f.pdf', bytes: await large('damson', 2000) },
    { fileName: 'g.txt', bytes: text('medlar') },
  ];
  const { result } = await bringIn(app, files);
  expect(result?.outcomes?.map(({ fileName, status }) => `${fileName} ${status}`)).toEqual([
    'a.pdf imported',
    'b.txt imported',
    'c.txt imported',
    'd.txt duplicate',
    'e.bin refused',
    'f.pdf imported',
    'g.txt imported',
  ]);
  const listed = await app.client.documents.list({});
  expect(listed.map(({ fileName }) => fileName)).toEqual(['a.pdf', 'b.txt', 'c.txt', 'f.pdf', 'g.txt']);
});
