// What a denial says about its service: the sentences that give the reasons, and the lines that name what was asked for.
import type { FullDocument } from '../../model/document.ts';
import type { Proof } from '../../model/finding.ts';
import { linesOf, proofOf, sentencesOf } from '../page-text.ts';

/** Names of policies in quotation marks say what the policy is about, not what was denied. */
const TITLE_IN_QUOTES = /[“"][^”"]{3,150}[”"]/g;
const NAMES_SERVICE = /^(re|subject|service|services|requested|request for|treatment|procedure|medicine|drug|item)\b/i;

/** The sentences of the reasons, with their neighbours when `near` is set, and the lines that name the service. */
export function denialWords(denial: FullDocument, near: boolean): string {
  return [...reasonSentences(denial, near), ...serviceLines(denial)]
    .map(({ quote }) => quote)
    .join(' ')
    .replace(TITLE_IN_QUOTES, ' ');
}

/** The sentences that give the reasons. */
export function reasonSentences(denial: FullDocument, near: boolean): Proof[] {
  return denial.pages.flatMap((page) => {
    const proofs = denial.reading.reasons
      .map(({ proof }) => proof)
      .filter((each) => each.pageNumber === page.pageNumber);
    const sentences = sentencesOf(page);
    const holds = (at: number) => {
      const sentence = sentences[at];
      return sentence !== undefined && proofs.some((proof) => sentence.from < proof.to && proof.from < sentence.to);
    };
    const wanted = near ? (at: number) => holds(at - 1) || holds(at) || holds(at + 1) : holds;
    return sentences.filter((_, at) => wanted(at)).map((sentence) => proofOf(page, sentence));
  });
}

/** The lines that name what was asked for (“Service: …”, “RE: …”). */
export function serviceLines(denial: FullDocument): Proof[] {
  return denial.pages.flatMap((page) =>
    linesOf(page)
      .filter((line) => NAMES_SERVICE.test(line.text))
      .map((line) => proofOf(page, line)),
  );
}
