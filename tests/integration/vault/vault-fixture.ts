// Throw-away vaults for the vault's own tests, at the lowest cost of the passphrase that a reader accepts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { NewDocument, Vault } from '../../../electron/vault/types.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import type { Page } from '../../../shared/model/page.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';

export const PASSPHRASE = 'harbour lantern quiet meadow';

/** A folder of its own that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-test-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export interface NewVault {
  readonly dir: string;
  readonly vault: Vault;
  readonly recoveryWords: readonly string[];
}

/** A new, open vault. */
export async function newVault(dir: string): Promise<NewVault> {
  return { dir, ...(await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR })) };
}

/** A plain-text paper with this content. */
export function paper(fileName: string, content: string | Uint8Array): NewDocument {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { fileName, format: 'text', mediaType: 'text/plain', bytes };
}

/** A page whose words are those of `text`. */
export function pageOf(
  pageNumber: number,
  text: string,
  quality: Partial<Pick<Page, 'source' | 'confidence'>> = {},
): Page {
  const words = text
    .split(/\s+/u)
    .map((word, index) => ({ text: word, x: 72 + index, y: 72, w: 30, h: 10, line: 0, confidence: 0.95 }));
  return { pageNumber, widthPt: 612, heightPt: 792, source: 'ocr', confidence: 0.95, ...quality, words };
}

/** Some bytes that stand for a JPEG: the vault does not look inside. */
export const PICTURE = Buffer.from('\u00ff\u00d8 a picture of a page \u00ff\u00d9', 'latin1');
