// A denial as the app has it: the text of a letter, really read, as a document with its case.
import type { Case } from '../../shared/model/case.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { AppealLevel, PlanType } from '../../shared/model/vocabulary.ts';
import { readDocument } from '../../shared/reading/read-document.ts';
import { caseOf, paper } from './cases.ts';
import { READING_RULES } from './reading.ts';

/** The letter read as a denial, and the case of a user who said which plan and level it is. */
export function readDenial(
  text: string,
  said: { readonly planType: PlanType; readonly level?: AppealLevel; readonly byUser?: boolean },
): { readonly case: Case; readonly denial: FullDocument } {
  const bare = paper(1, 'denial-letter', text);
  const denial = { ...bare, reading: readDocument(bare.pages, READING_RULES, 'denial-letter') };
  const value = caseOf([denial]);
  return {
    denial,
    case: {
      ...value,
      planType: { value: said.planType, byUser: said.byUser ?? true },
      level: said.level ?? 'initial-denial',
    },
  };
}
