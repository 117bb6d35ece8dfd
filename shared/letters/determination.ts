// Finds the sentence in which a denial says what it decided, to be quoted in the opening of the letter.
import { proofOf, type Sentence, sentencesOf } from '../cases/page-text.ts';
import type { Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Source } from '../model/source.ts';

const DECIDES =
  /\b((not able|unable) to (cover|approve|pay|authorize|certify)|(is|are|was|were|has been|have been|be) (denied|disallowed|not (approved|covered|certified|payable|authorized))|we (have |are )?(deny|denied|denying|declined)|(cannot|can not|will not|do not|did not|could not) (be )?(cover|covered|approve|approved|pay|paid|authorize|authorized|certify|certified)|upheld|uphold|stays denied)/i;
const CONDITIONAL = /\b(if|when|whenever|unless|may|should|might|was not (made|denied)|in case)\b/i;
/** Longest quote of the decision, in words. */
const MOST_WORDS = 60;

/** The whole sentence that states the decision, with the one before it when that says what it is about; undefined when none is found. */
export function determination(denial: FullDocument, grounds: readonly Ground[]): Source | undefined {
  for (const page of denial.pages) {
    const sentences = sentencesOf(page);
    const at = sentences.findIndex((sentence) => decides(sentence) && !givesGround(sentence, page.pageNumber, grounds));
    const found = sentences[at];
    if (found === undefined) continue;
    const before = sentences[at - 1];
    const needsIt = /\b(it|them|this|these|that|those|they)\b/i.test(found.text);
    const joins =
      needsIt &&
      before?.complete === true &&
      before.paragraph === found.paragraph &&
      found.to - before.from <= MOST_WORDS &&
      !givesGround(before, page.pageNumber, grounds);
    return {
      documentId: denial.document.id,
      proof: proofOf(page, { from: joins ? before.from : found.from, to: found.to }),
    };
  }
  return undefined;
}

function decides(sentence: Sentence): boolean {
  const words = sentence.to - sentence.from;
  if (sentence.text.endsWith('?') || sentence.text === sentence.text.toUpperCase()) return false;
  return (
    sentence.complete && words >= 5 && words <= 45 && DECIDES.test(sentence.text) && !CONDITIONAL.test(sentence.text)
  );
}

function givesGround(sentence: Sentence, pageNumber: number, grounds: readonly Ground[]): boolean {
  return grounds.some(({ source }) => {
    if (source === undefined || source.proof.pageNumber !== pageNumber) return false;
    return source.proof.from < sentence.to && sentence.from < source.proof.to;
  });
}
