// Writes learnt weights as a file of the reading rules.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, type Rows } from '../../shared/reading/weigh/table.ts';

const RULES = join(import.meta.dirname, '..', '..', 'resources', 'rules', 'reading');
/** What all weights are learnt from. */
export const SOURCE = 'own passages and papers in tests/fixtures, learnt by tests/letters/learn.ts';

/** Where a file of the rules stands. */
export function ruleFile(name: string): string {
  return join(RULES, `${name}.json`);
}

/** Writes weights with what they are about, their source and the classes they speak for. */
export function writeWeights(
  name: string,
  about: string,
  classes: readonly string[],
  features: Rows,
  source = SOURCE,
): void {
  const lines = linesOf(features);
  writeFileSync(
    ruleFile(name),
    `{
  "about": ${JSON.stringify(about)},
  "source": ${JSON.stringify(source)},
  "classes": ${JSON.stringify(classes)},
  "features": [
${lines.map((line) => JSON.stringify(line)).join(',\n')}
  ]
}
`,
  );
  process.stdout.write(`${name}: ${Object.keys(features).length} features\n`);
}
