// The signals of a reason's checklist, ready to be looked for in pages and sentences.
import type { DocumentKind } from '../model/vocabulary.ts';
import { oncePer } from '../once-per.ts';
import type { ChecklistItem } from '../rules/checklist.ts';
import type { ReasonRule } from '../rules/schema.ts';
import { phraseAt, stemsOf } from './stems.ts';

export interface Signal {
  readonly text: string;
  readonly stems: readonly string[];
}

export interface PreparedItem {
  readonly item: string;
  readonly what: string;
  readonly figures: boolean;
  readonly kinds: readonly DocumentKind[];
  readonly signals: readonly Signal[];
  /** Earlier items of a checklist matter more; 1 for the first. */
  readonly rank: number;
}

export interface PreparedReason {
  readonly items: readonly PreparedItem[];
  readonly adverse: readonly (readonly string[])[];
}

/** The checklist of a reason with its signals as stems. */
export const prepareReason: (rule: ReasonRule) => PreparedReason = oncePer((rule) => ({
  items: prepareItems(rule.checklist),
  adverse: rule.adverse.map(stemsOf),
}));

/** The items of a checklist with their signals as stems, in the same order. */
export function prepareItems(checklist: readonly ChecklistItem[]): PreparedItem[] {
  return checklist.map(prepareItem);
}

function prepareItem(item: ChecklistItem, index: number): PreparedItem {
  return {
    item: item.item,
    what: item.what,
    figures: item.figures === true,
    kinds: item.kinds,
    signals: signalsOf(item),
    rank: Math.max(0.5, 1 - 0.08 * index),
  };
}

const signalsOf = oncePer((item: ChecklistItem): readonly Signal[] =>
  item.signals.map((text) => ({ text, stems: stemsOf(text) })).filter((signal) => signal.stems.length > 0),
);

/** The signals of an item that stand in a text given as stems. */
export function hitsIn(stems: readonly string[], item: PreparedItem): Signal[] {
  return item.signals.filter((signal) => phraseAt(stems, signal.stems) >= 0);
}

const NEGATIONS = new Set(['not', 'never', 'no', 'nor', 'without', 'withdraw', 'withdrew', 'wrong', 'incorrect']);

/** True when a sentence speaks for the denial: one of the phrases stands there and is not itself denied (“is not experimental”). */
export function isAdverse(stems: readonly string[], adverse: PreparedReason['adverse']): boolean {
  return adverse.some((phrase) => {
    const at = phraseAt(stems, phrase);
    if (at < 0) return false;
    return (
      !stems.slice(Math.max(0, at - 3), at).some((word) => NEGATIONS.has(word)) && !NEGATIONS.has(stems[at + 1] ?? '')
    );
  });
}
