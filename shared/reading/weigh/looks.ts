// Prepares every sentence of a paper for the weights: its words, its neighbours, signals, guards and zone.
import type { Zone } from '../../model/finding.ts';
import { blockedRanges, isSetAside, isTakenBack, speaks } from '../guards.ts';
import type { SignalMatch } from '../matching.ts';
import type { Paper, Token as PaperToken } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import { isTabular, type Sentence } from '../sentences.ts';
import type { Sifted } from '../sieve/sieve.ts';
import { signalsOf } from '../signals.ts';
import type { Look } from './features.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One look for each sentence, in their order. */
export function looksOf(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  rules: CompiledRules,
): Look[] {
  const words = sentences.map((sentence) => tokensOf(sentence.match));
  const sifted = sentences.map((sentence) => rules.sieve.sift(sentence.match));
  const places = placesOf(sentences, zones);
  const beside = (index: number, step: number): readonly Token[] => {
    const other = sentences[index + step];
    return other !== undefined && other.paragraph === sentences[index]?.paragraph ? (words[index + step] ?? []) : [];
  };
  return sentences.map((sentence, index) => ({
    tokens: words[index] ?? [],
    before: beside(index, -1),
    after: beside(index, 1),
    zone: zones[sentence.line] ?? 'body',
    ...(isAside(zones[sentence.line])
      ? { signals: [], guards: ['aside'] }
      : spokenOf(paper, sentences, sifted, index, places[index] ?? [], rules)),
    isMute: isMute(sentences, sifted, index, zones[sentence.line], rules),
  }));
}

/**
 * Whether a sentence gives no ground whatever it says: it belongs to the taglines, tells a right among the rights, or is taken back by the next one. Of
 * 3,988 sentences that gave a ground in letters by many hands one was among these, a fragment of two words.
 */
function isMute(
  sentences: readonly Sentence[],
  sifted: readonly Sifted[],
  index: number,
  zone: Zone | undefined,
  rules: CompiledRules,
): boolean {
  if (zone === 'taglines' || isTakenBack(sentences, sifted, index, rules)) return true;
  return zone === 'rights' && speaks(rules.guards.rights, sentences[index]?.match ?? '', sifted[index]);
}

/** Rights and taglines give no grounds: their sentences are weighed by their words alone, or not at all, which keeps reading quick. */
function isAside(zone: Zone | undefined): boolean {
  return zone === 'rights' || zone === 'taglines';
}

/** The signals and guards that speak in a sentence; a sentence that is set aside as a whole has no signals. */
function spokenOf(
  paper: Paper,
  sentences: readonly Sentence[],
  allSifted: readonly Sifted[],
  index: number,
  places: readonly string[],
  rules: CompiledRules,
): Pick<Look, 'signals' | 'guards'> {
  const sentence = sentences[index];
  const sifted = allSifted[index];
  if (sentence === undefined || sifted === undefined) return { signals: [], guards: [...places] };
  const blocked = blockedRanges(sentence, sifted, rules);
  const aside = isSetAside(sentences, allSifted, index, rules);
  return {
    signals: aside ? [] : signalsOf(sentence, sifted, blocked, rules),
    guards: [...guardsOf(paper, sentence, sifted, blocked, aside, rules), ...places],
  };
}

/** The guards that speak in a sentence. */
function guardsOf(
  paper: Paper,
  sentence: Sentence,
  sifted: Sifted,
  blocked: readonly SignalMatch[],
  aside: boolean,
  rules: CompiledRules,
): string[] {
  const { guards } = rules;
  const { match } = sentence;
  const spoken: string[] = [];
  if (blocked.length > 0) spoken.push('blocked');
  if (blocked.some((range) => range.to - range.from > match.length * 0.8)) spoken.push('all-blocked');
  if (aside) spoken.push('set-aside');
  for (const name of ['overturned', 'earlier', 'reported', 'favorable', 'future', 'deny'] as const)
    if (speaks(guards[name], match, sifted)) spoken.push(name);
  if (guards.anaphor.test(match)) spoken.push('anaphor');
  if (speaks(guards.rights, match, sifted)) spoken.push('rights');
  if (speaks(guards.conditional, match, sifted)) spoken.push('conditional');
  if (isDefinition(paper, sentence) || guards.notGround.some((guard) => speaks(guard, match, sifted)))
    spoken.push('not-ground');
  const line = paper.lines[sentence.line];
  if (sentence.isColumn === true) spoken.push('column');
  else if (line !== undefined && isTabular(line)) spoken.push('tabular');
  return spoken;
}

/** Words of a term before its colon, at most. */
const TERM_WORDS = 5;
/** A title that tells of this letter's matter rather than of a term. */
const TITLE =
  /\b(?:reasons?|denial|denied|rationale|decision|basis|notes?|findings?|explanation|code|remarks?|why|status|result|outcome|determination|re|services?|requests?|requested|procedure|drug|item|comment|dates?|provider|issue|grounds?|lines?|claims?)\b/;
/** What tells of somebody, of something that was done, or of what is not so: no definition has it. Of the things it means it may say “without”. */
const OF_THIS_CASE =
  /\d|\$|\b(?:you|your|we|our|us|i|this|was|were|not|no|none|never|denied|did|has|have|had|lacks?|been|member|patient|claim)\b|(?<!\b(?:that|which|who|such)\b.*)\bwithout\b/;

/** "Step therapy: one drug is tried before another is covered." A term and its meaning in general: of 283 such sentences in letters by many hands three gave a ground. */
function isDefinition(paper: Paper, { match, parts }: Sentence): boolean {
  const at = parts.findIndex(({ strong }, index) => strong && index > 0);
  const meaning = parts[at];
  if (meaning === undefined || at > TERM_WORDS || !endsInColon(paper, parts[at - 1]?.token)) return false;
  return !TITLE.test(match.slice(0, meaning.at)) && !OF_THIS_CASE.test(match) && match.length - meaning.at > 25;
}

function endsInColon(paper: Paper, token: PaperToken | undefined): boolean {
  return token !== undefined && paper.pages[token.page]?.words[token.word]?.text.endsWith(':') === true;
}

const MARKER = /^(?:\(?[a-d1-9] |first |second |third |finally |also |in addition |another )/;

/** Where a sentence stands in the course of the letter: how far from its opening to its rights, in a list, near a word of refusal. */
function placesOf(sentences: readonly Sentence[], zones: readonly Zone[]): string[][] {
  const body = sentences.flatMap((sentence, index) =>
    ['determination', 'rationale', 'body'].includes(zones[sentence.line] ?? 'body') ? [index] : [],
  );
  const order = new Map(body.map((index, at) => [index, at]));
  return sentences.map((sentence, index) => {
    const at = order.get(index);
    const places: string[] = [];
    if (at !== undefined) places.push(`part-${Math.min(3, Math.floor((4 * at) / Math.max(1, body.length)))}`);
    if (MARKER.test(sentence.match)) places.push('listed');
    const before = [sentences[index - 1], sentences[index - 2]];
    if (before.some((other) => other !== undefined && DENIES.test(other.match))) places.push('after-refusal');
    const next = sentences[index + 1];
    if (next !== undefined && DENIES.test(next.match)) places.push('before-refusal');
    if (sentences[index - 1]?.paragraph !== sentence.paragraph) places.push('opens');
    return places;
  });
}

const DENIES =
  /\b(?:den(?:y|ied|ial)|not (?:be )?(?:approve|approved|pay|paid|payable|cover|covered|authorized|certified|allowed)|can not (?:approve|pay|cover|be)|unable to (?:approve|pay|cover|authorize)|declin\w*|refus\w*|turned down|uph[eo]ld|stands|no payment|for (?:that|this|these) reasons?)\b/;
