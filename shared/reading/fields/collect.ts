// Gathers findings of fields: each value with its proof, how sure it is, and why.
import type { FieldFinding, FieldName, Proof } from '../../model/finding.ts';
import { type Paper, type Piece, proofOf } from '../paper.ts';
import { isAsPrinted, isInShape } from './as-printed.ts';

/** A value on its way to become a finding. */
export interface Candidate {
  readonly field: FieldName;
  readonly value: string | number;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  readonly why: string;
  /** What found a name was right more often than what is learnt of names (measured on authors left out): it is followed. */
  readonly isFollowed?: boolean;
  readonly system?: FieldFinding['system'];
}

/** A candidate before it is known how sure it is. */
export type Pick = Omit<Candidate, 'confidence' | 'why'>;

/** The first candidate of each value. */
export function unique<T extends Pick>(found: readonly T[]): T[] {
  const seen = new Set<string | number>();
  return found.filter((item) => !seen.has(item.value) && seen.add(item.value));
}

/** How sure a value can be at most that is not printed as it is given: it is shown to be checked. */
const MENDED = 0.6;

/** How the proof holds the copied value: letter by letter, in signs of the same shape on a scan, or not at all, where it was pieced together from apart. */
function heldBy(paper: Paper, { quote, pageNumber }: Proof, candidate: Candidate): 'as-printed' | 'in-shape' | 'no' {
  if (isAsPrinted(candidate, quote)) return 'as-printed';
  const isScanned = paper.pages.some((page) => page.pageNumber === pageNumber && page.source === 'ocr');
  return isScanned && isInShape(candidate.value, quote) ? 'in-shape' : 'no';
}

/** The finding of a candidate; undefined when no word proves it. */
export function findingOf(paper: Paper, candidate: Candidate): FieldFinding | undefined {
  const proof = proofOf(paper.pages, candidate.piece, candidate.from, candidate.to);
  const held = proof === undefined ? 'no' : heldBy(paper, proof, candidate);
  if (proof === undefined || held === 'no') return undefined;
  const isMended = held === 'in-shape';
  const base = {
    field: candidate.field,
    value: candidate.value,
    proof,
    confidence: isMended ? Math.min(candidate.confidence, MENDED) : candidate.confidence,
    why: isMended ? [candidate.why, 'a sign on the scan was taken for the one of its shape'] : [candidate.why],
  };
  return candidate.system === undefined ? base : { ...base, system: candidate.system };
}
