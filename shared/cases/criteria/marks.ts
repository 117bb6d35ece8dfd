// What stands before an item of a list: a bullet, a number, a letter or a Roman numeral.

export type MarkKind = 'bullet' | 'decimal' | 'number' | 'lower' | 'upper' | 'roman-lower' | 'roman-upper';

/** One way to read a mark: “i” is the ninth letter or the first Roman numeral. Bullets have the value 0. */
export interface MarkReading {
  readonly kind: MarkKind;
  readonly value: number;
}

export interface Mark {
  readonly readings: readonly MarkReading[];
  /** Without brackets and points, e.g. “4.1”; empty for a bullet. */
  readonly label: string;
}

/** Bullets as printed, and the letters that readers of scans often see in their place. */
const BULLET = /^([-*•·▪■□☐◦‣–—►➢✓»¢©°+oe]|\[\s?[xX]?\])$/;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];
/** After a number they say that it measures something. */
const UNIT = /^(mg|mcg|g|kg|ml|mm|cm|%|percent|points?|hours?|days?|weeks?|months?|years?|minutes?|to|and|or|x)\b/i;

/** The mark a word is before the next word; undefined when it is none. */
export function markOf(word: string, next: string | undefined): Mark | undefined {
  if (next === undefined) return undefined;
  if (BULLET.test(word)) {
    const letter = /^[oe+]$/.test(word);
    return letter && !/^[A-Z]/.test(next) ? undefined : { readings: [{ kind: 'bullet', value: 0 }], label: '' };
  }
  const decimal = /^\(?(\d{1,2}(?:\.\d{1,2})+)\.?\)?$/.exec(word)?.[1];
  if (decimal !== undefined) {
    if (UNIT.test(next) || !/^["“'(]?[A-Za-z]/.test(next)) return undefined;
    return { readings: [{ kind: 'decimal', value: Number(decimal.split('.').at(-1)) }], label: decimal };
  }
  const plain = /^(?:\((\w{1,5})\)|(\w{1,5})[.)])[.,:]?$/.exec(word);
  const label = plain?.[1] ?? plain?.[2];
  if (label === undefined) return undefined;
  const readings = readingsOf(label);
  return readings.length === 0 ? undefined : { readings, label };
}

function readingsOf(label: string): MarkReading[] {
  if (/^\d{1,2}$/.test(label)) return [{ kind: 'number', value: Number(label) }];
  const readings: MarkReading[] = [];
  const lower = label === label.toLowerCase();
  const roman = lower || label === label.toUpperCase() ? ROMAN.indexOf(label.toLowerCase()) : -1;
  if (roman >= 0) readings.push({ kind: lower ? 'roman-lower' : 'roman-upper', value: roman + 1 });
  if (/^[a-zA-Z]$/.test(label)) {
    const value = label.toLowerCase().charCodeAt(0) - 96;
    readings.push({ kind: lower ? 'lower' : 'upper', value });
  }
  return readings;
}
