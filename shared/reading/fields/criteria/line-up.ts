// The rules a paper cites, each with its looks: its form, what leads to it and follows from it, and the reasons the paper gives. Weights learnt from whole papers
// then tell which of them the decision rests on.
import type { ReasonId } from '../../../model/vocabulary.ts';
import { flowOf, type Piece } from '../../paper.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { type Hit, hitsIn } from './hits.ts';
import { scoreOf } from './score.ts';

/** A rule in the text it is cited in. */
export interface Cited {
  readonly hit: Hit;
  readonly piece: Piece;
  readonly score: number;
  readonly looks: ReadonlySet<string>;
}

/** All rules cited, and the looks of citing none. */
export interface CriteriaLineUp {
  readonly cited: readonly Cited[];
  readonly none: ReadonlySet<string>;
}

/** Characters before and behind a rule whose words count. */
const REACH = 60;

/** The rules a paper cites with their looks, as they are weighed and learnt from. */
export function criteriaLineUp(sheet: Sheet, reasons: readonly ReasonId[]): CriteriaLineUp {
  const { paper, zones, kind } = sheet;
  const labels = new Set(
    labelled(sheet, sheet.labels.byField.criteria_cited.slice(0, 1), (zone) => zone !== 'taglines').map((item) =>
      item.piece.text.slice(item.from, item.to),
    ),
  );
  const flows = (['body', 'rights'] as const).map((part) => ({
    part,
    piece: flowOf(
      paper.lines.filter(
        (line, index) =>
          !line.running && zones[index] !== 'taglines' && (zones[index] === 'rights') === (part === 'rights'),
      ),
    ),
  }));
  const all = flows.flatMap(({ part, piece }) => {
    // "Level 4 criteria" inside "LOCUS Level 4 criteria" is no rule of its own.
    const found = hitsIn(piece);
    const hits = found.filter(
      (hit) =>
        hit.form.name === 'vendor' ||
        !found.some((other) => other.form.name === 'vendor' && other.from <= hit.from && other.to >= hit.to),
    );
    return hits.map((hit) => ({
      part,
      piece,
      hit,
      score: scoreOf(piece, hit, hits, labels, kind === 'prior-authorization'),
    }));
  });
  const best = Math.max(...all.filter((one) => one.part === 'body').map((one) => one.score));
  const seen = { policy: 0, code: 0, vendor: 0, manual: 0, coverage: 0, law: 0, provision: 0 };
  const sorts = new Set(all.filter((one) => one.part === 'body').map((one) => one.hit.form.name));
  const cited = all.map(({ part, piece, hit, score }) => {
    const name = hit.form.name;
    seen[name] += 1;
    const looks = new Set([
      `c:${name}`,
      `c:${name}-${part}`,
      `c:${part}`,
      `c:${name}-${Math.min(3, seen[name])}`,
      `c:score-${Math.max(-2, Math.min(9, Math.floor(score)))}`,
      `c:${kind}-${name}`,
      `c:words-${Math.min(6, hit.value.split(' ').length)}`,
    ]);
    if (score === best && part === 'body') looks.add('c:best').add(`c:best-${name}`);
    if (score < best - 1) looks.add('c:behind').add(`c:behind-${name}`);
    if (score < best - 2.5) looks.add('c:far-behind');
    for (const other of sorts) if (other !== name) looks.add(`c:${name}-beside-${other}`);
    for (const reason of reasons) looks.add(`c:${reason}-${name}`);
    if ([...labels].some((label) => label.includes(hit.value))) looks.add('c:labelled');
    const first = /^[\p{L}.]+/u.exec(hit.value)?.[0].toLowerCase() ?? '#';
    looks.add(`c:first-${first}`);
    for (const word of hit.value.toLowerCase().match(/\p{L}{3,}/gu) ?? []) looks.add(`cw:${word}`);
    const before = piece.lower.slice(Math.max(0, hit.from - REACH), hit.from).match(/[\p{L}]+|[.,:;("]/gu) ?? [];
    const after = piece.lower.slice(hit.to, hit.to + REACH).match(/[\p{L}]+|[.,:;)"]/gu) ?? [];
    looks.add(`cb1:${before.at(-1)}`).add(`cb2:${before.at(-2)} ${before.at(-1)}`);
    looks.add(`ca1:${after[0]}`).add(`ca2:${after[0]} ${after[1]}`);
    for (const word of before.slice(-8)) if (word.length > 2) looks.add(`cb:${word}`);
    for (const word of after.slice(0, 8)) if (word.length > 2) looks.add(`ca:${word}`);
    if (
      all.some(
        (other) =>
          other.hit !== hit &&
          other.piece === piece &&
          other.hit.from <= hit.from &&
          other.hit.to >= hit.to &&
          other.hit.value.length > hit.value.length,
      )
    )
      looks.add('c:part-of-longer');
    return { hit, piece, score, looks };
  });
  const none = new Set([
    'c0',
    `c0:${kind}`,
    `c0:best-${Number.isFinite(best) ? Math.max(-2, Math.min(9, Math.floor(best * 2) / 2)) : 'none'}`,
  ]);
  for (const reason of reasons) none.add(`c0:${reason}`);
  for (const sort of sorts) none.add(`c0:${sort}`);
  return { cited, none };
}
