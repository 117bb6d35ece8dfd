// The reading models in resources/ocr: English twice, a quick one and a better one, Spanish, and whatever languages somebody put beside them.
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** A model, or several of one folder read together. */
export interface OcrModel {
  readonly dir: string;
  /** Tesseract's names of its languages, joined by plus signs. */
  readonly languages: string;
  /** Its file is compressed (`.traineddata.gz`). */
  readonly isPacked: boolean;
}

export interface OcrModels {
  /** English, for the first reading of every page. */
  readonly quick: OcrModel;
  /** English with fewer errors, for 1.4 times the work (docs/measurements.md). */
  readonly better: OcrModel;
  readonly spanish: OcrModel;
  /** Further languages, by their names. */
  readonly others: readonly OcrModel[];
}

/** Tesseract's names: `fra`, `chi_sim`, `srp_latn`. */
const LANGUAGE = '[a-z]{3}(?:_[a-z]+)*';
const FILE = new RegExp(`^(${LANGUAGE})\\.traineddata(\\.gz)?$`);
const LANGUAGES = new RegExp(`^${LANGUAGE}(?:\\+${LANGUAGE})*$`);

/** Those that come with the app, and data that is no language. */
const KNOWN = new Set(['eng', 'spa', 'osd', 'equ']);

/** The models below `resourcesDir`. */
export function ocrModels(resourcesDir: string): OcrModels {
  const dir = join(resourcesDir, 'ocr');
  const others = new Map<string, OcrModel>();
  for (const name of readdirSync(dir).sort()) {
    const [, languages, packed] = FILE.exec(name) ?? [];
    if (languages === undefined || KNOWN.has(languages) || others.has(languages)) continue;
    if (!looksLikeModel(join(dir, name))) continue;
    others.set(languages, { dir, languages, isPacked: packed !== undefined });
  }
  return {
    quick: { dir, languages: 'eng', isPacked: false },
    better: { dir: join(dir, 'better'), languages: 'eng', isPacked: false },
    spanish: { dir, languages: 'spa', isPacked: false },
    others: [...others.values()],
  };
}

/** The model for languages somebody names (`fra`, `spa+eng`); undefined when there is none. */
export function namedModel(resourcesDir: string, languages: string): OcrModel | undefined {
  if (!LANGUAGES.test(languages)) return undefined;
  const dir = join(resourcesDir, 'ocr');
  const all = (end: string) =>
    languages.split('+').every((name) => looksLikeModel(join(dir, `${name}.traineddata${end}`)));
  if (all('')) return { dir, languages, isPacked: false };
  return all('.gz') ? { dir, languages, isPacked: true } : undefined;
}

/** Parts of a model at most; those of today have two dozen. */
const MOST_PARTS = 64;

/**
 * True for a file that begins as a model does, with the number of its parts in four bytes, lowest first (tesseract's tessdatamanager.cpp), or as a
 * compressed file. The engine takes this process down with it when it is given anything else.
 */
function looksLikeModel(path: string): boolean {
  if (!existsSync(path)) return false;
  const start = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, start) < 4) return false;
  } finally {
    closeSync(file);
  }
  const parts = start.readUInt32LE();
  return (parts > 0 && parts <= MOST_PARTS) || start.readUInt16BE() === 0x1f8b;
}
