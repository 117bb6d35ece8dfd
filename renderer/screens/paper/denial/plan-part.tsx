// Which kind of plan it is, by which words, and the person's own word on it.
import { Badge, Button, Group, Select } from '@mantine/core';
import { useRef } from 'react';
import type { DenialView } from '../../../../shared/model/denial.ts';
import type { FieldFinding, Reading } from '../../../../shared/model/finding.ts';
import type { PlanType } from '../../../../shared/model/vocabulary.ts';
import { useDocumentChange } from '../../../bridge/queries.ts';
import { findingValue } from '../../../wording/facts.ts';
import { planTypeMeaning } from '../../../wording/rule-words.ts';
import { choicesOf, PLAN_TYPE_NAMES } from '../../../wording/vocabulary.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { OwnWords } from './words-link.tsx';

interface PlanPartProps {
  readonly id: PaperRoute['id'];
  readonly reading: Reading;
  readonly planType: DenialView['planType'];
}

/** Deadline, contents of the letter and rights are computed anew after a change. */
export function PlanPart({ id, reading, planType }: PlanPartProps) {
  const { value, byUser } = planType;
  const set = useDocumentChange((client, value: PlanType) => client.documents.setPlanType({ id, planType: value }));
  // The button goes away once it is pressed; the focus goes to what it said.
  const state = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const confirm = () =>
    set.mutate(value, {
      onSuccess: () => {
        const now = document.activeElement;
        if (now === document.body || now === button.current) state.current?.focus();
      },
    });
  const read = reading.findings.find(({ field }) => field === 'plan_type');
  const needsWord = !byUser && value !== 'unknown';
  return (
    <div className="part-body">
      <Group gap="xs" ref={state} tabIndex={-1} role="status" className="focus-target">
        <strong>{PLAN_TYPE_NAMES[value]}</strong>
        {byUser && <Badge className="tag tag-accent">Confirmed by you</Badge>}
        {needsWord && <Badge className="tag tag-warn">Read by the app; please confirm</Badge>}
      </Group>
      <p>{planTypeMeaning(value)}</p>
      {read === undefined ? (
        <p>No words in this letter say what kind of plan it is.</p>
      ) : (
        <div className="stated">
          {sentenceOf(read, value)}
          <OwnWords id={id} proof={read.proof} about="the kind of plan" />
        </div>
      )}
      <Group gap="xs" align="flex-end">
        <Select
          label="Kind of plan"
          data={choicesOf(PLAN_TYPE_NAMES)}
          value={value}
          onChange={(_value, choice) => choice !== null && choice.value !== value && set.mutate(choice.value)}
          allowDeselect={false}
          className="grow"
        />
        {needsWord && (
          <Button ref={button} loading={set.isPending} onClick={confirm}>
            This is right
          </Button>
        )}
      </Group>
      <p className="hint">The deadline, what the letter must say and your rights all follow from this.</p>
    </div>
  );
}

function sentenceOf(read: FieldFinding, value: PlanType): string {
  return read.value === value ? 'These words told the app:' : `The app read “${findingValue(read)}” from these words:`;
}
