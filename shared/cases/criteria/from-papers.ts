// Where the criteria of a case come from: the cited policy, else another one, else the plan's definition, else the denial itself.
import type { Case } from '../../model/case.ts';
import type { Criterion } from '../../model/criteria.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Rules } from '../../rules/schema.ts';
import { compact } from '../kinship.ts';
import { textOf } from '../page-text.ts';
import { samePlan } from '../plan-kinship.ts';
import { relatedPapers } from '../related.ts';
import { contentStems } from '../stems.ts';
import { definitionsIn } from './definitions.ts';
import { criteriaInDenial } from './in-denial.ts';
import { readCriteria, speaksOf } from './read-criteria.ts';
import { serviceTopic } from './service-topic.ts';

/** The criteria of the first source that has any, in this order; empty when no paper holds criteria. */
export function criteriaOf(value: Case, documents: readonly FullDocument[], rules: Rules): Criterion[] {
  const topic = serviceTopic(value, documents, rules);
  const papers = relatedPapers(value, documents).filter((paper) => samePlan(value, paper));
  const denial = documents.find(({ document }) => document.id === value.denialDocumentId);
  const policies = papers.filter(({ document }) => document.kind === 'medical-policy');
  const cited = policies.filter((paper) => isCited(paper, value, denial));
  const others = policies.filter((paper) => !cited.includes(paper) && speaksOf(paper, topic));
  const plans = papers.filter(({ document }) => document.kind === 'plan-document');
  const sources = [
    () => cited.flatMap((paper) => readCriteria(paper, topic)),
    () => others.flatMap((paper) => readCriteria(paper, topic)),
    () => plans.flatMap((paper) => definitionsIn(paper, value)),
    () => (denial === undefined ? [] : criteriaInDenial(denial)),
  ];
  for (const source of sources) {
    const found = unlike(source());
    if (found.length > 0) return found;
  }
  return [];
}

/** Two copies of a policy give each criterion once. */
function unlike(criteria: readonly Criterion[]): Criterion[] {
  const taken = new Set<string>();
  return criteria.filter(({ label, text, under }) => {
    const key = compact(`${label ?? ''}/${text}/${under ?? ''}`);
    return !taken.has(key) && taken.add(key);
  });
}

/** Words of the head of a policy, where its name and number stand. */
const HEAD_WORDS = 120;
const LEAST_SHARE = 0.7;

/** True when the denial names this policy, by its number or by nearly all words of its name. */
function isCited(policy: FullDocument, value: Case, denial: FullDocument | undefined): boolean {
  const names = [
    value.facts.criteriaCited.value ?? '',
    ...(denial?.reading.notice?.criteria ?? []).map(({ name }) => name),
  ];
  const first = policy.pages.find((page) => page.words.length > 0);
  if (first === undefined) return false;
  const head = `${policy.document.title} ${textOf(first, 0, HEAD_WORDS)}`;
  const letters = compact(head);
  const stems = new Set(contentStems(head));
  return names.some((name) => {
    const numbers = name
      .split(/[\s,;()“”"]+/)
      .map(compact)
      .filter((word) => word.length >= 4 && /\d/.test(word) && !/^(19|20)\d{2}$/.test(word));
    if (numbers.some((number) => /[A-Z]/.test(number) && letters.includes(number))) return true;
    const words = contentStems(name);
    return words.length >= 3 && words.filter((stem) => stems.has(stem)).length >= words.length * LEAST_SHARE;
  });
}
