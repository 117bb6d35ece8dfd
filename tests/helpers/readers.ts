// Readers for tests, started from the sources as the command line does.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeReader } from '../../electron/readers/node-reader.ts';
import { createReaders } from '../../electron/readers/readers.ts';
import type { Readers } from '../../electron/readers/types.ts';
import type { Page, Word } from '../../shared/model/page.ts';

/** A pool with the app's own resources. The caller closes it. */
export function testReaders(readerCount = 2): Readers {
  return createReaders({
    reader: nodeReader(),
    readerCount,
    resourcesDir: fileURLToPath(new URL('../../resources', import.meta.url)),
  });
}

/** Bytes of a fixture. */
export function fixture(path: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
}

/** The first word of a page with this text. Throws when the page has none. */
export function findWord(page: Page | undefined, text: string): Word {
  const word = page?.words.find((each) => each.text === text);
  if (word === undefined) throw new Error(`“${text}” is not among: ${page?.words.map((each) => each.text).join(' ')}`);
  return word;
}
