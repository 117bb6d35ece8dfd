// The rules of a plan family that are open after a decision, and those of its ladder.
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { DeadlineRule, Rules } from '../rules/schema.ts';
import { textOf } from './page-text.ts';
import { limitFor } from './stated-limit.ts';

interface Input {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
  readonly state?: string;
}

/** The rules of the plan type; a State's own rule for a step takes the place of the general one. */
export function familyRules({ case: value, rules, state }: Input): DeadlineRule[] {
  const own = rules.deadlines.filter(
    (rule) =>
      rule.planTypes.includes(value.planType.value) &&
      (rule.states === undefined || (state !== undefined && rule.states.includes(state))),
  );
  const special = own.filter((rule) => rule.states !== undefined).map((rule) => rule.step);
  return own.filter((rule) => rule.states !== undefined || !special.includes(rule.step));
}

/** The rules open now, the one for the next step first. A rule without a time of its own needs one stated in the letter. */
export function openRules(input: Input): DeadlineRule[] {
  const { case: value, denial } = input;
  return familyRules(input)
    .filter((rule) => rule.follows.includes(value.level))
    .filter((rule) => {
      const stated = limitFor(rule, denial) !== undefined;
      if (rule.amount === undefined && !stated && rule.automatic !== true) return false;
      return rule.whenLetterSays === undefined || saidBeside(rule, denial) || letterSays(denial, rule.whenLetterSays);
    })
    .sort((a, b) => Number(b.statedApplies) - Number(a.statedApplies));
}

/** The letter gives a time for the very step. */
function saidBeside(rule: DeadlineRule, denial: FullDocument): boolean {
  return rule.step === 'continue-benefits' && rule.trigger !== 'service-end' && limitFor(rule, denial) !== undefined;
}

function letterSays(denial: FullDocument, phrases: readonly string[]): boolean {
  const text = denial.pages.map((page) => textOf(page, 0, page.words.length).toLowerCase()).join(' ');
  return phrases.some((phrase) => text.includes(phrase));
}
