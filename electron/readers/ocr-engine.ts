// The one door to the optical reading engine (tesseract.js, its engine asked without its workers): a grey picture in, words with boxes in its pixels out.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { OEM, PSM } from 'tesseract.js';
import type { Box } from './geometry.ts';
import type { Grey } from './grey.ts';
import { type CoreApi, type EngineCore, startEngineCore } from './ocr-core.ts';
import type { OcrModel } from './ocr-models.ts';

/** A word as the engine saw it: box in pixels of the picture, confidence 0 to 1, `line` rising in reading order. */
export interface SeenWord {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
  readonly line: number;
}

/** How the writing lies on the page: columns of text one after the other, lines right across, or a single line. */
export type Layout = 'columns' | 'across' | 'line';

/**
 * Tesseract's page segmentation modes: the first finds columns, the second takes lines of any size right across.
 * Measured: the first tears tables apart by column and loses some of their cells, the second scrambles columns of text.
 */
const SEGMENTATION: Readonly<Record<Layout, string>> = {
  columns: PSM.AUTO,
  across: PSM.SINGLE_COLUMN,
  line: PSM.SINGLE_LINE,
};

export interface OcrEngine {
  /** Reads a picture of `dpi` pixels per inch. */
  recognise(image: Grey, dpi: number, layout: Layout): Promise<readonly SeenWord[]>;
  /** Gives its memory back; it reads no more. */
  end(): Promise<void>;
}

/** Tesseract's RIL_TEXTLINE and RIL_WORD, which the library does not name. */
const TEXT_LINE = 2;
const WORD = 3;

/**
 * Starts the engine with a model. Nothing is fetched and nothing is written: engine and model are local files, and the engine's own files are memory.
 * It reads in the calling thread, which does nothing else meanwhile. Throws when a file is missing or the model is none.
 */
export async function startOcrEngine({ dir, languages, isPacked }: OcrModel): Promise<OcrEngine> {
  const core = await startEngineCore();
  const { engine } = core;
  for (const name of languages.split('+')) {
    const bytes = await readFile(join(dir, `${name}.traineddata${isPacked ? '.gz' : ''}`));
    engine.FS.writeFile(`./${name}.traineddata`, isPacked ? gunzipSync(bytes) : bytes);
  }
  const api = new engine.TessBaseAPI();
  if (api.Init(null, languages, OEM.LSTM_ONLY) !== 0) throw new Error(`no reading model in ${languages}`);
  for (const name of languages.split('+')) engine.FS.unlink(`./${name}.traineddata`);
  return {
    async recognise(image, dpi, layout) {
      api.SetVariable('user_defined_dpi', String(Math.round(Math.min(Math.max(dpi, 70), 2400))));
      api.SetVariable('tessedit_pageseg_mode', SEGMENTATION[layout]);
      giveImage(core, api, image);
      // Anything but 0 says that there is nothing that could be read.
      return api.Recognize(null) === 0 ? seenWords(core, api) : [];
    },
    end: async () => api.End(),
  };
}

/** Copies the pixels into the engine's memory, as they are: no picture format is written and read. */
function giveImage({ engine, memory }: EngineCore, api: CoreApi, image: Grey): void {
  const { pixels, width, height } = image;
  const place = engine._malloc(pixels.length);
  if (place === 0) throw new Error('no memory for the picture');
  try {
    new Uint8Array(memory()).set(pixels, place);
    // The engine keeps a copy of its own.
    api.SetImage(place, width, height, 1, width);
  } finally {
    engine._free(place);
  }
}

function seenWords({ engine, memory }: EngineCore, api: CoreApi): SeenWord[] {
  const seen: SeenWord[] = [];
  const iterator = api.GetIterator();
  const place = engine._malloc(16);
  try {
    let line = -1;
    iterator.Begin();
    do {
      if (iterator.Empty(WORD)) continue;
      if (iterator.IsAtBeginningOf(TEXT_LINE)) line += 1;
      const text = iterator.GetUTF8Text(WORD);
      // What stands for a picture or a ruled line has no text.
      if (text.trim() === '') continue;
      iterator.BoundingBox(WORD, place, place + 4, place + 8, place + 12);
      const [left = 0, top = 0, right = 0, bottom = 0] = new Int32Array(memory(), place, 4);
      seen.push({
        text,
        box: { x: left, y: top, w: right - left, h: bottom - top },
        // Whole percents: the bounds of second looks were measured with these.
        confidence: Math.floor(iterator.Confidence(WORD)) / 100,
        line,
      });
    } while (iterator.Next(WORD));
  } finally {
    engine._free(place);
    engine.destroy(iterator);
  }
  return seen;
}
