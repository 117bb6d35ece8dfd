// Writes the lessons the encoder learns from, a line of JSON for each sentence: `node tests/letters/encoder/write-lessons.ts FILE`. Papers held out from the
// rules are not read. What is done with them stands in learn.py beside this file.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { loadReadingRules } from '../../../electron/core/reading-rules.ts';
import { groundLessons, loadSchool } from '../school.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: node tests/letters/encoder/write-lessons.ts FILE');
const rules = loadReadingRules(join(import.meta.dirname, '..', '..', '..', 'resources'));
const { lines, parts } = groundLessons(loadSchool(), rules);
const out = createWriteStream(file);
// Whole letters name the part their author is in, which learn.py can leave out.
for (const [part, { heard }] of [['', lines] as const, ...parts.map((each, at) => [String(at), each] as const)])
  for (const { spelled, label, weight } of heard) out.write(`${JSON.stringify({ ...spelled, label, weight, part })}\n`);
out.end();
