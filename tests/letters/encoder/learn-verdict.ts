// Learns the verdict on letters heard a second time: `node tests/letters/encoder/learn-verdict.ts FOLDER FOLDER …`. The first folder holds an encoder taught
// without the letters of part 0, the second without those of part 1, and so on (`learn.py … --without PART FOLDER`); parts without a folder are not judged.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReadingRules } from '../../../electron/core/reading-rules.ts';
import { type Encoder, encoderOf } from '../../../shared/reading/weigh/encoder/encoder.ts';
import { EncoderFile } from '../../../shared/reading/weigh/encoder/file.ts';
import { groundLessons, learnSecondVerdicts, loadSchool } from '../school.ts';
import { writeWeights } from '../write-weights.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Usage: node tests/letters/encoder/learn-verdict.ts FOLDER …');
const rules = loadReadingRules(join(import.meta.dirname, '..', '..', '..', 'resources'));

writeWeights(
  'second-verdict-weights',
  'How far what a letter says as a whole speaks for its giving a reason, once it was heard a second time. Learnt, not written.',
  ['given'],
  learnSecondVerdicts(groundLessons(loadSchool(), rules), folders.map(encoderIn), rules),
  'own passages and papers in tests/fixtures, learnt by tests/letters/encoder/learn-verdict.ts',
);

function encoderIn(folder: string): Encoder {
  const file = EncoderFile.parse(JSON.parse(readFileSync(join(folder, 'encoder.json'), 'utf8')));
  return encoderOf(file, { ...rules.encoderBytes, numbers: readFileSync(join(folder, 'encoder.bin')) });
}
