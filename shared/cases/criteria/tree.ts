// Blocks as a tree: items of a list under the words that lead into it, lists within lists, all under their headings.
import type { Block } from './blocks.ts';
import type { MarkKind, MarkReading } from './marks.ts';

export interface Node {
  readonly block: Block;
  readonly children: Node[];
  /** The headings it stands under, outermost first. */
  readonly headings: readonly string[];
}

interface Frame {
  readonly kind: MarkKind;
  value: number;
  readonly indent: number;
  readonly list: Node[];
  /** The number before the last point of decimals (“4” of 4.1). */
  readonly prefix: string;
}

/** Points by which the marks of one list may be out of line. */
const EDGE = 6;

/** The top nodes in reading order: paragraphs, and items that no paragraph leads into. */
export function treeOf(blocks: readonly Block[]): Node[] {
  const tops: Node[] = [];
  let headings: readonly string[] = [];
  let frames: Frame[] = [];
  let last: Node | undefined;
  for (const block of blocks) {
    if (block.heading) {
      headings = under(headings, block.text);
      frames = [];
      last = undefined;
      continue;
    }
    const node: Node = { block, children: [], headings };
    if (block.mark === undefined) {
      frames = [];
      tops.push(node);
    } else {
      const sibling = frames.findLastIndex((frame) => continues(frame, block));
      if (sibling >= 0) {
        const frame = frames[sibling]!;
        frame.value = valueAs(block, frame.kind) ?? frame.value + 1;
        frames = frames.slice(0, sibling + 1);
        frame.list.push(node);
      } else {
        const list = last === undefined ? tops : last.children;
        list.push(node);
        const reading = first(block.mark.readings);
        frames.push({ ...reading, indent: block.indent, list, prefix: prefixOf(block.mark.label) });
      }
    }
    last = node;
  }
  return tops;
}

/** Headings with numbers nest by their numbers; others replace the last one. */
function under(headings: readonly string[], text: string): string[] {
  const depth = depthOf(text);
  if (depth === 0) return [...headings.filter((each) => depthOf(each) > 0), text];
  return [...headings.filter((each) => depthOf(each) > 0 && depthOf(each) < depth), text];
}

function depthOf(heading: string): number {
  const number = /^(?:section\s+)?(\d{1,2}(?:\.\d{1,2})*)\b/i.exec(heading)?.[1];
  return number === undefined ? 0 : number.split('.').length;
}

function prefixOf(label: string): string {
  return label.includes('.') ? label.slice(0, label.lastIndexOf('.')) : '';
}

/** A list begins with its first letter or number, if the mark can be read so. */
function first(readings: readonly MarkReading[]): MarkReading {
  return readings.find(({ value }) => value === 1) ?? readings.at(-1) ?? { kind: 'bullet', value: 0 };
}

/** True when a block is the next item of the list: same kind of mark and the next value, or a bullet at the same edge. */
function continues(frame: Frame, block: Block): boolean {
  const value = valueAs(block, frame.kind);
  if (value === undefined) return false;
  if (frame.kind === 'bullet') return Math.abs(frame.indent - block.indent) <= EDGE;
  if (frame.kind === 'decimal' && prefixOf(block.mark?.label ?? '') !== frame.prefix) return false;
  return value > frame.value && value <= frame.value + 2;
}

function valueAs(block: Block, kind: MarkKind): number | undefined {
  return block.mark?.readings.find((reading) => reading.kind === kind)?.value;
}
