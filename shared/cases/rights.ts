// The rights a person has after this denial, and whether the letter speaks of them.
import type { Case, Right } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import type { RightRule } from '../rules/notice-schema.ts';
import type { Rules } from '../rules/schema.ts';
import { contentSource } from './defects.ts';
import { scopeApplies, unreadable } from './denial-scope.ts';

/**
 * The rights of this type of plan and level, in the order of the rules; empty while the type of plan is not known. A right that may not
 * be for this denial says so in `condition`.
 */
export function rightsOf(input: {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
}): Right[] {
  const { denial, rules } = input;
  const doubt = denial.reading.notice === undefined ? 'The paper was not read for it.' : unreadable(denial);
  return rules.rights.flatMap((right) => {
    const granted = right.grants
      .map((grant) => ({ grant, applies: scopeApplies(grant, input) }))
      .filter(({ applies }) => applies !== 'no')
      .sort((a, b) => Number(a.applies === 'unknown') - Number(b.applies === 'unknown'))[0];
    if (granted === undefined) return [];
    const { grant, applies } = granted;
    const source = mention(right, denial, rules);
    const silent = doubt === undefined && right.shownBy.length > 0;
    return [
      {
        id: right.id,
        name: right.name,
        meaning: right.meaning,
        how: right.how,
        ...(grant.remark !== undefined && { remark: grant.remark }),
        ...(applies === 'unknown' && { condition: 'The letter does not tell whether it is for this denial.' }),
        inLetter:
          source !== undefined
            ? ('mentioned' as const)
            : silent
              ? ('not-mentioned' as const)
              : ('cannot-tell' as const),
        ...(source && { source }),
        citation: grant.citation,
        checkedOn: grant.checkedOn,
        trust: grant.trust,
      },
    ];
  });
}

function mention(right: RightRule, denial: FullDocument, rules: Rules): Source | undefined {
  for (const id of right.shownBy) {
    const content = rules.noticeContents.find((each) => each.id === id);
    const source = content && contentSource(denial, content);
    if (source !== undefined) return source;
  }
  return undefined;
}
