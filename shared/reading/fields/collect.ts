// Gathers findings of fields: each value with its proof, how sure it is, and why.
import type { FieldFinding, FieldName, Proof } from '../../model/finding.ts';
import { foldWord } from '../../text/normalize.ts';
import { type Paper, type Piece, proofOf } from '../paper.ts';

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

/** Fields whose value is copied from the page letter by letter. */
const VERBATIM: ReadonlySet<FieldName> = new Set([
  'member_id',
  'member_name',
  'group_number',
  'claim_numbers',
  'authorization_number',
  'provider',
  'payer',
  'codes',
  'appeal_address',
  'appeal_fax',
  'appeal_phone',
  'criteria_cited',
]);

/** True when the proof holds the copied value: what was pieced together from apart on the page is not stated there. */
function says(paper: Paper, { quote, pageNumber }: Proof, { field, value }: Candidate): boolean {
  if (!VERBATIM.has(field) || bare(quote).includes(bare(String(value)))) return true;
  const isScanned = paper.pages.some((page) => page.pageNumber === pageNumber && page.source === 'ocr');
  return isScanned && shapeOf(quote).includes(shapeOf(String(value)));
}

function bare(text: string): string {
  return foldWord(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters as the digits of their shape, as optical reading mixes them up. */
const SHAPES: Readonly<Record<string, string>> = { o: '0', q: '0', i: '1', l: '1', s: '5', b: '8', z: '2', g: '6' };

function shapeOf(text: string): string {
  return bare(text.replaceAll('$', 's').replaceAll('@', '0')).replace(
    /[oqilsbzg]/g,
    (letter) => SHAPES[letter] ?? letter,
  );
}

/** The finding of a candidate; undefined when no word proves it. */
export function findingOf(paper: Paper, candidate: Candidate): FieldFinding | undefined {
  const proof = proofOf(paper.pages, candidate.piece, candidate.from, candidate.to);
  if (proof === undefined || !says(paper, proof, candidate)) return undefined;
  const base = {
    field: candidate.field,
    value: candidate.value,
    proof,
    confidence: candidate.confidence,
    why: [candidate.why],
  };
  return candidate.system === undefined ? base : { ...base, system: candidate.system };
}
