// One entry of the diary.
import { Badge, Button, Group, Text } from '@mantine/core';
import { ENTRY_NAMES } from '../../../../shared/cases/timeline/typed-events.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { DiaryEntry } from '../../../../shared/model/diary.ts';
import { Icon } from '../../../parts/icons.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { count, daysInWords, daysUntil, longDate, shortDate } from '../../../wording/format.ts';
import { clockTime } from './new-entry.ts';
import { useCallPad } from './pad-provider.tsx';

interface DiaryCardProps {
  readonly entry: DiaryEntry;
  readonly view: CaseView;
  readonly onKept: (kept: boolean) => void;
  readonly onRemove: () => void;
}

/** When, with whom, what was said, what was promised. */
export function DiaryCard({ entry, view, onKept, onRemove }: DiaryCardProps) {
  const pad = useCallPad();
  const name = `${ENTRY_NAMES[entry.kind]} of ${shortDate(entry.on)}`;
  const who = [entry.person, entry.organisation].filter((part) => part.trim() !== '').join(', ');
  return (
    <article className="surface diary-card" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className="grow">
          <h3 className="small-heading">
            {ENTRY_NAMES[entry.kind]}
            {entry.direction === 'in' && ' from them'}
            {who !== '' && `: ${who}`}
          </h3>
          <Text size="sm" c="dimmed">
            {[
              longDate(entry.on),
              entry.time === undefined ? undefined : clockTime(entry.time),
              entry.minutes === undefined ? undefined : count(entry.minutes, 'minute'),
              entry.reference.trim() === '' ? undefined : `reference ${entry.reference}`,
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-md"
            aria-label={`Change: ${name}`}
            onClick={() => pad.edit(view.case.id, entry)}
          >
            Change
          </Button>
          <Button variant="default" size="compact-md" aria-label={`Remove: ${name}`} onClick={onRemove}>
            Remove
          </Button>
        </Group>
      </Group>
      {entry.said.trim() !== '' && <p className="diary-said">{entry.said}</p>}
      {hasPromise(entry) && <Promised entry={entry} onKept={onKept} />}
      {entry.documentId !== undefined && (
        <Text size="sm" mt="xs">
          Proof:{' '}
          <PageLink documentId={entry.documentId} title={view.documents[entry.documentId] ?? 'Paper'} fromPage={1} />
        </Text>
      )}
    </article>
  );
}

function Promised({ entry, onKept }: { readonly entry: DiaryEntry; readonly onKept: (kept: boolean) => void }) {
  const { promised, promisedBy, kept } = entry;
  const isLate = !kept && promisedBy !== undefined && daysUntil(promisedBy) < 0;
  return (
    <div className="promise" data-late={isLate || undefined}>
      <p>
        <strong>Promised:</strong> {promised.trim() === '' ? 'an answer' : promised}
        {promisedBy !== undefined && ` by ${longDate(promisedBy)}`}
        {!kept && promisedBy !== undefined && ` (${daysInWords(promisedBy)})`}
      </p>
      {kept ? (
        <Group gap="xs">
          <Badge className="tag tag-accent" leftSection={<Icon name="check" size={14} />}>
            Kept
          </Badge>
          <Button variant="default" size="compact-sm" onClick={() => onKept(false)}>
            Not kept after all
          </Button>
        </Group>
      ) : (
        <Button variant="default" size="compact-md" onClick={() => onKept(true)}>
          Mark as kept
        </Button>
      )}
    </div>
  );
}

function hasPromise({ promised, promisedBy }: DiaryEntry): boolean {
  return promised.trim() !== '' || promisedBy !== undefined;
}
