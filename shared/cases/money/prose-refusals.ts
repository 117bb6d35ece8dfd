// Amounts that a letter says in sentences it does not pay.
import type { Proof } from '../../model/finding.ts';
import { flowOf, type Line, type Paper, proofOf } from '../../reading/paper.ts';
import { amountsIn } from './cents.ts';

export interface SaidRefused {
  readonly cents: number;
  readonly label: string;
  readonly proof: Proof;
}

const REFUSES =
  /\b(?:not|cannot|can't|won't|unable to|never) (?:be |been |able to )?(?:pay(?:ing|able)?|paid|cover(?:ed|ing)?|allow(?:ed)?|approv(?:e|ed|ing))\b|\bden(?:y|ied|ying|ial)\b|\brefus\w+|\bdeclin\w+|\bnon-?covered\b|\bnot (?:a |an )?covered\b|\bstays? (?:yours|with you)\b|\bwill pay (?:nothing|\$0)/;
const OTHERWISE =
  /\b(?:if|limit|maximum|fee|penalty|copay\w*|deductible|income|already paid|payment of|we (?:have )?paid|fine of|up to|minimum)\b/;
/** A sentence is looked back over this many characters. */
const REACH = 260;

/** The amount a letter's sentences refuse; none where they name several, or speak of something else. */
export function proseRefusals(paper: Paper): SaidRefused[] {
  const found: SaidRefused[] = [];
  const flow = flowOf(paper.lines.filter((line) => !line.running));
  for (const amount of amountsIn(flow.text)) {
    if (!flow.text.slice(amount.from, amount.to).includes('$')) continue;
    const back = flow.text.slice(Math.max(0, amount.from - REACH), amount.from);
    const start = Math.max(
      0,
      ...[...back.matchAll(/[.!?:]["')]?\s+(?=[\p{Lu}*•])|\*\s|•/gu)].map((hit) => hit.index + hit[0].length),
    );
    const ahead = /^[^.!?]*/.exec(flow.text.slice(amount.to, amount.to + REACH))?.[0] ?? '';
    const sentence = `${back.slice(start)}${ahead}`.toLowerCase();
    if (OTHERWISE.test(sentence)) continue;
    const token = flow.tokens.find((one) => one.from >= amount.from || one.to > amount.from);
    const title = token === undefined ? undefined : titleAbove(paper, token.page, token.word);
    if (!REFUSES.test(sentence) && (title === undefined || !REFUSES.test(title.lower))) continue;
    const proof = proofOf(paper.pages, flow, amount.from, amount.to);
    if (proof !== undefined && amount.cents > 0)
      found.push({ cents: amount.cents, label: back.slice(start).trim(), proof });
  }
  return new Set(found.map((one) => one.cents)).size === 1 ? found.slice(0, 1) : [];
}

/** The title over a list or a short paragraph: a short line without a full stop, four lines up at most. */
function titleAbove(paper: Paper, page: number, word: number): Line | undefined {
  const at = paper.lines.findIndex((line) => line.tokens.some((token) => token.page === page && token.word === word));
  return paper.lines
    .slice(Math.max(0, at - 4), Math.max(0, at))
    .findLast((line) => line.page === page && line.tokens.length <= 9 && /[\p{L}:]$/u.test(line.text) && line.gapAbove);
}
