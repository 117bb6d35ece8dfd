// The rules a paper cites, each with its looks: its form, what leads to it and follows from it, and the reasons the paper gives. Weights learnt from whole papers
// then tell which of them the decision rests on.
import type { DocumentKind } from '../../../model/vocabulary.ts';
import { flowOf, type Piece } from '../../paper.ts';
import { textOutsideRights } from '../flows.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { type Cut, recutsOf } from './cuts.ts';
import { type Ground, groundsIn, type Span, toGrounds } from './grounds-near.ts';
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

/** Whether a rule is named by its title alone. Much has such a form and is no rule: it does not tell whether the decision rests on any. */
export function isUnnumbered({ form }: Hit): boolean {
  return form.name === 'guide';
}

/** Characters before and behind a rule whose words count. */
const REACH = 60;

/** The rules a paper cites with their looks, as they are weighed and learnt from. */
export function criteriaLineUp(sheet: Sheet, grounds: readonly Ground[]): CriteriaLineUp {
  const { paper, zones, kind } = sheet;
  const reasons = [...new Set(grounds.map((ground) => ground.reason))];
  const labels = new Set(
    labelled(sheet, sheet.labels.byField.criteria_cited.slice(0, 1), (zone) => zone !== 'taglines').map((item) =>
      item.piece.text.slice(item.from, item.to),
    ),
  );
  const rights = flowOf(paper.lines.filter((line, index) => !line.running && zones[index] === 'rights'));
  const flows = [
    { part: 'body' as const, piece: textOutsideRights(sheet) },
    { part: 'rights' as const, piece: rights },
  ];
  const all = flows.flatMap(({ part, piece }) => {
    // "Level 4 criteria" inside "LOCUS Level 4 criteria" is no rule of its own.
    const found = hitsIn(piece);
    const given: readonly Span[] = groundsIn(piece, grounds);
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
      near: toGrounds(hit, given),
    }));
  });
  const best = Math.max(...all.filter((one) => one.part === 'body' && !isUnnumbered(one.hit)).map((one) => one.score));
  const seen = { policy: 0, code: 0, vendor: 0, manual: 0, coverage: 0, law: 0, provision: 0, guide: 0 };
  const sorts = new Set(all.filter((one) => one.part === 'body').map((one) => one.hit.form.name));
  const cited = all.flatMap((one) => {
    const name = one.hit.form.name;
    seen[name] += 1;
    const recuts = recutsOf(one.piece, one.hit);
    const looks = [
      ...formLooks(one, kind, seen[name], best),
      ...[...sorts].filter((other) => other !== name).map((other) => `c:${name}-beside-${other}`),
      ...reasons.map((reason) => `c:${reason}-${name}`),
      ...one.near.flatMap((near) => [`c:${near}`, `c:${near}-${name}`]),
    ];
    if ([...labels].some((label) => label.includes(one.hit.value))) looks.push('c:labelled');
    if (all.some((other) => isWithin(one, other))) looks.push('c:part-of-longer');
    const others = recuts.map((recut) => recut.cut);
    return [{ cut: 'whole' as const, hit: one.hit }, ...recuts].map(({ cut, hit }) => ({
      hit,
      piece: one.piece,
      score: one.score,
      looks: new Set([...looks, ...wordLooks({ ...one, hit }), ...cutLooks(cut, others, name)]),
    }));
  });
  const none = new Set([
    'c0',
    `c0:${kind}`,
    `c0:best-${Number.isFinite(best) ? Math.max(-2, Math.min(9, Math.floor(best * 2) / 2)) : 'none'}`,
  ]);
  for (const reason of reasons) none.add(`c0:${reason}`);
  for (const sort of sorts) none.add(`c0:${sort}`);
  for (const near of new Set(all.flatMap((one) => one.near))) none.add(`c0:${near}`);
  return { cited, none };
}

/** A rule where it is cited, with the part of the paper and how well it is led to. */
interface Found {
  readonly part: 'body' | 'rights';
  readonly piece: Piece;
  readonly hit: Hit;
  readonly score: number;
  /** How it stands to the sentences that give the grounds. */
  readonly near: readonly string[];
}

/** What sort of rule it is, where, the how manieth of its sort, and how it stands to the best one. */
function formLooks({ part, hit, score }: Found, kind: DocumentKind, count: number, best: number): string[] {
  const name = hit.form.name;
  const looks = [
    `c:${name}`,
    `c:${name}-${part}`,
    `c:${part}`,
    `c:${name}-${Math.min(3, count)}`,
    `c:score-${Math.max(-2, Math.min(9, Math.floor(score)))}`,
    `c:${kind}-${name}`,
    `c:words-${Math.min(6, hit.value.split(' ').length)}`,
  ];
  if (score === best && part === 'body') looks.push('c:best', `c:best-${name}`);
  if (score < best - 1) looks.push('c:behind', `c:behind-${name}`);
  if (score < best - 2.5) looks.push('c:far-behind');
  return looks;
}

/** How the name is cut, and how else it might be. */
function cutLooks(cut: Cut, others: readonly Cut[], name: string): string[] {
  if (cut !== 'whole') return [`c:cut-${cut}`, `c:cut-${cut}-${name}`];
  return [...new Set(others)].flatMap((other) => [`c:might-${other}`, `c:might-${other}-${name}`]);
}

/** Its own words, and those that lead to it and follow from it. */
function wordLooks({ piece, hit }: Found): string[] {
  const before = piece.lower.slice(Math.max(0, hit.from - REACH), hit.from).match(/[\p{L}]+|[.,:;("]/gu) ?? [];
  const after = piece.lower.slice(hit.to, hit.to + REACH).match(/[\p{L}]+|[.,:;)"]/gu) ?? [];
  const first = /^[\p{L}.]+/u.exec(hit.value)?.[0].toLowerCase() ?? '#';
  const long = (words: readonly string[], name: string) =>
    words.filter((word) => word.length > 2).map((word) => `${name}:${word}`);
  return [
    `c:first-${first}`,
    ...(hit.value.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map((word) => `cw:${word}`),
    `cb1:${before.at(-1)}`,
    `cb2:${before.at(-2)} ${before.at(-1)}`,
    `ca1:${after[0]}`,
    `ca2:${after[0]} ${after[1]}`,
    ...long(before.slice(-8), 'cb'),
    ...long(after.slice(0, 8), 'ca'),
  ];
}

/** Whether a rule stands within a longer one. */
function isWithin({ hit, piece }: Found, other: Found): boolean {
  return (
    other.hit !== hit &&
    other.piece === piece &&
    other.hit.from <= hit.from &&
    other.hit.to >= hit.to &&
    other.hit.value.length > hit.value.length
  );
}
