// How a treatment went, by the words around its name, and whether it strengthened another.
import { datesIn } from './dates.ts';
import type { Draft } from './draft.ts';
import { dosesIn, lengthsIn } from './measures.ts';
import { type OutcomeHit, outcomeHits, outcomeOf } from './outcome.ts';
import { type Part, printed, type SpanText, trimmed } from './span-text.ts';
import type { Around } from './told-split.ts';

/** How it went: said behind the name, else before it, else of all the names of a list together. */
export function outcomeAround(around: Around): { outcome: Draft['outcome']; outcomeWords?: string } {
  const { span, told, index, sentence } = around;
  const own = behindName(around, index);
  if (own !== undefined) return own;
  const before = beforeName(around, index);
  if (before !== undefined) return before;
  let at = index;
  while (at + 1 < told.length && told[at + 1]!.chained) at += 1;
  const after = at === index || sentence.to < sentence.from ? undefined : behindName(around, at);
  if (after !== undefined && !/^\s*\(/.test(span.text.slice(told[at]!.tail.from))) return after;
  let first = index;
  while (first > 0 && told[first]!.chained) first -= 1;
  return (first === index ? undefined : beforeName(around, first)) ?? { outcome: 'unknown' };
}

function behindName(around: Around, index: number): { outcome: Draft['outcome']; outcomeWords?: string } | undefined {
  const { span, told, rules, sentence } = around;
  const { tail } = told[index]!;
  const text = span.text.slice(tail.from, tail.to);
  const list = !sentence.complete || /^\s*\(/.test(text);
  const hits = outcomeHits(text, rules, list);
  if (hits.length === 0) return undefined;
  const words = outcomeWords(span, tail, hits, !sentence.complete);
  return { outcome: outcomeOf(hits), ...(words !== '' && { outcomeWords: words }) };
}

/** “failed”, “no response to”, “intolerant of” right before a name. */
function beforeName(around: Around, index: number): { outcome: Draft['outcome']; outcomeWords?: string } | undefined {
  const { span, told, rules } = around;
  const { lead } = told[index]!;
  const text = span.text.slice(lead.from, lead.to);
  const hits = outcomeHits(text, rules, false).filter(({ to }) => {
    const between = text.slice(to).toLowerCase();
    return (
      !/[.;]|\b(?:she|he|and|but|so|began|started|then|we|i|now|was|were)\b/.test(between) &&
      between.split(' ').length <= 12
    );
  });
  const hit = hits.at(-1);
  if (hit === undefined) return undefined;
  const to = text
    .slice(hit.from)
    .replace(/\b(?:of|to|with|on|by|a|an|the|from|including|both|oral|topical)\s*$/i, '')
    .trimEnd().length;
  const words = printed(span, {
    from: lead.from + hit.from,
    to: lead.from + hit.from + Math.max(to, hit.to - hit.from),
  });
  return { outcome: outcomeOf([hit]), ...(words !== '' && { outcomeWords: words }) };
}

const MOST_WORDS = 40;

/** The clauses from the first to the last telling word; in lists all that follows, too. */
function outcomeWords(span: SpanText, tail: Part, hits: readonly OutcomeHit[], list: boolean): string {
  const text = span.text.slice(tail.from, tail.to);
  const first = hits[0]!;
  const last = hits.at(-1)!;
  const before = text.slice(0, first.from);
  const facts = [...lengthsIn(before), ...dosesIn(before), ...datesIn(before).map(({ end }) => ({ to: end }))];
  const start = Math.max(
    0,
    ...[...before.matchAll(/[,;:.()] |\b(?:and|but|which|that) |^\s*\(/g)].map(
      (match) => match.index + match[0].length,
    ),
    ...facts.map(({ to }) => to),
  );
  const after = text.slice(last.to);
  const stop = list ? -1 : after.search(/[;.)](?:\s|$)|, (?:and|but|so|then)\b/);
  const end = stop < 0 ? text.length : last.to + stop;
  const words = printed(span, { from: tail.from + start, to: tail.from + Math.max(end, last.to) }).replace(
    /^(?:with|and|but|which|was|were|it) (?=\S)/i,
    '',
  );
  const kept = words.split(' ');
  return trimmed(kept.slice(0, MOST_WORDS).join(' ')).slice(0, 1000);
}

/** “augmented with X”, “X added to Y”, “+ X”. */
export function augmentOf({ span, told, index }: Around): Partial<Draft> {
  const each = told[index]!;
  if (each.mention.entry.kind !== 'drug') return {};
  const lead = span.text.slice(index === 0 ? 0 : told[index - 1]!.name.to, each.name.from);
  const tail = span.text.slice(each.tail.from, each.tail.to);
  const direct =
    /(?:augment\w*(?: (?:it|this|trial|therapy|strategy))?(?: with| by| of)?|adjunct\w*|add-on|add(?:ed|ing|ition of)|combin\w+ with|\+) ?(?:low-dose |a trial of )?$/i.test(
      lead,
    );
  const listed =
    /\baugment\w*\b[^.;]*$/i.test(span.text.slice(0, told[0]!.name.from)) &&
    told.slice(1, index + 1).every(({ chained }, at) => chained || at < index);
  const behind = /^[^.;,]{0,30}\b(?:augmentation|added (?:to|on)|as (?:an )?(?:adjunct|augment))/i.test(tail);
  if (!direct && !listed && !behind) return {};
  const base = behind && /\bto\b[^.;,]*$/.test(tail) ? told[index + 1] : direct ? told[index - 1] : undefined;
  if (base === undefined || base.mention.entry.kind !== 'drug') return { augments: '' };
  return { augments: printed(span, base.name), augmentsKey: base.mention.entry.key };
}
