// `--language`: the languages scans are read in, as the data in resources/ocr names them.
import { InvalidArgumentError } from 'commander';
import { nodePlatform } from '../hosts/node-platform.ts';
import { namedModel } from '../readers/ocr-models.ts';

export interface LanguageOptions {
  /** Tesseract's names, joined by plus signs: `fra`, `spa+eng`. */
  readonly language?: string;
}

/** The value of `--language`. Throws commander's InvalidArgumentError where the data of a language isn't there. */
export function parseLanguage(value: string): string {
  if (namedModel(nodePlatform().resourcesDir, value) !== undefined) return value;
  throw new InvalidArgumentError(
    `There is no “${value}” to read in: eng and spa come with the app; put the .traineddata files of others into resources/ocr (see README).`,
  );
}
