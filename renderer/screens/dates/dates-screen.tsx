// All dates to keep, over all cases.
import { Stack } from '@mantine/core';
import { PageTitle } from '../../parts/page-title.tsx';

/** Dates and what is still open. */
export function DatesScreen() {
  return (
    <Stack gap="lg" maw={900} mx="auto">
      <PageTitle screen="Dates">Dates</PageTitle>
    </Stack>
  );
}
