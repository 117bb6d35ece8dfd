// What was tried and what was measured: treatments and scores, read from the papers or added by the user.
import { Stack } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useRecord } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { SensitiveNotice } from '../sensitive-notice.tsx';
import { HiddenRows } from './hidden-rows.tsx';
import { ScorePart } from './score-part.tsx';
import { TreatmentPart } from './treatment-part.tsx';
import { useHistory } from './use-history.ts';

interface HistoryTabProps {
  readonly view: CaseView;
}

/** Treatments by kind, then scores by scale. */
export function HistoryTab({ view }: HistoryTabProps) {
  const record = useRecord(view.case.id);
  const desk = useHistory(view);
  if (record.isPending) return <Loading label="Reading the history from your papers" />;
  if (record.isError) return <ErrorNotice error={record.error} />;
  const { record: care, documents } = record.data;
  return (
    <Stack gap="xl">
      <SensitiveNotice view={view} />
      <TreatmentPart view={view} treatments={care.treatments} titles={documents} />
      <ScorePart view={view} scores={care.scores} titles={documents} />
      <HiddenRows desk={desk} hidden={view.case.record.hidden} />
    </Stack>
  );
}
