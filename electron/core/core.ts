// The core: everything but windows. A host gives it a Platform and joins it to a window, a browser, a terminal or a test.
import type { FileToken } from '../../shared/ids.ts';
import { createReaders } from '../readers/readers.ts';
import { type Asset, createAssets } from './assets.ts';
import { createAttention } from './attention.ts';
import { type BackupTransfers, createBackupTransfers } from './backup-transfers.ts';
import { createCaseDesk } from './case-desk.ts';
import { smallerPreviews } from './copies/preview.ts';
import { createFiles, type FileSource } from './files.ts';
import { createRouter, type Router } from './handlers/router.ts';
import { createJobRunner } from './jobs.ts';
import { packetPreviews } from './packet-preview.ts';
import type { Platform } from './platform.ts';
import { readingRulesIn } from './reading-rules.ts';
import { loadRules } from './rules.ts';
import { createSession } from './session.ts';
import { createWorkDesk } from './work-desk.ts';

export interface Core {
  /** The implemented contract, for any oRPC handler or for direct calls. */
  readonly router: Router;
  /** Registers a file the user picked, dropped or uploaded; the window only ever sees the token. */
  addFile(source: FileSource): FileToken;
  /** Bytes of an asset path (see shared/contract/assets.ts). Throws catalogue errors. */
  asset(path: string): Promise<Asset>;
  /** Backups that pass through a browser. */
  readonly transfers: BackupTransfers;
  /** Stops the jobs, closes the vault and ends the readers. */
  close(): Promise<void>;
}

/** Builds the core from what the host provides. Rules of appeals are loaded and checked at once, those of reading when a paper is read; the vault stays closed. */
export function createCore(platform: Platform): Core {
  const rules = loadRules(platform.resourcesDir);
  const readingRules = readingRulesIn(platform.resourcesDir);
  const readers = createReaders(platform);
  const files = createFiles();
  const jobs = createJobRunner();
  const session = createSession({ platform, jobs, readers });
  const previews = smallerPreviews({ session, readers });
  const transfers = createBackupTransfers();
  const attention = createAttention();
  const services = { platform, rules, readingRules, readers, files, jobs, session, previews, transfers, attention };
  const desk = createCaseDesk(services);
  const work = createWorkDesk(services, desk);
  const pages = packetPreviews(services, desk);
  const assets = createAssets(services, desk, work, pages);
  return {
    router: createRouter(services, desk, work, pages),
    addFile: (source) => files.add(source),
    asset: (path) => assets.get(path),
    transfers,
    close: async () => {
      await transfers.clear();
      await session.close();
      await readers.close();
    },
  };
}
