// The person's rights after this denial: what each is, how to use it, whether the letter speaks of it.
import type { Right } from '../../../../shared/model/case.ts';
import { Fold } from '../../../parts/fold.tsx';
import type { PaperRoute } from '../paper-screen.tsx';
import { Basis } from './basis.tsx';
import { WordsLink } from './words-link.tsx';

interface RightsPartProps {
  readonly id: PaperRoute['id'];
  readonly rights: readonly Right[];
}

const IN_LETTER: Readonly<Record<Exclude<Right['inLetter'], 'mentioned'>, string>> = {
  'not-mentioned': 'The letter does not mention it.',
  'cannot-tell': 'The app cannot tell whether the letter mentions it.',
};

/** Each right folded under its name. */
export function RightsPart({ id, rights }: RightsPartProps) {
  if (rights.length === 0) return <p>Choose the kind of plan above to see your rights.</p>;
  return (
    <div className="fold-list">
      {rights.map((right) => (
        <Fold
          key={right.id}
          summary={
            <>
              {right.name}
              {right.inLetter === 'not-mentioned' && <span className="fold-note"> – not in the letter</span>}
              {right.condition !== undefined && <span className="fold-note"> – in some cases</span>}
            </>
          }
        >
          <p>{right.meaning}</p>
          <p>
            <strong>How to use it:</strong> {right.how}
          </p>
          {right.remark !== undefined && <p>{right.remark}</p>}
          {right.condition !== undefined && <p>{right.condition}</p>}
          <p className="hint">
            {right.inLetter === 'mentioned' ? 'The letter mentions it' : IN_LETTER[right.inLetter]}
            {right.source !== undefined && (
              <>
                {' ('}
                <WordsLink id={id} proof={right.source.proof} about={right.name} />)
              </>
            )}
            {right.inLetter === 'mentioned' && '.'}
          </p>
          <Basis {...right} />
        </Fold>
      ))}
    </div>
  );
}
