// The letter of a version with its citations as that version prints them, for a file that is no longer bound to the packet. Pure.
import type { Block, Inline, Letter } from '../model/letter.ts';
import type { Packet, PacketPlan } from '../model/packet.ts';
import { citeText, packetPageOf, stampOf } from './labels.ts';

/** The same letter; each citation is text: “Ex. C, p. 3 (0047)”. */
export function citedLetter(plan: PacketPlan, packet: Pick<Packet, 'index'>): Letter {
  const words = (inline: Inline): Inline =>
    inline.kind === 'cite' ? { kind: 'text', text: citation(inline, plan, packet) } : inline;
  return { ...plan.letter, blocks: plan.letter.blocks.map((block) => withInlines(block, words)) };
}

function citation(cite: Extract<Inline, { kind: 'cite' }>, plan: PacketPlan, packet: Pick<Packet, 'index'>): string {
  const exhibit = plan.exhibits.find(
    ({ documentId, pages }) => documentId === cite.documentId && pages.includes(cite.pageNumber),
  );
  const first = packetPageOf(
    plan.stamping,
    packet.index.find(({ label }) => label === exhibit?.label)?.fromStamp ?? '',
  );
  if (exhibit === undefined || first === undefined) return '[page not in the packet]';
  const from = exhibit.pages.indexOf(cite.pageNumber);
  const to = Math.max(from, exhibit.pages.indexOf(cite.toPage ?? cite.pageNumber));
  const stamp = (place: number) => stampOf(plan.stamping, first + place);
  return citeText(exhibit.label, from + 1, to + 1, stamp(from), stamp(to));
}

function withInlines(block: Block, change: (inline: Inline) => Inline): Block {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'paragraph':
    case 'quote':
      return { ...block, inlines: block.inlines.map(change) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(change)) };
    case 'pairs':
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: row.value.map(change) })) };
    case 'lines':
    case 'signature':
      return { ...block, lines: block.lines.map((line) => line.map(change)) };
  }
}
