// One date: what is due, in which case, by which rule; tasks and promises are ticked off right here.
import { Anchor, Badge, Button, Text } from '@mantine/core';
import type { CaseId } from '../../../shared/ids.ts';
import type { Agenda } from '../../../shared/model/diary.ts';
import type { CaseTab } from '../../navigation/routes.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { daysInWords, longDate, shortDate } from '../../wording/format.ts';
import { AGENDA_NAMES } from '../../wording/work.ts';
import { Basis } from '../paper/denial/basis.tsx';
import { useTickOff } from './use-tick-off.ts';

/** Where in the case a date is dealt with. */
const TABS: Readonly<Record<Agenda['kind'], CaseTab>> = {
  deadline: 'packet',
  'plan-due': 'submissions',
  promise: 'timeline',
  task: 'timeline',
  instalment: 'money',
};

/** The day, what, the case, and the button. */
export function AgendaRow({ item }: { readonly item: Agenda }) {
  const tickOff = useTickOff(item);
  const { kind, on, latest, what, caseTitle, citation, trust, state } = item;
  return (
    <li className="agenda-row" data-state={state}>
      <div className="agenda-day">
        <strong>{shortDate(on)}</strong>
        <Text size="sm" c={state === 'overdue' ? 'var(--mantine-color-error)' : 'dimmed'}>
          {daysInWords(on)}
        </Text>
      </div>
      <div className="agenda-what">
        <Badge className={kind === 'deadline' ? 'tag tag-warn' : 'tag'}>{AGENDA_NAMES[kind]}</Badge>
        <Text mt={2}>{what}</Text>
        {latest !== undefined && latest !== on && <Text size="sm">Last day under the rule: {longDate(latest)}</Text>}
        <Text size="sm">
          <Anchor
            href={hrefOf({ screen: 'case', id: item.caseId as CaseId, tab: TABS[kind] })}
            underline="always"
            inherit
          >
            {caseTitle}
          </Anchor>
        </Text>
        {trust !== undefined && <Basis citation={citation} trust={trust} />}
      </div>
      {tickOff !== undefined && (
        <Button
          variant="default"
          size="sm"
          loading={tickOff.isBusy}
          aria-label={`${kind === 'promise' ? 'Kept' : 'Done'}: ${what}`}
          onClick={tickOff.tick}
        >
          {kind === 'promise' ? 'Kept' : 'Done'}
        </Button>
      )}
    </li>
  );
}
