// The buttons below a reason: it is right, it is none, it is another one.
import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReasonFinding } from '../../../../shared/model/finding.ts';
import type { ReasonId } from '../../../../shared/model/vocabulary.ts';
import { REASON_IDS, REASON_NAMES } from '../../../wording/reasons.ts';
import { dismissedElementId, type Judging, REASONS_ID, reasonElementId } from '../use-judging.ts';
import { awayWith } from './verdicts.ts';

interface ReasonAnswerProps {
  readonly finding: ReasonFinding;
  readonly taken: readonly ReasonId[];
  readonly judging: Judging;
}

/** What was said can be taken back. */
export function ReasonAnswer({ finding, taken, judging }: ReasonAnswerProps) {
  const { reason, byUser } = finding;
  const [isChanging, setChanging] = useState(false);
  const name = REASON_NAMES[reason];
  const here = reasonElementId(reason);
  const leave = () => {
    setChanging(false);
    document.getElementById(here)?.focus();
  };
  if (isChanging)
    return (
      <OtherReason
        finding={finding}
        choices={REASON_IDS.filter((each) => !taken.includes(each))}
        judging={judging}
        onLeave={leave}
      />
    );
  return (
    <Group gap="xs" className="reason-buttons">
      {byUser === undefined && (
        <Button
          size="compact-sm"
          aria-label={`Confirm: ${name}`}
          onClick={() => judging.judge({ reason, verdict: 'confirmed' }, `Confirmed: ${name}.`, here)}
        >
          Confirm
        </Button>
      )}
      {byUser === 'confirmed' && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Take back your word on: ${name}`}
          onClick={() => judging.judge({ reason, verdict: 'none' }, `No longer confirmed: ${name}.`, here)}
        >
          Take back
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Not a reason: ${name}`}
        onClick={() =>
          judging.judge(
            awayWith(finding),
            `No longer counted as a reason: ${name}.`,
            byUser === 'added' ? REASONS_ID : dismissedElementId(reason),
          )
        }
      >
        Not a reason
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`It is another reason: ${name}`}
        onClick={() => setChanging(true)}
      >
        It is another reason
      </Button>
    </Group>
  );
}

interface OtherReasonProps {
  readonly finding: ReasonFinding;
  readonly choices: readonly ReasonId[];
  readonly judging: Judging;
  readonly onLeave: () => void;
}

/** The same words, another reason. */
function OtherReason({ finding, choices, judging, onLeave }: OtherReasonProps) {
  const { reason } = finding;
  const [other, setOther] = useState<ReasonId>();
  const change = () => {
    if (other === undefined) return;
    const { verdict } = awayWith(finding);
    judging.judge(
      { reason, verdict, becomes: other },
      `Changed from ${REASON_NAMES[reason]} to ${REASON_NAMES[other]}.`,
      reasonElementId(other),
    );
  };
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label="Which reason do these words give?"
        placeholder="Choose a reason"
        data={choices.map((value) => ({ value, label: REASON_NAMES[value] }))}
        value={other ?? null}
        onChange={(value) => setOther(choices.find((each) => each === value))}
        searchable
        autoFocus
        autoComplete="off"
        className="grow"
      />
      <Button disabled={other === undefined} loading={judging.isBusy} onClick={change}>
        Change
      </Button>
      <Button variant="default" onClick={onLeave}>
        Cancel
      </Button>
    </Group>
  );
}
