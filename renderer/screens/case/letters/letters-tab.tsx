// Letters beside the appeal: those that were started, those that can be written, or one of them.
import { Stack } from '@mantine/core';
import type { EntryId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useLetterOffers } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { LetterScreen } from './letter-screen.tsx';
import { OfferList } from './offer-list.tsx';
import { StartedList } from './started-list.tsx';

interface LettersTabProps {
  readonly view: CaseView;
  readonly letterId: EntryId | undefined;
}

/** The address says which letter is open. */
export function LettersTab({ view, letterId }: LettersTabProps) {
  const offers = useLetterOffers(view.case.id);
  if (letterId !== undefined) return <LetterScreen key={letterId} view={view} letterId={letterId} />;
  if (offers.isPending) return <Loading label="Looking which letters fit" />;
  if (offers.isError) return <ErrorNotice error={offers.error} />;
  return (
    <Stack gap="xl">
      <StartedList view={view} offers={offers.data} />
      <OfferList view={view} offers={offers.data} />
    </Stack>
  );
}
