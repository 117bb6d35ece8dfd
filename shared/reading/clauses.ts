// The clause that carries a match: the words that are marked and quoted.
import type { SignalMatch } from './matching.ts';
import type { Token } from './paper.ts';
import type { Sentence } from './sentences.ts';

/** The words of the smallest clause that holds the match: at least six words, else the neighbouring clause too. */
export function clauseTokens(sentence: Sentence, span: SignalMatch): Token[] {
  const parts = sentence.parts;
  const inside = parts
    .map((part, index) => ({ part, index, end: parts[index + 1]?.at ?? sentence.match.length + 1 }))
    .filter(({ part, end }) => part.at < span.to && end > span.from);
  let first = inside[0]?.index ?? 0;
  let last = inside.at(-1)?.index ?? parts.length - 1;
  const grow = (): void => {
    while (first > 0 && parts[first - 1]?.clause === parts[first]?.clause) first -= 1;
    while (last < parts.length - 1 && parts[last + 1]?.clause === parts[last]?.clause) last += 1;
  };
  grow();
  while (last - first < 5 && (first > 0 || last < parts.length - 1)) {
    if (first > 0 && parts[first]?.strong !== true) first -= 1;
    else if (last < parts.length - 1) last += 1;
    else first -= 1;
    grow();
  }
  return parts.slice(first, last + 1).map((part) => part.token);
}
