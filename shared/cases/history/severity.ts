// What a score means in words.
import type { Score } from '../../model/record.ts';
import type { Rules } from '../../rules/schema.ts';
import { scaleRule } from './scale-names.ts';

/** The words of the band a score falls in, e.g. “severe depression”; undefined beyond the range. Half points belong to the band below. */
export function severityOf(score: Pick<Score, 'scale' | 'value'>, rules: Pick<Rules, 'scales'>): string | undefined {
  const rule = scaleRule(score.scale, rules.scales);
  const whole = Math.floor(score.value);
  return rule?.bands.find(({ from, to }) => from <= whole && whole <= to)?.words;
}
