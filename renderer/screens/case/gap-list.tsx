// What the checklist of a reason asks for: what is there, what was asked for, and who has what is missing.
import { Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView, Gap } from '../../../shared/model/case.ts';
import { checklistHeading, inOrder, itemOrder } from '../../wording/board.ts';
import { GapRow } from './board/gap-row.tsx';

interface GapListProps {
  readonly view: CaseView;
  readonly gaps: readonly Gap[];
}

/** Missing things first, as they were when the list was opened: an item stays where it is while it is worked on. */
export function GapList({ view, gaps }: GapListProps) {
  const [order] = useState(() => itemOrder(gaps));
  if (gaps.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {checklistHeading(gaps)}
      </Title>
      <ul className="plain-list">
        {inOrder(gaps, order).map((gap) => (
          <GapRow key={gap.item} view={view} gap={gap} />
        ))}
      </ul>
    </div>
  );
}
