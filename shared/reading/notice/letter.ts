// A letter in the form the notice is read in: its sentences with their zones, and proofs cut from them.
import type { Proof, Zone } from '../../model/finding.ts';
import { allMatches, type SignalMatch } from '../matching.ts';
import { type Paper, proofOfTokens } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import type { Sentence, SentencePart } from '../sentences.ts';
import type { Sieve, Sifted } from '../sieve/sieve.ts';
import { isForeign } from '../zones.ts';

/** Sentences longer than this are proved by the words around the match. */
const LONGEST_PROOF = 45;
const AROUND = 14;

export interface Letter {
  readonly paper: Paper;
  readonly zones: readonly Zone[];
  readonly rules: CompiledRules;
  readonly sentences: readonly LetterSentence[];
}

export interface LetterSentence extends Sentence {
  readonly zone: Zone;
  readonly foreign: boolean;
  /** Rights, taglines: what the sentence says may be true of any decision. */
  readonly aside: boolean;
  readonly sifted: Sifted;
}

/** The sentences of a paper with the zone each begins in, sifted by the sieve of the notice's signals. */
export function letterOf(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  rules: CompiledRules,
  sieve: Sieve,
): Letter {
  return {
    paper,
    zones,
    rules,
    sentences: sentences.map((sentence) => {
      const zone = zones[sentence.line] ?? 'body';
      return {
        ...sentence,
        zone,
        foreign: isForeign(sentence.match),
        aside: zone === 'rights' || zone === 'taglines',
        sifted: sieve.sift(sentence.match),
      };
    }),
  };
}

/** Proof for a match in a sentence: the whole sentence, or the words around the match when it is long. */
export function proofAround(
  letter: Letter,
  sentence: Pick<Sentence, 'match' | 'parts'>,
  match: SignalMatch,
): Proof | undefined {
  const { parts } = sentence;
  if (parts.length <= LONGEST_PROOF) return proofOfParts(letter, parts);
  const first = partAt(parts, match.from);
  const last = partAt(parts, Math.max(match.from, match.to - 1));
  return proofOfParts(letter, parts.slice(Math.max(0, first - AROUND), last + 1 + AROUND));
}

/** Proof for the words of a match and no others. */
export function proofOfMatch(letter: Letter, sentence: Sentence, match: SignalMatch): Proof | undefined {
  const first = partAt(sentence.parts, match.from);
  const last = partAt(sentence.parts, Math.max(match.from, match.to - 1));
  return proofOfParts(letter, sentence.parts.slice(first, last + 1));
}

function proofOfParts(letter: Letter, parts: readonly SentencePart[]): Proof | undefined {
  return proofOfTokens(
    letter.paper.pages,
    parts.map((part) => part.token),
  );
}

function partAt(parts: readonly SentencePart[], offset: number): number {
  const after = parts.findIndex((part) => part.at > offset);
  return Math.max(0, (after < 0 ? parts.length : after) - 1);
}

/** The first place of a pattern that stands under no condition ("if we uphold…") and speaks of no later or reported thing. */
export function plainMatch(letter: Letter, sentence: Sentence, pattern: RegExp): SignalMatch | undefined {
  const hits = allMatches(pattern, sentence.match);
  const { future, conditional } = letter.rules.guards;
  if (hits.length === 0 || future.pattern.test(sentence.match)) return undefined;
  const condition = allMatches(conditional.pattern, sentence.match)[0];
  return hits.find((hit) => condition === undefined || hit.from < condition.from);
}
