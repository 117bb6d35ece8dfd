// Which contents of a lawful notice stand in the letter, each with the words that hold it.
import type { NoticeReading } from '../../model/finding.ts';
import { matchSignal, type SignalMatch } from '../matching.ts';
import type { SentencePart } from '../sentences.ts';
import type { Sieve } from '../sieve/sieve.ts';
import { type Letter, type LetterSentence, proofAround } from './letter.ts';
import type { CompiledNotice } from './rules.ts';

type Content = NoticeReading['contents'][number];

/** The contents found by their own words; the first signal of a content that matches proves it, at its first place. */
export function contentsBySignals(letter: Letter, { contents, sieve }: CompiledNotice): Content[] {
  const joined: LetterSentence[] = [];
  const joinedAt = (index: number, sentence: LetterSentence): LetterSentence => {
    joined[index] ??= withNext(sentence, letter.sentences[index + 1], sieve);
    return joined[index];
  };
  return contents.flatMap(({ id, signals }) => {
    for (const signal of signals) {
      if (signal.also !== undefined && !letter.sentences.some(({ match }) => signal.also?.test(match))) continue;
      for (const [index, sentence] of letter.sentences.entries()) {
        if (sentence.foreign || (sentence.aside && !signal.anywhere)) continue;
        const text = signal.across ? joinedAt(index, sentence) : sentence;
        const match = matchSignal(signal, text, [], text.sifted);
        const proof = match && proofAround(letter, text, match);
        if (proof !== undefined) return [{ id, proof, why: signal.why }];
      }
    }
    return [];
  });
}

/** Help in other languages shows itself by being in another language. */
export function foreignLine(letter: Letter, id: string): Content[] {
  const sentence = letter.sentences.find((each) => each.foreign && each.parts.length >= 3);
  const proof = sentence && proofAround(letter, sentence, whole(sentence));
  return proof === undefined ? [] : [{ id, proof, why: 'has words in another language' }];
}

function whole(sentence: LetterSentence): SignalMatch {
  return { from: 0, to: sentence.match.length };
}

/** The sentence and the next one of its paragraph as one. */
function withNext(sentence: LetterSentence, next: LetterSentence | undefined, sieve: Sieve): LetterSentence {
  if (next === undefined || next.paragraph !== sentence.paragraph) return sentence;
  const shift = sentence.match.length + 1;
  const parts: SentencePart[] = [...sentence.parts, ...next.parts.map((part) => ({ ...part, at: part.at + shift }))];
  const match = `${sentence.match} ${next.match}`;
  return { ...sentence, match, parts, sifted: sieve.sift(match) };
}
