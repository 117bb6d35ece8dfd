// How long guessing a passphrase would take, in plain words.
import { DEFAULT_KDF } from '../../shared/vault-format/header.ts';

/**
 * Tries a second that are assumed. One try costs 256 MiB of memory filled three times over, some 2.4 GB of reading and writing: a large graphics card
 * moves about 1,000 GB a second, so it makes some 400 tries a second, and this is what about 250 of them do.
 */
export const TRIES_PER_SECOND = 100_000;

/** The assumption behind the times, for whoever wants to know. */
export const ASSUMPTION = `Counted for someone who holds a copy of the vault and makes ${TRIES_PER_SECOND.toLocaleString('en-US')} tries a second: the work of about 250 large graphics cards, since each try takes ${DEFAULT_KDF.memoryKiB / 1024} MB of memory, ${DEFAULT_KDF.passes} times over (Argon2id).`;

const DAY_S = 86_400;
const YEAR_S = 365.25 * DAY_S;

/** Levels with the time below which they hold, in seconds. */
const LEVELS = [
  { word: 'Very weak', below: DAY_S, percent: 15, tone: 'bad' },
  { word: 'Weak', below: YEAR_S, percent: 35, tone: 'bad' },
  { word: 'Fair', below: 100 * YEAR_S, percent: 60, tone: 'fair' },
  { word: 'Good', below: 100_000 * YEAR_S, percent: 80, tone: 'good' },
  { word: 'Strong', below: Number.POSITIVE_INFINITY, percent: 100, tone: 'good' },
] as const;

export interface StrengthWords {
  /** “Weak”. */
  readonly level: (typeof LEVELS)[number]['word'];
  readonly tone: 'bad' | 'fair' | 'good';
  /** 0 to 100, for a bar. */
  readonly percent: number;
  /** “Guessing it would take about 3 hours.” */
  readonly sentence: string;
}

/** Words for a number of guesses after which a passphrase would surely be found; on average it takes half of them. */
export function strengthWords(guesses: number): StrengthWords {
  const seconds = guesses / 2 / TRIES_PER_SECOND;
  const level = LEVELS.find(({ below }) => seconds < below) ?? LEVELS[4];
  return {
    level: level.word,
    tone: level.tone,
    percent: level.percent,
    sentence: `Guessing it would take ${durationWords(seconds)}.`,
  };
}

/** Largest first: the unit, its length in seconds, and its name. */
const UNITS = [
  [1e6 * YEAR_S, 'million years', 'million years'],
  [1e3 * YEAR_S, 'thousand years', 'thousand years'],
  [YEAR_S, 'year', 'years'],
  [30.44 * DAY_S, 'month', 'months'],
  [DAY_S, 'day', 'days'],
  [3600, 'hour', 'hours'],
  [60, 'minute', 'minutes'],
  [1, 'second', 'seconds'],
] as const;

/** A time in its largest unit: “about 3 hours”. */
function durationWords(seconds: number): string {
  if (seconds >= 1e9 * YEAR_S) return 'more than a billion years';
  const unit = UNITS.find(([length]) => seconds >= length);
  if (unit === undefined) return 'less than a second';
  const amount = Math.round(seconds / unit[0]);
  return `about ${amount} ${amount === 1 ? unit[1] : unit[2]}`;
}
