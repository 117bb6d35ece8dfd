// Mails, ZIP files, Word, web pages and RTF made to do harm, or spoilt at random (always the same way): read or refused in words, and the next file is read.
// The long run is tests/hard/hostile.test.ts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Allowance, eachEnclosed, fullAllowance } from '../../../electron/intake/enclosed.ts';
import { enclosingFormat } from '../../../electron/intake/sniff.ts';
import type { Readers } from '../../../electron/readers/types.ts';
import { isAppError } from '../../../shared/errors.ts';
import { deepMails, deepTexts, zipBombs } from '../../helpers/hostile/monsters.ts';
import { mutated } from '../../helpers/hostile/mutate.ts';
import { type Seed, seedsOfWords } from '../../helpers/hostile/seeds.ts';
import { testReaders } from '../../helpers/readers.ts';
import { zipOf } from '../../helpers/zips.ts';
import { chanceOf } from '../../letters/chance.ts';

let readers: Readers;
beforeAll(() => {
  readers = testReaders();
});
afterAll(() => readers.close());

/** What becomes of a file and of those in it: the code of an error, or that it was read, and how often. */
async function fates({ bytes }: Pick<Seed, 'bytes'>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const tell = (fate: unknown) => {
    const name = typeof fate === 'string' ? fate : isAppError(fate) ? fate.code : `unforeseen: ${fate}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const look = async (file: Uint8Array, allowance: Allowance, depth: number): Promise<void> => {
    const format = enclosingFormat(file);
    if (format !== 'zip') await readers.read(file, { pictures: false }).then(() => tell('read'), tell);
    if (format === undefined) return;
    const onFile = (inside: { readonly bytes: Uint8Array }) => look(inside.bytes, allowance, depth + 1);
    await eachEnclosed(format, file, { readers, allowance, depth }, onFile, (_name, error) => tell(error)).catch(tell);
  };
  await look(bytes, fullAllowance(), 0);
  return counts;
}

/** Those that take long to be made or read are left to the long run. */
const LONG = /^(?:crowd|head|layers|closed|entities|one-|lines|too-long)/;

it('bombs, endless nesting and names of places outside harm nothing', async () => {
  const told = new Map<string, ReadonlyMap<string, number>>();
  const monsters = [...zipBombs(), ...deepMails(), ...deepTexts()].filter(({ name }) => !LONG.test(name));
  for (const { name, make } of monsters) told.set(name, await fates({ bytes: make() }));
  expect(Object.fromEntries([...told].map(([name, counts]) => [name, Object.fromEntries(counts)]))).toEqual({
    'grown.zip': { 'zip-entry-swells': 1 },
    'nested.zip': { 'enclosed-too-deep': 1 },
    'says-little.zip': { 'zip-entry-damaged': 1 },
    'says-much.zip': { 'file-too-large': 1 },
    'places.zip': { read: 8 },
    'empty.zip': { 'zip-empty': 1 },
    'nested.eml': { read: 5, 'enclosed-too-deep': 1 },
    // Once for the mail, once for what is attached.
    'open.eml': { 'file-damaged': 2 },
    'divs.html': { 'file-damaged': 1 },
    'tables.html': { 'file-damaged': 1 },
    'groups.rtf': { read: 1 },
    'bin.rtf': { read: 1 },
  });
});

it('seventy spoilt files are read or refused with an error of the catalogue', async () => {
  const chance = chanceOf(20261126);
  const seeds = await seedsOfWords();
  const strange: string[] = [];
  for (let index = 0; index < 70; index += 1) {
    const seed = seeds[index % seeds.length] as Seed; // index % length < length
    const counts = await fates({ bytes: mutated(seed.bytes, chance) });
    for (const fate of counts.keys())
      if (/^(?:unforeseen|internal|reader-)/.test(fate)) strange.push(`${index} ${seed.name}: ${fate}`);
  }
  expect(strange).toEqual([]);
  expect([...(await fates({ bytes: Buffer.from('Dear Sir') }))]).toEqual([['read', 1]]);
});

it('no more files than allowed are taken out of one', async () => {
  const zip = zipOf(Array.from({ length: 9 }, (_, index) => ({ name: `${index}.txt`, bytes: `letter ${index}` })));
  const told: string[] = [];
  const unpacking = { readers, allowance: { files: 5, bytes: 32 }, depth: 0 };
  const onFile = async ({ fileName }: { readonly fileName: string }) => void told.push(fileName);
  await eachEnclosed('zip', zip, unpacking, onFile, (name, { code }) => void told.push(`${name}: ${code}`));
  expect(told).toEqual([
    '0.txt',
    '1.txt',
    '2.txt',
    '3.txt',
    '4.txt: enclosed-too-large',
    '4 files, from 5.txt on: enclosed-too-many',
  ]);
});
