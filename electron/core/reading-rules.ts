// Loads the reading rules that ship with the app.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { ReadingRules, RULE_FILES } from '../../shared/reading/rules.ts';

/** The reading rules of `resourcesDir`, loaded when they are first asked for: it takes half a second, and neither unlocking nor looking at papers needs them. */
export function readingRulesIn(resourcesDir: string): () => ReadingRules {
  let loaded: ReadingRules | undefined;
  return () => (loaded ??= loadReadingRules(resourcesDir));
}

/**
 * The reading rules of `resourcesDir/rules/reading`, checked against their schema.
 * Throws `internal`, with the cause, when a file is missing or malformed: the app was not installed completely.
 */
export function loadReadingRules(resourcesDir: string): ReadingRules {
  try {
    const parts = Object.entries(RULE_FILES).map(([part, file]) => {
      const text = readFileSync(join(resourcesDir, 'rules', 'reading', `${file}.json`), 'utf8');
      return [part, JSON.parse(text) as unknown] as const;
    });
    const bytes = (file: string): Uint8Array => readFileSync(join(resourcesDir, 'rules', 'reading', file));
    const encoderBytes = { numbers: bytes('encoder.bin'), work: bytes('encoder.wasm') };
    return ReadingRules.parse({ ...Object.fromEntries(parts), encoderBytes });
  } catch (cause) {
    throw new AppError('internal', { details: { reference: 'reading-rules' }, cause });
  }
}
