// Calls about reviews: a PDF that came back is read in a process without keys; its remarks become part of the case.
import { AppError, isAppError } from '../../../shared/errors.ts';
import type { CaseId, EntryId, PacketId } from '../../../shared/ids.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ReviewNote } from '../../../shared/model/review.ts';
import { pagesOfVersion, placeReview, type ReviewedVersion } from '../../../shared/packet/review/place.ts';
import { reviewedVersion } from '../../../shared/packet/review/version.ts';
import type { NotedFile } from '../../readers/types.ts';
import type { CaseDesk } from '../case-desk.ts';
import { newEntryId } from '../new-id.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/review.ts. */
export function reviewHandlers(os: Implementer, desk: CaseDesk, services: Services): Area<'review'> {
  const { session, files, readers } = services;
  const calls = os.review;

  const versionOf = (caseId: CaseId, file: NotedFile, wanted: PacketId | undefined): ReviewedVersion => {
    const { packets } = session.vault();
    const versions = packets
      .list(caseId)
      .filter((packet) => wanted === undefined || packet.id === wanted)
      .flatMap((packet) => {
        const plan = packets.plan(packet.id);
        if (plan === undefined) return [];
        const version = reviewedVersion(packet.id, plan, packet.index, packet.pageCount);
        const isNamed = packet.fileId !== undefined && packet.fileId === file.fileId;
        return [{ version, isNamed, score: pagesOfVersion(file.pages, version.stamps) }];
      });
    // The file says itself which version it is; one that was printed or split anew goes by its stamps, the newest first.
    const named = versions.find(({ isNamed }) => isNamed);
    const best = named ?? versions.toReversed().toSorted((a, b) => b.score - a.score)[0];
    if (best === undefined || best.score === 0) throw new AppError('review-not-ours');
    return best.version;
  };
  const changed = (id: CaseId, noteId: EntryId, change: (note: ReviewNote) => ReviewNote) =>
    desk.change(id, (value) => withNote(value, noteId, change));

  return {
    bringIn: calls.bringIn.handler(async ({ input }) => {
      const { bytes } = await files.take(input.token);
      const file = await readers.pdfNotes(bytes).catch(whenLocked);
      if (file.pages.every(({ notes }) => notes.length === 0)) throw new AppError('review-empty');
      const version = versionOf(input.id, file, input.packetId);
      const before = session.vault().cases.get(input.id).reviewNotes;
      const { notes, known, elsewhere } = placeReview(file.pages, version, before, newEntryId);
      const view = desk.change(input.id, (value) => ({ ...value, reviewNotes: [...value.reviewNotes, ...notes] }));
      return { view, packetId: version.packetId, added: notes.map((note) => note.id), known, elsewhere };
    }),
    setState: calls.setState.handler(({ input }) =>
      changed(input.id, input.noteId, (note) => ({ ...note, state: input.state })),
    ),
    setAnswer: calls.setAnswer.handler(({ input }) =>
      changed(input.id, input.noteId, (note) => ({ ...note, answer: input.answer })),
    ),
    remove: calls.remove.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        reviewNotes: value.reviewNotes.filter((note) => !input.noteIds.includes(note.id)),
      })),
    ),
    restore: calls.restore.handler(({ input }) =>
      desk.change(input.id, (value) => {
        const ids = new Set(value.reviewNotes.map((note) => note.id));
        return { ...value, reviewNotes: [...value.reviewNotes, ...input.notes.filter((note) => !ids.has(note.id))] };
      }),
    ),
  };
}

/** The place to type a password is for papers; a copy that comes back can be saved without one. */
function whenLocked(cause: unknown): never {
  if (isAppError(cause) && cause.code === 'pdf-password') throw new AppError('review-locked', { cause });
  throw cause;
}

function withNote(value: Case, noteId: EntryId, change: (note: ReviewNote) => ReviewNote): Case {
  if (!value.reviewNotes.some((note) => note.id === noteId)) throw new AppError('entry-not-found');
  return { ...value, reviewNotes: value.reviewNotes.map((note) => (note.id === noteId ? change(note) : note)) };
}
