// One reason: where the letter gives it, what it means, what usually turns it around, and the person's word on it.
import { Badge, Title } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { CodeInWords } from '../../../../shared/model/denial.ts';
import type { ReasonFinding } from '../../../../shared/model/finding.ts';
import type { ReasonId } from '../../../../shared/model/vocabulary.ts';
import { Fold } from '../../../parts/fold.tsx';
import { doubtInWords, whyInWords } from '../../../wording/denial.ts';
import { REASON_NAMES, reasonHue } from '../../../wording/reasons.ts';
import { reasonWords } from '../../../wording/rule-words.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { type Judging, reasonElementId } from '../use-judging.ts';
import { codeAsPrinted } from './codes.ts';
import { ReasonAnswer } from './reason-answer.tsx';
import { OwnWords } from './words-link.tsx';

interface ReasonCardProps {
  readonly id: PaperRoute['id'];
  readonly finding: ReasonFinding;
  /** Place in the list, from zero: number and colour. */
  readonly index: number;
  /** All reasons on the list. */
  readonly taken: readonly ReasonId[];
  /** The codes of the paper that stand for this reason. */
  readonly codes: readonly CodeInWords[];
  readonly judging: Judging;
}

const WORD_OF_USER = { confirmed: 'Confirmed by you', added: 'Added by you' } as const;

/** Takes the focus after it was judged. */
export function ReasonCard({ id, finding, index, taken, codes, judging }: ReasonCardProps) {
  const { reason, proof, why, byUser, confidence } = finding;
  const name = REASON_NAMES[reason];
  const words = reasonWords(reason);
  const doubt = byUser === undefined ? doubtInWords(confidence) : undefined;
  const hue: CSSProperties & { readonly '--hue': number } = { '--hue': reasonHue(index) };
  const elementId = reasonElementId(reason);
  return (
    <article
      id={elementId}
      tabIndex={-1}
      className="surface reason-card"
      style={hue}
      aria-labelledby={`${elementId}-name`}
    >
      <div className="reason-head">
        <span className="reason-number" aria-hidden="true">
          {index + 1}
        </span>
        <Title order={3} id={`${elementId}-name`}>
          {name}
        </Title>
        {byUser !== undefined && <Badge className="tag tag-accent">{WORD_OF_USER[byUser]}</Badge>}
        {doubt !== undefined && <Badge className="tag tag-warn">{doubt}</Badge>}
      </div>
      <OwnWords id={id} proof={proof} about={name} />
      {words !== undefined && (
        <>
          <p>{words.meaning}</p>
          <p>
            <strong>What usually turns it around:</strong> {words.overturns}
          </p>
        </>
      )}
      {codes.length > 0 && (
        <p>
          <strong>{codes.length === 1 ? 'A code here says the same:' : 'Codes here say the same:'}</strong>{' '}
          {codes.map((code, at) => (
            <span key={codeAsPrinted(code)}>
              {at > 0 && ', '}
              <span className="code">{codeAsPrinted(code)}</span>
            </span>
          ))}
        </p>
      )}
      {byUser !== 'added' && (
        <Fold summary="Why the app thinks so">
          <ul className="tight-list">
            {why.map((each) => (
              <li key={each}>{whyInWords(each)}</li>
            ))}
          </ul>
        </Fold>
      )}
      <ReasonAnswer finding={finding} taken={taken} judging={judging} />
    </article>
  );
}
