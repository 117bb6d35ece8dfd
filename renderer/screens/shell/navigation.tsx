// The way to the lists, and straight to each case.
import { Badge, NavLink, Text, VisuallyHidden } from '@mantine/core';
import { useAgenda, useCases } from '../../bridge/queries.ts';
import { hrefOf, type Route } from '../../navigation/routes.ts';
import { Icon } from '../../parts/icons.tsx';
import { dueNow } from '../dates/groups.ts';
import { isBackupDue } from '../vault/backup-age.ts';
import { useBackupStatus } from '../vault/use-backup.ts';
import { usePreferences } from '../vault/use-keeping.ts';

/** Links of the navigation; the current one is marked for eyes and ears. */
export function Navigation({ route, onGo }: { readonly route: Route; readonly onGo: () => void }) {
  const cases = useCases();
  const due = dueNow(useAgenda().data?.items ?? []);
  const backup = useBackupStatus();
  const preferences = usePreferences();
  const isDue =
    backup.data !== undefined &&
    preferences.data !== undefined &&
    isBackupDue(backup.data.last?.madeAt, preferences.data.backupEveryWeeks, Date.now());
  const isPapers = route.screen === 'papers' || route.screen === 'paper' || route.screen === 'search';
  return (
    <>
      <NavLink
        href={hrefOf({ screen: 'papers' })}
        label="Papers"
        leftSection={<Icon name="papers" />}
        active={isPapers}
        aria-current={isPapers ? 'page' : undefined}
        onClick={onGo}
      />
      <NavLink
        href={hrefOf({ screen: 'cases' })}
        label="Cases"
        leftSection={<Icon name="cases" />}
        active={route.screen === 'cases'}
        aria-current={route.screen === 'cases' ? 'page' : undefined}
        onClick={onGo}
      />
      <NavLink
        href={hrefOf({ screen: 'dates' })}
        label="Dates"
        leftSection={<Icon name="calendar" />}
        rightSection={due > 0 && <DueBadge due={due} />}
        active={route.screen === 'dates'}
        aria-current={route.screen === 'dates' ? 'page' : undefined}
        onClick={onGo}
      />
      <NavLink
        href={hrefOf({ screen: 'vault' })}
        label="Vault"
        leftSection={<Icon name="lock" />}
        rightSection={isDue && <BackupBadge />}
        active={route.screen === 'vault'}
        aria-current={route.screen === 'vault' ? 'page' : undefined}
        onClick={onGo}
      />
      {cases.data?.map((item) => {
        const isHere = route.screen === 'case' && route.id === item.id;
        return (
          <NavLink
            key={item.id}
            pl="xl"
            href={hrefOf({ screen: 'case', id: item.id, tab: 'reasons' })}
            label={
              <Text size="sm" lineClamp={2}>
                {item.title}
              </Text>
            }
            active={isHere}
            aria-current={isHere ? 'page' : undefined}
            onClick={onGo}
          />
        );
      })}
    </>
  );
}

/** Said without alarm: a backup is a good idea, nothing is wrong. */
function BackupBadge() {
  return (
    <Badge className="tag" variant="light" size="sm">
      Back up
    </Badge>
  );
}

/** How many dates are overdue or due today. */
function DueBadge({ due }: { readonly due: number }) {
  return (
    <Badge className="tag tag-bad" size="sm">
      {due}
      <VisuallyHidden> due</VisuallyHidden>
    </Badge>
  );
}
