// The decision in a few lines: what was decided, when, by whom, by which rules, at which level.
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Reading } from '../../../../shared/model/finding.ts';
import type { AppealLevel } from '../../../../shared/model/vocabulary.ts';
import { OUTCOME_SENTENCES, TIMING_SENTENCES } from '../../../wording/denial.ts';
import { LEVEL_NAMES } from '../../../wording/vocabulary.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { WordsLink } from './words-link.tsx';

interface InShortProps {
  readonly id: PaperRoute['id'];
  readonly reading: Reading;
  /** Missing until the core has answered. */
  readonly level: AppealLevel | undefined;
}

/** Says also what the letter does not say. */
export function InShort({ id, reading, level }: InShortProps) {
  const { notice } = reading;
  const { outcome, timing, deciders = [], criteria = [] } = notice ?? {};
  return (
    <section aria-labelledby="in-short" className="surface in-short">
      <Title order={2} id="in-short">
        In short
      </Title>
      <p className="in-short-decision">
        {OUTCOME_SENTENCES[outcome?.value ?? 'unknown']}
        {outcome?.proof !== undefined && (
          <Place>
            <WordsLink id={id} proof={outcome.proof} about="what was decided" />
          </Place>
        )}
      </p>
      {timing !== undefined && (
        <p>
          {TIMING_SENTENCES[timing.value]}
          {timing.proof !== undefined && (
            <Place>
              <WordsLink id={id} proof={timing.proof} about="when it was decided" />
            </Place>
          )}
        </p>
      )}
      <dl className="facts">
        {level !== undefined && (
          <div>
            <dt>Stage</dt>
            <dd>{LEVEL_NAMES[level]}</dd>
          </div>
        )}
        <div>
          <dt>Who decided</dt>
          {deciders.length === 0 && <dd>No name was found in the letter.</dd>}
          {deciders.map(({ name, credentials, role, proof }) => (
            <dd key={`${proof.pageNumber}/${proof.from}/${name}`}>
              {name}
              {credentials !== undefined && `, ${credentials}`}
              {role === 'organisation' && ' (organization)'}
              <Place>
                <WordsLink id={id} proof={proof} about={name} />
              </Place>
            </dd>
          ))}
        </div>
        <div>
          <dt>By which rules</dt>
          {criteria.length === 0 && <dd>None was found in the letter.</dd>}
          {criteria.map(({ name, proof }) => (
            <dd key={`${proof.pageNumber}/${proof.from}`}>
              {name}
              <Place>
                <WordsLink id={id} proof={proof} about={name} />
              </Place>
            </dd>
          ))}
        </div>
      </dl>
    </section>
  );
}

function Place({ children }: { readonly children: ReactNode }) {
  return <span className="place"> ({children})</span>;
}
