// What a score means in words.
import type { Score } from '../../model/record.ts';

/** The bands of a scale, as resources/rules/scales.json gives them. */
interface BandedScale {
  readonly id: string;
  readonly bands: readonly { readonly from: number; readonly to: number; readonly words: string }[];
}

/** The words of the band a score falls in, e.g. “severe depression”; undefined beyond the range. Half points belong to the band below. */
export function severityOf(
  score: Pick<Score, 'scale' | 'value'>,
  rules: { readonly scales: readonly BandedScale[] },
): string | undefined {
  const bands = rules.scales.find(({ id }) => id === score.scale)?.bands;
  const whole = Math.floor(score.value);
  return bands?.find(({ from, to }) => from <= whole && whole <= to)?.words;
}
