// The engines of one reader process: the quick English one, and beside it one more at a time, whichever a page needs.
import { type OcrEngine, startOcrEngine } from './ocr-engine.ts';
import { namedModel, type OcrModel, ocrModels } from './ocr-models.ts';

/** Starts an engine at its first use; undefined for one whose data can't be used. */
export type SecondEngine = () => Promise<OcrEngine | undefined>;

export interface OcrEngines {
  /** Reads every page first. */
  first(): Promise<OcrEngine>;
  /** English with fewer errors, for doubtful words and hard pages. Like the next one missing when pages are read in languages somebody named. */
  readonly better?: SecondEngine;
  readonly spanish?: SecondEngine;
  /** Further languages whose data was put beside ours. */
  readonly others: readonly SecondEngine[];
}

/**
 * The engines of this process. A second one stays until another is wanted: pages of one paper want the same, and each holds fifty megabytes and more.
 * With `languages` pages are read in these and in no others. Throws when there is no data for them.
 */
export function ocrEngines(resourcesDir: string, languages: string | undefined): OcrEngines {
  if (languages !== undefined) {
    const named = namedModel(resourcesDir, languages);
    if (named === undefined) throw new Error(`no reading model for ${languages}`);
    return { first: once(named), others: [] };
  }
  const models = ocrModels(resourcesDir);
  const second = oneAtATime();
  return {
    first: once(models.quick),
    better: second(models.better),
    spanish: second(models.spanish),
    others: models.others.map(second),
  };
}

/** Engines of which only the one used last is there. Data that can't be used is not tried again. */
function oneAtATime(): (model: OcrModel) => SecondEngine {
  const broken = new Set<OcrModel>();
  let kept: { readonly model: OcrModel; readonly engine: OcrEngine } | undefined;
  return (model) => async () => {
    if (kept?.model === model) return kept.engine;
    if (broken.has(model)) return undefined;
    await kept?.engine.end();
    kept = undefined;
    try {
      const engine = await startOcrEngine(model);
      kept = { model, engine };
      return engine;
    } catch {
      broken.add(model);
      return undefined;
    }
  };
}

function once(model: OcrModel): () => Promise<OcrEngine> {
  let engine: Promise<OcrEngine> | undefined;
  return () => (engine ??= startOcrEngine(model));
}
