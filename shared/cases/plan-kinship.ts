// Is a plan document or a policy one of this plan? Those of another plan prove nothing here.
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import { oncePer } from '../once-per.ts';
import { compact } from './kinship.ts';
import { pageText } from './page-text.ts';

/** Words of names that many plans and insurers share. */
const GENERIC = new Set(
  (
    'health healthcare insurance insurer company plan plans benefit benefits employee employees employer medical mutual life inc corp corporation group care ' +
    'administrator administrators administration services service welfare fund trust medicare medicaid advantage choice select premier network assurance ' +
    'association cooperative policy guideline guidelines criteria section document department claims review national american united state states ' +
    'management managed solutions systems system partners community family first new effective conditions treatment'
  ).split(' '),
);

/**
 * True for papers that are no plan papers; for plan documents and medical policies when they share the group number, a distinctive word of the
 * payer's or the plan's name, or the number of the criteria the denial cites, and when they name neither payer nor group at all.
 */
export function samePlan(value: Case, paper: FullDocument): boolean {
  const { kind } = paper.document;
  if (kind !== 'plan-document' && kind !== 'medical-policy') return true;
  const { facts } = value;
  const { payer, group_number: group } = paper.reading.fields;
  if (group !== undefined && compact(group) === compact(facts.groupNumber.value)) return true;
  const { text, words, whole } = namesOn(paper);
  if (namesIn(`${facts.payer.value ?? ''} ${facts.planName.value ?? ''}`).some((name) => words.has(name))) return true;
  if (numbersIn(facts.criteriaCited.value ?? '').some((number) => whole.includes(number))) return true;
  return payer === undefined && group === undefined && !namesAnyPlan(text);
}

/** The words of a paper with its payer's name, as names, and as letters and digits only. */
const namesOn = oncePer((paper: FullDocument) => {
  const text = paper.pages.map(pageText).join(' ');
  const words: ReadonlySet<string> = new Set(namesIn(`${text} ${paper.reading.fields.payer ?? ''}`));
  return { text, words, whole: compact(text) };
});

function namesIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 5 && !GENERIC.has(word));
}

/** “BH-207” and the like: letters and digits together, as they tell one policy from another. */
function numbersIn(text: string): string[] {
  return text
    .split(/\s+/)
    .map(compact)
    .filter((word) => word.length >= 4 && /[A-Z]/.test(word) && /\d/.test(word));
}

/** True when the paper names an employer, insurer or administrator, so that it can be told apart. */
function namesAnyPlan(text: string): boolean {
  return /\b(Inc\.?|LLC|Company|Corporation|Insurance|Administrators|Mutual|Health Plan|Benefit Plan|Welfare Fund)\b/.test(
    text,
  );
}
