// What every handler may use: built once in core.ts and handed in, never reached for.

import type { ReadingRules } from '../../shared/reading/rules.ts';
import type { Rules } from '../../shared/rules/schema.ts';
import type { Readers } from '../readers/types.ts';
import type { Attention } from './attention.ts';
import type { BackupTransfers } from './backup-transfers.ts';
import type { SmallerPreviews } from './copies/preview.ts';
import type { Files } from './files.ts';
import type { JobRunner } from './jobs.ts';
import type { Platform } from './platform.ts';
import type { Session } from './session.ts';

export interface Services {
  readonly platform: Platform;
  readonly rules: Rules;
  readonly readingRules: () => ReadingRules;
  readonly readers: Readers;
  readonly files: Files;
  readonly jobs: JobRunner;
  readonly session: Session;
  readonly previews: SmallerPreviews;
  readonly transfers: BackupTransfers;
  readonly attention: Attention;
}
