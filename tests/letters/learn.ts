// Learns the weights the app ships with and writes them: `npm run learn`. Papers held out from the rules are not read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReadingRules } from '../../electron/core/reading-rules.ts';
import { NAMED_FIELDS } from '../../shared/reading/fields/named/weigh-looks.ts';
import { CLASSES, KIND_CLASSES, SENTENCE_CLASSES } from '../../shared/reading/weigh/model.ts';
import { tableOfRows } from '../../shared/reading/weigh/table.ts';
import { learnNames } from './name-lessons.ts';
import { groundLessons, learnKinds, learnSentences, learnVerdicts, loadSchool, papersForNames } from './school.ts';
import type { LearntNet } from './train-net.ts';
import { ruleFile, SOURCE, writeWeights } from './write-weights.ts';

const root = join(import.meta.dirname, '..', '..');
const rules = loadReadingRules(join(root, 'resources'));
const school = loadSchool();

const lessons = groundLessons(school, rules);
const { weights, net } = learnSentences(lessons);
writeWeights(
  'weights',
  'How far words, pairs of words, signals and guards speak for no ground or a reason, for any ground, and for each reason if it is one: a row of classes and weights, as shared/reading/weigh/table.ts and rows.ts say. Learnt, not written: change the lessons, not this file.',
  SENTENCE_CLASSES,
  weights,
);
writeNet(net);
writeWeights(
  'verdict-weights',
  'How far what a letter says as a whole speaks for its giving a reason. Learnt, not written.',
  ['given'],
  learnVerdicts(lessons, rules),
);
const kinds = learnKinds(school, rules);
writeWeights(
  'kind-weights',
  'How far cues, words and the shape of the page speak for each kind of paper. Learnt, not written.',
  KIND_CLASSES,
  kinds,
);
// Whose a name is depends on the kind of paper it stands on, as it will be told from now on.
const toldKinds = { ...rules, kindWeights: { ...rules.kindWeights, features: tableOfRows(kinds) } };
writeWeights(
  'name-weights',
  "How far the looks of a name (shared/reading/fields/named/looks.ts) speak for its being the provider's, the payer's or the member's, and those of a rule for a decision's resting on it. Learnt, not written.",
  NAMED_FIELDS,
  learnNames(papersForNames(school), toldKinds),
);

function writeNet({ words, marks, ...grids }: LearntNet): void {
  const file = {
    about:
      'Where words lie in the space in which sentences are heard, and what is made of them: see shared/reading/weigh/net.ts. Learnt, not written: change the lessons, not this file.',
    source: SOURCE,
    classes: CLASSES,
    words,
    marks,
    ...grids,
  };
  const lines = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  writeFileSync(ruleFile('net'), `{\n${lines.join(',\n')}\n}\n`);
  process.stdout.write(`net: ${words.length} words\n`);
}
