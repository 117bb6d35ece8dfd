// Learns the weights the app ships with and writes them: `npm run learn`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReadingRules } from '../../electron/core/reading-rules.ts';
import { CLASSES } from '../../shared/reading/weigh/model.ts';
import { loadBanks } from './bank.ts';
import { labelledIn } from './labelled.ts';
import { lessonsOfBanks, lessonsOfPapers, lessonsOfSentences } from './lessons.ts';
import { learn } from './train.ts';

/** Letters composed of each author's passages. */
const LETTERS_PER_BANK = 260;

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(root, 'tests', 'fixtures');
const rules = loadReadingRules(join(root, 'resources'));
const banks = loadBanks();
const examples = [
  ...lessonsOfBanks(banks, LETTERS_PER_BANK, rules),
  ...lessonsOfPapers(
    [...labelledIn(join(fixtures, 'papers')), ...labelledIn(join(fixtures, 'letters', 'labelled'))],
    rules,
  ),
  ...lessonsOfSentences(rules),
];
const features = learn(examples);
const lines = Object.keys(features)
  .sort()
  .map((name) => `    ${JSON.stringify(name)}: [${features[name]?.join(', ')}]`);
writeFileSync(
  join(root, 'resources', 'rules', 'reading', 'weights.json'),
  `{
  "about": "How far words, pairs of words, signals and guards speak for each reason (class 1 and on) or for none (class 0): class numbers and weights in hundredths, in turn. Learnt, not written: change the lessons, not this file.",
  "source": "own passages in tests/fixtures (letter-banks, letters, papers), learnt by tests/letters/learn.ts",
  "classes": ${JSON.stringify(CLASSES)},
  "features": {
${lines.join(',\n')}
  }
}
`,
);
process.stdout.write(
  `${examples.length} sentences of ${banks.length} authors' letters and of labelled papers; ${lines.length} features\n`,
);
