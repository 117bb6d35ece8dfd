// What the user notes while he fights: entries of the diary, tasks, submissions, letters beside the appeal.
import { z } from 'zod';
import { CopyId, DocumentId, EntryId, GroundId, PacketId } from '../ids.ts';
import { IsoDate } from './vocabulary.ts';

export const EntryKind = z.enum(['call', 'letter', 'fax', 'e-mail', 'portal', 'visit', 'note']);
export type EntryKind = z.infer<typeof EntryKind>;

/** One call, letter, visit or note, as the user writes it down. */
export const DiaryEntry = z.object({
  id: EntryId,
  kind: EntryKind,
  /** From us or from them; missing for visits and notes. */
  direction: z.enum(['out', 'in']).optional(),
  on: IsoDate,
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  minutes: z.number().int().min(0).max(1440).optional(),
  person: z.string().max(300).default(''),
  organisation: z.string().max(300).default(''),
  reference: z.string().max(200).default(''),
  said: z.string().max(20_000).default(''),
  promised: z.string().max(5000).default(''),
  promisedBy: IsoDate.optional(),
  /** The promise was kept. */
  kept: z.boolean().default(false),
  /** The paper that proves it. */
  documentId: DocumentId.optional(),
});
export type DiaryEntry = z.infer<typeof DiaryEntry>;

export const Task = z.object({
  id: EntryId,
  what: z.string().min(1).max(1000),
  due: IsoDate.optional(),
  doneOn: IsoDate.optional(),
  groundId: GroundId.optional(),
  /** The item of the checklist it gets. */
  gapItem: z.string().max(100).optional(),
});
export type Task = z.infer<typeof Task>;

export const Channel = z.enum(['portal', 'fax', 'mail', 'certified-mail', 'courier', 'e-mail', 'hand', 'phone']);
export type Channel = z.infer<typeof Channel>;

/** What went out, where, when, and the proof. */
export const Submission = z.object({
  id: EntryId,
  what: z.enum(['appeal', 'letter', 'other']),
  packetId: PacketId.optional(),
  /** The file made of the packet that was sent, when it wasn't the packet itself. */
  copyId: CopyId.optional(),
  /** SHA-256 of the file that was sent: stays true when the file is removed. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  letterId: EntryId.optional(),
  channel: Channel,
  on: IsoDate,
  to: z.string().max(500).default(''),
  confirmation: z.string().max(300).default(''),
  /** The receipt, fax report or return card among the papers. */
  proofDocumentId: DocumentId.optional(),
  /** The day they got it, by the proof. */
  receivedOn: IsoDate.optional(),
  note: z.string().max(5000).default(''),
});
export type Submission = z.infer<typeof Submission>;

export const LetterKind = z.enum([
  'claim-file',
  'parity-disclosure',
  'medical-necessity-template',
  'records-request',
  'peer-to-peer',
  'expedited-appeal',
  'continue-benefits',
  'corrected-claim',
  'representative',
  'regulator-complaint',
  'external-review',
  'negotiation',
  'mediation',
  'missed-deadline',
  'continuity-of-care',
  'surprise-bill',
  'records-authorization',
]);
/** Letters beside the appeal (resources/letters/kinds.json). */
export type LetterKind = z.infer<typeof LetterKind>;

/** A letter the user is writing or has sent. Its text is drafted from the case; what the user fills into its blanks stands here. */
export const WrittenLetter = z.object({
  id: EntryId,
  kind: LetterKind,
  createdOn: IsoDate,
  /** The user's words for each blank, by the blank's label. */
  fills: z.record(z.string(), z.string().max(20_000)).default({}),
  /** Paragraphs the user added before the closing. */
  added: z.string().max(50_000).default(''),
  sentOn: IsoDate.optional(),
});
export type WrittenLetter = z.infer<typeof WrittenLetter>;

/** What the user says of an item of a ground's checklist. */
export const GapMark = z.object({
  groundId: GroundId,
  item: z.string().max(100),
  state: z.enum(['have', 'asked', 'missing', 'not-applicable']),
  on: IsoDate,
  note: z.string().max(2000).default(''),
});
export type GapMark = z.infer<typeof GapMark>;

export const CaseStatus = z.enum(['preparing', 'sent', 'won', 'partly-won', 'lost', 'closed']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** One date to keep, over all cases. */
export const Agenda = z.object({
  /** Stable: used for the calendar export. */
  id: z.string(),
  caseId: z.string(),
  caseTitle: z.string(),
  kind: z.enum(['deadline', 'plan-due', 'promise', 'task', 'instalment']),
  on: IsoDate,
  /** For a deadline whose safe day differs: the last day. */
  latest: IsoDate.optional(),
  what: z.string(),
  citation: z.string().optional(),
  trust: z.enum(['verified', 'to-be-verified']).optional(),
  state: z.enum(['overdue', 'today', 'soon', 'later']),
  /** The entry or task it comes from. */
  entryId: z.string().optional(),
});
export type Agenda = z.infer<typeof Agenda>;

/** The parts of a case, in the order the window shows them. */
export const CaseTab = z.enum([
  'reasons',
  'criteria',
  'history',
  'timeline',
  'money',
  'facts',
  'letters',
  'letter',
  'packet',
  'submissions',
]);
export type CaseTab = z.infer<typeof CaseTab>;

/** One thing the review found open. */
export const ReviewPoint = z.object({
  id: z.string(),
  caseId: z.string(),
  caseTitle: z.string(),
  weight: z.enum(['urgent', 'open', 'check']),
  what: z.string(),
  /** What to do, in plain words. */
  advice: z.string(),
  /** Where in the case it is dealt with. */
  tab: CaseTab,
  groundId: GroundId.optional(),
});
export type ReviewPoint = z.infer<typeof ReviewPoint>;

/** A page that needs care before it goes to anybody. */
export const SensitivePage = z.object({
  documentId: DocumentId,
  pageNumber: z.number().int().min(1),
  kind: z.enum(['psychotherapy-notes', 'substance-use', 'ssn', 'other-person', 'hiv', 'genetic']),
  /** The words that told. */
  quote: z.string(),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  meaning: z.string(),
  advice: z.string(),
  citation: z.string(),
  trust: z.enum(['verified', 'to-be-verified']),
  /** The user looked at it and lets it go out. */
  allowed: z.boolean(),
});
export type SensitivePage = z.infer<typeof SensitivePage>;
