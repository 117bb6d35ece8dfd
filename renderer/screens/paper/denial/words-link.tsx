// A short link to the words on the page that say something.
import { Anchor } from '@mantine/core';
import type { Proof } from '../../../../shared/model/finding.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import type { PaperRoute } from '../paper-screen.tsx';

interface WordsLinkProps {
  readonly id: PaperRoute['id'];
  readonly proof: Proof;
  /** What the words are about, for those who hear the link alone. */
  readonly about: string;
}

/** “p. 2”, with the words marked there. */
export function WordsLink({ id, proof, about }: WordsLinkProps) {
  return (
    <Anchor
      href={hrefOf({ screen: 'paper', id, pageNumber: proof.pageNumber, mark: proof })}
      aria-label={`p. ${proof.pageNumber}: show the words about ${about}`}
      title={`“${proof.quote}”`}
      underline="always"
      inherit
      className="words-link"
    >
      p. {proof.pageNumber}
    </Anchor>
  );
}

/** The letter's own words with the link to them. */
export function OwnWords({ id, proof, about }: WordsLinkProps) {
  return (
    <p className="own-words">
      “{proof.quote}” <WordsLink id={id} proof={proof} about={about} />
    </p>
  );
}
