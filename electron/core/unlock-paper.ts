// The password of a locked paper: tried, kept in the vault, and the paper read with it.
import { AppError } from '../../shared/errors.ts';
import type { DocumentId, JobId } from '../../shared/ids.ts';
import { needsPassword } from '../../shared/model/document.ts';
import { readOn } from '../intake/intake.ts';
import { unlockOthers } from '../intake/passwords.ts';
import type { Services } from './services.ts';

/**
 * Starts the job that reads the paper, and every other locked paper the same password opens; no job for a paper that waits for none.
 * The password goes into the row of the paper and nowhere else. Throws pdf-password-wrong.
 */
export async function unlockPaper(
  { session, jobs, readers, readingRules }: Services,
  id: DocumentId,
  password: string,
): Promise<{ jobId?: JobId }> {
  const vault = session.vault();
  if (!needsPassword(vault.documents.summary(id))) return {};
  const { bytes } = await vault.documents.original(id);
  if (!(await readers.opensWith({ bytes, password }))) throw new AppError('pdf-password-wrong');
  vault.documents.unlock(id, password);
  const jobId = jobs.start(vault.jobs, 'import', { readOn: [id] }, async ({ signal, report }) => {
    const work = { vault, readers, readingRules, signal, report };
    await readOn([id], work);
    await readOn(await unlockOthers(id, password, work), work);
    return {};
  });
  return { jobId };
}
