// Learns which of a paper's names is the provider's, the payer's, the member's, and which of the rules it cites the decision rests on: regression over all
// of them and "none" (AdaGrad).

import { ReasonId } from '../../shared/model/vocabulary.ts';
import { weighsCriteria } from '../../shared/reading/fields/criteria/criteria.ts';
import { type CriteriaLineUp, criteriaLineUp } from '../../shared/reading/fields/criteria/line-up.ts';
import { type LineUp, lineUp } from '../../shared/reading/fields/named/parties.ts';
import { NAMED_FIELDS } from '../../shared/reading/fields/named/weigh-looks.ts';
import { sheetOf } from '../../shared/reading/fields/sheet.ts';
import { kindOf } from '../../shared/reading/kind.ts';
import { paperOf } from '../../shared/reading/paper.ts';
import { compileRules } from '../../shared/reading/patterns.ts';
import type { ReadingRules } from '../../shared/reading/rules.ts';
import { codedRow } from '../../shared/reading/weigh/rows.ts';
import type { Rows } from '../../shared/reading/weigh/table.ts';
import { zonesOf } from '../../shared/reading/zones.ts';
import type { Scored } from './measure.ts';
import { same, sameToLawyer } from './same.ts';

const EPOCHS = 25;
/** Rounds after which the weights are averaged. */
const SETTLED_AFTER = 5;
const RATE = 0.15;
/** Pull towards zero (L2) for each step a look takes part in. */
const SHRINK = 0.0005;
const START_SQUARE = 0.1;
/** Papers a look must have been seen on. */
const LEAST_SEEN = 3;
/** Weights below this, in hundredths, are left out. */
const LEAST_WEIGHT = 6;

/** One paper: the looks of each answer, the last of them "nobody", and which are right. */
interface NameLesson {
  readonly answers: ReadonlyArray<readonly string[]>;
  readonly right: ReadonlySet<number>;
}

/** The rows of weights of each look, its classes the fields of `NAMED_FIELDS`. */
export function learnNames(papers: readonly Scored[], rules: ReadingRules): Rows {
  const seen = papers.map((paper) => ({ paper, ...lineUpsOf(paper, rules) }));
  const byLook = new Map<string, number[]>();
  NAMED_FIELDS.forEach((field, cls) => {
    const lessons = seen.flatMap(({ paper, up, rules: cited }) => {
      const truth = paper.truth.fields[field];
      return (field === 'criteria_cited' ? criteriaLesson(cited, truth) : lessonOf(up, field, truth)) ?? [];
    });
    for (const [look, weight] of learnOne(lessons)) {
      const hundredths = Math.round(weight * 100);
      if (Math.abs(hundredths) < LEAST_WEIGHT) continue;
      byLook.set(look, [...(byLook.get(look) ?? []), cls, hundredths]);
    }
  });
  return Object.fromEntries([...byLook].map(([look, pairs]) => [look, codedRow(pairs)]));
}

/** The names and the rules of a paper. Papers that are never asked for a rule have none. */
function lineUpsOf({ pages, truth }: Scored, rules: ReadingRules): { up: LineUp; rules: CriteriaLineUp | undefined } {
  const compiled = compileRules(rules);
  const paper = paperOf(pages);
  const sheet = sheetOf(paper, zonesOf(paper, compiled), kindOf(paper, compiled).value, rules.labels);
  const grounds = truth.reasons.flatMap(({ id, quote }) => {
    const reason = ReasonId.safeParse(id).data;
    return reason === undefined ? [] : [{ reason, quote }];
  });
  return { up: lineUp(sheet), rules: weighsCriteria(sheet) ? criteriaLineUp(sheet, grounds) : undefined };
}

function criteriaLesson(up: CriteriaLineUp | undefined, truth: unknown): NameLesson | undefined {
  if (up === undefined) return undefined;
  const answers = [...up.cited.map((one) => [...one.looks]), [...up.none]];
  return rightOf(
    answers,
    up.cited.map((one) => one.hit.value),
    'criteria_cited',
    truth,
  );
}

function lessonOf(up: LineUp, field: keyof LineUp['none'], truth: unknown): NameLesson | undefined {
  const answers = [...up.names.map((name) => [...name.looks]), [...up.none[field]]];
  return rightOf(
    answers,
    up.names.map((name) => name.value),
    field,
    truth,
  );
}

/** Undefined where the truth is not among the values gathered. */
function rightOf(
  answers: ReadonlyArray<readonly string[]>,
  values: readonly string[],
  field: string,
  truth: unknown,
): NameLesson | undefined {
  if (truth === undefined) return { answers, right: new Set([values.length]) };
  const alike = (is: (value: string) => boolean): Set<number> =>
    new Set(values.flatMap((value, at) => (is(value) ? [at] : [])));
  const exactly = alike((value) => same(value, truth));
  const right = exactly.size > 0 ? exactly : alike((value) => sameToLawyer(field, value, truth));
  return right.size === 0 ? undefined : { answers, right };
}

function learnOne(lessons: readonly NameLesson[]): Array<[string, number]> {
  const places = placesOf(lessons);
  const coded = lessons.map(({ answers, right }) => ({
    answers: answers.map((looks) => looks.flatMap((look) => places.get(look) ?? [])),
    right,
  }));
  const weights = new Float64Array(places.size);
  const squares = new Float64Array(places.size).fill(START_SQUARE);
  const mean = new Float64Array(places.size);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const lesson of shuffled(coded, epoch)) {
      for (const [place, wrong] of wrongOf(lesson, weights)) {
        const step = wrong + SHRINK * (weights[place] ?? 0);
        squares[place] = (squares[place] ?? 0) + step * step;
        weights[place] = (weights[place] ?? 0) - (RATE * step) / Math.sqrt(squares[place] ?? 1);
      }
    }
    if (epoch < SETTLED_AFTER) continue;
    for (let at = 0; at < mean.length; at += 1)
      mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) / (EPOCHS - SETTLED_AFTER);
  }
  return [...places].map(([look, place]) => [look, mean[place] ?? 0]);
}

function placesOf(lessons: readonly NameLesson[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { answers } of lessons)
    for (const look of new Set(answers.flat())) seen.set(look, (seen.get(look) ?? 0) + 1);
  const often = [...seen].filter(([, times]) => times >= LEAST_SEEN).map(([look]) => look);
  return new Map(often.map((look, at) => [look, at]));
}

interface Coded {
  readonly answers: ReadonlyArray<readonly number[]>;
  readonly right: ReadonlySet<number>;
}

/** How wrong each weight makes the answer: the chance of every answer less what it should be, for each of its looks. */
function wrongOf({ answers, right }: Coded, weights: Float64Array): Map<number, number> {
  const sums = answers.map((places) => places.reduce((sum, place) => sum + (weights[place] ?? 0), 0));
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const all = raised.reduce((to, one) => to + one, 0);
  const good = raised.reduce((to, one, at) => (right.has(at) ? to + one : to), 0);
  const wrong = new Map<number, number>();
  answers.forEach((places, at) => {
    const chance = raised[at] ?? 0;
    const off = chance / all - (right.has(at) ? chance / good : 0);
    if (Math.abs(off) < 1e-5) return;
    for (const place of places) wrong.set(place, (wrong.get(place) ?? 0) + off);
  });
  return wrong;
}

/** The lessons in another order each round, the same in every run. */
function shuffled<T>(list: readonly T[], round: number): T[] {
  const order = [...list];
  let state = 12345 + round;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    const [one, two] = [order[at], order[other]];
    if (one === undefined || two === undefined) continue;
    order[at] = two;
    order[other] = one;
  }
  return order;
}
