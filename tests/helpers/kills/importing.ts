// Killed while text papers are taken in.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { originalPath } from '../../../shared/contract/assets.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { expectSound, type Operation, type RunningCore, settle } from './rounds.ts';
import { follow, importPaths, quickVault, sha256Of, unlock } from './vaults.ts';

const FILES_AT_ONCE = 4;

/** Each round brings a few papers from disk. */
export async function importing(dir: string): Promise<Operation> {
  const vaultDir = join(dir, 'vault');
  const folder = join(dir, 'papers');
  mkdirSync(folder);
  await quickVault(vaultDir);
  /** SHA-256 of every paper whose import was answered → its place; all of them must come in. */
  const promised = new Map<string, string>();
  const offered = new Set<string>();
  /** What a list showed at any time. */
  const seen = new Map<string, DocumentSummary>();
  const proven = new Set<string>();

  const look = async ({ client }: RunningCore) => {
    for (const document of await client.documents.list({})) seen.set(document.id, document);
  };
  return {
    name: 'import',
    vaultDir,
    opensVault: true,
    open: unlock,
    check: async (core) => {
      await settle(core.client);
      const listed = new Map(
        (await core.client.documents.list({})).map((document) => [document.id as string, document]),
      );
      for (const [id, { sha256 }] of seen) expect(listed.get(id)?.sha256).toBe(sha256);
      const papers = [...listed.values()];
      expect(papers.filter(({ state, pageCount }) => state !== 'ready' || pageCount !== 1)).toEqual([]);
      const hashes = papers.map(({ sha256 }) => sha256);
      expect(new Set(hashes).size).toBe(hashes.length);
      expect([...promised.keys()].filter((hash) => !hashes.includes(hash))).toEqual([]);
      expect(hashes.filter((hash) => !offered.has(hash))).toEqual([]);
      for (const { id, sha256 } of papers) {
        if (proven.has(id)) continue;
        expect(sha256Of(await core.asset(originalPath(id)))).toBe(sha256);
        proven.add(id);
      }
      await expectSound(core, vaultDir);
    },
    work: async (core, round) => {
      const paths = Array.from({ length: FILES_AT_ONCE }, (_, index) => {
        const path = join(folder, `round-${round}-${index}.txt`);
        writeFileSync(
          path,
          `Paper ${index} of round ${round}.\n${'The claim was received and is under review. '.repeat(20)}`,
        );
        return path;
      });
      const hashes = paths.map((path) => sha256Of(readFileSync(path)));
      for (const hash of hashes) offered.add(hash);
      const id = await importPaths(core, paths);
      for (const [index, hash] of hashes.entries()) promised.set(hash, paths[index] ?? '');
      const { result } = await follow(core, id, () => look(core));
      expect(result?.outcomes?.map(({ status }) => status)).toEqual(paths.map(() => 'imported'));
      await look(core);
    },
  };
}
