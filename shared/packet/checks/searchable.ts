// Check: the words of every exhibit page are found on it, and some phrases where they stand on the paper.
import type { PacketCheck } from '../../model/packet.ts';
import type { Page, Word } from '../../model/page.ts';
import type { PageBox } from '../../model/redaction.ts';
import { plainLetters } from '../redaction/letters.ts';
import { type Failure, outcome } from './outcome.ts';
import type { SeenFile } from './seen.ts';
import type { WrittenExhibitPage, WrittenPacket } from './written.ts';

const NAME = { id: 'searchable', name: 'The words of every page can be searched and copied' };

/** Words looked for on each page, and the share of them that must be there: signs beyond the basic plane are not written. */
const WORDS = 24;
const FOUND_SHARE = 0.8;
/** Shorter words stand everywhere. */
const LEAST_LETTERS = 4;
/** Phrases for a page of which places are compared, and words of each. */
const PHRASES = 3;
const PHRASE_WORDS = 3;

/** A phrase that is looked for, and where it must be: points from the top left of the page in the packet. */
export interface WantedPhrase {
  readonly packetPage: number;
  readonly text: string;
  readonly box: PageBox;
}

/** A phrase with the places where it was found. */
export interface FoundPhrase extends WantedPhrase {
  readonly places: readonly PageBox[];
}

/** The words of a paper's page that its page in the packet must say: without those that are blacked out. */
export type WordsOf = (page: WrittenExhibitPage) => readonly Word[];

/** Compares the texts of all pages with the words of the papers. Pages without any are told. `phrases` are those of `wantedPhrases`, looked for. */
export function checkSearchable(
  written: WrittenPacket,
  seen: SeenFile,
  wordsOf: WordsOf,
  phrases: readonly FoundPhrase[],
): PacketCheck {
  const silent: string[] = [];
  const failures = written.exhibitPages.flatMap((page): readonly Failure[] => {
    const { packetPage } = page;
    const words = sampleOf(wordsOf(page).map(({ text }) => text));
    if (words.length === 0) {
      silent.push(written.stamps[packetPage - 1] ?? String(packetPage));
      return [];
    }
    const text = plainLetters(seen.pages[packetPage - 1]?.text ?? '');
    const found = words.filter((word) => text.includes(word) || text.includes(backwards(word)));
    return found.length >= words.length * FOUND_SHARE
      ? []
      : [{ says: `the words of page ${packetPage} are not found on it`, page: packetPage }];
  });
  const lost = new Set(failures.map(({ page }) => page));
  const moved = movedPages(phrases)
    .filter((page) => !lost.has(page))
    .map((page) => ({ says: `phrases of page ${page} are not found at their places`, page }));
  return outcome(NAME, [...failures, ...moved], silentNote(silent));
}

/** Some phrases of a page that are easy to look for, from all over it. `size` is the part of the packet's page that shows the paper, in points. */
export function wantedPhrases(
  packetPage: number,
  page: Pick<Page, 'widthPt' | 'heightPt'>,
  words: readonly Word[],
  size: { readonly widthPt: number; readonly heightPt: number },
): readonly WantedPhrase[] {
  const [sx, sy] = [size.widthPt / page.widthPt, size.heightPt / page.heightPt];
  const starts = words.flatMap((_, index) => (isPhrase(words.slice(index, index + PHRASE_WORDS)) ? [index] : []));
  const chosen = new Set(
    Array.from({ length: PHRASES }, (_, at) => starts[Math.floor(((at + 0.5) / PHRASES) * starts.length)]),
  );
  return [...chosen].flatMap((start) => {
    if (start === undefined) return [];
    const own = words.slice(start, start + PHRASE_WORDS);
    const left = Math.min(...own.map(({ x }) => x));
    const top = Math.min(...own.map(({ y }) => y));
    const right = Math.max(...own.map(({ x, w }) => x + w));
    const bottom = Math.max(...own.map(({ y, h }) => y + h));
    const box = { x: left * sx, y: top * sy, w: (right - left) * sx, h: (bottom - top) * sy };
    return [{ packetPage, text: own.map(({ text }) => text).join(' '), box }];
  });
}

/** Plain words side by side in one line: hyphens, accents and signs are read in more than one way. */
function isPhrase(words: readonly Word[]): boolean {
  return (
    words.length === PHRASE_WORDS &&
    words.every(({ text, line }) => line === words[0]?.line && /^[A-Za-z]{2,}$/.test(text)) &&
    words.every(({ x }, index) => index === 0 || x > (words[index - 1]?.x ?? 0))
  );
}

/** Some words in plain letters, from all over the page; short ones only where there are no others. */
function sampleOf(texts: readonly string[]): readonly string[] {
  const long = texts.filter((text) => text.length >= LEAST_LETTERS);
  const all = long.length > 0 ? long : texts;
  const step = Math.max(1, all.length / WORDS);
  const chosen = Array.from({ length: Math.min(WORDS, all.length) }, (_, index) => all[Math.floor(index * step)] ?? '');
  return chosen.map(plainLetters).filter((word) => word !== '');
}

/** Readers put words that run from right to left in one order or the other. */
function backwards(word: string): string {
  return [...word].reverse().join('');
}

/** Two boxes share a quarter of the smaller one. */
function meet(a: PageBox, b: PageBox): boolean {
  const across = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return across > 0 && down > 0 && across * down >= 0.25 * Math.min(a.w * a.h, b.w * b.h);
}

/** Pages of which most phrases are not where they should be. One may be: in lines that slope, readers take words for lines of their own. */
function movedPages(phrases: readonly FoundPhrase[]): readonly number[] {
  const pages = new Map<number, { asked: number; moved: number }>();
  for (const { packetPage, box, places } of phrases) {
    const { asked, moved } = pages.get(packetPage) ?? { asked: 0, moved: 0 };
    const isThere = places.some((place) => meet(place, box));
    pages.set(packetPage, { asked: asked + 1, moved: moved + (isThere ? 0 : 1) });
  }
  return [...pages].filter(([, { asked, moved }]) => moved * 2 > asked).map(([page]) => page);
}

/** Stamps told in the note. */
const TOLD = 12;

function silentNote(stamps: readonly string[]): string {
  if (stamps.length === 0) return '';
  const more = stamps.length > TOLD ? ` and ${stamps.length - TOLD} more` : '';
  const which = `${stamps.slice(0, TOLD).join(', ')}${more}`;
  return stamps.length === 1
    ? `Page ${which} has no words, as a photo has none.`
    : `Pages ${which} have no words, as photos have none.`;
}
