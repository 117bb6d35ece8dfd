// The one door to the optical reading engine (tesseract.js): a grey picture in, words with boxes in its pixels out.
import { createWorker, type PSM, type Worker } from 'tesseract.js';
import type { Box } from './geometry.ts';
import { type Grey, toPgm } from './grey.ts';
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
 * Tesseract's page segmentation modes: 3 finds columns, 4 takes lines of any size right across, 7 one line.
 * Measured: mode 3 tears tables apart by column and loses some of their cells, mode 4 scrambles columns of text.
 */
const SEGMENTATION: Readonly<Record<Layout, string>> = { columns: '3', across: '4', line: '7' };

export interface OcrEngine {
  /** Reads a picture of `dpi` pixels per inch. */
  recognise(image: Grey, dpi: number, layout: Layout): Promise<readonly SeenWord[]>;
  /** Gives its memory back; it reads no more. */
  end(): Promise<void>;
}

/** Value of tesseract.js' OEM.LSTM_ONLY. */
const LSTM_ONLY = 1;

/**
 * Starts the engine with a model. Nothing is fetched and nothing is written: the model is a local file and the engine's cache is off.
 * Throws when the file is missing or no model.
 */
export async function startOcrEngine({ dir, languages, isPacked }: OcrModel): Promise<OcrEngine> {
  const failed = Promise.withResolvers<never>();
  const starting = createWorker(languages, LSTM_ONLY, {
    langPath: dir,
    cacheMethod: 'none',
    gzip: isPacked,
    logger: () => undefined,
    // A start that fails is told here alone. Later failures reach us as rejections of the call; without a handler the library would throw them a second time.
    errorHandler: (cause: unknown) => failed.reject(new Error(String(cause))),
  });
  const worker = await Promise.race([starting, failed.promise]);
  failed.promise.catch(() => undefined);
  let current = '';
  return {
    async recognise(image, dpi, layout) {
      const parameters = {
        user_defined_dpi: String(Math.round(Math.min(Math.max(dpi, 70), 2400))),
        // The library's type is an enum that exists only at run time.
        tessedit_pageseg_mode: SEGMENTATION[layout] as PSM,
      };
      const wanted = JSON.stringify(parameters);
      if (wanted !== current) await worker.setParameters(parameters);
      current = wanted;
      return seenWords(await recogniseBlocks(worker, image));
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

type Blocks = NonNullable<Awaited<ReturnType<Worker['recognize']>>['data']['blocks']>;

async function recogniseBlocks(worker: Worker, image: Grey): Promise<Blocks> {
  const result = await worker.recognize(Buffer.from(toPgm(image).buffer), {}, { text: false, blocks: true });
  return result.data.blocks ?? [];
}

function seenWords(blocks: Blocks): SeenWord[] {
  const seen: SeenWord[] = [];
  let line = 0;
  for (const block of blocks) {
    for (const paragraph of block.paragraphs) {
      for (const textLine of paragraph.lines) {
        for (const word of textLine.words) {
          const { x0, y0, x1, y1 } = word.bbox;
          seen.push({
            text: word.text,
            box: { x: x0, y: y0, w: x1 - x0, h: y1 - y0 },
            confidence: word.confidence / 100,
            line,
          });
        }
        line += 1;
      }
    }
  }
  return seen;
}
