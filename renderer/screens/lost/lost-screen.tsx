// Shown when the program behind the window is gone.
import { Button, Text } from '@mantine/core';
import { FrontPage } from '../../parts/front-page.tsx';
import { PageTitle } from '../../parts/page-title.tsx';

/** Says what happened and offers the one way on. */
export function LostScreen() {
  return (
    <FrontPage>
      <PageTitle screen="Closed">The app was closed or restarted</PageTitle>
      <Text my="lg">
        Everything you saved is safe in the vault. Start Appeal Vault again if it is not running, open the new address
        it prints, or try this page again.
      </Text>
      <Button onClick={() => window.location.reload()}>Try again</Button>
    </FrontPage>
  );
}
