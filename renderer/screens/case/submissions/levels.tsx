// The levels of a dispute: the case before, how the reasons changed, and the case after.
import { Anchor, Text, Title } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { ReasonId } from '../../../../shared/model/vocabulary.ts';
import { useCases } from '../../../bridge/queries.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { REASON_NAMES } from '../../../wording/reasons.ts';

/** Links to the case before and the cases after; nothing when there is none. */
export function LevelLinks({ view }: { readonly view: CaseView }) {
  const cases = useCases();
  const { previous, nextCaseIds } = view;
  if (previous === undefined && nextCaseIds.length === 0) return null;
  return (
    <div className="level-links">
      {previous !== undefined && (
        <Text size="sm">
          Level before:{' '}
          <Anchor href={hrefOf({ screen: 'case', id: previous.id, tab: 'submissions' })} underline="always" inherit>
            {previous.title}
          </Anchor>
          . {changeInWords(previous)}
        </Text>
      )}
      {nextCaseIds.map((id) => (
        <Text key={id} size="sm">
          Goes on in:{' '}
          <Anchor href={hrefOf({ screen: 'case', id, tab: 'reasons' })} underline="always" inherit>
            {cases.data?.find((each) => each.id === id)?.title ?? 'the next case'}
          </Anchor>
        </Text>
      ))}
    </div>
  );
}

/** How the reasons of this decision compare with those of the level before. */
export function PreviousLevel({ view }: { readonly view: CaseView }) {
  const { previous } = view;
  if (previous === undefined) return null;
  const groups = [
    { name: 'Given again', reasons: previous.kept },
    { name: 'New in this decision', reasons: previous.fresh },
    { name: 'No longer given', reasons: previous.dropped },
  ].filter(({ reasons }) => reasons.length > 0);
  return (
    <section aria-labelledby="previous-heading">
      <Title order={2} id="previous-heading" mb="xs">
        Compared with the level before
      </Title>
      {groups.length === 0 && <Text c="dimmed">Neither decision names a reason.</Text>}
      <dl className="facts">
        {groups.map(({ name, reasons }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{namesOf(reasons)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function changeInWords({ kept, fresh, dropped }: NonNullable<CaseView['previous']>): string {
  return [
    kept.length > 0 && `Given again: ${namesOf(kept)}.`,
    fresh.length > 0 && `New: ${namesOf(fresh)}.`,
    dropped.length > 0 && `No longer given: ${namesOf(dropped)}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

function namesOf(reasons: readonly ReasonId[]): string {
  return reasons.map((reason) => REASON_NAMES[reason]).join('; ');
}
