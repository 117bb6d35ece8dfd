// Criteria that ask for a diagnosis: met when a record says it in the criterion's own words.
import { contentStems } from '../../stems.ts';
import { type CaseAtHand, factOf, type Part, sourceAt } from './ask.ts';

const ASKED = /\bdiagnos(?:is|ed|es)\b(?:[\w\s-]{0,30}?\b(?:of|with|for)\b)?/i;
const WORDS =
  /^(diagnos\w*|confirmed|established|documented|dsm\w*|criteria|icd\w*|current|primary|single|recurrent|episode|member|patient)$/i;
const NEGATION = /\b(?:no|not|never|denies|without|ruled out|family history)\b/i;
const GENERIC = new Set(
  contentStems(
    'confirmed established documented current primary DSM criteria according clinical diagnosis single recurrent',
  ),
);

/** A sentence of a record or letter with every word of the diagnosis. */
export function matchDiagnosis(text: string, at: CaseAtHand): Part | undefined {
  const asked = ASKED.exec(text);
  if (asked === null) return undefined;
  const named =
    text
      .slice(asked.index + asked[0].length)
      .replace(/\([^)]*\)/g, ' ')
      .split(/[;,]|\b(?:by|as|according|confirmed|documented|and|who|that|without|or)\b/i)[0] ?? '';
  const words = named.split(/\s+/).filter(Boolean);
  const stems = contentStems(named).filter((stem) => !GENERIC.has(stem));
  if (stems.length === 0) return undefined;
  const facts = at.pages.flatMap((page) =>
    page.sentences
      .filter((sentence) => stems.every((stem) => sentence.content.has(stem)))
      .filter((sentence) => !NEGATION.test(upTo(sentence.text, words[0] ?? '')))
      .slice(0, 1)
      .map((sentence) => factOf(sourceAt(page, sentence), 'names the diagnosis')),
  );
  const covers = new RegExp(
    `${WORDS.source}|^(?:${words
      .map((word) => word.replace(/[^\w]/g, ''))
      .filter(Boolean)
      .join('|')})$`,
    'i',
  );
  return facts.length > 0
    ? { state: 'met', facts: facts.slice(0, 3), why: 'A page names the diagnosis in these words', covers }
    : { state: 'not-shown', facts: [], why: 'No page names the diagnosis in these words', covers };
}

function upTo(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? '' : text.slice(Math.max(0, at - 40), at);
}
