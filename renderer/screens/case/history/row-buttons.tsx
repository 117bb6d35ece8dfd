// What can be done with a row of the history: change it, take it out, let it say again what the page says.
import { Button } from '@mantine/core';
import type { Row } from './rows.ts';
import type { HistoryDesk } from './use-history.ts';

interface RowButtonsProps {
  readonly desk: HistoryDesk;
  readonly row: Row;
  /** What the buttons call the row. */
  readonly name: string;
  readonly onEdit: () => void;
}

/** “As the page says” only for a row that was read and then changed. */
export function RowButtons({ desk, row, name, onEdit }: RowButtonsProps) {
  return (
    <>
      <Button variant="default" size="compact-sm" aria-label={`Change: ${name}`} onClick={onEdit}>
        Change…
      </Button>
      {desk.isCorrected(row.id) && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`As the page says: ${name}`}
          onClick={() => desk.reset(row, name)}
        >
          As the page says
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={`Take out: ${name}`}
        onClick={() => desk.takeOut(row, name)}
      >
        Take out
      </Button>
    </>
  );
}
