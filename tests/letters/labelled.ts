// Labelled papers on disk: a text with form feeds between its pages, and beside it its truth.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import type { Scored } from './measure.ts';

const TruthFile = z.object({
  id: z.string().optional(),
  type: z.string(),
  reasons: z.array(z.object({ id: z.string(), quote: z.string() })).default([]),
  not_reasons: z.array(z.string()).default([]),
  fields: z.record(z.string(), z.unknown()).default({}),
});

/** The labelled papers of a folder, in the order of their names. */
export function labelledIn(folder: string): Scored[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const truth = TruthFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      const text = readFileSync(join(folder, name.replace(/\.json$/, '.txt')), 'utf8');
      return [{ text, pages: pagesFromText(text), truth: { ...truth, id: name.replace(/\.json$/, '') } }];
    });
}
