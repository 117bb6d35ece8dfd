// The spellings of rating scales as one pattern.
import type { ScaleId } from '../../model/record.ts';
import type { ScaleRule } from '../../rules/care-schema.ts';

/** Where a text names a scale: characters `from` to `to`. */
export interface ScaleHit {
  readonly from: number;
  readonly to: number;
  readonly rule: ScaleRule;
}

/** A quick look, so that most texts are not searched for every spelling. */
const ANY =
  /phq|ph[o0]|gad|madrs|ham-?d|hdrs|hrsd|bdi|q?ids|pcl|caps|bocs|nrs|vas|bpi|odi|health|depress|anxiety|beck|quick|checklist|clinician|yale|pain|numeric|oswestry|hamilton|montgomery/i;

interface Spelling {
  readonly pattern: RegExp;
  readonly rule: ScaleRule;
}

const MADE = new WeakMap<readonly ScaleRule[], readonly Spelling[]>();

/** The scales named in a text, in order, the longest spelling at each place. Plain “pain” is none of them: it needs “of 10”. */
export function scalesIn(text: string, scales: readonly ScaleRule[]): ScaleHit[] {
  if (!ANY.test(text)) return [];
  const hits = spellingsOf(scales).flatMap(({ pattern, rule }) =>
    [...text.matchAll(pattern)].map(
      (match): ScaleHit => ({ from: match.index, to: match.index + match[0].length, rule }),
    ),
  );
  hits.sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: ScaleHit[] = [];
  for (const hit of hits) if ((kept.at(-1)?.to ?? 0) <= hit.from) kept.push(hit);
  return kept;
}

export function scaleRule(id: ScaleId, scales: readonly ScaleRule[]): ScaleRule | undefined {
  return scales.find((rule) => rule.id === id);
}

function spellingsOf(scales: readonly ScaleRule[]): readonly Spelling[] {
  const known = MADE.get(scales);
  if (known !== undefined) return known;
  const made = scales.flatMap((rule) =>
    rule.names.filter((name) => name !== 'pain').map((name) => ({ pattern: patternOf(name), rule })),
  );
  MADE.set(scales, made);
  return made;
}

/** Hyphens and spaces may be either or missing; short names without a digit stand in capitals; a Q or an O may be read as one another. */
function patternOf(name: string): RegExp {
  const capitals = name === name.toUpperCase() && !/\d/.test(name) && name.length <= 6;
  const source = name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[- ]/g, '[- ]?')
    .replace(/Q/g, '[QO0]');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}]|\\d)`, capitals ? 'gu' : 'giu');
}
