// Sentences broken in the middle of a number: “within sixty / (60) days”, where the line looks like a list item.
import type { Sentence } from '../sentences.ts';
import { numberOf } from './amounts.ts';

/** The sentences with such breaks closed. The joined sentence belongs to the first one's paragraph; so does what follows in the second's. */
export function mended(sentences: readonly Sentence[]): Sentence[] {
  const whole: Sentence[] = [];
  const paragraphs = new Map<number, number>();
  for (const sentence of sentences) {
    const paragraph = paragraphs.get(sentence.paragraph) ?? sentence.paragraph;
    const last = whole.at(-1);
    if (last !== undefined && last.paragraph !== paragraph && breaksNumber(last, sentence)) {
      paragraphs.set(sentence.paragraph, last.paragraph);
      whole[whole.length - 1] = joinedWith(last, sentence);
    } else whole.push({ ...sentence, paragraph });
  }
  return whole;
}

/** The first ends with a number in words and the second begins with the same in digits. */
function breaksNumber(first: Sentence, second: Sentence): boolean {
  const digits = /^(\d{1,3}) /.exec(second.match)?.[1];
  if (digits === undefined) return false;
  const words = first.match.split(' ').slice(-4);
  return words.some((_, index) => numberOf(words.slice(index).join(' ')) === Number(digits));
}

function joinedWith(first: Sentence, second: Sentence): Sentence {
  const shift = first.match.length + 1;
  const clause = first.parts.at(-1)?.clause ?? 0;
  const parts = second.parts.map((part) => ({
    ...part,
    at: part.at + shift,
    clause: part.clause + clause,
    strong: false,
  }));
  return {
    match: `${first.match} ${second.match}`,
    parts: [...first.parts, ...parts],
    line: first.line,
    lastLine: second.lastLine,
    paragraph: first.paragraph,
  };
}
