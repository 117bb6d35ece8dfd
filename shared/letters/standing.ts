// Picks the standing text that is true for this case: by type of plan, level and reason. None of it says anything about the person.
import type { Ground } from '../model/case.ts';
import type { Inline } from '../model/letter.ts';
import type { StandingText } from '../rules/schema.ts';
import { text } from './inline.ts';
import { denialOf, hasClinicalGround, type LetterInput } from './input.ts';

/** The standing texts for a place of the letter; for `ground` those that answer its reason. */
export function standingTexts(input: LetterInput, place: StandingText['place'], ground?: Ground): StandingText[] {
  const { planType, level } = input.case;
  return input.rules.standing.filter(
    (entry) =>
      entry.place === place &&
      entry.planTypes.includes(planType.value) &&
      (entry.levels === undefined || entry.levels.includes(level)) &&
      (entry.reasons === undefined || (ground !== undefined && entry.reasons.includes(ground.reason))) &&
      (entry.clinicalOnly !== true || hasClinicalGround(input)) &&
      (entry.mentalHealthOnly !== true || isMentalHealth(input)),
  );
}

/** A standing text as it stands in the letter, with its citation. */
export function standingInlines(entry: StandingText): Inline[] {
  return [text(entry.citation === undefined ? entry.text : `${withoutStop(entry.text)} (${entry.citation}).`)];
}

function withoutStop(value: string): string {
  return value.replace(/\.\s*$/, '');
}

/** The denial names a diagnosis of ICD-10 chapter F: mental, behavioral or substance use. */
function isMentalHealth(input: LetterInput): boolean {
  return (denialOf(input)?.reading.fields.codes?.icd10 ?? []).some((code) => /^F\d/i.test(code));
}
