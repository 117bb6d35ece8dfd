// The case desk: gathers a case, its papers and the rules, lets the pure parts compute, and stores what the user changed.

import { agendaOf } from '../../shared/cases/agenda.ts';
import { clockNotes } from '../../shared/cases/clock-notes.ts';
import { createCase } from '../../shared/cases/create.ts';
import { computeDeadlines } from '../../shared/cases/deadlines.ts';
import { noticeDefects } from '../../shared/cases/defects.ts';
import { suggestEvidence } from '../../shared/cases/evidence.ts';
import { identityOf } from '../../shared/cases/facts.ts';
import { findGaps } from '../../shared/cases/gaps.ts';
import { kinship } from '../../shared/cases/kinship.ts';
import { newSuggestions, withNewPapers } from '../../shared/cases/new-papers.ts';
import { changedReasons, nextLevel, statusAfter } from '../../shared/cases/next-level.ts';
import { pathAhead } from '../../shared/cases/path-ahead.ts';
import { planDueDates } from '../../shared/cases/plan-due.ts';
import { rightsOf } from '../../shared/cases/rights.ts';
import { sensitivePages } from '../../shared/cases/sensitive.ts';
import { caseSummary } from '../../shared/cases/summary.ts';
import { stateCode } from '../../shared/cases/us-states.ts';
import { AppError } from '../../shared/errors.ts';
import type { CaseId, DocumentId } from '../../shared/ids.ts';
import { draftLetter } from '../../shared/letters/draft.ts';
import type { Case, CaseSummary, CaseView, Deadline, Gap } from '../../shared/model/case.ts';
import type { PlanDue } from '../../shared/model/clocks.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Letter } from '../../shared/model/letter.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import type { PlannedExhibits } from '../../shared/packet/exhibits.ts';
import { type PlanInput, plannedExhibits, planPacket } from '../../shared/packet/plan.ts';
import { openChannels } from '../../shared/packet/preflight-size.ts';
import { redactionSuggestions } from '../../shared/packet/redaction/suggestions.ts';
import { packetTables } from '../../shared/packet/tables.ts';
import type { PacketChannel } from '../../shared/rules/packet-schema.ts';
import { careOf, careRecord, earlierCases } from './care.ts';
import { claimFileLetter } from './claim-file-letter.ts';
import { newCaseId, newEvidenceId, newGroundId } from './new-id.ts';
import type { Services } from './services.ts';

/** A Bates number has six digits. */
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
  /** Takes suggestions from papers that came in since the case last looked, or notes that they are not wanted. */
  takeNewPapers(id: CaseId, isWanted: boolean): CaseView;
  /** Makes the case of the next level from a decision and stores it; the one before is marked as ended. Throws not-a-denial, decision-of-another. */
  nextLevel(id: CaseId, documentId: DocumentId): CaseView;
  letter(id: CaseId): Letter;
  /** What the appeal letter is edited with, in one go: the packet's pages as planned, the letter as the case would say it now, the papers by id. */
  lettering(id: CaseId): {
    readonly plan: PacketPlan;
    readonly draft: Letter;
    readonly documents: ReadonlyMap<string, FullDocument>;
  };
  /** All papers that are read, with their words. */
  documents(): readonly FullDocument[];
  documentsById(): ReadonlyMap<string, FullDocument>;
  clocks(value: Case): { readonly deadlines: readonly Deadline[]; readonly planDue: readonly PlanDue[] };
  gaps(value: Case, documents: readonly FullDocument[]): readonly Gap[];
  plan(id: CaseId, options: { readonly draft: boolean; readonly batesPrefix?: string | undefined }): PacketPlan;
  /** The plan of a final packet as far as its pages go: without the problems, which take longest to find. */
  layout(id: CaseId): PacketPlan;
  /** The ways to send the packet of a case that have a limit. */
  channels(id: CaseId): readonly PacketChannel[];
  /** The plan of a final packet, with what was left out of it. */
  planning(id: CaseId): { readonly plan: PacketPlan; readonly exhibits: PlannedExhibits; readonly input: PlanInput };
}

/** The case desk over the open vault. */
export function createCaseDesk(services: Services): CaseDesk {
  const { rules, platform, session } = services;

  const fullDocuments = () => session.vault().documents.ready();
  const deadlinesOf = (value: Case): Deadline[] => {
    const denial = session.vault().documents.full(value.denialDocumentId);
    return computeDeadlines({ case: value, denial, rules, today: platform.today(), ...stateOf(value) });
  };
  const viewOf = (value: Case): CaseView => {
    const documents = fullDocuments();
    const denial = session.vault().documents.full(value.denialDocumentId);
    return {
      case: value,
      deadlines: deadlinesOf(value),
      path: pathAhead({ case: value, denial, rules, ...stateOf(value) }),
      planDue: dueOf(value),
      clockNotes: clockNotes({ case: value, denial, rules }),
      gaps: gapsOf(value, documents),
      notice: noticeDefects({ case: value, denial, rules }),
      rights: rightsOf({ case: value, denial, rules }),
      documents: Object.fromEntries(documents.map(({ document }) => [document.id, document.title])),
      ...previousOf(value),
      nextCaseIds: session
        .vault()
        .cases.list()
        .filter(({ previousCaseId }) => previousCaseId === value.id)
        .map(({ id }) => id),
      newPapers: [
        ...new Set(newSuggestions({ case: value, documents, rules, newEvidenceId }).map((each) => each.documentId)),
      ],
    };
  };
  const previousOf = (value: Case): Pick<CaseView, 'previous'> => {
    const previous = session
      .vault()
      .cases.list()
      .find(({ id }) => id === value.previousCaseId);
    return previous === undefined ? {} : { previous: changedReasons(previous, value) };
  };
  const dueOf = (value: Case): PlanDue[] => {
    const denial = session.vault().documents.full(value.denialDocumentId);
    const appeal = value.submissions.filter(({ what }) => what === 'appeal');
    const received = appeal.flatMap(({ receivedOn }) => receivedOn ?? []).sort()[0];
    const sent = appeal.map(({ on }) => on).sort()[0];
    return planDueDates({
      case: value,
      denial,
      rules,
      today: platform.today(),
      ...stateOf(value),
      ...(received !== undefined && { appealReceivedOn: received }),
      ...(sent !== undefined && { sentOn: sent }),
    });
  };
  const gapsOf = (value: Case, documents: readonly FullDocument[]) => findGaps({ case: value, documents, rules });
  const sectionsOf = (value: Case, documents: readonly FullDocument[]): Pick<PlanInput, 'tables' | 'crosswalk'> => {
    if (value.packetParts.length === 0) return {};
    const care = careOf(value, documents, rules);
    const record = careRecord(value, earlierCases(value, session.vault().cases.list()), documents, rules, care);
    const tables = packetTables({ case: value, record, crosswalk: care.rows });
    return { tables, ...(value.packetParts.includes('crosswalk') && { crosswalk: care.rows }) };
  };
  /** The user's letter keeps what the case calls it: nobody edits that by hand. */
  const letterOf = (
    value: Case,
    documents: ReadonlyMap<string, FullDocument>,
    draft: Letter = draftOf(value, documents),
  ): Letter => (value.ownLetter === undefined ? draft : { ...value.ownLetter.letter, subject: draft.subject });
  const draftOf = (value: Case, documents: ReadonlyMap<string, FullDocument>): Letter =>
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
      return cases.list().map((value) => {
        const deadlines = deadlinesOf(value);
        const [next] = agendaOf([{ case: value, deadlines, planDue: dueOf(value) }], platform.today());
        return {
          ...caseSummary(value, deadlines, packets.list(value.id).length),
          ...(next && { next: { on: next.on, what: next.what } }),
        };
      });
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
      const documents = fullDocuments();
      return save({
        ...value,
        evidence: suggestEvidence({ case: value, documents, rules, newEvidenceId }),
        searched: documents.map(({ document }) => document.id),
      });
    },
    takeNewPapers: (id, isWanted) => {
      const value = session.vault().cases.get(id);
      return save(withNewPapers({ case: value, documents: fullDocuments(), rules, newEvidenceId }, isWanted));
    },
    nextLevel: (id, documentId) => {
      const { cases, documents } = session.vault();
      const previous = cases.get(id);
      if (kinship(identityOf(previous.facts), documents.full(documentId)) === 'other-person')
        throw new AppError('decision-of-another');
      const fresh = nextLevel(previous, made(documentId));
      cases.save({ ...previous, status: statusAfter(documents.full(documentId)) });
      return save(fresh);
    },
    documents: fullDocuments,
    documentsById: byId,
    clocks: (value) => ({ deadlines: deadlinesOf(value), planDue: dueOf(value) }),
    gaps: gapsOf,
    letter: (id) => letterOf(session.vault().cases.get(id), byId()),
    lettering: (id) => {
      const value = session.vault().cases.get(id);
      const documents = byId();
      const draft = draftOf(value, documents);
      return { plan: pagesPlan(value, documents, letterOf(value, documents, draft)), draft, documents };
    },
    plan: (id, options) => planPacket(planInput(id, options)),
    layout: (id) => {
      const value = session.vault().cases.get(id);
      const documents = byId();
      return pagesPlan(value, documents, packetLetterOf(value, documents));
    },
    channels: (id) => {
      const value = session.vault().cases.get(id);
      return openChannels({ case: value, channels: rules.packets.channels, ...stateOf(value) });
    },
    planning: (id) => {
      const input = planInput(id, { draft: false });
      return { plan: planPacket(input), exhibits: plannedExhibits(input), input };
    },
  };

  function planInput(id: CaseId, { draft, batesPrefix }: Parameters<CaseDesk['plan']>[1]): PlanInput {
    const value = session.vault().cases.get(id);
    const documents = byId();
    return {
      ...pagesInput(value, documents, packetLetterOf(value, documents)),
      deadlines: deadlinesOf(value),
      gaps: gapsOf(value, [...documents.values()]),
      sensitive: sensitivePages({ case: value, documents: [...documents.values()], rules, pages: 'all' }),
      redactionHints: (exhibits) => redactionSuggestions(value, exhibits, documents),
      draft,
      ...(batesPrefix && { stamping: { prefix: batesPrefix, start: 1, digits: BATES_DIGITS } }),
      channels: rules.packets.channels,
      ...stateOf(value),
    };
  }

  /** The letter that goes into the packet: the appeal, or what the packet asks for instead. */
  function packetLetterOf(value: Case, documents: ReadonlyMap<string, FullDocument>): Letter {
    if (value.packet.preset !== 'claim-file-request') return letterOf(value, documents);
    const clocks = { deadlines: deadlinesOf(value), planDue: dueOf(value) };
    return claimFileLetter({ case: value, documents, rules, today: platform.today(), ...clocks });
  }

  function pagesPlan(value: Case, documents: ReadonlyMap<string, FullDocument>, letter: Letter): PacketPlan {
    return planPacket({ ...pagesInput(value, documents, letter), deadlines: [], gaps: [], draft: false });
  }

  /** What the pages of a packet are made of. */
  function pagesInput(value: Case, documents: ReadonlyMap<string, FullDocument>, letter: Letter) {
    return {
      case: value,
      documents,
      letter,
      ...sectionsOf(value, [...documents.values()]),
      today: platform.today(),
    };
  }
}

/** The State whose rules apply, where the case knows it. */
function stateOf(value: Case): { readonly state?: string } {
  const code = stateCode(value.facts.state.value);
  return code === undefined ? {} : { state: code };
}
