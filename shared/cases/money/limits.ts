// How much of the year's deductible and out-of-pocket maximum is used, as the newest benefit statement says it.
import type { FullDocument } from '../../model/document.ts';
import type { MoneyLimit } from '../../model/money.ts';
import type { Page } from '../../model/page.ts';
import { linesOf, proofOf, type Span } from '../page-text.ts';
import { amountsIn } from './cents.ts';

const LIMIT = /\b(?:deductible|out[- ]of[- ]pocket|maximum out)\b/i;
/** Lines above a row in which its headings may stand. */
const HEADINGS_ABOVE = 4;
const USED = /\b(?:used|met|applied|so far|to date|accumulated|spent|paid)\b/i;
const WHOLE = /\b(?:limit|maximum|max|total|annual|amount|plan year)\b/i;
const LEFT = /\b(?:remaining|left|to go|still)\b/i;

/** One entry for each limit, from the newest statement that names it. Only rows that say how much is used and how much the limit is. */
export function moneyLimits(papers: readonly FullDocument[]): MoneyLimit[] {
  const newestFirst = papers
    .filter(({ document }) => document.kind === 'eob')
    .sort((a, b) => (b.document.date ?? '').localeCompare(a.document.date ?? ''));
  const found = new Map<string, MoneyLimit>();
  for (const paper of newestFirst)
    for (const page of paper.pages)
      for (const limit of limitsOn(paper, page)) {
        const key = limit.what.toLowerCase();
        if (!found.has(key)) found.set(key, limit);
      }
  return [...found.values()];
}

function limitsOn(paper: FullDocument, page: Page): MoneyLimit[] {
  const lines = linesOf(page);
  return lines.flatMap((line, at): MoneyLimit[] => {
    if (!LIMIT.test(line.text)) return [];
    const amounts = amountsIn(line.text);
    const [first, second] = amounts;
    if (first === undefined || second === undefined || amounts.length > 3) return [];
    const order = orderOf(lines.slice(Math.max(0, at - HEADINGS_ABOVE), at), line, amounts.length);
    const used = amounts[order.used]?.cents;
    const limit = amounts[order.limit]?.cents;
    if (used === undefined || limit === undefined || used > limit) return [];
    const what = line.text
      .slice(0, first.from)
      .replace(/[\s.:$-]+$/, '')
      .trim();
    if (!/\p{L}{4}/u.test(what) || what.length > 80) return [];
    const { date } = paper.document;
    return [
      {
        what,
        usedCents: used,
        limitCents: limit,
        ...(date !== undefined && { on: date }),
        source: { documentId: paper.document.id, proof: proofOf(page, line) },
      },
    ];
  });
}

/** Which amount of the row is used and which is the limit: by the headings above, else used before limit. */
function orderOf(above: readonly Span[], line: Span, count: number): { readonly used: number; readonly limit: number } {
  const heading = above.findLast(({ text }) => USED.test(text) && WHOLE.test(text) && amountsIn(text).length === 0);
  if (heading === undefined || /\d of \$?\d/.test(line.text)) return { used: 0, limit: 1 };
  const places = [
    { name: 'used', at: heading.text.search(USED) },
    { name: 'limit', at: heading.text.search(WHOLE) },
    { name: 'left', at: heading.text.search(LEFT) },
  ]
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
  if (places.length !== count) return { used: 0, limit: 1 };
  return { used: places.indexOf('used'), limit: places.indexOf('limit') };
}
