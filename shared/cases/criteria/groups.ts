// The lists of criteria of a paper: each list with its headings, the words that lead into it, and its items.
import type { Proof } from '../../model/finding.ts';
import { proofOf } from '../page-text.ts';
import { inlineList } from './inline.ts';
import { isInverse, type Lead, leadOf } from './lead.ts';
import type { Node } from './tree.ts';

export interface Item {
  readonly label?: string;
  readonly text: string;
  /** The words that lead into its own list, when that is a list within another. */
  readonly under: string;
  readonly needs: 'all' | 'any';
  readonly proof: Proof;
}

export interface Group {
  readonly headings: readonly string[];
  readonly lead: string;
  readonly inverse: boolean;
  /** The first words of the paragraph that leads in, where they differ: “2.31 Medically Necessary. …”. */
  readonly opening?: string;
  readonly items: readonly Item[];
}

/** Parts of a policy whose lists ask for nothing. */
const IDLE = /\b(references?|revisions?|history|coding|codes|appeals?|bibliography|sources|related polic)/i;
const LISTING = /\b(criteria|indications?|requirements?)\b/i;
const ASKING =
  /\b(criteria|indications?|requirements?|medical necessity|medically necessary|coverage|consideration)\b/i;

/** All lists of criteria, in reading order. Lists of what is not covered stay out unless `inverse` lists are wanted. */
export function groupsOf(tops: readonly Node[], wanted: { readonly inverse: boolean }): Group[] {
  const found: Group[] = [];
  const loose: Node[] = [];
  const closeLoose = () => {
    const nodes = loose.splice(0);
    const group = looseGroup(nodes);
    found.push(...(group === undefined ? nodes.flatMap(groupsIn) : [group]));
  };
  for (const top of tops) {
    if (top.block.mark === undefined || loose[0]?.headings.at(-1) !== top.headings.at(-1)) closeLoose();
    if (top.block.mark === undefined) found.push(...groupsIn(top));
    else loose.push(top);
  }
  closeLoose();
  return found.filter(
    (group) => group.items.length > 0 && (wanted.inverse || !group.inverse) && !IDLE.test(group.headings.at(-1) ?? ''),
  );
}

/** Items right under a heading that speaks of criteria. */
function looseGroup(nodes: readonly Node[]): Group | undefined {
  const headings = nodes[0]?.headings ?? [];
  const heading = headings.at(-1) ?? '';
  if (nodes.length < 2 || !LISTING.test(heading) || isNegative(heading)) return undefined;
  return { headings, lead: heading, inverse: false, items: itemsOf(nodes, heading, 'all', '') };
}

function groupsIn(node: Node): Group[] {
  const { block, children, headings } = node;
  const lead = leadOf(block.text);
  const inline = inlineList(block);
  const negative = isNegative(headings.at(-1) ?? '');
  const inlineGroup = inline && {
    headings,
    lead: inline.under,
    inverse: inline.lead.inverse || negative,
    opening: block.text.slice(0, 300),
    items: inlineItems(node, leadWords(inline.under), block.mark?.label ?? ''),
  };
  if (children.length > 0 && lead !== undefined) {
    const under = leadWords(block.text);
    const needs = needsOf(lead, children);
    const opening = block.text.slice(0, 300);
    return [
      { headings, lead: under, inverse: lead.inverse || negative, opening, items: itemsOf(children, under, needs, '') },
    ];
  }
  const asks = children.length > 1 && block.mark === undefined && ASKING.test(headings.at(-1) ?? '');
  if (inlineGroup === undefined && asks && !negative && !isInverse(block.text)) {
    const under = leadWords(block.text);
    return [{ headings, lead: under, inverse: false, items: itemsOf(children, under, 'all', '') }];
  }
  const inner = children.flatMap((child) =>
    groupsIn(child).map((group) => ({ ...group, headings: [...group.headings, block.text.slice(0, 300)] })),
  );
  return inlineGroup === undefined ? inner : [inlineGroup, ...inner];
}

/** A heading like “Limitations” or “Not covered”, unless it speaks of indications too. */
function isNegative(heading: string): boolean {
  return (
    (isInverse(heading) || /\blimitations?\b/i.test(heading)) && !/\bindications?|medical necessity/i.test(heading)
  );
}

const UNSAID: Lead = { needs: 'all', count: 1, inverse: false, explicit: false };

/** “any” where no word says how many and the items are joined by “or”. */
function needsOf(lead: Lead, items: readonly Node[]): 'all' | 'any' {
  if (lead.explicit) return lead.needs;
  return items.some((item) => /[;,] or$/i.test(item.block.text)) ? 'any' : 'all';
}

function itemsOf(nodes: readonly Node[], under: string, needs: 'all' | 'any', parent: string): Item[] {
  return nodes.flatMap((node) => {
    const { block, children } = node;
    const label = labelOf(parent, block.mark?.label ?? '');
    const inline = inlineList(block);
    if (inline !== undefined && !inline.lead.inverse)
      return inlineItems(node, `${under} — ${leadWords(inline.under)}`, label);
    const own: Item = {
      ...(label !== '' && { label }),
      text: bare(block.text),
      under,
      needs,
      proof: proofOf(block.page, block),
    };
    if (children.length === 0) return own.text === '' ? [] : [own];
    const lead = leadOf(block.text);
    if (isInverse(block.text)) return [];
    const leads = lead !== undefined || /:$|\b(?:of|for|with|to|from|in|by|as|or|and|has|have)$/i.test(block.text);
    const innerNeeds = needsOf(lead ?? UNSAID, children);
    const inner = itemsOf(children, `${under} — ${leadWords(block.text)}`, innerNeeds, label);
    return leads ? inner : [own, ...inner];
  });
}

function inlineItems(node: Node, under: string, parent: string): Item[] {
  const list = inlineList(node.block);
  if (list === undefined) return [];
  const or = list.items.some((item) => /[;,] or$/i.test(item.text));
  const needs = list.lead.needs === 'any' || or ? 'any' : 'all';
  return list.items
    .map((item): Item => {
      const label = item.label === undefined ? '' : labelOf(parent, item.label);
      const proof = proofOf(node.block.page, item);
      return { ...(label !== '' && { label }), text: bare(item.text), under, needs, proof };
    })
    .filter((item) => item.text !== '');
}

/** “2.a” for item a of item 2; decimals carry their list's number themselves. */
function labelOf(parent: string, own: string): string {
  if (own === '' || own.includes('.')) return own || parent;
  return parent === '' ? own : `${parent}.${own}`;
}

/** An item without the comma, semicolon, “and” or “or” that joins it to the next. */
function bare(text: string): string {
  return text
    .replace(/[;,]?\s*\b(?:and|or)$|[;,.]+$/i, '')
    .replace(/[;,.]+$/, '')
    .trim();
}

/** The last sentence of the words that lead in, without the colon. */
function leadWords(text: string): string {
  const last = text.split(/(?<=[.?!])\s+(?=[A-Z])/).at(-1) ?? text;
  return last.replace(/[:\s]+$/, '').slice(0, 700);
}
