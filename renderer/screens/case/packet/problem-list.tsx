// What to mend before the packet leaves, the gravest first, each with the way to it.
import { Anchor, Group, Text, Title } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Problem } from '../../../../shared/model/packet.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { Icon, type IconName } from '../../../parts/icons.tsx';
import { wayTo } from './way-to.ts';

interface ProblemListProps {
  readonly view: CaseView;
  readonly problems: readonly Problem[];
}

const GROUPS: readonly {
  readonly severity: Problem['severity'];
  readonly heading: string;
  readonly icon: IconName;
}[] = [
  { severity: 'blocks', heading: 'Must be settled first', icon: 'cross' },
  { severity: 'warns', heading: 'Worth mending', icon: 'alert' },
  { severity: 'notes', heading: 'Good to know', icon: 'info' },
];

/** Grouped by severity; a group without problems is left out. */
export function ProblemList({ view, problems }: ProblemListProps) {
  if (problems.length === 0) return <Text>No open points were found.</Text>;
  return GROUPS.map(({ severity, heading, icon }) => {
    const own = problems.filter((problem) => problem.severity === severity);
    if (own.length === 0) return null;
    return (
      <section key={severity} aria-label={heading} data-severity={severity} className="problems">
        <Title order={3} mb="xs">
          {heading} ({own.length})
        </Title>
        <ul className="plain-list">
          {own.map((problem) => (
            <li
              key={`${problem.code}/${problem.sentence}/${problem.groundId}/${problem.pageNumber}`}
              className="gap-row"
            >
              <Group gap="xs" wrap="nowrap" align="flex-start">
                <Icon name={icon} size={18} />
                <Text>
                  {problem.sentence} <Way view={view} problem={problem} />
                </Text>
              </Group>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Way({ view, problem }: { readonly view: CaseView; readonly problem: Problem }) {
  const route = wayTo(problem, view);
  if (route === undefined) return null;
  return (
    <Anchor href={hrefOf(route)} underline="always" aria-label={`Go there: ${problem.sentence}`}>
      Go there
    </Anchor>
  );
}
