// The criteria in the order of the policy, under their lead-ins.
import { Stack, Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { CrosswalkRow } from '../../../../shared/model/criteria.ts';
import { criterionGroups, needsInWords } from '../../../wording/criteria.ts';
import { CriterionCard } from './criterion-card.tsx';

interface CriterionListProps {
  readonly view: CaseView;
  readonly rows: readonly CrosswalkRow[];
  readonly titles: Readonly<Record<string, string>>;
}

/** One card for each criterion. */
export function CriterionList({ view, rows, titles }: CriterionListProps) {
  return (
    <Stack gap="lg">
      {criterionGroups(rows).map((group) => (
        <div key={group.rows[0]?.criterion.id}>
          {(group.under !== undefined || needsInWords(group) !== '') && (
            <Text mb="xs">
              {group.under !== undefined && <span className="criterion-under">“{group.under}” </span>}
              <Text span size="sm" c="dimmed">
                {needsInWords(group)}
              </Text>
            </Text>
          )}
          <ul className="plain-list criterion-list">
            {group.rows.map((row) => (
              <CriterionCard key={row.criterion.id} view={view} row={row} titles={titles} />
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}
