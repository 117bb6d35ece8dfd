// One line of the chronology.
import { ActionIcon } from '@mantine/core';
import type { EventKind, TimelineEvent } from '../../../../shared/model/record.ts';
import { Icon, type IconName } from '../../../parts/icons.tsx';
import { SourceLink } from '../../../parts/source-link.tsx';
import { partialDate } from '../../../wording/partial-date.ts';
import { EVENT_NAMES } from '../../../wording/work.ts';

const ICONS: Readonly<Record<EventKind, IconName>> = {
  care: 'care',
  treatment: 'pill',
  score: 'score',
  claim: 'cases',
  letter: 'letter',
  call: 'phone',
  money: 'money',
  submission: 'send',
  deadline: 'calendar',
  other: 'info',
};

interface ChronologyRowProps {
  readonly event: TimelineEvent;
  readonly titles: Readonly<Record<string, string>>;
  readonly onTakeOut: () => void;
}

/** The day, the kind, what happened, and where it stands. */
export function ChronologyRow({ event, titles, onTakeOut }: ChronologyRowProps) {
  const { on, until, kind, what, source } = event;
  return (
    <li className="chronology-row">
      <span className="chronology-day">
        {partialDate(on)}
        {until !== undefined && until !== on && ` – ${partialDate(until)}`}
      </span>
      <span className="chronology-kind">
        <Icon name={ICONS[kind]} size={17} /> {EVENT_NAMES[kind]}
      </span>
      <span className="chronology-what">
        {what}{' '}
        <span className="chronology-place">
          {source === undefined ? 'your note' : <SourceLink source={source} titles={titles} />}
        </span>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Take out: ${partialDate(on)}, ${what}`}
        title="Take this line out"
        onClick={onTakeOut}
      >
        <Icon name="cross" size={17} />
      </ActionIcon>
    </li>
  );
}
