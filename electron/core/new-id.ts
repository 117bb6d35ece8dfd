// Fresh random ids, one prefix per kind of thing.
import { randomBytes } from 'node:crypto';
import type { CaseId, EntryId, EvidenceId, FileToken, GroundId, JobId } from '../../shared/ids.ts';

const hex = () => randomBytes(16).toString('hex');

/** A new case id. The casts brand the string this file has just made to fit the brand's pattern. */
export const newCaseId = () => `c_${hex()}` as CaseId;
/** A new ground id. */
export const newGroundId = () => `g_${hex()}` as GroundId;
/** A new evidence id. */
export const newEvidenceId = () => `e_${hex()}` as EvidenceId;
/** A new id of something the user noted. */
export const newEntryId = () => `n_${hex()}` as EntryId;
/** A new job id. */
export const newJobId = () => `j_${hex()}` as JobId;
/** A new file token: it can't be guessed. */
export const newFileToken = () => `t_${hex()}` as FileToken;
