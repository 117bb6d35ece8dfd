// The pages that speak of a criterion, each with what it shows.
import { Button, Text } from '@mantine/core';
import type { CriterionFact } from '../../../../shared/model/criteria.ts';
import { SourceLink } from '../../../parts/source-link.tsx';
import { placeOf, withoutPage } from './edits.ts';
import type { CriterionDesk } from './use-criterion.ts';

interface FactListProps {
  readonly desk: CriterionDesk;
  readonly facts: readonly CriterionFact[];
  readonly titles: Readonly<Record<string, string>>;
  /** The criterion, for those who hear a button alone. */
  readonly about: string;
}

/** Says so when there is none. */
export function FactList({ desk, facts, titles, about }: FactListProps) {
  if (facts.length === 0) return <Text c="dimmed">No page is linked.</Text>;
  return (
    <ul className="plain-list fact-list">
      {facts.map((fact) => (
        <li key={`${placeOf(fact.source)}/${fact.why}`} className="fact-row">
          <div>
            <SourceLink source={fact.source} titles={titles} />
            {fact.why !== '' && `: ${fact.why}`}
            {fact.byUser && (
              <Text span size="sm" c="dimmed">
                {' '}
                (linked by you)
              </Text>
            )}
            {fact.source.proof.quote !== '' && (
              <Text className="evidence-quote" lineClamp={3}>
                “{fact.source.proof.quote}”
              </Text>
            )}
          </div>
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            aria-label={`Take away from ${about}: ${titles[fact.source.documentId] ?? 'paper'}, page ${fact.source.proof.pageNumber}`}
            onClick={() => desk.save(withoutPage(desk.edit, fact), 'The page was taken away.')}
          >
            Take away
          </Button>
        </li>
      ))}
    </ul>
  );
}
