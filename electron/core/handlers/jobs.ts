// Calls about running work, and the sample case.
import { takeIn } from '../../intake/intake.ts';
import type { CaseDesk } from '../case-desk.ts';
import { pickDenial, sampleFiles, sampleTyped, withTyped } from '../sample.ts';
import type { Services } from '../services.ts';
import type { Implementer } from './implementer.ts';

/** Implements shared/contract/jobs.ts. */
export function jobHandlers(os: Implementer, desk: CaseDesk, services: Services) {
  const { jobs, session, readers, readingRules, platform } = services;
  return {
    jobs: {
      list: os.jobs.list.handler(() => [...jobs.list()]),
      watch: os.jobs.watch.handler(({ input, signal }) => jobs.watch(input.id, signal)),
      cancel: os.jobs.cancel.handler(({ input }) => {
        jobs.cancel(input.id);
        return { done: true } as const;
      }),
    },
    sample: {
      load: os.sample.load.handler(() => {
        const vault = session.vault();
        const jobId = jobs.start(vault.jobs, 'sample', {}, async ({ signal, report }) => {
          const files = await sampleFiles(platform.resourcesDir);
          const outcomes = [...(await takeIn(files, { vault, readers, readingRules, signal, report }))];
          if (signal.aborted) return { outcomes };
          const ids = new Set(outcomes.map((outcome) => outcome.documentId));
          const { id } = pickDenial(vault.documents.list().filter((document) => ids.has(document.id)));
          const existing = vault.cases.list().find((value) => value.denialDocumentId === id);
          if (existing !== undefined) return { outcomes, caseId: existing.id };
          const typed = await sampleTyped(platform.resourcesDir);
          const { case: made } = desk.create(id);
          desk.change(made.id, (value) => withTyped(value, typed));
          return { outcomes, caseId: made.id };
        });
        return { jobId };
      }),
    },
  };
}
