// Cases made for tests: a bare one to count deadlines on, and the sample case of the labelled papers.
import { loadRules } from '../../electron/core/rules.ts';
import { createCase } from '../../shared/cases/create.ts';
import type { Case } from '../../shared/model/case.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { AppealLevel, DocumentKind, IsoDate, PlanType, ReasonId } from '../../shared/model/vocabulary.ts';
import { countingIds, labelledPapers, paperOf, RESOURCES } from './labelled-papers.ts';

export const RULES = loadRules(RESOURCES);
export const TODAY = '2026-11-24';

/** A paper from a text; reasons by the words that give them, fields as a reader would report them. */
export function paper(
  number: number,
  type: DocumentKind,
  text: string,
  more: {
    readonly reasons?: Readonly<Partial<Record<ReasonId, string>>>;
    readonly fields?: Readonly<Record<string, unknown>>;
  } = {},
): FullDocument {
  const reasons = Object.entries(more.reasons ?? {}).map(([id, quote]) => ({ id: id as ReasonId, quote }));
  return paperOf(
    number,
    { id: `${String(number).padStart(3, '0')}-${type}`, type, reasons, fields: more.fields ?? {} },
    text,
  );
}

/** A case made from the first paper, the rest beside it. */
export function caseOf(papers: readonly FullDocument[]): Case {
  const [denial, ...others] = papers;
  const ids = countingIds();
  return createCase({ id: ids.caseId, sequence: 1, today: TODAY, denial: denial!, others, rules: RULES, ...ids });
}

/** A denial with a date and a time limit, and its case, for counting. */
export function dated(input: {
  readonly planType: PlanType;
  readonly level?: AppealLevel;
  readonly notice?: IsoDate;
  readonly received?: IsoDate;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly text?: string;
}): { readonly case: Case; readonly denial: FullDocument } {
  const denial = paper(
    1,
    'denial-letter',
    input.text ?? 'We cannot cover this service. It is not medically necessary.',
    {
      reasons: { 'medical-necessity': 'not medically necessary' },
      fields: { ...(input.notice && { letter_date: input.notice }), ...input.fields },
    },
  );
  const value = caseOf([denial]);
  return {
    denial,
    case: {
      ...value,
      planType: { value: input.planType, byUser: true },
      level: input.level ?? 'initial-denial',
      ...(input.received && { receivedOn: input.received }),
    },
  };
}

/** The sample case: its denial first, then its other papers. */
export function samplePapers(): FullDocument[] {
  return labelledPapers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}
