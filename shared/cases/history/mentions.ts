// Where a page names treatments.
import type { Page } from '../../model/page.ts';
import { foldWord } from '../../text/normalize.ts';
import { bare, type Entry, type Lexicon, namesFrom } from './lexicon.ts';

/** Words `from` (inclusive) to `to` (exclusive) of a page that name a treatment. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** The end of the name itself, where a second name in brackets follows. */
  readonly nameTo: number;
  readonly entry: Entry;
  /** A code named it. */
  readonly byCode: boolean;
}

/** The treatments named between two words, in order. A second name of the same treatment right behind the first belongs to it. */
export function mentionsIn(page: Page, from: number, to: number, lexicon: Lexicon, codes = false): Mention[] {
  const found: Mention[] = [];
  for (let at = from; at < to; ) {
    const mention = mentionAt(page, at, to, lexicon) ?? (codes ? codeAt(page, at, lexicon) : undefined);
    if (mention === undefined) {
      at += 1;
      continue;
    }
    const before = found.at(-1);
    if (before !== undefined && before.entry.key === mention.entry.key && mention.from - before.to <= 1) {
      found[found.length - 1] = before.byCode && !mention.byCode ? mention : { ...before, to: mention.to };
    } else found.push(mention);
    at = mention.to;
  }
  return withoutGeneric(found);
}

function mentionAt(page: Page, at: number, to: number, lexicon: Lexicon): Mention | undefined {
  const raw = page.words[at]!.text;
  const first = bare(foldWord(raw));
  if (first.length < 2) return undefined;
  for (const name of namesFrom(lexicon, first.toLowerCase())) {
    const end = at + name.words.length;
    if (end > to) continue;
    const fits = name.words.every((word, step) => step === 0 || wordAt(page, at + step) === word);
    if (!fits || (name.exact !== undefined && !inCapitals(page, at, name.exact))) continue;
    // a full stop, bracket or colon inside the words ends the name
    if (Array.from({ length: name.words.length - 1 }, (_, step) => page.words[at + step]!.text).some(endsName))
      continue;
    const nameTo = withForm(page, end, to, lexicon);
    return { from: at, to: nameTo, nameTo, entry: name.entry, byCode: false };
  }
  return undefined;
}

function endsName(word: string): boolean {
  return /[.;:)\]]$/.test(word);
}

function wordAt(page: Page, at: number): string {
  return bare(foldWord(page.words[at]?.text ?? '')).toLowerCase();
}

function inCapitals(page: Page, at: number, exact: readonly string[]): boolean {
  const fits = exact.every((word, step) => bare(foldWord(page.words[at + step]?.text ?? '')) === bare(word));
  // where everything is in capitals, an abbreviation is as likely to be something else (“PT” for patient)
  const line = page.words[at]!.line;
  const around = page.words.slice(Math.max(0, at - 6), at + 7).filter((word) => word.line === line);
  const shouting = around.filter((word) => /\p{Lu}{3}/u.test(word.text)).length;
  return fits && (shouting <= 2 || around.some((word) => /\p{Ll}{2}/u.test(word.text)));
}

/** “XR” and the like belong to the name. */
function withForm(page: Page, end: number, to: number, lexicon: Lexicon): number {
  if (end >= to || /[,;:.)]$/.test(page.words[end - 1]!.text)) return end;
  const one = bare(page.words[end]!.text).toLowerCase();
  if (lexicon.forms.has(one)) return end + 1;
  return end + 1 < to && lexicon.forms.has(`${one} ${wordAt(page, end + 1)}`) ? end + 2 : end;
}

function codeAt(page: Page, at: number, lexicon: Lexicon): Mention | undefined {
  const code = /^[A-Z]?\d{4,5}/.exec(bare(page.words[at]!.text).toUpperCase())?.[0];
  const entry = code === undefined ? undefined : lexicon.codes.get(code);
  return entry && { from: at, to: at + 1, nameTo: at + 1, entry, byCode: true };
}

/** “Psychotherapy: CBT …”, “ketamine infusion”: the kind of care gives way to the exact name close by. */
function withoutGeneric(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, at) => {
    if (!mention.entry.generic) return true;
    return ![mentions[at - 1], mentions[at + 1]].some(
      (other) =>
        other !== undefined &&
        !other.entry.generic &&
        canStandFor(mention.entry, other.entry) &&
        Math.max(other.from - mention.to, mention.from - other.to) <= 3,
    );
  });
}

/** The groups of care a general word may mean. */
export function canStandFor(general: Entry, exact: Entry): boolean {
  if (general.groupId === 'infusion') return exact.kind === 'drug';
  return general.groupId === `${exact.groupId}-any`;
}
