// Reads the criteria of a policy: the lists that speak of the service of the case, item by item, with their words on the page.
import type { Criterion } from '../../model/criteria.ts';
import type { FullDocument } from '../../model/document.ts';
import { oncePer } from '../../once-per.ts';
import { stemsOf } from '../stems.ts';
import { blocksOf } from './blocks.ts';
import { type Group, groupsOf, type Item } from './groups.ts';
import { type ServiceTopic, topicScores } from './service-topic.ts';
import { treeOf } from './tree.ts';

/** Longest wording of a criterion and of what it stands under, in letters (shared/model/criteria.ts). */
const LONGEST = 3000;
const LONGEST_UNDER = 1000;
/** A list whose score is below this share of the best one is of another service. */
const LEAST_SHARE = 0.5;
const RENEWAL = /\b(renew\w*|continu(?:ation|ed|ing)|re-?authorization|re-?certification|extension|maintenance)\b/i;

/**
 * The criteria of a policy for the service of a case, in reading order. Where no list speaks of the service, all lists are given, each
 * criterion under its heading. Lists of what is never covered are left out. Empty when the paper holds no list of criteria.
 */
export function readCriteria(policy: FullDocument, topic: ServiceTopic): Criterion[] {
  return fitting(listsOf(policy), topic).flatMap((group) =>
    group.items.map((item) => toCriterion(policy, group, item)),
  );
}

/** True when one of the paper's lists speaks of the service. */
export function speaksOf(policy: FullDocument, topic: ServiceTopic): boolean {
  return topicScores(listsOf(policy), topic, { everywhere: true }).some((score) => score > 0);
}

/** The lists of criteria of a policy, without those of what is never covered. */
const listsOf = oncePer((policy: FullDocument): readonly Group[] =>
  groupsOf(treeOf(blocksOf(policy)), { inverse: false }),
);

function fitting(groups: readonly Group[], topic: ServiceTopic): readonly Group[] {
  const scores = topicScores(groups, topic);
  const best = Math.max(0, ...scores);
  const chosen = best === 0 ? groups : groups.filter((_, at) => scores[at]! >= best * LEAST_SHARE);
  const initial = chosen.filter((group) => !RENEWAL.test(titleOf(group)));
  return initial.length > 0 && !topic.renewal ? initial : chosen;
}

function titleOf(group: Group): string {
  return `${group.headings.at(-1) ?? ''} ${group.lead}`;
}

/** A criterion of the app from an item of a list. */
export function toCriterion(paper: FullDocument, group: Pick<Group, 'headings'>, item: Item): Criterion {
  const { pageNumber, from } = item.proof;
  const heading = group.headings.at(-1);
  const told = heading === undefined || startsWith(item.under, heading) ? item.under : `${heading}: ${item.under}`;
  return {
    id: `${paper.document.id}/${pageNumber}/${from}`,
    ...(item.label !== undefined && { label: item.label.slice(0, 40) }),
    text: item.text.slice(0, LONGEST),
    under: told.slice(0, LONGEST_UNDER),
    needs: item.needs,
    source: { documentId: paper.document.id, proof: item.proof },
    byUser: false,
  };
}

function startsWith(text: string, heading: string): boolean {
  return stemsOf(text).join(' ').startsWith(stemsOf(heading).join(' '));
}
