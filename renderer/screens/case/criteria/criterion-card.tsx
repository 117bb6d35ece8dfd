// One criterion: its words, how it stands, the pages that speak of it, and what the user can say.
import { Badge, Button, Group, Menu, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import { CriterionState, type CrosswalkRow } from '../../../../shared/model/criteria.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { SourceLink } from '../../../parts/source-link.tsx';
import { CRITERION_STATES, criterionName } from '../../../wording/criteria.ts';
import { CriterionDialog } from './criterion-dialog.tsx';
import { editOf, saysNothing, withState } from './edits.ts';
import { FactList } from './fact-list.tsx';
import { LinkFactDialog } from './link-fact-dialog.tsx';
import { useCriterion } from './use-criterion.ts';

interface CriterionCardProps {
  readonly view: CaseView;
  readonly row: CrosswalkRow;
  readonly titles: Readonly<Record<string, string>>;
}

/** The choice that leaves the state to the app. */
const BY_APP = 'by-app';

/** Stands in a list. */
export function CriterionCard({ view, row, titles }: CriterionCardProps) {
  const { criterion, state, facts, why } = row;
  const [dialog, setDialog] = useState<'words' | 'link'>();
  useResume('criterion', ({ about }) => {
    if (about === criterion.id) setDialog('words');
  });
  const desk = useCriterion(view, criterion.id);
  const name = criterionName(criterion);
  const { tag, name: stateName } = CRITERION_STATES[state];
  const headingId = `criterion-${criterion.id}`;
  return (
    <li>
      <article className="surface criterion" data-state={state} aria-labelledby={headingId}>
        <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
          <Title order={3} id={headingId} className="criterion-words">
            {criterion.label !== undefined && <span>{criterion.label} </span>}
            <span className="criterion-text">{criterion.text}</span>
          </Title>
          <Badge className={tag} size="lg" flex="none">
            {stateName}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {criterion.source !== undefined && (
            <>
              From <SourceLink source={criterion.source} titles={titles} />
              {criterion.byUser && ', in your wording'}
            </>
          )}
          {criterion.source === undefined && 'Added by you'}
        </Text>
        <FactList desk={desk} facts={facts} titles={titles} about={name} />
        {why !== '' && <Text size="sm">{sentence(why)}</Text>}
        {desk.edit.note !== '' && (
          <Text size="sm" className="criterion-note">
            <strong>Your note:</strong> {desk.edit.note}
          </Text>
        )}
        <ErrorNotice error={desk.error} />
        <Group gap="xs" align="flex-end">
          <Select
            size="sm"
            w={200}
            label="How it stands"
            aria-label={`How it stands: ${name}`}
            data={[
              { value: BY_APP, label: 'As the app finds it' },
              ...CriterionState.options.map((value) => ({
                value: value as string,
                label: CRITERION_STATES[value].name,
              })),
            ]}
            value={desk.edit.state ?? BY_APP}
            allowDeselect={false}
            onChange={(value) => {
              const chosen = CriterionState.safeParse(value).data;
              if (chosen !== desk.edit.state) desk.save(withState(desk.edit, chosen), `${name}: changed.`);
            }}
          />
          <Button
            variant="default"
            leftSection={<Icon name="link" size={16} />}
            aria-label={`Link a page to ${name}`}
            onClick={() => setDialog('link')}
          >
            Link a page…
          </Button>
          <More view={view} row={row} onWords={() => setDialog('words')} />
        </Group>
      </article>
      {dialog === 'words' && <CriterionDialog view={view} row={row} onClose={() => setDialog(undefined)} />}
      {dialog === 'link' && <LinkFactDialog desk={desk} about={name} onClose={() => setDialog(undefined)} />}
    </li>
  );
}

interface MoreProps {
  readonly view: CaseView;
  readonly row: CrosswalkRow;
  readonly onWords: () => void;
}

/** What is done more rarely. */
function More({ view, row: { criterion }, onWords }: MoreProps) {
  const desk = useCriterion(view, criterion.id);
  const name = criterionName(criterion);
  const isTouched = !saysNothing(editOf(view.case.criteria, criterion.id));
  const nothing = editOf([], criterion.id);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="subtle" aria-label={`More for ${name}`}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onWords}>Correct the words, add a note…</Menu.Item>
        {!desk.edit.added && (
          <Menu.Item onClick={() => desk.save({ ...desk.edit, hidden: true }, `Hidden: ${name}.`)}>
            Hide this criterion
          </Menu.Item>
        )}
        {isTouched && (
          <Menu.Item
            onClick={() =>
              desk.save(nothing, desk.edit.added ? `Removed: ${name}.` : `Your changes to ${name} were taken back.`)
            }
          >
            {desk.edit.added ? 'Remove it' : 'Take back all my changes'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
