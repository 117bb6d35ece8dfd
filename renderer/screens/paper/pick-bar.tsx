// Above the page while words are chosen: what to do, what is chosen, which reason it gives.
import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReasonId } from '../../../shared/model/vocabulary.ts';
import { REASON_IDS, REASON_NAMES } from '../../wording/reasons.ts';

interface PickBarProps {
  /** The chosen words; undefined while there are none. */
  readonly quote: string | undefined;
  /** Reasons that are on the list already. */
  readonly taken: readonly ReasonId[];
  readonly isAdding: boolean;
  readonly onAdd: (reason: ReasonId) => void;
  readonly onLeave: () => void;
}

/** Where Enter on the page leads to. */
export const PICK_REASON_ID = 'pick-reason';

/** Adds once there are words and a reason. */
export function PickBar({ quote, taken, isAdding, onAdd, onLeave }: PickBarProps) {
  const [reason, setReason] = useState<ReasonId>();
  const choices = REASON_IDS.filter((each) => !taken.includes(each));
  return (
    <section className="surface pick-bar" aria-label="Add a reason">
      <Text size="sm">
        <strong>Mark the words that give the reason:</strong> drag over them, or tap the first and then the last word.{' '}
        <span className="pick-keys">By keyboard: arrows, Shift and arrows, Enter.</span>
      </Text>
      {/* As tall when empty as when full: the page must not move between two taps. */}
      <div className="pick-quote">
        <Text size="sm" inherit lineClamp={2} {...(quote === undefined && { c: 'dimmed' })}>
          {quote === undefined ? 'No words marked yet' : `“${quote}”`}
        </Text>
      </div>
      <Group gap="xs" align="flex-end" mt="xs">
        <Select
          id={PICK_REASON_ID}
          label="Which reason is it?"
          placeholder="Choose a reason"
          data={choices.map((value) => ({ value, label: REASON_NAMES[value] }))}
          value={reason ?? null}
          onChange={(value) => setReason(choices.find((each) => each === value))}
          searchable
          autoComplete="off"
          className="pick-select"
        />
        <Button
          disabled={quote === undefined || reason === undefined}
          loading={isAdding}
          onClick={() => reason !== undefined && onAdd(reason)}
        >
          Add
        </Button>
        <Button variant="default" onClick={onLeave}>
          Cancel
        </Button>
      </Group>
    </section>
  );
}
