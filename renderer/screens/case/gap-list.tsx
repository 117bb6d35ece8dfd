// What the checklist of a reason asks for: what is there, what was asked for, and who has what is missing.
import { Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView, Gap } from '../../../shared/model/case.ts';
import { Fold } from '../../parts/fold.tsx';
import { checklistHeading, checklistOrder, inOrder } from '../../wording/board.ts';
import { count } from '../../wording/format.ts';
import { GapRow } from './board/gap-row.tsx';

interface GapListProps {
  readonly view: CaseView;
  readonly gaps: readonly Gap[];
}

/** What was open when the list was drawn stays in sight; what was settled then is folded away. */
export function GapList({ view, gaps }: GapListProps) {
  const [order] = useState(() => checklistOrder(gaps));
  if (gaps.length === 0) return null;
  const { open, settled } = inOrder(gaps, order);
  return (
    <div>
      <Title order={3} mb="xs">
        {checklistHeading(gaps)}
      </Title>
      {open.length > 0 && (
        <ul className="plain-list">
          {open.map((gap) => (
            <GapRow key={gap.item} view={view} gap={gap} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <Fold
          summary={`${count(settled.length, 'thing')} of the checklist that ${settled.length === 1 ? 'is' : 'are'} there or not needed`}
        >
          <ul className="plain-list">
            {settled.map((gap) => (
              <GapRow key={gap.item} view={view} gap={gap} />
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}
