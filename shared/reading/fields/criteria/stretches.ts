// Where all that stands in brackets, or behind the label of a rule up to the full stop, is the rule's name: "(Acute Guide, chest pain, 2025)",
// "Criteria: Acute Guide, Upper Limb, 2026 edition."
import type { Piece } from '../../paper.ts';
import type { Span } from './grounds-near.ts';
import type { Hit } from './hits.ts';

/** A longer cut of a rule's name, in brackets or behind a label. */
export interface Stretch extends Span {
  readonly cut: 'bracket' | 'stated';
}

type FormName = Hit['form']['name'];

/** Forms that are seldom named in full by themselves: a section is part of what stands before it. */
const BRACKETED: ReadonlySet<FormName> = new Set(['provision', 'manual', 'coverage', 'code', 'guide']);
const STATED: ReadonlySet<FormName> = new Set(['provision', 'guide']);
/** Two rules side by side are two, and no name: "42 CFR 4.1; Part 2", "Part 2 and our policy". */
const TWO =
  /;|\band (?:our|\d+ \p{Lu}|[^,;]*(?:Manual|Policy|policy|Guideline|CFR|LCD|NCD))|\d,? \d+ (?:CFR|U\.?S\.?C)/u;
/** Longer names are sentences, and so is what has such words. */
const LONGEST = 120;
const OF_SENTENCES = /\b(?:is|are|was|were|has|have|does|do|not|you|we|which|that|because)\b|\p{L}{3}\. \p{Lu}/u;
/** A label right before a rule, and the rule's first words: "Rules used: ", "We used: ". */
const LABEL =
  /\b(?:[Rr]ules?|[Cc]riteria|[Gg]uidelines?|[Pp]olicy|[Pp]olicies|[Ss]tandards?|[Uu]sed|[Bb]asis|[Aa]uthority|[Aa]pplied|[Pp]rovisions?|[Rr]eferences?|[Cc]ited|[Ss]ource|WRITTEN|USED|BASIS|CRITERIA|RULE|GUIDELINE)(?: (?:we|you|was|is|are|were) \p{Ll}+)?: ((?:(?!: |\. |[()?!]).){0,100})$/u;
/** Where a name behind a label ends: at a full stop that ends no short word, or before the next label. */
const END =
  /(?<!\b(?:No|no|Sec|sec|Art|art|Ch|ch|St|U|S|C|F|R|p|pp|Chap|Stat|Admin|rev|[Vv]|[Vv]er|[Vv]ol))\.(?=[ ")]|$)|[?!]| (?=(?:\p{Lu}[\p{L}]+ ){1,3}?\p{Ll}*:)|$/u;
/** What stands before a name and is no part of it. */
const LEAD = /^(?:(?:[Ss]ee|[Uu]nder|[Pp]er|[Oo]ur|[Tt]he|[Yy]our|[Ff]rom|[Bb]ased on|[Aa]lso),? )+/;

/** The brackets and the label that a rule stands in or behind. */
export function stretchesOf(flow: Piece, { from, to, form }: Hit): Stretch[] {
  const cuts = [
    ...(BRACKETED.has(form.name) ? [inBrackets(flow, from, to)] : []),
    ...(STATED.has(form.name) ? [behindLabel(flow, from, to)] : []),
  ];
  return cuts.filter((one) => one !== undefined);
}

function inBrackets({ text }: Piece, from: number, to: number): Stretch | undefined {
  const before = text.slice(Math.max(0, from - LONGEST), from);
  const opened = openIn(before);
  if (opened < 0) return undefined;
  const closed = closeIn(text.slice(to, to + LONGEST));
  if (closed < 0) return undefined;
  return told(text, from - before.length + opened + 1, to + closed, 'bracket');
}

function behindLabel({ text }: Piece, from: number, to: number): Stretch | undefined {
  const led = LABEL.exec(text.slice(Math.max(0, from - LONGEST), from))?.[1];
  if (led === undefined) return undefined;
  const end = END.exec(text.slice(to, to + LONGEST))?.index;
  return end === undefined ? undefined : told(text, from - led.length, to + end, 'stated');
}

/** The stretch without the words before it; none where it is a sentence. */
function told(text: string, start: number, end: number, cut: Stretch['cut']): Stretch | undefined {
  const inside = text.slice(start, end);
  const from = start + (LEAD.exec(inside)?.[0].length ?? 0);
  const to = start + inside.replace(/[.,;: ]+$/, '').length;
  const name = text.slice(from, to);
  return name.length > LONGEST || TWO.test(name) || OF_SENTENCES.test(name) ? undefined : { cut, from, to };
}

/** Where the bracket opens that is not closed before the end; -1 where there is none. */
function openIn(text: string): number {
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ')') closed += 1;
    else if (text[at] === '(' && closed === 0) return at;
    else if (text[at] === '(') closed -= 1;
  }
  return -1;
}

/** Where the bracket closes that was opened before; -1 where it does not. */
function closeIn(text: string): number {
  let opened = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') opened += 1;
    else if (text[at] === ')' && opened === 0) return at;
    else if (text[at] === ')') opened -= 1;
  }
  return -1;
}
