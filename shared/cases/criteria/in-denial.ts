// Criteria that the denial itself states: “… asks for four, plus at least one augmentation strategy, plus …”.
import type { Criterion } from '../../model/criteria.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import { proofOf, type Sentence, sentencesOf, textOf } from '../page-text.ts';

const ASKS =
  /\b(?:(?<!that )asks for|asked for (?=\w+ (?:weeks|months|trials))|calls for (?=\w)|requires|needs|must (?:have|be|show|document|include)|pays? for .{3,80}? (?:after|when|only if|only when)|(?:is|are) (?:supported|covered|approved|indicated|considered medically necessary|medically necessary) (?:only )?(?:after|when|if|for)|can only be|criteria (?:are|include))\b/i;
/** Sentences about the appeal, the papers or the law, not about the care. */
const OTHER =
  /\b(?:appeals?|request must|your request|in writing|reviewer|external review|independent|civil action|deadline|postmarked|send|mail|fax|call|copy|copies|you (?:may|must|can|will)|we must|language|hearing|law requires|authorization form|signed|dispute|received|filed|extension|expedited|urgent|within (?:\w+ )?\(?\d* ?\)?(?:calendar |business )?(?:days|years?) (?:of|from|after|to)|SPD|certificate|misunderstanding|in advance|does not dispute|states that|told you)\b/i;
const LEAST_WORDS = 6;

/** The parts of the sentences in which the denial says what it wants; empty when it says nothing of the kind. */
export function criteriaInDenial(denial: FullDocument): Criterion[] {
  return denial.pages.flatMap((page) =>
    nearReasons(denial, page)
      .filter(({ text, from, to }) => to - from >= LEAST_WORDS && ASKS.test(text) && !OTHER.test(text))
      .flatMap((sentence) => partsOf(page, sentence).map((part) => toCriterion(denial, page, sentence, part))),
  );
}

/** Sentences before and after those of the reasons in which the denial says what it wanted. */
const NEAR = 3;

function nearReasons(denial: FullDocument, page: Page): Sentence[] {
  const sentences = sentencesOf(page);
  const proofs = denial.reading.reasons.map(({ proof }) => proof).filter((each) => each.pageNumber === page.pageNumber);
  const holding = sentences.flatMap((sentence, at) =>
    proofs.some((proof) => sentence.from < proof.to && proof.from < sentence.to) ? [at] : [],
  );
  return sentences.filter((_, at) => holding.some((each) => Math.abs(each - at) <= NEAR));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Parts joined by “plus” or semicolons; the whole sentence when there are none. */
function partsOf(page: Page, sentence: Sentence): Range[] {
  const parts: Range[] = [];
  let from = sentence.from;
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const last = page.words[at - 1]!.text;
    const plus = /^plus$/i.test(page.words[at]!.text);
    if (!plus && !last.endsWith(';')) continue;
    parts.push({ from, to: at });
    from = plus ? at + 1 : at;
  }
  return [...parts, { from, to: sentence.to }].filter((part) => part.to - part.from >= 2);
}

function toCriterion(denial: FullDocument, page: Page, sentence: Sentence, part: Range): Criterion {
  const proof = proofOf(page, part);
  return {
    id: `${denial.document.id}/${page.pageNumber}/${part.from}`,
    text: textOf(page, part.from, part.to)
      .replace(/[;,.\s]+$/, '')
      .slice(0, 3000),
    under: `As the denial says it: ${sentence.text}`.slice(0, 1000),
    needs: 'all',
    source: { documentId: denial.document.id, proof },
    byUser: false,
  };
}
