// What a letter is drafted from.
import type { Case, Deadline, Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { reasonRule } from '../rules/lookup.ts';
import type { Rules } from '../rules/schema.ts';

export interface LetterInput {
  readonly case: Case;
  readonly documents: ReadonlyMap<string, FullDocument>;
  readonly deadlines: readonly Deadline[];
  readonly rules: Rules;
  readonly today: IsoDate;
}

/** The grounds the letter answers, in order. */
export function groundsInForce(input: LetterInput): Ground[] {
  return input.case.grounds.filter((ground) => ground.state !== 'dismissed').sort((a, b) => a.order - b.order);
}

/** The denial, when it is still in the vault. */
export function denialOf(input: LetterInput): FullDocument | undefined {
  return input.documents.get(input.case.denialDocumentId);
}

/** True when a ground turns on medical judgment. */
export function hasClinicalGround(input: LetterInput): boolean {
  return groundsInForce(input).some((ground) => reasonRule(input.rules, ground.reason).nature === 'clinical');
}
