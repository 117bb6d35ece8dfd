// A job: long work that is a durable row in the vault, with progress and cancel.
import { z } from 'zod';
import { CaseId, CopyId, JobId, PacketId } from '../ids.ts';
import { ImportOutcome } from './document.ts';
import { Rebuilt } from './rebuilt.ts';
import { Strays } from './strays.ts';

export const Progress = z.object({
  /** What is being done, in plain words: “Reading page 3 of letter.pdf”. */
  stage: z.string(),
  done: z.number(),
  total: z.number(),
});
export type Progress = z.infer<typeof Progress>;

export const JobKind = z.enum(['import', 'packet', 'copy', 'sample', 'backup', 'restore', 'verify', 'rebuild']);
export type JobKind = z.infer<typeof JobKind>;

export const JobResult = z.object({
  outcomes: z.array(ImportOutcome).optional(),
  packetId: PacketId.optional(),
  /** Files made of the packet. */
  copyIds: z.array(CopyId).optional(),
  caseId: CaseId.optional(),
  /** What a check of the vault found. */
  health: z
    .object({
      checked: z.number(),
      damaged: z.array(z.object({ what: z.string(), code: z.string() })),
      /** Missing in rows of before this was looked for. */
      strays: Strays.optional(),
    })
    .optional(),
  /** A backup that was made, or the one that was restored: where, and how many stored files. */
  backup: z
    .object({
      path: z.string(),
      madeAt: z.string(),
      files: z.number(),
      unsound: z.number(),
      /** Names the address where a browser gets the file; it counts only once it was saved and checked. */
      downloadId: z.string().optional(),
    })
    .optional(),
  /** What making the database anew gave back. */
  rebuilt: Rebuilt.optional(),
});
export type JobResult = z.infer<typeof JobResult>;

export const Job = z.object({
  id: JobId,
  kind: JobKind,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: Progress,
  result: JobResult.optional(),
  error: z.object({ code: z.string(), sentence: z.string() }).optional(),
});
export type Job = z.infer<typeof Job>;
