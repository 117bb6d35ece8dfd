// How the case stands, set by hand.
import { Select, Title } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { CaseStatus } from '../../../../shared/model/diary.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { choicesOf } from '../../../wording/vocabulary.ts';
import { STATUS_NAMES } from '../../../wording/work.ts';

/** A recorded appeal sets it to “sent” by itself. */
export function StatusPart({ view }: { readonly view: CaseView }) {
  const { id, status } = view.case;
  const setStatus = useCaseChange((client, value: CaseStatus) => client.cases.setStatus({ id, status: value }));
  return (
    <section aria-labelledby="status-heading">
      <Title order={2} id="status-heading" mb="xs">
        How the case stands
      </Title>
      <Select
        label="State of the case"
        description="Cases that have ended no longer remind you of deadlines."
        data={choicesOf(STATUS_NAMES)}
        value={status}
        onChange={(_value, choice) => choice !== null && setStatus.mutate(choice.value)}
        allowDeselect={false}
        maw={340}
      />
    </section>
  );
}
