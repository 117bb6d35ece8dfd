// Calls about a case: make it from a denial, correct it, link evidence, see deadlines and gaps.
import { z } from 'zod';
import { CaseId, DocumentId, EvidenceId, GroundId } from '../ids.ts';
import { CaseSummary, CaseView, PartyName } from '../model/case.ts';
import { CaseStatus } from '../model/diary.ts';
import { Proof } from '../model/finding.ts';
import { Letter } from '../model/letter.ts';
import { AppealLevel, IsoDate, PlanType, ReasonId } from '../model/vocabulary.ts';
import { call } from './base.ts';

const id = CaseId;

export const casesContract = {
  list: call.input(z.object({})).output(z.array(CaseSummary)),
  /** Makes a case from a denial letter: parties, reasons, deadline, suggested evidence. */
  create: call.input(z.object({ documentId: DocumentId })).output(CaseView),
  get: call.input(z.object({ id })).output(CaseView),
  setTitle: call.input(z.object({ id, title: z.string().min(1).max(200) })).output(CaseView),
  setReceived: call.input(z.object({ id, receivedOn: IsoDate.optional() })).output(CaseView),
  /** The day the appeal went out: the plan's own clocks count from it. */
  setAppealSent: call.input(z.object({ id, appealSentOn: IsoDate.optional() })).output(CaseView),
  setPlanType: call.input(z.object({ id, planType: PlanType })).output(CaseView),
  setLevel: call.input(z.object({ id, level: AppealLevel })).output(CaseView),
  /** Types a fact by hand; an empty value makes it a blank again. */
  setFact: call.input(z.object({ id, name: PartyName, value: z.string().max(2000) })).output(CaseView),
  setAnswer: call.input(z.object({ id, groundId: GroundId, answer: z.string().max(50_000) })).output(CaseView),
  setGroundState: call
    .input(z.object({ id, groundId: GroundId, state: z.enum(['confirmed', 'dismissed', 'read']) }))
    .output(CaseView),
  addGround: call.input(z.object({ id, reason: ReasonId, proof: Proof.optional() })).output(CaseView),
  linkEvidence: call
    .input(
      z.object({
        id,
        groundId: GroundId,
        documentId: DocumentId,
        fromPage: z.number().int().min(1),
        toPage: z.number().int().min(1),
        proof: Proof.optional(),
      }),
    )
    .output(CaseView),
  setEvidenceState: call
    .input(z.object({ id, evidenceId: EvidenceId, state: z.enum(['suggested', 'accepted', 'rejected']) }))
    .output(CaseView),
  /** Makes the case of the next level from a decision that came in: facts, accepted evidence and what was noted go along. */
  nextLevel: call.input(z.object({ id, documentId: DocumentId })).output(CaseView),
  setStatus: call.input(z.object({ id, status: CaseStatus })).output(CaseView),
  setAttachments: call.input(z.object({ id, documentIds: z.array(DocumentId).max(500) })).output(CaseView),
  /** Looks again for evidence among all papers; what the user accepted or rejected stays. */
  suggest: call.input(z.object({ id })).output(CaseView),
  /** Papers that came in since: takes their suggestions in beside what is there, or is content without them; they are not offered again. */
  takeNewPapers: call.input(z.object({ id, isWanted: z.boolean() })).output(CaseView),
  /** The appeal letter as it stands, with its blanks. */
  letter: call.input(z.object({ id })).output(Letter),
};
