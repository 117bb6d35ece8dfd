// The shape of the rules about notices, rights and codes: what a denial must hold, what a person may ask for, what a code means.
import { z } from 'zod';
import { FIELD_NAMES, type FieldName, Timing } from '../model/finding.ts';
import { AppealLevel, IsoDate, PlanType, ReasonId } from '../model/vocabulary.ts';

/** Where a rule stands and how far it was checked. */
const basis = {
  citation: z.string().min(1),
  source: z.string().min(1),
  checkedOn: IsoDate,
  trust: z.enum(['verified', 'to-be-verified']),
};

/** The denials a rule is for; a part that is missing does not narrow it. */
export const DenialScope = z.object({
  planTypes: z.array(PlanType).min(1),
  /** What the paper at hand decided. */
  levels: z.array(AppealLevel).min(1),
  /** Only denials that turn on medical judgment. */
  clinicalOnly: z.literal(true).optional(),
  /** Only denials on one of these grounds. */
  reasons: z.array(ReasonId).min(1).optional(),
  timings: z.array(Timing).min(1).optional(),
  /** Only when the denial names a mental or behavioral diagnosis (ICD-10 chapter F). */
  mentalHealthOnly: z.literal(true).optional(),
});
export type DenialScope = z.infer<typeof DenialScope>;

/** Who must say a content, by which law. */
export const NoticeDemand = DenialScope.extend({
  weight: z.enum(['required', 'good-practice']),
  /** A condition of the law that no letter tells; where it stands, an absent content is never called missing. */
  unless: z.string().optional(),
  /** Asked for only when the letter holds this other content; where it does not, an absent content is never called missing. */
  alongside: z.string().optional(),
  /** What its absence may change. */
  affects: z.array(z.enum(['deadline', 'exhaustion'])).optional(),
  /** How it may change it, in plain words. */
  effect: z.string().optional(),
  ...basis,
});
export type NoticeDemand = z.infer<typeof NoticeDemand>;

/** The part of a notice a content belongs to. */
export const NoticeGroup = z.enum(['decision', 'claim', 'appeal', 'file', 'next-step', 'help']);
export type NoticeGroup = z.infer<typeof NoticeGroup>;

/** One thing a notice may have to hold. */
export const NoticeContent = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  group: NoticeGroup,
  /** Fields of the reading that show it as well as its own words do. */
  shownBy: z.array(z.enum(FIELD_NAMES as [FieldName, ...FieldName[]])).optional(),
  /** What it means when it is missing, in plain words. */
  missing: z.object({ meaning: z.string().min(1), ask: z.string().min(1), argument: z.boolean() }),
  demands: z.array(NoticeDemand).min(1),
});
export type NoticeContent = z.infer<typeof NoticeContent>;

/** A right, with the plans and levels that grant it. */
export const RightRule = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  meaning: z.string().min(1),
  /** What to do to use it. */
  how: z.string().min(1),
  /** Contents of a notice that speak of it. */
  shownBy: z.array(z.string()),
  grants: z.array(DenialScope.extend({ remark: z.string().optional(), ...basis })).min(1),
});
export type RightRule = z.infer<typeof RightRule>;

/** A code of a group, a procedure, a drug or a diagnosis in our own words. */
export const PlainCode = z.object({ meaning: z.string().min(1), trust: basis.trust, source: z.string().optional() });
/** What a group code says about who bears the cost. */
export const GroupCode = PlainCode.extend({ pays: z.enum(['provider', 'patient', 'other', 'payer', 'correction']) });

const unique = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id)).size === list.length;

export const NoticeContentsFile = z.object({
  noticeContents: z.array(NoticeContent).refine(unique, 'an id stands twice'),
});
export const RightsFile = z.object({ rights: z.array(RightRule).refine(unique, 'an id stands twice') });
export const CodeMeaningsFile = z.object({
  about: z.string(),
  source: z.string(),
  checkedOn: IsoDate,
  groups: z.record(z.string(), GroupCode),
  /** Adjustment codes that stand for no reason and refuse something all the same. */
  carc: z.record(z.string(), PlainCode),
  cptHcpcs: z.record(z.string(), PlainCode),
  icd10: z.record(z.string(), PlainCode),
  /** Places of service. */
  places: z.record(z.string(), PlainCode),
});
export type CodeMeanings = z.infer<typeof CodeMeaningsFile>;
