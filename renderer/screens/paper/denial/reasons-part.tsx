// Every reason the letter gives, as a card each, and those the person took away.
import { Button } from '@mantine/core';
import type { CodeInWords } from '../../../../shared/model/denial.ts';
import type { Reading } from '../../../../shared/model/finding.ts';
import { Icon } from '../../../parts/icons.tsx';
import { REASON_NAMES } from '../../../wording/reasons.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { dismissedElementId, type Judging, REASONS_ID } from '../use-judging.ts';
import { ReasonCard } from './reason-card.tsx';
import { WordsLink } from './words-link.tsx';

interface ReasonsPartProps {
  readonly id: PaperRoute['id'];
  readonly reading: Reading;
  readonly codes: readonly CodeInWords[];
  readonly judging: Judging;
  readonly isPicking: boolean;
  /** Starts choosing words on the page. */
  readonly onPick: () => void;
}

/** Numbered and coloured as on the page. */
export function ReasonsPart({ id, reading, codes, judging, isPicking, onPick }: ReasonsPartProps) {
  const { reasons, dismissed = [] } = reading;
  return (
    <section id={REASONS_ID} tabIndex={-1} aria-label="Reasons given" className="part-body focus-target">
      <div role="status" className="done-line">
        {judging.done !== undefined && <span>{judging.done.sentence}</span>}
        {judging.done?.canUndo === true && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={judging.undo}
            leftSection={<Icon name="undo" size={15} />}
          >
            Undo
          </Button>
        )}
      </div>
      {reasons.length === 0 && (
        <p>
          <strong>No reason was found in this letter.</strong> Read it, then mark the words that say why the plan said
          no.
        </p>
      )}
      {reasons.map((finding, index) => (
        <ReasonCard
          key={finding.reason}
          id={id}
          finding={finding}
          index={index}
          taken={reasons.map(({ reason }) => reason)}
          codes={codes.filter(({ reason }) => reason === finding.reason)}
          judging={judging}
        />
      ))}
      <Button
        variant="default"
        leftSection={<Icon name="add" size={18} />}
        onClick={onPick}
        disabled={isPicking}
        className="add-reason"
      >
        {reasons.length === 0 ? 'Mark the words' : 'Add a reason'}
      </Button>
      {dismissed.length > 0 && (
        <div>
          <h3 className="small-heading">Not a reason, you said</h3>
          <ul className="plain-list">
            {dismissed.map(({ reason, proof }) => (
              <li key={reason} id={dismissedElementId(reason)} tabIndex={-1} className="dismissed-row focus-target">
                <span>
                  <s>{REASON_NAMES[reason]}</s> (<WordsLink id={id} proof={proof} about={REASON_NAMES[reason]} />)
                </span>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Bring back: ${REASON_NAMES[reason]}`}
                  onClick={() =>
                    judging.judge(
                      { reason, verdict: 'none' },
                      `Brought back: ${REASON_NAMES[reason]}.`,
                      `reason-${reason}`,
                    )
                  }
                >
                  Bring back
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
