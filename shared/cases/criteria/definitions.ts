// The plan document's own definitions of medically necessary and of experimental, read as criteria.
import type { Case } from '../../model/case.ts';
import type { Criterion } from '../../model/criteria.ts';
import type { FullDocument } from '../../model/document.ts';
import type { ReasonId } from '../../model/vocabulary.ts';
import { oncePer } from '../../once-per.ts';
import { blocksOf } from './blocks.ts';
import { type Group, groupsOf } from './groups.ts';
import { toCriterion } from './read-criteria.ts';
import { treeOf } from './tree.ts';

const DEFINED: readonly { readonly reasons: readonly ReasonId[]; readonly starts: RegExp }[] = [
  {
    reasons: ['medical-necessity', 'level-of-care', 'insufficient-information'],
    starts: /^["“]?(?:medical(?:ly)? necess(?:ary|ity))\b/i,
  },
  { reasons: ['experimental-investigational'], starts: /^["“]?(?:experimental|investigational)\b/i },
];

/** The parts of the definitions that the reasons of the case turn on; of medically necessary when no reason tells. */
export function definitionsIn(plan: FullDocument, value: Case): Criterion[] {
  const reasons = value.grounds.filter((ground) => ground.state !== 'dismissed').map((ground) => ground.reason);
  const wanted = DEFINED.filter((each) => each.reasons.some((reason) => reasons.includes(reason)));
  const groups = listsOf(plan);
  return wanted.flatMap(({ starts }) =>
    groups
      .filter((group) => starts.test(group.lead) || starts.test(group.opening ?? ''))
      .slice(0, 1)
      .flatMap((group) => named(group).items.map((item) => toCriterion(plan, named(group), item))),
  );
}

/** All lists of a plan document. */
const listsOf = oncePer((plan: FullDocument): readonly Group[] => groupsOf(treeOf(blocksOf(plan)), { inverse: true }));

/** The items under the words that open the definition, which say what is defined. */
function named(group: Group): Group {
  const opening = group.opening?.split(/(?<=[.:])\s/)[0]?.slice(0, 200) ?? '';
  if (opening === '' || group.lead.startsWith(opening)) return group;
  return { ...group, items: group.items.map((item) => ({ ...item, under: `${opening} ${item.under}`.slice(0, 900) })) };
}
