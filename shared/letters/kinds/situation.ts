// What is true of a case, as the templates ask for it.
import { groundsInForce, hasClinicalGround } from '../input.ts';
import { dueSpokenOf } from './due.ts';
import { type CaseForLetters, casePapers, claimPapers } from './input.ts';
import type { When } from './schema.ts';
import { slotValue } from './slots.ts';

/** True when all parts of a condition hold; a condition that is missing holds always. */
export function holds(when: When | undefined, input: CaseForLetters): boolean {
  if (when === undefined) return true;
  const { planType, level } = input.case;
  const timing = timingOf(input);
  const is = (wanted: boolean | undefined, found: () => boolean) => wanted === undefined || wanted === found();
  return (
    (when.planTypes?.includes(planType.value) ?? true) &&
    (when.levels?.includes(level) ?? true) &&
    (when.timings?.includes(timing) ?? true) &&
    (when.reasons === undefined || groundsInForce(input).some(({ reason }) => when.reasons?.includes(reason))) &&
    (when.noReasons === undefined || !groundsInForce(input).some(({ reason }) => when.noReasons?.includes(reason))) &&
    is(when.clinical, () => hasClinicalGround(input)) &&
    is(when.mentalHealth, () => isMentalHealth(input)) &&
    is(when.endsCare, () => endsCare(input)) &&
    is(when.appealSent, () => slotValue('appealSentOn', input) !== undefined) &&
    is(when.planLate, () => isPlanLate(input)) &&
    is(when.surpriseCode, () => hasSurpriseCode(input)) &&
    (when.knows?.every((slot) => slotValue(slot, input) !== undefined) ?? true) &&
    (when.lacks?.every((slot) => slotValue(slot, input) === undefined) ?? true)
  );
}

function timingOf(input: CaseForLetters) {
  return input.documents.get(input.case.denialDocumentId)?.reading.notice?.timing?.value ?? 'unknown';
}

/** A paper of the case names a diagnosis of ICD-10 chapter F: mental, behavioral or substance use. */
function isMentalHealth(input: CaseForLetters): boolean {
  return casePapers(input).some(({ reading }) =>
    (reading.fields.codes?.icd10 ?? []).some((code) => /^F\d/i.test(code)),
  );
}

function endsCare(input: CaseForLetters): boolean {
  const notice = input.documents.get(input.case.denialDocumentId)?.reading.notice;
  return notice?.outcome.value === 'reduced-or-ended' || notice?.timing?.value === 'ongoing';
}

function isPlanLate(input: CaseForLetters): boolean {
  return dueSpokenOf(input.planDue)?.isLate === true;
}

/** Remark codes N859 to N885 tell of a claim settled under the No Surprises Act; N861 does not. */
function hasSurpriseCode(input: CaseForLetters): boolean {
  return claimPapers(input).some(({ reading }) =>
    (reading.fields.codes?.rarc ?? []).some((code) => {
      const number = Number(/^N(\d{3})$/i.exec(code.trim())?.[1]);
      return number >= 859 && number <= 885 && number !== 861;
    }),
  );
}
