// The reason the note of a line gives, by its words and by its number.
import type { ReasonFinding } from '../../model/finding.ts';
import { ReasonId } from '../../model/vocabulary.ts';
import { clauseTokens } from '../clauses.ts';
import { type Paper, proofOfTokens } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import type { Sentence } from '../sentences.ts';
import { type SentenceWeight, spanOf } from '../weigh/weighed.ts';
import { type LegendEntry, wordText } from './legend.ts';
import { keyOf } from './marks.ts';
import type { UsedCode } from './used-codes.ts';

/** What a note says when it refuses nothing: cost sharing, discounts, thanks. */
const COST_SHARE =
  /\b(?:deductible|coinsurance|copay\w*|discount|savings|member rate|network rate|contracted rate|paid (?:at|in full|to you)|thank)\b/;

/** Share of probability, among the reasons alone, from which a note of a denied line is taken to say its likeliest reason. */
const LEADS = 0.35;

/** The reason a legend entry gives. The number's own meaning wins where the number is a standard one; the payer's own marks are read by their words. */
export function byLegend(
  paper: Paper,
  sentences: readonly Sentence[],
  entry: LegendEntry,
  code: UsedCode,
  known: ReasonId | undefined,
  weights: readonly SentenceWeight[],
  rules: CompiledRules,
): ReasonFinding | undefined {
  const standard = rules.source.codes.carc[code.code];
  const said = likeliest(entry, weights);
  const words = entry.sentences.map((at) => sentences[at]?.match ?? '').join(' ');
  const isOwn = code.system === 'own';
  if (!isOwn && known === undefined && code.system === 'carc' && standard !== undefined) return undefined;
  const fromWords = said === undefined || (COST_SHARE.test(words) && said.none > 0.5) ? undefined : said.reason;
  const reason = isOwn ? (fromWords ?? standard?.reason) : (known ?? fromWords);
  if (reason === undefined) return undefined;
  const index = said?.reason === reason ? said.sentence : entry.sentences[0];
  const sentence = index === undefined ? undefined : sentences[index];
  if (sentence === undefined) return undefined;
  const proof = proofOfTokens(
    paper.pages,
    clauseTokens(sentence, spanOf(sentence, reason, rules.model)).filter(
      (token) => keyOf(wordText(paper, token.page, token.word)) !== entry.key,
    ),
  );
  if (proof === undefined) return undefined;
  const confidence = said?.reason === reason ? Math.min(0.97, 0.6 + 0.4 * said.share) : 0.75;
  return {
    reason,
    proof,
    confidence: Math.round(confidence * 100) / 100,
    why: [
      `note ${code.code} stands on a line`,
      ...(said?.reason === reason ? [`its words weigh towards it: ${said.words.join(', ')}`] : []),
    ],
  };
}

interface Said {
  readonly reason: ReasonId;
  readonly sentence: number;
  readonly share: number;
  readonly none: number;
  readonly words: readonly string[];
}

/** The likeliest reason of an entry's sentences, given that the line it belongs to was refused. */
function likeliest(entry: LegendEntry, weights: readonly SentenceWeight[]): Said | undefined {
  const said = entry.sentences.flatMap((sentence) => {
    const weight = weights[sentence];
    if (weight === undefined) return [];
    const most = Math.max(...weight.together);
    const reason = ReasonId.options[weight.together.indexOf(most)];
    if (reason === undefined) return [];
    const share = most / Math.max(1e-9, 1 - weight.none);
    return [{ reason, sentence, share, none: weight.none, words: weight.words(reason) }];
  });
  said.sort((a, b) => b.share * (1 - b.none) - a.share * (1 - a.none));
  const best = said[0];
  return best !== undefined && best.share >= LEADS ? best : undefined;
}
