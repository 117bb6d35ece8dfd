// The scales that a criterion names, and the limits it sets for them.
import type { ScaleId } from '../../../model/record.ts';

const NAMES: readonly { readonly id: ScaleId; readonly named: RegExp }[] = [
  { id: 'PHQ-9', named: /\bPHQ[- ]?9\b|patient health questionnaire(?:[- ]9)?/gi },
  { id: 'PHQ-2', named: /\bPHQ[- ]?2\b/gi },
  { id: 'GAD-7', named: /\bGAD[- ]?7\b/gi },
  { id: 'MADRS', named: /\bMADRS\b|montgomery[-–]?.?[åa]sberg(?: depression rating scale)?/gi },
  {
    id: 'HAM-D',
    named:
      /\bHAM-?D(?:[- ]?(?:17|24)(?! (?:or|and)))?\b|\bHDRS(?:[- ]?(?:17|24)(?! (?:or|and)))?\b|hamilton (?:depression )?(?:rating scale)?(?: for depression)?/gi,
  },
  { id: 'BDI-II', named: /\bBDI(?:[- ]?(?:II|2))?\b|beck depression inventory(?:[- ]II)?/gi },
  { id: 'QIDS', named: /\bQIDS(?:-?(?:SR|C))?(?:[- ]?16(?! (?:or|and)))?\b/gi },
  { id: 'PCL-5', named: /\bPCL[- ]?5\b/gi },
  { id: 'CAPS-5', named: /\bCAPS[- ]?5\b/gi },
  { id: 'Y-BOCS', named: /\bY-?BOCS\b/gi },
  { id: 'pain', named: /\bNRS\b|\bpain (?:score|rating|scale|intensity|level)\b/gi },
  { id: 'BPI', named: /\bBPI\b|brief pain inventory/gi },
  { id: 'ODI', named: /\bODI\b|oswestry(?: disability index)?/gi },
];
const LIMITS: readonly {
  readonly words: RegExp;
  readonly holds: (value: number, limit: number) => boolean;
  readonly say: string;
}[] = [
  {
    words: /(?:at least|≥|>=|greater than or equal to|a minimum of|not less than) ?(\d{1,3})(?! ?%)/i,
    holds: (v, l) => v >= l,
    say: 'at least',
  },
  {
    words: /(\d{1,3})(?: points)? ?(?:or (?:more|greater|higher|above|over)|and above|and over|\+)/i,
    holds: (v, l) => v >= l,
    say: 'at least',
  },
  {
    words: /(?:at most|≤|<=|no more than|less than or equal to) ?(\d{1,3})(?! ?%)/i,
    holds: (v, l) => v <= l,
    say: 'at most',
  },
  { words: /(\d{1,3}) or (?:less|lower|fewer|below)/i, holds: (v, l) => v <= l, say: 'at most' },
  {
    words: /(?:>|greater than|more than|above|over|exceed\w*) ?(\d{1,3})(?! ?%)/i,
    holds: (v, l) => v > l,
    say: 'more than',
  },
  { words: /(?:<|less than|below|under) ?(\d{1,3})(?! ?%)/i, holds: (v, l) => v < l, say: 'less than' },
];
/** Names of scales hold digits; in their place stand signs that hold none. */
export function maskScales(text: string): { masked: string; scales: ScaleId[] } {
  let masked = text;
  const scales: ScaleId[] = [];
  for (const [at, { id, named }] of NAMES.entries()) {
    const next = masked.replace(named, `§${String.fromCharCode(97 + at)}§`);
    if (next !== masked) scales.push(id);
    masked = next;
  }
  return { masked, scales };
}

/** “PHQ-9 of 15 or more” and the like. */
export interface Limit {
  readonly scale: ScaleId;
  readonly limit: number;
  readonly holds: (value: number, limit: number) => boolean;
  readonly say: string;
}

/** The limit that stands beside each scale, after it or before “on the …”. */
export function limitsIn(masked: string): Limit[] {
  const marks = [...masked.matchAll(/§([a-z])§/g)];
  return marks.flatMap((mark, at) => {
    const scale = NAMES[mark[1]!.charCodeAt(0) - 97]?.id;
    const after = masked.slice(mark.index + 3, marks[at + 1]?.index ?? mark.index + 80);
    const before = masked.slice(at === 0 ? 0 : marks[at - 1]!.index + 3, mark.index);
    const near = limitIn(after) ?? (/\bon (?:the |a )?$/i.test(before) ? limitIn(before) : undefined);
    return scale === undefined || near === undefined ? [] : [{ scale, ...near }];
  });
}

function limitIn(text: string): Omit<Limit, 'scale'> | undefined {
  for (const { words, holds, say } of LIMITS) {
    const found = words.exec(text);
    if (found !== null && !/^ ?(?:%|percent)/.test(text.slice(found.index + found[0].length))) {
      return { limit: Number(found[1]), holds, say };
    }
  }
  return undefined;
}
