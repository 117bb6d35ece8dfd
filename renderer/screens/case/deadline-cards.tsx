// The deadlines of a case: the next step and every other day that is known; limits without a day are folded away.
import { Stack } from '@mantine/core';
import type { CaseView } from '../../../shared/model/case.ts';
import { Fold } from '../../parts/fold.tsx';
import { count } from '../../wording/format.ts';
import { DeadlineCard } from './deadline-card.tsx';

/** The next step is always shown, also while its day is not known. */
export function DeadlineCards({ deadlines, documents }: Pick<CaseView, 'deadlines' | 'documents'>) {
  const isShown = (_: unknown, index: number) => index === 0 || deadlines[index]?.latest !== undefined;
  const shown = deadlines.filter(isShown);
  const later = deadlines.filter((deadline) => !shown.includes(deadline));
  const cards = (list: typeof deadlines) =>
    list.map((deadline) => <DeadlineCard key={deadline.ruleId} deadline={deadline} documents={documents} />);
  return (
    <>
      {cards(shown)}
      {later.length > 0 && (
        <Fold summary={`${count(later.length, 'later step')} without a day yet`}>
          <Stack gap="md">{cards(later)}</Stack>
        </Fold>
      )}
    </>
  );
}
