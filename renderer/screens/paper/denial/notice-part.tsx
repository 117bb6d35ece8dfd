// What a letter like this must say: what is missing first, with what to ask for; the rest folded away.
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NoticeCheck } from '../../../../shared/model/case.ts';
import { Fold } from '../../../parts/fold.tsx';
import { NOTICE_GROUPS } from '../../../wording/denial.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { Basis } from './basis.tsx';
import { WordsLink } from './words-link.tsx';

interface NoticePartProps {
  readonly id: PaperRoute['id'];
  readonly checks: readonly NoticeCheck[];
  /** Without the kind of plan nothing can be called missing. */
  readonly isPlanKnown: boolean;
}

/** Contents the law requires stand open; those that would only help are folded. */
export function NoticePart({ id, checks, isPlanKnown }: NoticePartProps) {
  const missing = checks.filter(({ state }) => state === 'missing');
  const required = missing.filter(({ weight }) => weight === 'required');
  const helpful = missing.filter(({ weight }) => weight !== 'required');
  const unsure = checks.filter(({ state }) => state === 'cannot-tell');
  const present = checks.filter(({ state }) => state === 'present');
  const effects = new Set(required.flatMap(({ effect }) => (effect === undefined ? [] : [effect])));
  const missingOnes = (ones: readonly NoticeCheck[]) => (
    <Grouped checks={ones} draw={(check) => <Missing key={check.content} check={check} />} />
  );
  return (
    <div className="part-body">
      {!isPlanKnown && <p>What a letter must say depends on the kind of plan. Choose it above.</p>}
      {isPlanKnown && checks.length === 0 && <p>No list of contents is known for this kind of plan.</p>}
      {isPlanKnown && checks.length > 0 && required.length === 0 && (
        <p>Nothing that is required was found to be missing.</p>
      )}
      {missingOnes(required)}
      {[...effects].map((effect) => (
        <p key={effect}>
          <strong>What can follow:</strong> {effect}
        </p>
      ))}
      {helpful.length > 0 && (
        <Fold summary={`Missing, but not required (${helpful.length})`}>{missingOnes(helpful)}</Fold>
      )}
      {unsure.length > 0 && (
        <Fold summary={`The app cannot tell (${unsure.length})`}>
          <Grouped
            checks={unsure}
            draw={(check) => (
              <div key={check.content} className="check">
                <strong>{check.name}</strong>
                <p>{check.why}</p>
                <p>
                  <strong>If it is missing:</strong> {check.ask}
                </p>
                <Basis {...check} />
              </div>
            )}
          />
        </Fold>
      )}
      {present.length > 0 && (
        <Fold summary={`The letter has these (${present.length})`}>
          <Grouped
            checks={present}
            draw={(check) => (
              <p key={check.content}>
                {check.name}
                {check.source !== undefined && (
                  <>
                    {' ('}
                    <WordsLink id={id} proof={check.source.proof} about={check.name} />)
                  </>
                )}
              </p>
            )}
          />
        </Fold>
      )}
    </div>
  );
}

interface GroupedProps {
  readonly checks: readonly NoticeCheck[];
  readonly draw: (check: NoticeCheck) => ReactNode;
}

function Grouped({ checks, draw }: GroupedProps) {
  return NOTICE_GROUPS.map(({ id, name }) => {
    const own = checks.filter(({ group }) => group === id);
    if (own.length === 0) return null;
    return (
      <div key={id} className="check-group">
        <h3 className="small-heading">{name}</h3>
        {own.map(draw)}
      </div>
    );
  });
}

function Missing({ check }: { readonly check: NoticeCheck }) {
  return (
    <div className="check" data-missing={check.weight}>
      <div className="check-head">
        <strong>{check.name}</strong>
        <Badge className={check.weight === 'required' ? 'tag tag-bad' : 'tag'} size="sm">
          {check.weight === 'required' ? 'Missing' : 'Missing, but not required'}
        </Badge>
      </div>
      <p>{check.meaning}</p>
      <p>
        <strong>What to do:</strong> {check.ask}
      </p>
      {check.argument && <p className="hint">Worth a sentence in your appeal.</p>}
      <Basis {...check} />
    </div>
  );
}
