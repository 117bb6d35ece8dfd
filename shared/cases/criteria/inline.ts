// Lists that run on within a paragraph: “All of: age 18 or older; …” and “when (1) …; and (2) …”.
import { textOf } from '../page-text.ts';
import type { Block } from './blocks.ts';
import { type Lead, leadOf } from './lead.ts';
import { type MarkReading, markOf } from './marks.ts';

export interface InlineItem {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly label?: string;
}

export interface InlineList {
  readonly lead: Lead;
  readonly under: string;
  readonly items: readonly InlineItem[];
}

/** The list within a paragraph's words; undefined when there is none with at least two items. */
export function inlineList(block: Block): InlineList | undefined {
  const { page, from, to } = block;
  for (let at = from + 1; at < to; at += 1) {
    const marked = markAt(block, at)?.value === 1;
    if (!marked && !page.words[at - 1]!.text.endsWith(':')) continue;
    const under = textOf(page, from, at);
    const lead = leadOf(marked && !/[a-z]:$/.test(under) ? `${under}:` : under);
    if (lead === undefined) continue;
    const items = marked ? byMarks(block, at) : bySemicolons(block, at);
    if (items.length >= 2) return { lead, under: lastLead(under), items };
  }
  return undefined;
}

/** The sentence that leads into the list, without those before it. */
function lastLead(under: string): string {
  return under.split(/(?<=[.?!])\s+(?=[A-Z])/).at(-1) ?? under;
}

function markAt(block: Block, at: number): MarkReading | undefined {
  const word = block.page.words[at]?.text ?? '';
  if (!/^\(?\w{1,4}\)$/.test(word) || at + 1 >= block.to) return undefined;
  const readings = markOf(word, block.page.words[at + 1]?.text)?.readings ?? [];
  return readings.find(({ value }) => value === 1) ?? readings[0];
}

function byMarks(block: Block, start: number): InlineItem[] {
  const kind = markAt(block, start)?.kind;
  const starts: number[] = [];
  for (let at = start; at < block.to; at += 1) {
    const readings = markOf(block.page.words[at]!.text, block.page.words[at + 1]?.text)?.readings ?? [];
    const bracketed = block.page.words[at]!.text.endsWith(')');
    if (bracketed && readings.some((each) => each.kind === kind && each.value === starts.length + 1)) starts.push(at);
  }
  return starts.map((at, index) => {
    const end = starts[index + 1] ?? sentenceEnd(block, at);
    return itemOf(block, at + 1, end, block.page.words[at]!.text.replace(/[()]/g, ''));
  });
}

function bySemicolons(block: Block, start: number): InlineItem[] {
  const end = sentenceEnd(block, start);
  const items: InlineItem[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (!block.page.words[at]!.text.endsWith(';') && at !== end - 1) continue;
    items.push(itemOf(block, from, at + 1));
    from = at + 1;
  }
  return items;
}

/** Index after the word that ends the sentence. */
function sentenceEnd(block: Block, start: number): number {
  for (let at = start; at < block.to - 1; at += 1) {
    if (/[.?!]["”)]*$/.test(block.page.words[at]!.text) && /^["“(]?[A-Z]/.test(block.page.words[at + 1]!.text))
      return at + 1;
  }
  return block.to;
}

function itemOf(block: Block, from: number, to: number, label?: string): InlineItem {
  const first = /^(and|or)$/i.test(block.page.words[from]?.text ?? '') && to - from > 1 ? from + 1 : from;
  return { from: first, to, text: textOf(block.page, first, to), ...(label !== undefined && { label }) };
}
