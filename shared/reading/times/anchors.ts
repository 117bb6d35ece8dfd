// What a time limit is counted from, as its own words say it.
import { allMatches } from '../matching.ts';
import type { CompiledTimes } from './compile.ts';
import type { Anchor } from './schema.ts';

export interface AnchorHit {
  readonly anchor: Anchor;
  readonly from: number;
  readonly to: number;
}

/** Letters after the amount in which the anchor has to begin: about a dozen words. */
const REACH = 90;
/** Two anchors that begin this near to each other are one phrase: “after you receive the final decision”. */
const SAME_PHRASE = 34;

/** The anchor of the amount that ends at `to`: the first one after it, else one that opens its stretch. Offsets as in `match`. */
export function anchorOf(
  match: string,
  amount: { readonly from: number; readonly to: number },
  stretch: { readonly from: number; readonly to: number },
  planActs: boolean,
  rules: CompiledTimes,
): AnchorHit | undefined {
  const after = match.slice(amount.to, Math.min(stretch.to, amount.to + REACH));
  const behind = best(after, planActs, rules);
  if (behind !== undefined) return shifted(behind, amount.to);
  const before = match.slice(stretch.from, amount.from);
  if (!/^(?:counting |starting |beginning )?(?:from|after|once|upon|on|when|as of)\b/.test(before)) return undefined;
  const ahead = best(before, planActs, rules);
  return ahead === undefined ? undefined : shifted(ahead, stretch.from);
}

function shifted(hit: AnchorHit, by: number): AnchorHit {
  return { anchor: hit.anchor, from: hit.from + by, to: hit.to + by };
}

function best(text: string, planActs: boolean, rules: CompiledTimes): AnchorHit | undefined {
  const hits = rules.anchors
    .flatMap(({ anchor, pattern }) => hitsOf(anchor, pattern, text))
    .concat(planActs ? hitsOf('request', rules.planReceives, text) : [])
    .sort((a, b) => a.from - b.from);
  const first = hits.find((hit) => COUNTS.test(text.slice(0, hit.from)));
  if (first === undefined) return undefined;
  const phrase = hits.filter((hit) => hit.from >= first.from && hit.from - first.from <= SAME_PHRASE);
  const chosen = planActs ? byPlan(phrase, first) : byMember(phrase, first, text);
  const to = Math.max(...phrase.filter((hit) => hit.from <= chosen.to).map((hit) => hit.to));
  return { anchor: chosen.anchor, from: first.from, to };
}

function hitsOf(anchor: Anchor, pattern: RegExp, text: string): AnchorHit[] {
  return allMatches(pattern, text).map((hit) => ({ anchor, ...hit }));
}

/** The words that lead from an amount to what it is counted from. */
const COUNTS =
  /(?:^|\b(?:from|of|after|following|since|once|when|upon|starting|beginning|on|date|day|until)) ?(?:(?:the|which|our|this|its|your|a|an|that) ?)?(?:(?:day|date|time) ?)?(?:(?:that|on which|which|when|of|on|after|they|we|the) ?){0,2}$/;

/** The plan counts from the day it has what was sent. */
function byPlan(phrase: readonly AnchorHit[], first: AnchorHit): AnchorHit {
  const request = phrase.find((hit) => hit.anchor === 'request');
  return request ?? (first.anchor === 'receipt' ? { ...first, anchor: 'request' } : first);
}

/** “After you receive the final decision” counts from that decision; “after you receive this final decision” from this letter. */
function byMember(phrase: readonly AnchorHit[], first: AnchorHit, text: string): AnchorHit {
  const find = (anchor: Anchor): AnchorHit | undefined => phrase.find((hit) => hit.anchor === anchor);
  const final = find('final-decision');
  if (final !== undefined && !THIS_ONE.test(text.slice(0, final.from))) return final;
  return find('request') ?? find('service-date') ?? find('receipt') ?? find('notice-date') ?? first;
}

/** What stands before a decision that is the letter itself. */
const THIS_ONE = /\b(?:this|enclosed|attached) (?:[a-z]+ ){0,3}$/;
