// Whether a rule about denials is for this case: yes, no, or the papers do not tell.
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import { reasonRule } from '../rules/lookup.ts';
import type { DenialScope } from '../rules/notice-schema.ts';
import type { Rules } from '../rules/schema.ts';
import { countLanguages, languageOf } from '../text/language.ts';

export type Applies = 'yes' | 'no' | 'unknown';

/** What the scopes of rules are compared with. */
export interface DenialInHand {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
}

/** Whether the scope covers the case. A plan type that is not known is covered by no scope. */
export function scopeApplies(scope: DenialScope, { case: value, denial, rules }: DenialInHand): Applies {
  if (!scope.planTypes.includes(value.planType.value) || !scope.levels.includes(value.level)) return 'no';
  const grounds = value.grounds.filter((ground) => ground.state !== 'dismissed').map((ground) => ground.reason);
  const parts: Applies[] = [];
  if (scope.clinicalOnly === true)
    parts.push(anyOf(grounds, (reason) => reasonRule(rules, reason).nature === 'clinical'));
  if (scope.reasons !== undefined) parts.push(anyOf(grounds, (reason) => scope.reasons!.includes(reason)));
  if (scope.timings !== undefined) {
    const timing = denial.reading.notice?.timing?.value;
    parts.push(timing === undefined ? 'unknown' : scope.timings.includes(timing) ? 'yes' : 'no');
  }
  if (scope.mentalHealthOnly === true) {
    const diagnoses = denial.reading.fields.codes?.icd10 ?? [];
    parts.push(diagnoses.length === 0 ? 'unknown' : diagnoses.some((code) => /^F\d/i.test(code)) ? 'yes' : 'no');
  }
  return parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes';
}

/** A denial whose grounds were not found has unknown ones. */
function anyOf<T>(list: readonly T[], test: (item: T) => boolean): Applies {
  return list.some(test) ? 'yes' : list.length === 0 ? 'unknown' : 'no';
}

/** Below this mean confidence optical reading loses whole words (0 to 1). */
const READABLE = 0.7;

/** Why something absent from the paper may still stand on it: pages that are hard to read, empty, not at hand or in Spanish; undefined for a whole, clear paper in English. */
export function unreadable({ document, pages }: FullDocument): string | undefined {
  if (pages.length === 0 || pages.every((page) => page.words.length === 0)) return 'No words could be read.';
  const words = pages.flatMap((page) => page.words.map(({ text }) => text));
  if (languageOf(countLanguages(words)) === 'spanish')
    return 'The letter is in Spanish and was not read for it, so it may stand there.';
  const hard = pages.filter((page) => page.source === 'ocr' && page.confidence < READABLE);
  if (document.hardPages > 0 || hard.length > 0) return 'Some pages are hard to read, so it may stand there.';
  const printed = pagesPrinted(pages);
  if (printed > pages.length)
    return `The paper says that it has ${printed} pages and ${pages.length} are here, so it may stand on another page.`;
  if (pages.some((page) => page.words.length === 0)) return 'A page shows no words, so it may stand there.';
  return undefined;
}

/** The number of pages by the paper's own page marks ("Page 1 of 3"); 0 without any. */
function pagesPrinted(pages: readonly Page[]): number {
  let most = 0;
  for (const page of pages) {
    const text = page.words.map((word) => word.text).join(' ');
    for (const mark of text.matchAll(/\bpage\s+(\d{1,2})\s+of\s+(\d{1,2})\b/gi)) {
      if (Number(mark[1]) <= Number(mark[2])) most = Math.max(most, Number(mark[2]));
    }
  }
  return most;
}
