// The open vault: the frame around, and the screen the address names.
import { useRef, useState } from 'react';
import { type Picked, useAddPapers } from './bridge/add-papers.ts';
import { useLockWhenAway } from './bridge/away.ts';
import { useHost } from './bridge/host-context.tsx';
import { useJobNews } from './bridge/job-news.tsx';
import { goTo, useRoute } from './navigation/use-route.ts';
import { CaseScreen } from './screens/case/case-screen.tsx';
import { CallPadProvider } from './screens/case/timeline/pad-provider.tsx';
import { CasesScreen } from './screens/cases/cases-screen.tsx';
import { DatesScreen } from './screens/dates/dates-screen.tsx';
import { useReminders } from './screens/dates/reminders.ts';
import { PaperScreen } from './screens/paper/paper-screen.tsx';
import { PapersScreen } from './screens/papers/papers-screen.tsx';
import type { Narrowing } from './screens/search/narrowing.ts';
import { SearchScreen } from './screens/search/search-screen.tsx';
import { KeptForms } from './screens/shell/kept-forms.tsx';
import { Shell } from './screens/shell/shell.tsx';
import { useBackupReminder } from './screens/vault/backup-reminder.tsx';
import { usePreferences } from './screens/vault/use-keeping.ts';
import { VaultScreen } from './screens/vault/vault-screen.tsx';

/** Everything behind the passphrase. What is searched for stays in memory: it never goes into an address. */
export function OpenVault({ onLock }: { readonly onLock: () => void }) {
  const route = useRoute();
  const host = useHost();
  const adding = useAddPapers();
  useJobNews(route);
  useReminders();
  useBackupReminder();
  useLockWhenAway(usePreferences().data?.lockAfterMinutes, onLock);
  const [query, setQuery] = useState('');
  const [narrowing, setNarrowing] = useState<Narrowing>({});
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // A browser opens its own dialog; on the desktop the menu asks too, and there a page may not open one by itself.
  const choose = (what: Picked) =>
    host.kind === 'desktop' ? adding.pick(what) : (what === 'folder' ? folder : files).current?.click();
  const take = (input: HTMLInputElement) => {
    adding.add([...(input.files ?? [])]);
    input.value = '';
  };

  const search = (text: string) => {
    setQuery(text);
    if (text !== '' && route.screen !== 'search') goTo({ screen: 'search' });
    if (text === '' && route.screen === 'search') goTo({ screen: 'papers' }, { replace: true });
  };

  const searchAmong = (text: string, among: Narrowing) => {
    setQuery(text);
    setNarrowing(among);
  };

  return (
    <CallPadProvider route={route}>
      <Shell route={route} query={query} onQuery={search} onFiles={adding.add} onChoose={choose} onLock={onLock}>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          data-testid="file-input"
          onChange={(event) => take(event.currentTarget)}
        />
        <input
          ref={(input) => {
            folder.current = input;
            // React's types don't know it.
            if (input !== null) input.webkitdirectory = true;
          }}
          type="file"
          multiple
          hidden
          data-testid="folder-input"
          onChange={(event) => take(event.currentTarget)}
        />
        <KeptForms />
        {route.screen === 'papers' && <PapersScreen adding={adding} onChoose={choose} />}
        {route.screen === 'search' && <SearchScreen query={query} narrowing={narrowing} onSearch={searchAmong} />}
        {route.screen === 'paper' && <PaperScreen key={route.id} route={route} query={query} />}
        {route.screen === 'cases' && <CasesScreen />}
        {route.screen === 'dates' && <DatesScreen />}
        {route.screen === 'vault' && <VaultScreen />}
        {route.screen === 'case' && <CaseScreen key={route.id} route={route} />}
      </Shell>
    </CallPadProvider>
  );
}
