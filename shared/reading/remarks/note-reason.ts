// The reason the note of a line gives, by its words and by its number.
import type { ReasonFinding } from '../../model/finding.ts';
import { ReasonId } from '../../model/vocabulary.ts';
import { clauseTokens } from '../clauses.ts';
import { type Paper, proofOfTokens } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import type { Sentence } from '../sentences.ts';
import { type SentenceWeights, spanOf } from '../weigh/weighed.ts';
import { type LegendEntry, wordText } from './legend.ts';
import { keyOf } from './marks.ts';
import type { RowNote } from './under-lines.ts';
import type { UsedCode } from './used-codes.ts';

/** What a note says when it refuses nothing: cost sharing, discounts, thanks. */
const COST_SHARE =
  /\b(?:deductible|coinsurance|copay\w*|discount|savings|member rate|network rate|contracted rate|paid (?:at|in full|to you)|thank)\b|\b(?:plan|we) pays? \d+%/;

/** A note by which nothing is decided: "This charge is on hold until July 15". */
const UNDECIDED =
  /^(?!.*\b(?:rejected|(?<!\bnot (?:been )?)(?:denied|refused)|not paid|not covered|closed)\b).*\b(?:pend(?:ed|ing)|in process|being processed|on hold|(?:in|under) review|no decision|not (?:yet )?decided)\b(?! no longer)/;
/** Of a line that was not refused: it was paid. */
const AT_NO_COST = /\bno (?:cost|charge) to you\b/;

/** A note that no longer holds: "No prior authorization. (withdrawn)", "printed in error". */
const WITHDRAWN = /\b(?:withdrawn|(?:shown|printed|listed|used|put here) (?:\S+ ){0,3}(?:in error|by mistake))\b/;
/** What was paid, beside why no more was. */
const WAS_PAID = /^(?:we|plan|the plan) paid (?:\S+ )?\$?[\d,]*\.\d\d$/;

/** Who bears an amount, beside why it is not paid. */
const WHO_BEARS =
  /\b(?:(?:can|may|must|should) not (?:charge|bill|collect)|you (?:do|did) not (?:have to|need to|owe|pay)|not yours|you (?:did not sign|signed) (?:a|an|no|any)|the rest is yours|if you (?:did pay|(?:have |already )?paid)|money back)\b/;
/** "32 CFR 199.4(g)(15)", "See Clinical Bulletin 0611": where it is written, not what. */
const CITATION = /^(?:see )?(?:[a-z.]+ ){0,3}[\d.][\da-z.]*(?: [a-z\d.]{1,12}){0,2}$/;
/** A price both sides agreed on cuts the charge and refuses nothing. */
const AGREED =
  /\b(?:agreed|contract(?:ed|ual)?|participating|network (?:provider|discount|price|rate)|(?<!\bwe )accepts?|written off|write off|negotiated|(?:can|may) not be (?:charged|billed) to you)\b/;
const NOT_AGREED =
  /\b(?:no|not|non|without|never|nor|out of)\b(?: \w+){0,4} (?:agreed|contract(?:ed|ual)?|participating|network|accepts?)\b|\ballowable or contracted\b/;

/** Codes whose reason only words tell: general ones, and a cut of price, which by contract is none. */
const LEFT_TO_WORDS = new Set(['16', '45', '96', 'A1']);
/** Codes that only say that something is not covered: a note that clearly says why tells more. */
const BROAD = new Set(['96', '204']);
/** Share from which a note says its reason clearly. */
const LOUD = 0.6;
/** Words below which a note says nothing: "See above." */
const LEAST_WORDS = 4;
const DATED = /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|\d+)\b/g;
/** Probability of any ground below which a note under a refused row is not heard. */
const SAYS_LITTLE = 0.04;
/** Share of probability, among the reasons alone, from which a note of a refused line is taken to say its likeliest reason. */
const LEADS = 0.35;
/** Share below which a note says its reason so vaguely that a mark which is a national code tells more: many payers mark their notes with these. */
const VAGUE = 0.5;

/** "(CARC 97, RARC M15)", "[CARC 40]", "Remark 4, N519", "(197)" at the end: the national code a payer's own note names. */
const NAMED = [
  /\bcarcs?[\s:#-]*([0-9]{1,3}|[ABPW][0-9]{1,2})\b/i,
  /\b(?:CO|PR|OA|PI)[\s-]?([0-9]{1,3}|[ABPW][0-9]{1,2})\b(?![.,]\d)/,
  /\b(?:remarks?|reason|adjustment)(?: codes?)? ([0-9]{1,3}|[ABPW][0-9]{1,2})\b(?![.,/-]\d|%)/i,
  /(?:^|\s)[([]([0-9]{2,3}|[ABPW][0-9]{1,2})[)\]]\W*$/,
];

/** The reason of the national code an entry names; none for codes that leave the reason to words. */
function namedReason(
  paper: Paper,
  sentences: readonly Sentence[],
  entry: LegendEntry,
  rules: CompiledRules,
): ReasonId | undefined {
  const text = entry.sentences
    .flatMap((at) => sentences[at]?.parts ?? [])
    .map(({ token }) => wordText(paper, token.page, token.word))
    .join(' ');
  for (const pattern of NAMED) {
    const code = pattern.exec(text)?.[1];
    if (code !== undefined && code !== entry.key)
      return LEFT_TO_WORDS.has(code) ? undefined : rules.source.codes.carc[code]?.reason;
  }
  return undefined;
}

/**
 * The reason a legend gives for a mark, by the one of the entries `told` of it that most says a ground (text set in columns is told by its lines and by
 * itself). The number's own meaning wins where the number is a standard one; the payer's own marks are read by their words.
 */
export function byLegend(
  paper: Paper,
  sentences: readonly Sentence[],
  told: readonly LegendEntry[],
  code: UsedCode,
  known: ReasonId | undefined,
  weights: SentenceWeights,
  rules: CompiledRules,
): ReasonFinding | undefined {
  const entry = surest(told, weights);
  if (entry === undefined) return undefined;
  const standard = rules.source.codes.carc[code.code];
  const words = entry.sentences.map((at) => sentences[at]?.match ?? '').join(' ');
  if (UNDECIDED.test(words) || WITHDRAWN.test(words) || (code.row !== 'refused' && AT_NO_COST.test(words)))
    return undefined;
  const said = likeliest(whyAmong(entry.sentences, sentences, weights), weights);
  const isOwn = code.system === 'own';
  if (!isOwn && known === undefined && code.system === 'carc' && standard !== undefined) return undefined;
  const isQuiet = said === undefined || (said.none > 0.5 && (COST_SHARE.test(words) || (isOwn && code.row === 'paid')));
  const byStandard = LEFT_TO_WORDS.has(code.code) ? undefined : standard?.reason;
  const isVague = isOwn && byStandard !== undefined && said !== undefined && said.share < VAGUE;
  const fromWords = isQuiet ? undefined : isVague ? byStandard : said.reason;
  const isBroad =
    (code.system === 'rarc' || BROAD.has(code.code)) && fromWords !== undefined && (said?.share ?? 0) >= LOUD;
  const named = isOwn ? told.flatMap((one) => namedReason(paper, sentences, one, rules) ?? [])[0] : undefined;
  const reason = isOwn
    ? (named ?? fromWords ?? (code.row === 'paid' ? undefined : byStandard))
    : ((isBroad ? undefined : known) ?? fromWords);
  if (reason === undefined || isAgreedPrice(reason, words)) return undefined;
  return noteFinding(paper, sentences, entry, reason, said, weights, rules, `note ${code.code} stands on a line`);
}

/** The entry of which some sentence most says a ground; of equal ones the last. */
function surest(told: readonly LegendEntry[], weights: SentenceWeights): LegendEntry | undefined {
  const groundOf = (entry: LegendEntry): number =>
    Math.max(0, ...entry.sentences.map((at) => weights[at]?.ground ?? 0));
  return told.reduce<LegendEntry | undefined>(
    (best, entry) => (best === undefined || groundOf(entry) >= groundOf(best) ? entry : best),
    undefined,
  );
}

/** Guards of a sentence that says what was not the reason. */
const SAYS_ELSE = new Set(['not-ground', 'all-blocked']);

/** The sentences of a note that may say why: those on who bears the amount only where there are no others. */
function whyAmong(of: readonly number[], sentences: readonly Sentence[], weights: SentenceWeights): readonly number[] {
  const why = of.filter((at) => {
    const words = sentences[at]?.match ?? '';
    return (
      !WHO_BEARS.test(words) &&
      !CITATION.test(words) &&
      !WITHDRAWN.test(words) &&
      !WAS_PAID.test(words) &&
      !(weights[at]?.guards ?? []).some((guard) => SAYS_ELSE.has(guard))
    );
  });
  return why.length > 0 ? why : of;
}

function isAgreedPrice(reason: ReasonId, words: string): boolean {
  return reason === 'allowed-amount' && AGREED.test(words) && !NOT_AGREED.test(words);
}

/** The reason the words under a refused row say. */
export function byNoteUnderRow(
  paper: Paper,
  sentences: readonly Sentence[],
  note: RowNote,
  weights: SentenceWeights,
  rules: CompiledRules,
): ReasonFinding | undefined {
  const words = note.sentences.map((at) => sentences[at]?.match ?? '').join(' ');
  const said = likeliest(whyAmong(note.sentences, sentences, weights), weights);
  if (said === undefined || words.replace(DATED, '').trim().split(/\s+/).length < LEAST_WORDS) return undefined;
  if ([words, sentences[said.sentence]?.match ?? ''].some((part) => isAgreedPrice(said.reason, part))) return undefined;
  const least = note.row === 'refused' ? SAYS_LITTLE : 0.5;
  if (1 - said.none < least || (said.none > 0.5 && COST_SHARE.test(words))) return undefined;
  const entry = { key: '', sentences: note.sentences };
  return noteFinding(
    paper,
    sentences,
    entry,
    said.reason,
    said,
    weights,
    rules,
    'stands under a line that was not paid',
  );
}

function noteFinding(
  paper: Paper,
  sentences: readonly Sentence[],
  entry: LegendEntry,
  reason: ReasonId,
  said: Said | undefined,
  weights: SentenceWeights,
  rules: CompiledRules,
  why: string,
): ReasonFinding | undefined {
  const index = sentenceFor(entry, reason, said, weights);
  const sentence = index === undefined ? undefined : sentences[index];
  if (sentence === undefined) return undefined;
  const proof = proofOfTokens(
    paper.pages,
    clauseTokens(sentence, spanOf(sentence, reason, rules.model)).filter(
      (token) => entry.key === '' || keyOf(wordText(paper, token.page, token.word)) !== entry.key,
    ),
  );
  if (proof === undefined) return undefined;
  const confidence = said?.reason === reason ? Math.min(0.97, 0.6 + 0.4 * said.share) : 0.75;
  return {
    reason,
    proof,
    confidence: Math.round(confidence * 100) / 100,
    why: [why, ...(said?.reason === reason ? [`its words weigh towards it: ${said.words.join(', ')}`] : [])],
  };
}

/** The sentence of an entry that says a reason best. */
function sentenceFor(
  entry: LegendEntry,
  reason: ReasonId,
  said: Said | undefined,
  weights: SentenceWeights,
): number | undefined {
  if (said?.reason === reason) return said.sentence;
  const at = ReasonId.options.indexOf(reason);
  const ranked = [...entry.sentences].sort((a, b) => (weights[b]?.together[at] ?? 0) - (weights[a]?.together[at] ?? 0));
  return ranked[0];
}

interface Said {
  readonly reason: ReasonId;
  readonly sentence: number;
  readonly share: number;
  readonly none: number;
  readonly words: readonly string[];
}

/** Weight of a sentence that seems to give no ground: of a note that belongs to a refused row some sentence does. */
const HEARD = 0.05;

/** The likeliest reason of a note's sentences, given that the line it belongs to was refused: both ways of asking, over all sentences of the note. */
function likeliest(of: readonly number[], weights: SentenceWeights): Said | undefined {
  const spoken = of.flatMap((index) => weights[index] ?? []);
  let total = 0;
  const parts = spoken.map((weight) => {
    const ground = HEARD + (1 - weight.none + weight.ground) / 2;
    total += ground;
    return ReasonId.options.map((_, at) => {
      const together = (weight.together[at] ?? 0) / Math.max(1e-9, 1 - weight.none);
      return (ground * (Math.min(1, together) + (weight.given[at] ?? 0))) / 2;
    });
  });
  const shares = ReasonId.options.map((_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0));
  const most = Math.max(...shares);
  const at = shares.indexOf(most);
  const reason = ReasonId.options[at];
  if (reason === undefined || total === 0 || most / total < LEADS) return undefined;
  const best = spoken.reduce(
    (one, other, which) =>
      (parts[which]?.[at] ?? 0) > one.value ? { value: parts[which]?.[at] ?? 0, weight: other } : one,
    { value: -1, weight: spoken[0] },
  ).weight;
  if (best === undefined) return undefined;
  const none = Math.min(...spoken.map((weight) => weight.none));
  return { reason, sentence: best.index, share: most / total, none, words: best.words(reason) };
}
