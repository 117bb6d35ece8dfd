// A second reading of a whole page by another model, where the words of the first one ask for it; the surer of the two stands.
import { countLanguages, type LanguageCount, languageOf } from '../../shared/text/language.ts';
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

/** Reads again with the models that fit the words of the first reading, and hands back the surest. A page that reads as English is not read again. */
export async function readTwice(
  first: readonly SeenWord[],
  by: OcrEngine,
  engines: OcrEngines,
  read: (engine: OcrEngine) => Promise<readonly SeenWord[]>,
): Promise<SurestReading> {
  let surest: SurestReading = { seen: first, by };
  const counted = countLanguages(first.map(({ text }) => text));
  for (const { start, surerBy } of secondReadings(counted, engines)) {
    const engine = await start();
    if (engine === undefined) continue;
    const seen = await read(engine);
    if (meanConfidence(seen) > meanConfidence(surest.seen) + surerBy) surest = { seen, by: engine };
  }
  return surest;
}

/** Spanish where its words are many; else, where English ones are few, the languages whose data somebody put beside ours. */
function secondReadings(counted: LanguageCount, { spanish, others }: OcrEngines): readonly Second[] {
  const language = languageOf(counted);
  if (spanish !== undefined && (language === 'spanish' || language === 'mixed'))
    return [{ start: spanish, surerBy: 0 }];
  if (counted.words < LEAST_WORDS || counted.english >= counted.words * ENGLISH_SHARE) return [];
  return others.map((start) => ({ start, surerBy: CLEARLY_SURER }));
}
