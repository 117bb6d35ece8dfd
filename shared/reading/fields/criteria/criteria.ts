// The policy, guideline, manual, law or plan provision the decision relies on, as printed.
import type { DocumentKind } from '../../../model/vocabulary.ts';
import { flowOf, type Piece } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { type Hit, hitsIn } from './hits.ts';
import { policyNumber } from './policy-number.ts';
import { scoreOf } from './score.ts';

const KINDS: ReadonlySet<DocumentKind> = new Set([
  'denial-letter',
  'prior-authorization',
  'medical-policy',
  'letter-of-medical-necessity',
  'correspondence',
  'eob',
]);

/** The least weight of a form on a statement of benefits. */
const EOB_LEAST = 3.6;

/** The rule the decision names: the best by its form, what leads to it and what follows from it; rights sections hardly count. */
export function criteria(sheet: Sheet): Candidate | undefined {
  const { kind, paper, zones } = sheet;
  if (!KINDS.has(kind)) return undefined;
  if (kind === 'medical-policy') {
    const number = policyNumber(sheet);
    if (number !== undefined) return number;
  }
  const labels = new Set(
    labelled(sheet, sheet.labels.byField.criteria_cited.slice(0, 1), (zone) => zone !== 'taglines').map((item) =>
      item.piece.text.slice(item.from, item.to),
    ),
  );
  const body = flowOf(
    paper.lines.filter((line, index) => !line.running && zones[index] !== 'rights' && zones[index] !== 'taglines'),
  );
  const rights = flowOf(paper.lines.filter((line, index) => !line.running && zones[index] === 'rights'));
  const least = kind === 'denial-letter' ? 0 : kind === 'eob' ? EOB_LEAST : 2.6;
  // A rights section rarely names what was relied on; only a policy by its name counts there, and only where the body names nothing.
  const approves = kind === 'prior-authorization';
  return bestOf(body, labels, least, 2.7, approves) ?? bestOf(rights, labels, Math.max(least, 3), 3.4, approves);
}

/** The rule of a text with the highest score, of a form of at least `least` weight, from the score `enough`. */
function bestOf(
  flow: Piece,
  labels: ReadonlySet<string>,
  least: number,
  enough: number,
  approves: boolean,
): Candidate | undefined {
  const hits = hitsIn(flow);
  const best = hits
    // A statement names its booklet rarely, and then for what it refused.
    .filter((hit) => hit.form.weight >= least || (least === EOB_LEAST && isNamedBooklet(hit)))
    .map((hit) => ({ hit, score: scoreOf(flow, hit, hits, labels, approves) }))
    .sort((a, b) => b.score - a.score || a.hit.from - b.hit.from)[0];
  if (best === undefined || best.score < enough) return undefined;
  return {
    field: 'criteria_cited',
    value: best.hit.value,
    piece: flow,
    from: best.hit.from,
    to: best.hit.to,
    confidence: Math.min(0.9, 0.5 + best.score / 16),
    why: 'is the rule the decision names',
  };
}

function isNamedBooklet(hit: Hit): boolean {
  return (
    hit.form.name === 'provision' &&
    /^(?:Evidence of Coverage|Summary Plan Description|Plan Document|Benefit Booklet|Certificate of Coverage)\b/.test(
      hit.value,
    )
  );
}
