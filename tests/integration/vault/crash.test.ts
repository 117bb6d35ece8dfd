// Killed at any moment: what was acknowledged is there, whole, and nothing half-done is visible.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { PASSPHRASE } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const ROUNDS = 12;
const root = temporaryFolder();
const child = fileURLToPath(new URL('./children/add-until-killed.ts', import.meta.url));

/** How many lines (its opening, then a paper and its page in turn) the child has told before the kill of a round: 1 to 5, so that a slow machine gets as far as a fast one. */
const toldBefore = (round: number) => 1 + (round % 5);

/** Runs the child and kills it at a random moment after it has told so many lines; hands back all the lines it managed to tell. */
async function runAndKill(dir: string, round: number): Promise<readonly string[]> {
  const process_ = spawn(process.execPath, [child, dir, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => process_.once('close', () => resolve()));
  const farEnough = Promise.withResolvers<void>();
  let output = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length > toldBefore(round)) farEnough.resolve();
  });
  await Promise.race([farEnough.promise, ended]);
  // The moment of the kill is the random input of this test, nothing waits for anything here.
  await after(randomInt(0, 120));
  process_.kill('SIGKILL');
  await ended;
  return output.split('\n').slice(0, -1);
}

describe('killed while papers are added', () => {
  it(`${ROUNDS} times: every acknowledged paper and page opens and hashes, none is half there`, async () => {
    const dir = join(root, 'adding');
    const { vault, recoveryWords } = await newVault(dir);
    await vault.close();
    const documents = new Map<DocumentId, string>();
    const pages = new Set<DocumentId>();

    for (let round = 0; round < ROUNDS; round += 1) {
      const lines = await runAndKill(dir, round);
      expect(lines[0]).toBe('open');
      for (const line of lines.slice(1)) {
        const [what, id, sha256 = ''] = line.split(' ');
        if (what === 'document') documents.set(id as DocumentId, sha256);
        else pages.add(id as DocumentId);
      }

      const again = await openVault(dir, { words: recoveryWords });
      const listed = new Map(again.documents.list().map((document) => [document.id, document]));
      for (const [id, sha256] of documents) expect(listed.get(id)?.sha256).toBe(sha256);
      for (const id of pages) expect(again.documents.pages(id)).toHaveLength(1);
      // At most the one that was under way when the kill came may be there without having been acknowledged.
      expect(listed.size - documents.size).toBeLessThanOrEqual(round + 1);
      expect(again.inventory.missing).toEqual([]);
      expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
      await again.close();
    }

    // Rounds that told 1 to 5 lines acknowledged 0, 1, 1, 2 and 2 papers at the least.
    expect(documents.size).toBeGreaterThanOrEqual(ROUNDS);
    const last = await openVault(dir, { words: recoveryWords });
    expect((await last.verify()).damaged).toEqual([]);
    for (const document of last.documents.list()) {
      const { bytes } = await last.documents.original(document.id);
      expect(bytes.length).toBe(document.byteLength);
      for (const page of last.documents.pages(document.id)) await last.documents.picture(document.id, page.pageNumber);
    }
    await last.close();
  });
});

describe('interrupted while the passphrase is changed', () => {
  it('either header opens, and the old passphrase slot does not live on', async () => {
    const dir = join(root, 'changing');
    const { vault, recoveryWords } = await newVault(dir);
    const header = join(dir, 'vault.hdr');
    const spare = join(dir, 'vault.hdr.1');
    const before = readFileSync(header);
    await vault.changePassphrase(PASSPHRASE, 'a different lantern altogether');
    await vault.close();
    const next = readFileSync(header);

    // Power went after the new header was in place and before the spare copy followed.
    writeFileSync(spare, before);
    await (await openVault(dir, { words: recoveryWords })).close();
    expect(readFileSync(spare).equals(next)).toBe(true);
    // Power went before the new header was in place: the old passphrase is still the one.
    writeFileSync(header, before);
    writeFileSync(spare, before);
    await (await openVault(dir, { passphrase: PASSPHRASE })).close();
    expect(existsSync(header)).toBe(true);
  });
});
