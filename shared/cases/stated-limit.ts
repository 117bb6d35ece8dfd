// The time limit a denial states for itself, with the whole sentence that states it.
import type { Source } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Proof } from '../model/finding.ts';
import type { DeadlineFrom, IsoDate } from '../model/vocabulary.ts';
import { proofOf, sentencesOf } from './page-text.ts';

export interface StatedLimit {
  readonly days: number | undefined;
  readonly from: DeadlineFrom | undefined;
  readonly date: IsoDate | undefined;
  readonly source: Source | undefined;
}

/** The limit as the reader found it; undefined when the letter states none. */
export function statedLimit(denial: FullDocument): StatedLimit | undefined {
  const { appeal_deadline_days: days, appeal_deadline_from: from, appeal_deadline_date: date } = denial.reading.fields;
  if (days === undefined && date === undefined) return undefined;
  const wanted = date === undefined ? 'appeal_deadline_days' : 'appeal_deadline_date';
  const finding = denial.reading.findings.find((each) => each.field === wanted);
  const source = finding && { documentId: denial.document.id, proof: wholeSentence(denial, finding.proof) };
  return { days, from, date, source };
}

/** The sentence around a proof, or the proof itself where the words are not part of running text. */
export function wholeSentence(document: FullDocument, proof: Proof): Proof {
  const page = document.pages.find((each) => each.pageNumber === proof.pageNumber);
  if (page === undefined) return proof;
  const touched = sentencesOf(page).filter((sentence) => sentence.from < proof.to && sentence.to > proof.from);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return proof;
  return proofOf(page, { from: Math.min(first.from, proof.from), to: Math.max(last.to, proof.to) });
}
