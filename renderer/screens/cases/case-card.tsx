// One case in the list.
import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import type { CaseSummary } from '../../../shared/model/case.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { count, daysInWords, daysUntil, longDate } from '../../wording/format.ts';
import { LEVEL_NAMES } from '../../wording/vocabulary.ts';
import { STATUS_NAMES } from '../../wording/work.ts';

interface CaseCardProps {
  readonly item: CaseSummary;
  readonly headingOrder: 2 | 3;
}

/** Whose, which level, how far, and what is next. */
export function CaseCard({ item, headingOrder }: CaseCardProps) {
  const { patient, payer, claims, status } = item;
  const about = [patient, payer, claims === undefined ? undefined : `claim ${claims.replace(/\s+/g, ' ')}`];
  return (
    <article className="surface" style={{ padding: 20 }}>
      <Title order={headingOrder} size="h3" className="wrap-anywhere">
        <Anchor href={hrefOf({ screen: 'case', id: item.id, tab: 'reasons' })} inherit>
          {item.title}
        </Anchor>
      </Title>
      <Text size="sm" c="dimmed" className="wrap-anywhere">
        {about.filter((part) => part !== undefined && part !== '').join(' · ')}
      </Text>
      <Group gap="xs" mt="xs">
        <Badge className={status === 'won' || status === 'partly-won' ? 'tag tag-accent' : 'tag'}>
          {STATUS_NAMES[status]}
        </Badge>
        <Badge className="tag">{LEVEL_NAMES[item.level]}</Badge>
        <Badge className="tag">
          {item.answeredCount} of {count(item.groundCount, 'reason')} answered
        </Badge>
        {item.packetCount > 0 && <Badge className="tag">{count(item.packetCount, 'packet')}</Badge>}
      </Group>
      <NextDate item={item} />
    </article>
  );
}

function NextDate({ item: { deadline, next, status } }: { readonly item: CaseSummary }) {
  if (status === 'preparing' && deadline === undefined)
    return (
      <>
        <Text mt="sm">The day to send it by is not known yet.</Text>
        {next !== undefined && <Next on={next.on} what={next.what} />}
      </>
    );
  return (
    <>
      {status === 'preparing' && deadline !== undefined && (
        <Text mt="sm">
          Aim to send it by <strong>{longDate(deadline)}</strong> <Distance on={deadline} />
        </Text>
      )}
      {next !== undefined && !(status === 'preparing' && next.on === deadline) && <Next {...next} />}
    </>
  );
}

function Next({ on, what }: { readonly on: string; readonly what: string }) {
  return (
    <Text mt={4} lineClamp={2}>
      Next: <strong>{longDate(on)}</strong> <Distance on={on} />, {what}
    </Text>
  );
}

function Distance({ on }: { readonly on: string }) {
  return (
    <Text span c={daysUntil(on) < 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
      ({daysInWords(on)})
    </Text>
  );
}
