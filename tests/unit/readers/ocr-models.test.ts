// Which reading models are found: ours, and languages somebody put beside them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { namedModel, ocrModels } from '../../../electron/readers/ocr-models.ts';

const resources = mkdtempSync(join(tmpdir(), 'appeal-vault-models-'));

beforeAll(() => {
  mkdirSync(join(resources, 'ocr'));
  const model = Buffer.from([24, 0, 0, 0, 1, 2, 3]);
  const packed = gzipSync(model);
  const files = {
    eng: model,
    spa: model,
    osd: model,
    chi_sim: model,
    rus: Buffer.from('<html>not found'),
    ita: Buffer.of(),
  };
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(resources, 'ocr', `${name}.traineddata`), bytes);
  writeFileSync(join(resources, 'ocr', 'vie.traineddata.gz'), packed);
  writeFileSync(join(resources, 'ocr', 'SOURCES.md'), '');
});
afterAll(() => rmSync(resources, { recursive: true }));

it('finds further languages by their files, compressed or not, and leaves out what is no model', () => {
  expect(ocrModels(resources).others.map(({ languages, isPacked }) => [languages, isPacked])).toEqual([
    ['chi_sim', false],
    ['vie', true],
  ]);
});

it.each([
  ['spa', false],
  ['spa+eng', false],
  ['vie', true],
  ['fra', undefined],
  ['rus', undefined],
  ['eng+vie', undefined],
  ['../eng', undefined],
  ['', undefined],
])('takes a language by name where its data is: %j', (name, isPacked) => {
  expect(namedModel(resources, name)?.isPacked).toBe(isPacked);
});
