// The case desk: gathers a case, its papers and the rules, lets the pure parts compute, and stores what the user changed.

import { clockNotes } from '../../shared/cases/clock-notes.ts';
import { createCase } from '../../shared/cases/create.ts';
import { computeDeadlines } from '../../shared/cases/deadlines.ts';
import { noticeDefects } from '../../shared/cases/defects.ts';
import { suggestEvidence } from '../../shared/cases/evidence.ts';
import { findGaps } from '../../shared/cases/gaps.ts';
import { pathAhead } from '../../shared/cases/path-ahead.ts';
import { planDueDates } from '../../shared/cases/plan-due.ts';
import { rightsOf } from '../../shared/cases/rights.ts';
import { caseSummary } from '../../shared/cases/summary.ts';
import { AppError } from '../../shared/errors.ts';
import type { CaseId, DocumentId } from '../../shared/ids.ts';
import { draftLetter } from '../../shared/letters/draft.ts';
import type { Case, CaseSummary, CaseView, Deadline } from '../../shared/model/case.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Letter } from '../../shared/model/letter.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { planPacket } from '../../shared/packet/plan.ts';
import { newCaseId, newEvidenceId, newGroundId } from './new-id.ts';
import type { Services } from './services.ts';

/** Packet pages are numbered 0001, 0002, … unless the user wants a Bates prefix with six digits. */
const PLAIN_STAMPING = { prefix: '', start: 1, digits: 4 } as const;
const BATES_DIGITS = 6;

export interface CaseDesk {
  list(): CaseSummary[];
  create(documentId: DocumentId): CaseView;
  view(id: CaseId): CaseView;
  /** The view of the case made from a paper, else of the one that would be made; nothing is stored. Throws not-a-denial. */
  viewOfPaper(documentId: DocumentId): { readonly view: CaseView; readonly isStored: boolean };
  /** Applies a change to a case and stores it. */
  change(id: CaseId, change: (current: Case) => Case): CaseView;
  suggest(id: CaseId): CaseView;
  letter(id: CaseId): Letter;
  plan(id: CaseId, options: { readonly draft: boolean; readonly batesPrefix?: string | undefined }): PacketPlan;
}

/** The case desk over the open vault. */
export function createCaseDesk(services: Services): CaseDesk {
  const { rules, platform, session } = services;

  const fullDocuments = (): FullDocument[] => {
    const { documents } = session.vault();
    return documents
      .list()
      .filter((document) => document.state === 'ready')
      .map((document) => documents.full(document.id));
  };
  const deadlinesOf = (value: Case): Deadline[] => {
    const denial = session.vault().documents.full(value.denialDocumentId);
    return computeDeadlines({ case: value, denial, rules, today: platform.today() });
  };
  const viewOf = (value: Case): CaseView => {
    const documents = fullDocuments();
    const denial = session.vault().documents.full(value.denialDocumentId);
    return {
      case: value,
      deadlines: deadlinesOf(value),
      path: pathAhead({ case: value, denial, rules }),
      planDue: planDueDates({ case: value, denial, rules, today: platform.today() }),
      clockNotes: clockNotes({ case: value, denial, rules }),
      gaps: findGaps({ case: value, documents, rules }),
      notice: noticeDefects({ case: value, denial, rules }),
      rights: rightsOf({ case: value, denial, rules }),
      documents: Object.fromEntries(documents.map(({ document }) => [document.id, document.title])),
    };
  };
  const letterOf = (value: Case, documents: ReadonlyMap<string, FullDocument>): Letter =>
    draftLetter({ case: value, documents, deadlines: deadlinesOf(value), rules, today: platform.today() });
  const byId = () => new Map(fullDocuments().map((full) => [full.document.id as string, full]));
  const made = (documentId: DocumentId): Case => {
    const { documents, cases } = session.vault();
    if (documents.summary(documentId).state !== 'ready') throw new AppError('not-a-denial');
    return createCase({
      id: newCaseId(),
      sequence: cases.nextSequence(),
      today: platform.today(),
      denial: documents.full(documentId),
      others: fullDocuments().filter((full) => full.document.id !== documentId),
      rules,
      newGroundId,
      newEvidenceId,
    });
  };
  const save = (value: Case): CaseView => {
    session.vault().cases.save(value);
    return viewOf(value);
  };

  return {
    list: () => {
      const { cases, packets } = session.vault();
      return cases.list().map((value) => caseSummary(value, deadlinesOf(value), packets.list(value.id).length));
    },
    create: (documentId) => save(made(documentId)),
    viewOfPaper: (documentId) => {
      const stored = session
        .vault()
        .cases.list()
        .findLast((value) => value.denialDocumentId === documentId);
      return { view: viewOf(stored ?? made(documentId)), isStored: stored !== undefined };
    },
    view: (id) => viewOf(session.vault().cases.get(id)),
    change: (id, change) => save(change(session.vault().cases.get(id))),
    suggest: (id) => {
      const value = session.vault().cases.get(id);
      return save({
        ...value,
        evidence: suggestEvidence({ case: value, documents: fullDocuments(), rules, newEvidenceId }),
      });
    },
    letter: (id) => letterOf(session.vault().cases.get(id), byId()),
    plan: (id, { draft, batesPrefix }) => {
      const value = session.vault().cases.get(id);
      const documents = byId();
      return planPacket({
        case: value,
        documents,
        letter: letterOf(value, documents),
        deadlines: deadlinesOf(value),
        gaps: findGaps({ case: value, documents: [...documents.values()], rules }),
        draft,
        stamping:
          batesPrefix === undefined || batesPrefix === ''
            ? PLAIN_STAMPING
            : { prefix: batesPrefix, start: 1, digits: BATES_DIGITS },
        today: platform.today(),
      });
    },
  };
}
