import { expect, it } from 'vitest';
import { MAX_FILES, papersAmong } from '../../../renderer/bridge/given-files.ts';

const file = (path: string) => ({
  name: path.split('/').at(-1) ?? '',
  webkitRelativePath: path.includes('/') ? path : '',
});

it('files of a folder come in the order of their names, without hidden ones and those of the system', () => {
  const given = [
    'pile/10.pdf',
    'pile/2.pdf',
    'pile/.git/x.txt',
    'pile/__MACOSX/a.pdf',
    'pile/a/Thumbs.db',
    'pile/.x',
    'pile/a/1.pdf',
  ];
  const { papers, leftOut } = papersAmong(given.map(file));
  expect(papers.map(({ webkitRelativePath }) => webkitRelativePath)).toEqual([
    'pile/2.pdf',
    'pile/10.pdf',
    'pile/a/1.pdf',
  ]);
  expect(leftOut).toBe(0);
});

it('single files stay as they were chosen, whatever their names', () => {
  const given = ['b.pdf', '.hidden.pdf', 'a.pdf'].map(file);
  expect(papersAmong(given).papers).toEqual(given);
});

it('what is too much is counted', () => {
  const given = Array.from({ length: MAX_FILES + 3 }, (_, index) => file(`pile/${index}.txt`));
  const { papers, leftOut } = papersAmong(given);
  expect([papers.length, leftOut]).toEqual([MAX_FILES, 3]);
});
