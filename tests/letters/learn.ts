// Learns the weights the app ships with and writes them: `npm run learn`. Papers held out from the rules are not read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReadingRules } from '../../electron/core/reading-rules.ts';
import { CLASSES, KIND_CLASSES } from '../../shared/reading/weigh/model.ts';
import { learnGrounds, learnKinds, loadSchool } from './school.ts';

const root = join(import.meta.dirname, '..', '..');
const rules = loadReadingRules(join(root, 'resources'));
const school = loadSchool();

write(
  'weights',
  'How far words, pairs of words, signals and guards speak for each reason (class 1 and on) or for none (class 0): class numbers and weights in hundredths, in turn. Learnt, not written: change the lessons, not this file.',
  CLASSES,
  learnGrounds(school, rules),
);
write(
  'kind-weights',
  'How far cues, words and the shape of the page speak for each kind of paper: class numbers and weights in hundredths, in turn. Learnt, not written.',
  KIND_CLASSES,
  learnKinds(school, rules),
);

function write(file: string, about: string, classes: readonly string[], features: Record<string, number[]>): void {
  const lines = Object.keys(features)
    .sort()
    .map((name) => `    ${JSON.stringify(name)}: [${features[name]?.join(', ')}]`);
  writeFileSync(
    join(root, 'resources', 'rules', 'reading', `${file}.json`),
    `{
  "about": ${JSON.stringify(about)},
  "source": "own passages and papers in tests/fixtures, learnt by tests/letters/learn.ts",
  "classes": ${JSON.stringify(classes)},
  "features": {
${lines.join(',\n')}
  }
}
`,
  );
  process.stdout.write(`${file}: ${lines.length} features\n`);
}
