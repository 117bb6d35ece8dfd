// A second reading of a whole page by another model, where the first one was hard or its words ask for it; the surest stands.
import { countLanguages, type LanguageCount, languageOf } from '../../shared/text/language.ts';
import { SECOND_BELOW } from '../../shared/text/reread.ts';
import type { OcrEngine, SeenWord } from './ocr-engine.ts';
import type { OcrEngines, SecondEngine } from './ocr-engines.ts';
import { meanConfidence } from './ocr-words.ts';

/** The words that stand, and the engine that read them. */
export interface SurestReading {
  readonly seen: readonly SeenWord[];
  readonly by: OcrEngine;
}

/** A page with at least so many words of which less than this share are English function words is no English prose. */
const LEAST_WORDS = 20;
const ENGLISH_SHARE = 0.08;

/** Models differ in how sure they are of the same letters: a language nothing speaks for must be surer by so much. */
const CLEARLY_SURER = 0.05;

interface Second {
  readonly start: SecondEngine;
  /** It stands when its mean confidence is above that of the other by so much. */
  readonly surerBy: number;
}

/** Reads again with the models that fit the words of the first reading, and hands back the surest. A page that reads well as English is not read again. */
export async function readTwice(
  first: readonly SeenWord[],
  by: OcrEngine,
  engines: OcrEngines,
  read: (engine: OcrEngine) => Promise<readonly SeenWord[]>,
): Promise<SurestReading> {
  let surest: SurestReading = { seen: first, by };
  const counted = countLanguages(first.map(({ text }) => text));
  for (const { start, surerBy } of secondReadings(counted, meanConfidence(first), engines)) {
    const engine = await start();
    if (engine === undefined) continue;
    const seen = await read(engine);
    if (meanConfidence(seen) > meanConfidence(surest.seen) + surerBy) surest = { seen, by: engine };
  }
  return surest;
}

/** Spanish where its words are many; else better English where the page was hard, and where English words are few the languages whose data somebody put beside ours. */
function secondReadings(
  counted: LanguageCount,
  confidence: number,
  { better, spanish, others }: OcrEngines,
): readonly Second[] {
  const language = languageOf(counted);
  if (spanish !== undefined && (language === 'spanish' || language === 'mixed'))
    return [{ start: spanish, surerBy: 0 }];
  const hard = better !== undefined && confidence < SECOND_BELOW ? [{ start: better, surerBy: 0 }] : [];
  const isProse = counted.words < LEAST_WORDS || counted.english >= counted.words * ENGLISH_SHARE;
  return [...hard, ...(isProse ? [] : others.map((start) => ({ start, surerBy: CLEARLY_SURER })))];
}
