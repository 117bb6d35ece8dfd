// Which pages read from pixels by an earlier version are worth reading again.
import type { Page } from '../model/page.ts';
import { countLanguages, languageOf } from './language.ts';

/** Rises whenever some pages are read better from their pixels than before; version 1 read everything with the quick English model. */
export const PAGE_READER_VERSION = 2;

/**
 * Pages of less confidence are read a second time by the better model. Chosen by measurement: all clean scans are above 0.94, and of the hard ones
 * only those below gain more than the doubtful words alone do (docs/measurements.md).
 */
export const SECOND_BELOW = 0.9;

/** Words that stand on every page of Spanish prose, as the index of words has them: pages without one of them need not be looked at. */
export const SPANISH_EVERYWHERE: readonly string[] = ['de', 'la', 'que', 'en'];

/** True for a page that the present version reads better than version 1 did: hard to read, or in Spanish. */
export function isWorthRereading(page: Page): boolean {
  if (page.source !== 'ocr') return false;
  if (page.confidence < SECOND_BELOW) return true;
  const language = languageOf(countLanguages(page.words.map(({ text }) => text)));
  return language === 'spanish' || language === 'mixed';
}
