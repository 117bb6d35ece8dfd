// Ranges of the rating scales and the usual names of their bands, from the rule file, so that window, letter and packet say the same.
import scaleRules from '../../resources/rules/scales.json' with { type: 'json' };
import { severityOf } from '../../shared/cases/history/severity.ts';
import type { ScaleId } from '../../shared/model/record.ts';

export interface ScaleBand {
  /** The least score of the band. */
  readonly from: number;
  readonly name: string;
}

/** Least and greatest score of a scale; wide where the rule file does not know it. */
export function scaleRange(scale: ScaleId): { readonly min: number; readonly max: number } {
  const rule = ruleOf(scale);
  return { min: rule?.lowest ?? 0, max: rule?.highest ?? 300 };
}

/** The bands of a scale from the least score on; none where none are in common use. */
export function bandsOf(scale: ScaleId): readonly ScaleBand[] {
  return (ruleOf(scale)?.bands ?? []).map(({ from, words }) => ({ from, name: words }));
}

/** “moderate depression”; undefined outside all bands. */
export function bandInWords(scale: ScaleId, value: number): string | undefined {
  return severityOf({ scale, value }, scaleRules);
}

/** Where the names of the bands come from, and whether that was checked. */
export function scaleBasis(scale: ScaleId): {
  readonly citation: string;
  readonly trust: 'verified' | 'to-be-verified';
} {
  const rule = ruleOf(scale);
  return { citation: rule?.source ?? '', trust: rule?.trust === 'verified' ? 'verified' : 'to-be-verified' };
}

function ruleOf(scale: ScaleId) {
  return scaleRules.scales.find(({ id }) => id === scale);
}
