// Reading letters in tests: the shipped rules, fixture letters, and a plain letter around one sentence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReadingRules } from '../../electron/core/reading-rules.ts';
import type { Reading } from '../../shared/model/finding.ts';
import { readDocument } from '../../shared/reading/read-document.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';

const root = join(import.meta.dirname, '..', '..');
export const READING_RULES = loadReadingRules(join(root, 'resources'));

/** Reads a text as the app would read a text file. */
export function readText(text: string): Reading {
  return readDocument(pagesFromText(text), READING_RULES);
}

/** The text of a fixture below `tests/fixtures`. */
export function fixture(path: string): string {
  return readFileSync(join(root, 'tests', 'fixtures', path), 'utf8');
}

/** A short denial letter whose explanation is the given text. */
export function letterAround(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const longer = `${lines[last] ?? ''} ${word}`.trim();
    if (longer.length > 85) lines.push(word);
    else lines[last] = longer;
  }
  return [
    'NORTHWIND HEALTH PLAN',
    'P.O. Box 1, Somewhere, TX 75000',
    '',
    'May 3, 2026',
    '',
    'NOTICE OF DENIAL',
    '',
    'Dear Ms. Example:',
    '',
    'We are writing about the service listed above. We are not able to pay for it.',
    '',
    'Why we decided this',
    '',
    ...lines,
    '',
    'YOUR RIGHT TO APPEAL',
    '',
    'You may appeal within 180 days of the day you receive this letter.',
  ].join('\n');
}
