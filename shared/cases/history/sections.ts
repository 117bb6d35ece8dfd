// The section of a record a line stands in, as far as it changes what a name in it means: plan, current medicines, allergies, family.
import type { Page } from '../../model/page.ts';
import type { TreatmentRules } from '../../rules/care-schema.ts';
import { linesOf, type Span } from '../page-text.ts';
import { bare } from './lexicon.ts';
import { holds } from './phrases.ts';

export type SectionKind = 'plan' | 'current' | 'allergies' | 'family' | 'other';

export interface Section {
  /** First word on the page. */
  readonly from: number;
  /** Words of the heading. */
  readonly to: number;
  readonly kind: SectionKind;
}

/** The sections of a page, in order; words before the first belong to none. */
export function sectionsOf(page: Page, rules: TreatmentRules): Section[] {
  return linesOf(page).flatMap((line) => {
    const heading = headingOf(page, line);
    return heading === undefined ? [] : [{ ...heading, kind: kindOf(heading.text, rules) }];
  });
}

/** The section a word stands in. */
export function sectionAt(sections: readonly Section[], word: number): SectionKind {
  return sections.findLast((section) => section.from <= word)?.kind ?? 'other';
}

/** “PLAN”, “MEDS vilazodone …”, “Current medications:”: capitals or a colon at the head of a line. */
function headingOf(page: Page, line: Span): Span | undefined {
  const words = page.words.slice(line.from, line.to).map((word) => word.text);
  const first = words[0] ?? '';
  if (!/^[A-Z]/.test(first)) return undefined;
  const colon = words.slice(0, 5).findIndex((word) => /:$/.test(word));
  if (colon >= 0) return headingSpan(line, words, colon + 1);
  let capitals = 0;
  while (capitals < 5 && /^[A-Z][A-Z/&-]{2,}[.,]?$/.test(words[capitals] ?? '')) capitals += 1;
  if (capitals > 0) return headingSpan(line, words, capitals);
  const title = words.length <= 4 && words.every((word) => /^[A-Z][a-z]+$|^(and|of|for|the|&)$/.test(word));
  return title ? headingSpan(line, words, words.length) : undefined;
}

function headingSpan(line: Span, words: readonly string[], count: number): Span {
  return { from: line.from, to: line.from + count, text: words.slice(0, count).join(' ') };
}

function kindOf(heading: string, rules: TreatmentRules): SectionKind {
  const lower = heading
    .split(/\s+/)
    .map((word) => bare(word).toLowerCase())
    .join(' ');
  if (/allerg|^(?:drug |medication |medicine )?intolerances?$/.test(lower)) return 'allergies';
  if (/\bfamily\b|\bfhx?\b/.test(lower)) return 'family';
  if (/past|prior|previous|failed|tried|history|trials/.test(lower)) return 'other';
  if (/^(?:treatment |assessment and |assessment & )?plan\b|recommendation|orders|next steps|goals|request/.test(lower))
    return 'plan';
  return holds(lower, rules.currentList) ? 'current' : 'other';
}
