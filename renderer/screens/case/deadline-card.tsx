// Until when something must be done, from which rule, and how far that rule can be trusted.
import { Badge, Collapse, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Deadline } from '../../../shared/model/case.ts';
import { Icon } from '../../parts/icons.tsx';
import { Quote } from '../../parts/page-link.tsx';
import { daysInWords, daysUntil, longDate, shortDate } from '../../wording/format.ts';

interface DeadlineCardProps {
  readonly deadline: Deadline;
  readonly documents: Readonly<Record<string, string>>;
}

/** A deadline this near is marked, in days. */
const NEAR_DAYS = 30;

/** The day first, its reasons below. */
export function DeadlineCard({ deadline, documents }: DeadlineCardProps) {
  const [isOpen, { toggle }] = useDisclosure(deadline.latest === undefined || deadline.disagrees);
  return (
    <section
      className="surface deadline-card"
      data-urgency={urgency(deadline)}
      style={{ padding: 20 }}
      aria-label={`Deadline: ${deadline.what}`}
    >
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <Icon name="calendar" size={26} />
        <div style={{ flex: 1 }}>
          <Text c="dimmed">{deadline.what}</Text>
          {deadline.latest === undefined ? (
            <Title order={2}>The last day is not known yet</Title>
          ) : (
            <Title order={2}>
              {longDate(deadline.latest)}{' '}
              <Text span size="lg" fw={400}>
                {daysInWords(deadline.latest)}
              </Text>
            </Title>
          )}
          {hasTargetAhead(deadline) && (
            <Text mt={2}>
              Aim for <strong>{longDate(deadline.target)}</strong>.
            </Text>
          )}
          {deadline.disagrees && (
            <Text mt="xs" fw={600}>
              The letter and the rule do not agree; keep to the earlier day.
            </Text>
          )}
          <Group gap="xs" mt="sm">
            <Badge className={deadline.trust === 'verified' ? 'tag tag-accent' : 'tag tag-warn'}>
              {deadline.trust === 'verified'
                ? `Checked with the source on ${shortDate(deadline.checkedOn)}`
                : 'Rule still to be verified with its source'}
            </Badge>
            <UnstyledButton onClick={toggle} aria-expanded={isOpen} c="var(--mantine-color-anchor)" td="underline">
              {isOpen ? 'Hide how this was worked out' : 'How this was worked out'}
            </UnstyledButton>
          </Group>
          <Collapse expanded={isOpen} keepMounted={false}>
            <Text mt="sm">{deadline.explanation}</Text>
            <Text mt="xs" size="sm" c="dimmed">
              Source: {deadline.citation}
            </Text>
            {deadline.stated !== undefined && (
              <div style={{ marginTop: 12 }}>
                <Text size="sm" mb={4}>
                  What the letter says{statedInWords(deadline)}:
                </Text>
                <Quote
                  documentId={deadline.stated.documentId}
                  title={documents[deadline.stated.documentId] ?? 'Paper'}
                  proof={deadline.stated.proof}
                />
              </div>
            )}
          </Collapse>
        </div>
      </Group>
    </section>
  );
}

/** A day to aim for helps only while it lies ahead. */
function hasTargetAhead(deadline: Deadline): deadline is Deadline & { readonly target: string } {
  const { target, latest } = deadline;
  return target !== undefined && target !== latest && daysUntil(target) >= 0;
}

function urgency({ latest }: Deadline): 'calm' | 'near' | 'passed' {
  if (latest === undefined) return 'near';
  const days = daysUntil(latest);
  if (days < 0) return 'passed';
  return days <= NEAR_DAYS ? 'near' : 'calm';
}

function statedInWords({ statedDays, statedDate }: Deadline): string {
  if (statedDate !== undefined) return ` (by ${longDate(statedDate)})`;
  return statedDays === undefined ? '' : ` (${statedDays} days)`;
}
