// Calls about papers: bring in, look at, correct, search.
import { basename } from 'node:path';
import { z } from 'zod';
import type { DocumentId } from '../../../shared/ids.ts';
import type { DocumentDetail } from '../../../shared/model/document.ts';
import { READER_VERSION } from '../../../shared/reading/read-document.ts';
import { findWords } from '../../../shared/text/find-words.ts';
import { readOn, takeIn, understand, understandAgain } from '../../intake/intake.ts';
import { olderPapers, readAnew } from '../../intake/read-anew.ts';
import { withFolders } from '../../intake/walk-folder.ts';
import type { CaseDesk } from '../case-desk.ts';
import { denialView } from '../denial-view.ts';
import { loadFile, type Room } from '../files.ts';
import { confirmPlanType, judge } from '../judge.ts';
import type { Lookalikes } from '../lookalikes.ts';
import { saveCopy } from '../save-copy.ts';
import type { Services } from '../services.ts';
import { unlockPaper } from '../unlock-paper.ts';
import type { Area, Implementer } from './implementer.ts';

/** What is kept with an import: where its files are. */
const CutOffImport = z.object({ paths: z.array(z.string()) });

/** More places in one paper than anybody goes through. */
const MOST_PLACES = 2000;

/** Implements shared/contract/documents.ts; also goes on with interrupted reading whenever a vault is opened. */
export function documentHandlers(
  os: Implementer,
  desk: CaseDesk,
  lookalikes: Lookalikes,
  services: Services,
): Area<'documents'> {
  const { session, files, jobs, readers, readingRules, platform, attention } = services;
  const table = () => session.vault().documents;
  const done = { done: true } as const;
  const detailOf = (id: DocumentId): DocumentDetail => ({
    document: table().summary(id),
    pages: [...table().pages(id)],
    reading: table().reading(id),
  });

  session.onOpened((vault) => {
    const unfinished = vault.documents.unfinished();
    const older = vault.documents.readBefore(READER_VERSION);
    if (older.length > 0)
      jobs.start(vault.jobs, 'import', { understandAgain: older }, async ({ signal, report }) => {
        await understandAgain(older, { vault, readingRules, signal, report });
        return {};
      });
    const hard = olderPapers(vault);
    if (hard.length > 0)
      jobs.start(vault.jobs, 'import', { readAnew: hard.map(({ id }) => id) }, async ({ signal, report }) => {
        await readAnew({ vault, readers, readingRules, signal, report });
        return {};
      });
    if (unfinished.length === 0) return;
    jobs.start(vault.jobs, 'import', { readOn: unfinished }, async ({ signal, report }) => {
      await readOn(unfinished, { vault, readers, readingRules, signal, report, attention });
      return {};
    });
  });

  jobs.resumes('import', ({ id, input }, vault) => {
    const paths = CutOffImport.safeParse(input).data?.paths ?? [];
    if (paths.length === 0) return false;
    const given = paths.map((path) => ({ fileName: basename(path), path, load: (room: Room) => loadFile(path, room) }));
    const more = { vault, readers, readingRules, attention, isResumed: true };
    jobs.start(
      vault.jobs,
      'import',
      input,
      async ({ signal, report }) => ({
        outcomes: await lookalikes.told(await takeIn(await withFolders(given), { ...more, signal, report }), signal),
      }),
      id,
    );
    return true;
  });

  return {
    import: os.documents.import.handler(({ input }) => {
      const vault = session.vault();
      const given = input.tokens.map((token) => ({
        fileName: files.nameOf(token),
        path: files.pathOf(token),
        load: (room: Room) => files.take(token, room),
      }));
      // Places stand with the job, inside the vault, so that files not stored yet can be fetched after a lock or a crash.
      const paths = input.tokens.map(files.pathOf).filter((path) => path !== undefined);
      // Passwords do not: a file they would open waits for its password then.
      const { passwords } = input;
      const jobId = jobs.start(vault.jobs, 'import', { paths }, async ({ signal, report }) => ({
        outcomes: await lookalikes.told(
          await takeIn(await withFolders(given), {
            vault,
            readers,
            readingRules,
            signal,
            report,
            passwords,
            attention,
          }),
          signal,
        ),
      }));
      return { jobId };
    }),
    unlock: os.documents.unlock.handler(({ input }) => unlockPaper(services, input.id, input.password)),
    list: os.documents.list.handler(() => [...table().list()]),
    get: os.documents.get.handler(({ input }) => {
      const detail = detailOf(input.id);
      if (detail.document.state === 'reading') attention.look(input.id);
      return detail;
    }),
    page: os.documents.page.handler(({ input }) => table().page(input.id, input.pageNumber)),
    find: os.documents.find.handler(({ input }) => [
      ...findWords(table().full(input.id).pages, input.query, MOST_PLACES),
    ]),
    setKind: os.documents.setKind.handler(({ input }) => {
      table().setKind(input.id, input.kind);
      // A paper that turns out to be a denial has reasons to be found, and one that is none has none.
      if (table().summary(input.id).state === 'ready') understand(input.id, session.vault(), readingRules);
      return table().summary(input.id);
    }),
    judgeReason: os.documents.judgeReason.handler(({ input }) => {
      judge(session.vault(), input.id, input);
      return detailOf(input.id);
    }),
    denial: os.documents.denial.handler(({ input }) => denialView(services, desk, input.id)),
    setPlanType: os.documents.setPlanType.handler(({ input }) => {
      confirmPlanType(session.vault(), input.id, input.planType);
      return detailOf(input.id);
    }),
    setTitle: os.documents.setTitle.handler(({ input }) => table().setTitle(input.id, input.title)),
    setTags: os.documents.setTags.handler(({ input }) => table().setTags(input.id, input.tags)),
    setNote: os.documents.setNote.handler(({ input }) => table().setNote(input.id, input.note)),
    trash: os.documents.trash.handler(({ input }) => {
      table().trash(input.id);
      return done;
    }),
    restore: os.documents.restore.handler(({ input }) => {
      table().restore(input.id);
      return done;
    }),
    search: os.documents.search.handler(({ input }) => [...table().search(input.query, input.limit, input.filter)]),
    save: os.documents.save.handler(({ input }) =>
      saveCopy(platform, table().summary(input.id).fileName, async () => (await table().original(input.id)).bytes),
    ),
    pickFiles: os.documents.pickFiles.handler(async ({ input }) => {
      const paths = (await (input.folders === true ? platform.pickFolders : platform.pickFiles)?.()) ?? [];
      return { tokens: paths.map((path) => files.add({ kind: 'path', path })) };
    }),
  };
}
