// What the kinds of paper are learnt from: labelled papers, generated letters, and short papers of every kind.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { loadReadingRules } from '../../electron/core/reading-rules.ts';
import type { Page } from '../../shared/model/page.ts';
import { DocumentKind } from '../../shared/model/vocabulary.ts';
import { lookAt } from '../../shared/reading/kind.ts';
import { paperOf } from '../../shared/reading/paper.ts';
import { compileRules } from '../../shared/reading/patterns.ts';
import { kindFeatures } from '../../shared/reading/weigh/kind-features.ts';
import { KIND_CLASSES } from '../../shared/reading/weigh/model.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import type { Example } from './examples.ts';

type Rules = ReturnType<typeof loadReadingRules>;

/** A paper whose kind is known. */
export interface Sorted {
  readonly pages: readonly Page[];
  readonly kind: string;
}

/** One example for each paper. */
export function kindLessons(papers: readonly Sorted[], rules: Rules, weight = 1): Example[] {
  const compiled = compileRules(rules);
  return papers.map(({ pages, kind }) => ({
    features: kindFeatures(lookAt(paperOf(pages), compiled)),
    label: KIND_CLASSES.indexOf(DocumentKind.parse(kind)),
    weight,
  }));
}

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'letter-banks', 'passages');

/** The short papers of the files `*.papers.txt`: a line `=== kind` before each. */
export function loadSorted(folder = FOLDER): Sorted[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.papers.txt'))
    .sort()
    .flatMap((name) => {
      const parts = readFileSync(join(folder, name), 'utf8').split(/^=== ([a-z-]+)\s*$/m);
      const papers: Sorted[] = [];
      for (let at = 1; at + 1 < parts.length; at += 2)
        papers.push({ kind: parts[at] ?? 'other', pages: pagesFromText((parts[at + 1] ?? '').replace(/^\n+/, '')) });
      return papers;
    });
}
