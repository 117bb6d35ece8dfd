// Branded ids: one kind of id can't be handed in where another is due.
import { z } from 'zod';

export const DocumentId = z
  .string()
  .regex(/^d_[0-9a-f]{16,32}$/)
  .brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;

export const FindingId = z
  .string()
  .regex(/^f_[0-9a-f]{16,32}$/)
  .brand<'FindingId'>();
export type FindingId = z.infer<typeof FindingId>;

export const CaseId = z
  .string()
  .regex(/^c_[0-9a-f]{16,32}$/)
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

export const GroundId = z
  .string()
  .regex(/^g_[0-9a-f]{16,32}$/)
  .brand<'GroundId'>();
/** One ground of one denial, as it stands in a case. */
export type GroundId = z.infer<typeof GroundId>;

export const EvidenceId = z
  .string()
  .regex(/^e_[0-9a-f]{16,32}$/)
  .brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof EvidenceId>;

export const PacketId = z
  .string()
  .regex(/^p_[0-9a-f]{16,32}$/)
  .brand<'PacketId'>();
export type PacketId = z.infer<typeof PacketId>;

export const CopyId = z
  .string()
  .regex(/^k_[0-9a-f]{16,32}$/)
  .brand<'CopyId'>();
/** Another file made of a version of a packet: a volume, a fax copy, a print set… */
export type CopyId = z.infer<typeof CopyId>;

export const JobId = z
  .string()
  .regex(/^j_[0-9a-f]{16,32}$/)
  .brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

export const BlobId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'BlobId'>();
export type BlobId = z.infer<typeof BlobId>;

export const FileToken = z
  .string()
  .regex(/^t_[0-9a-f]{32}$/)
  .brand<'FileToken'>();
/** Stands for a file the user picked or dropped; the window never holds a path. */
export type FileToken = z.infer<typeof FileToken>;

export const EntryId = z
  .string()
  .regex(/^n_[0-9a-f]{16,32}$/)
  .brand<'EntryId'>();
/** Something the user noted: an entry of the diary, a task, a payment, a letter, a submission, a note or highlight on a page. */
export type EntryId = z.infer<typeof EntryId>;
