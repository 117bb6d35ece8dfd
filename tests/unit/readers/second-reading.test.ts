// Which pages are read a second time, and which reading stands; the engines are the test's own.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { OcrEngine, SeenWord } from '../../../electron/readers/ocr-engine.ts';
import type { OcrEngines } from '../../../electron/readers/ocr-engines.ts';
import { readTwice } from '../../../electron/readers/second-reading.ts';
import { SECOND_BELOW } from '../../../shared/text/reread.ts';

const textOf = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');
const seenOf = (text: string, confidence: number): SeenWord[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word, at) => ({ text: word, box: { x: at, y: 0, w: 9, h: 9 }, confidence, line: 0 }));

const SPANISH = textOf('spanish/mri-denial.txt');
const ENGLISH = textOf('papers/014-lumbar-mri-denial.txt').split('\f')[0] ?? '';
const VIETNAMESE = 'Quyet dinh nay co the duoc khang nghi trong vong sau muoi ngay ke tu khi nhan thu. '.repeat(3);

/** What each page makes of two readings: which engines were started, and how sure the reading is that stands. */
async function readingsOf(text: string, first: number, second: number) {
  const started: string[] = [];
  const engine = (name: string): OcrEngine => ({
    recognise: async () => seenOf(`${name} ${text}`, second),
    end: async () => undefined,
  });
  const start = (name: string) => async () => {
    started.push(name);
    return engine(name);
  };
  const engines: OcrEngines = {
    first: async () => engine('first'),
    better: start('better'),
    spanish: start('spa'),
    others: [start('vie'), start('fra')],
  };
  const { seen } = await readTwice(seenOf(text, first), engine('eng'), engines, ({ recognise }) =>
    recognise({ pixels: new Uint8Array(1), width: 1, height: 1 }, 200, 'across'),
  );
  return { started, stands: seen[0]?.confidence };
}

it('reads no page again that reads well as English, and a hard one with the better model', async () => {
  expect(await readingsOf(ENGLISH, SECOND_BELOW + 0.01, 0.99)).toEqual({ started: [], stands: SECOND_BELOW + 0.01 });
  expect(await readingsOf(ENGLISH, 0.8, 0.9)).toEqual({ started: ['better'], stands: 0.9 });
  expect(await readingsOf(ENGLISH, 0.8, 0.7)).toEqual({ started: ['better'], stands: 0.8 });
});

it('reads Spanish pages again, in whole or in part, and keeps the surer reading', async () => {
  expect(await readingsOf(SPANISH, 0.85, 0.9)).toEqual({ started: ['spa'], stands: 0.9 });
  expect(await readingsOf(SPANISH, 0.9, 0.85)).toEqual({ started: ['spa'], stands: 0.9 });
  expect(await readingsOf(textOf('spanish/both-languages.txt'), 0.85, 0.9)).toEqual({ started: ['spa'], stands: 0.9 });
});

it('tries further languages where no English speaks, which must be clearly surer', async () => {
  expect(await readingsOf(VIETNAMESE, 0.6, 0.9)).toEqual({ started: ['better', 'vie', 'fra'], stands: 0.9 });
  expect(await readingsOf(VIETNAMESE, 0.91, 0.92)).toEqual({ started: ['vie', 'fra'], stands: 0.91 });
  expect(await readingsOf('Total 1,204.50', 0.95, 0.99)).toEqual({ started: [], stands: 0.95 });
});
