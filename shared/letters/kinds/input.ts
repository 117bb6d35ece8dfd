// What a letter beside the appeal is drafted from.
import type { PlanDue } from '../../model/clocks.ts';
import type { CrosswalkRow } from '../../model/criteria.ts';
import type { WrittenLetter } from '../../model/diary.ts';
import type { FullDocument } from '../../model/document.ts';
import type { MoneyView } from '../../model/money.ts';
import type { Score, Treatment } from '../../model/record.ts';
import type { LetterInput } from '../input.ts';

/** The case with what is worked out from its papers. `money` is missing when no paper speaks of amounts. */
export interface CaseForLetters extends LetterInput {
  readonly treatments: readonly Treatment[];
  readonly scores: readonly Score[];
  readonly crosswalk: readonly CrosswalkRow[];
  readonly money: MoneyView | undefined;
  readonly planDue: readonly PlanDue[];
}

/** The same with the letter as the user has it. */
export interface WrittenLetterInput extends CaseForLetters {
  readonly written: WrittenLetter;
}

/** The papers of the claim: the denial, then what is attached to the case. */
export function claimPapers(input: LetterInput): FullDocument[] {
  const ids = [...new Set([input.case.denialDocumentId, ...input.case.attachments])];
  return ids.flatMap((id) => input.documents.get(id) ?? []);
}

/** The papers of the claim and those that answer a ground. */
export function casePapers(input: LetterInput): FullDocument[] {
  const answering = input.case.evidence.filter((each) => each.state !== 'rejected').map((each) => each.documentId);
  const ids = [...new Set([input.case.denialDocumentId, ...input.case.attachments, ...answering])];
  return ids.flatMap((id) => input.documents.get(id) ?? []);
}
