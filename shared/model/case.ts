// A case: one denial and what answers it. Everything read carries its proof; everything else is the user's or blank.
import { z } from 'zod';
import { CaseId, DocumentId, EvidenceId, GroundId } from '../ids.ts';
import { CaseStep, ClockNote, PathStep, PlanDue } from './clocks.ts';
import { CriterionEdit } from './criteria.ts';
import { CaseStatus, DiaryEntry, GapMark, LetterKind, Submission, Task, WrittenLetter } from './diary.ts';
import { Proof, StatedTime } from './finding.ts';
import { Letter } from './letter.ts';
import { MoneyEntry } from './money.ts';
import { FIRST_SETUP, PacketSetup } from './packet-setup.ts';
import { RecordEdits } from './record.ts';
import { Redaction } from './redaction.ts';
import { ReviewNote } from './review.ts';
import { Source } from './source.ts';
import { AppealLevel, DocumentKind, IsoDate, PlanType, ReasonId } from './vocabulary.ts';

/** A value with where it comes from: a page, or the user. A value that is `undefined` is a visible blank. */
export const Fact = z.object({
  value: z.string().optional(),
  source: Source.optional(),
  byUser: z.boolean(),
});
export type Fact = z.infer<typeof Fact>;

export const PartyName = z.enum([
  'memberName',
  'memberId',
  'groupNumber',
  'planName',
  'payer',
  'provider',
  'claimNumbers',
  'authorizationNumber',
  'service',
  'datesOfService',
  'billedAmount',
  'deniedAmount',
  'letterDate',
  'appealAddress',
  'appealFax',
  'appealPhone',
  'criteriaCited',
  'senderAddress',
  'senderPhone',
  'state',
]);
/** The facts a case keeps about who, what and where. */
export type PartyName = z.infer<typeof PartyName>;

/** One ground of the denial in this case, with the user's answer. */
export const Ground = z.object({
  id: GroundId,
  reason: ReasonId,
  /** Where the denial gives this ground; missing only for a ground the user added by hand. */
  source: Source.optional(),
  state: z.enum(['read', 'confirmed', 'dismissed', 'added']),
  why: z.array(z.string()),
  /** What the user wrote in answer; empty string when nothing yet. */
  answer: z.string(),
  order: z.number().int(),
});
export type Ground = z.infer<typeof Ground>;

/** A page range that answers a ground, suggested by the app or linked by the user. */
export const Evidence = z.object({
  id: EvidenceId,
  groundId: GroundId,
  documentId: DocumentId,
  /** One-based, inclusive. */
  fromPage: z.number().int().min(1),
  toPage: z.number().int().min(1),
  /** The words that matter most, quoted in the letter. */
  proof: Proof.optional(),
  state: z.enum(['suggested', 'accepted', 'rejected']),
  /** 0 to 1, only for ordering suggestions. */
  score: z.number().min(0).max(1),
  why: z.array(z.string()),
});
export type Evidence = z.infer<typeof Evidence>;

/** Evidence a ground still needs, by the checklist of its reason. */
export const Gap = z.object({
  groundId: GroundId,
  item: z.string(),
  /** What to bring, in plain words. */
  what: z.string(),
  /** Who usually has it. */
  who: z.string(),
  kinds: z.array(DocumentKind),
  /** `asked` and `not-applicable` are the user's word; so may be the others (`byUser`). */
  state: z.enum(['have', 'asked', 'missing', 'not-applicable']),
  byUser: z.boolean(),
  /** The day the user last said so. */
  on: IsoDate.optional(),
  note: z.string(),
  /** The letter that asks for it. */
  letter: LetterKind.optional(),
  /** The evidence that fills it. */
  evidence: z.array(EvidenceId),
  /** The service pack it comes from; missing for an item of the reason itself. */
  pack: z.string().optional(),
});
export type Gap = z.infer<typeof Gap>;

/** A deadline with the rule it was computed from. */
export const Deadline = z.object({
  ruleId: z.string(),
  step: CaseStep.optional(),
  /** What must be done by then, in plain words. */
  what: z.string(),
  /** The day the clock started from, and what that day was. */
  trigger: z
    .object({
      date: IsoDate,
      kind: z.enum(['receipt', 'notice-date', 'presumed-receipt', 'service-end']),
      byUser: z.boolean(),
    })
    .optional(),
  /** The last day under the rule; missing when the trigger isn't known. */
  latest: IsoDate.optional(),
  /** The day to aim for. */
  target: IsoDate.optional(),
  /** The letter's own sentence about the time limit. */
  stated: Source.optional(),
  statedDays: z.number().int().optional(),
  statedDate: IsoDate.optional(),
  /** The letter's limit as it states it, whatever its unit. */
  statedSpan: StatedTime.pick({ amount: true, unit: true, from: true }).optional(),
  /** True when the letter's own limit and the rule disagree; both are shown. */
  disagrees: z.boolean(),
  explanation: z.string(),
  citation: z.string(),
  /** The day the rule was last compared with its source, and whether that source was read word for word. */
  checkedOn: IsoDate,
  trust: z.enum(['verified', 'to-be-verified']),
  fallback: z.boolean(),
});
export type Deadline = z.infer<typeof Deadline>;

/** One content a notice must or should hold, and whether this one does. */
export const NoticeCheck = z.object({
  /** The id in resources/rules/notice-contents.json. */
  content: z.string(),
  name: z.string(),
  group: z.enum(['decision', 'claim', 'appeal', 'file', 'next-step', 'help']),
  /** `missing` only for a clear, whole paper of a known type of plan. */
  state: z.enum(['present', 'missing', 'cannot-tell']),
  /** The words that hold it, when it is present. */
  source: Source.optional(),
  /** How the state was found, in plain words. */
  why: z.string(),
  weight: z.enum(['required', 'good-practice']),
  /** What it means when it is missing, and what to ask the plan for. */
  meaning: z.string(),
  ask: z.string(),
  /** Its absence is worth a sentence in the appeal. */
  argument: z.boolean(),
  affects: z.array(z.enum(['deadline', 'exhaustion'])),
  effect: z.string().optional(),
  /** Missing while the type of plan is not known. */
  citation: z.string().optional(),
  checkedOn: IsoDate.optional(),
  trust: z.enum(['verified', 'to-be-verified']),
});
export type NoticeCheck = z.infer<typeof NoticeCheck>;

/** A right the person has after this denial. */
export const Right = z.object({
  /** The id in resources/rules/rights.json. */
  id: z.string(),
  name: z.string(),
  meaning: z.string(),
  /** What to do to use it. */
  how: z.string(),
  remark: z.string().optional(),
  /** Present when the papers do not tell whether the right is for this denial. */
  condition: z.string().optional(),
  inLetter: z.enum(['mentioned', 'not-mentioned', 'cannot-tell']),
  /** The words of the letter that speak of it. */
  source: Source.optional(),
  citation: z.string(),
  checkedOn: IsoDate,
  trust: z.enum(['verified', 'to-be-verified']),
});
export type Right = z.infer<typeof Right>;

/** Facts that a case stored before they had a name are blanks. */
function withEveryName(facts: unknown): unknown {
  const blanks = Object.fromEntries(PartyName.options.map((name) => [name, { byUser: false }]));
  return typeof facts === 'object' && facts !== null ? { ...blanks, ...facts } : facts;
}

/** A case as stored. Deadlines and gaps are computed from it and never stored. */
export const Case = z.object({
  id: CaseId,
  title: z.string(),
  denialDocumentId: DocumentId,
  planType: z.object({ value: PlanType, source: Source.optional(), byUser: z.boolean() }),
  level: AppealLevel,
  /** The day the denial arrived, as the user says. */
  receivedOn: IsoDate.optional(),
  /** The day the appeal went out, as the user says. */
  appealSentOn: IsoDate.optional(),
  facts: z.preprocess(withEveryName, z.record(PartyName, Fact)),
  grounds: z.array(Ground),
  evidence: z.array(Evidence),
  /** The papers there were when the case last looked for evidence, those it could not use among them; missing in cases of before this was noted. */
  searched: z.array(DocumentId).optional(),
  /** Documents to add to the packet although no ground cites them, in order. */
  attachments: z.array(DocumentId),
  createdOn: IsoDate,
  sequence: z.number().int(),
  status: CaseStatus.default('preparing'),
  /** The case of the level before this one. */
  previousCaseId: CaseId.optional(),
  /** What the user says of the items of the checklists. */
  gapMarks: z.array(GapMark).default([]),
  /** What the user says of the criteria of the policy. */
  criteria: z.array(CriterionEdit).default([]),
  record: RecordEdits.default({ treatments: [], scores: [], hidden: [] }),
  diary: z.array(DiaryEntry).default([]),
  tasks: z.array(Task).default([]),
  money: z.array(MoneyEntry).default([]),
  letters: z.array(WrittenLetter).default([]),
  submissions: z.array(Submission).default([]),
  /** Sensitive pages the user looked at and lets go out: `documentId/pageNumber/kind`. */
  allowedPages: z.array(z.string().max(120)).default([]),
  /** Criteria table, treatment history and chronology go into the packet. */
  packetParts: z.array(z.enum(['crosswalk', 'history', 'scores', 'timeline'])).default([]),
  /** How the packet is to be made. */
  packet: PacketSetup.default(FIRST_SETUP),
  /** The appeal letter once the user edits it by hand; missing while it is still drafted from the case. */
  ownLetter: z
    .object({
      letter: Letter,
      /** The draft it was started from: what changed in the case since then is told by comparing drafts. */
      draft: Letter,
    })
    .optional(),
  redactions: z.array(Redaction).max(5000).default([]),
  reviewNotes: z.array(ReviewNote).max(5000).default([]),
});
export type Case = z.infer<typeof Case>;

/** A case with what is computed from it. */
export const CaseView = z.object({
  case: Case,
  deadlines: z.array(Deadline),
  /** The steps from the one that is open now on, in order. */
  path: z.array(PathStep),
  /** When the plan must decide the appeal, by kind of request. */
  planDue: z.array(PlanDue),
  /** Fast decisions, keeping the care, a late plan, no federal rule: what else the rules say of time. */
  clockNotes: z.array(ClockNote),
  gaps: z.array(Gap),
  /** What the denial must say by law, and whether it does. */
  notice: z.array(NoticeCheck),
  rights: z.array(Right),
  documents: z.record(z.string(), z.string()),
  /** The case of the level before, and how the reasons changed. */
  previous: z
    .object({
      id: CaseId,
      title: z.string(),
      kept: z.array(ReasonId),
      fresh: z.array(ReasonId),
      dropped: z.array(ReasonId),
    })
    .optional(),
  /** The cases that go on from this one. */
  nextCaseIds: z.array(CaseId),
  /** Papers read since the case last looked for evidence that may answer one of its grounds. */
  newPapers: z.array(DocumentId),
});
export type CaseView = z.infer<typeof CaseView>;

export const CaseSummary = z.object({
  id: CaseId,
  title: z.string(),
  groundCount: z.number().int(),
  answeredCount: z.number().int(),
  deadline: IsoDate.optional(),
  packetCount: z.number().int(),
  status: CaseStatus,
  level: AppealLevel,
  /** The person the denial is about, as read or typed. */
  patient: z.string().optional(),
  payer: z.string().optional(),
  claims: z.string().optional(),
  /** The next date to keep, whatever it is. */
  next: z.object({ on: IsoDate, what: z.string() }).optional(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
