// Turns the sentences of a template into pieces of a letter: facts with their page, the user's words, visible blanks; notes blanks and law.

import type { Block, Inline, Origin } from '../../model/letter.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { blank, text } from '../inline.ts';
import type { WrittenLetterInput } from './input.ts';
import type { Law, LetterTemplates, Sentence, When } from './schema.ts';
import { SlotName } from './schema.ts';
import { holds } from './situation.ts';
import { type SlotValue, slotValue } from './slots.ts';

/** Law a letter names, with the mark how far it was checked. */
export interface Basis {
  readonly citation: string;
  readonly checkedOn: IsoDate;
  readonly trust: 'verified' | 'to-be-verified';
}

/** How cites are set: always, once for each fact, or not at all. */
export type Citing = 'always' | 'once' | 'never';

export interface Writer {
  readonly input: WrittenLetterInput;
  readonly templates: LetterTemplates;
  /** Labels of all blanks met, and of those still open, in the order of the text. */
  readonly blanks: Set<string>;
  readonly open: Set<string>;
  readonly basis: Map<string, Basis>;
  /** Facts whose page was named. */
  readonly cited: Set<SlotName>;
}

/** A writer that has written nothing yet. */
export function writerFor(input: WrittenLetterInput): Writer {
  const templates = input.rules.letterKinds;
  return { input, templates, blanks: new Set(), open: new Set(), basis: new Map(), cited: new Set() };
}

/** True when a part of the template is for this case. */
export function isFor(part: { readonly when?: When | undefined }, writer: Writer): boolean {
  return holds(part.when, writer.input);
}

/** A sentence as pieces: fixed words, values, the user's words, blanks. Its law stands in brackets before its full stop. */
export function sentenceInlines(sentence: Sentence, writer: Writer, citing: Citing = 'once'): Inline[] {
  const words = withLaw(sentence.text, sentence.law);
  noteLaw(sentence.law, writer);
  return words.split(/\{([^{}]*)\}/).flatMap((part, index): Inline[] => {
    if (index % 2 === 0) return part === '' ? [] : [text(part)];
    if (part.startsWith('blank:')) return blankInlines(part.slice('blank:'.length), writer);
    return slotInlines(SlotName.parse(part), writer, citing);
  });
}

/** Sentences one after the other, those that are for this case. */
export function runOn(sentences: readonly Sentence[], writer: Writer): Inline[] {
  return sentences
    .filter((sentence) => isFor(sentence, writer))
    .flatMap((sentence, index) => [...(index === 0 ? [] : [text(' ')]), ...sentenceInlines(sentence, writer)]);
}

/** A value with its pages, or its blank. */
function slotInlines(slot: SlotName, writer: Writer, citing: Citing): Inline[] {
  const value = slotValue(slot, writer.input);
  if (value === undefined) return blankInlines(writer.templates.blanks[slot], writer);
  if (value.law !== undefined) writer.basis.set(value.law.citation, value.law);
  const cites = citing === 'never' || (citing === 'once' && writer.cited.has(slot)) ? [] : value.cites;
  if (citing !== 'never') writer.cited.add(slot);
  return valueInlines({ ...value, cites });
}

/** A value followed by its pages. */
export function valueInlines(value: SlotValue): Inline[] {
  return [text(value.text), ...value.cites.flatMap((cite): Inline[] => [text(' '), cite])];
}

/** What the user wrote in a blank, else the blank. */
export function blankInlines(label: string, writer: Writer): Inline[] {
  writer.blanks.add(label);
  const fill = writer.input.written.fills[label]?.trim() ?? '';
  if (fill !== '') return [text(fill)];
  writer.open.add(label);
  return [blank(label)];
}

function withLaw(words: string, law: Law | undefined): string {
  return law === undefined ? words : words.replace(/[.:]?\s*$/, (end) => ` (${law.citation})${end.trim() || '.'}`);
}

function noteLaw(law: Law | undefined, writer: Writer): void {
  if (law === undefined) return;
  const { citation, checkedOn, trust } = law;
  writer.basis.set(citation, { citation, checkedOn, trust });
}

/** A paragraph of sentences; none when nothing of it is for this case. A paragraph that is one filled blank is the user's own. */
export function paragraphBlocks(sentences: readonly Sentence[], writer: Writer): Block[] {
  const mine = sentences.filter((sentence) => isFor(sentence, writer));
  const [only] = mine;
  if (only === undefined) return [];
  const label = mine.length === 1 ? /^\{blank:([^{}]*)\}$/.exec(only.text)?.[1] : undefined;
  const fill = label === undefined ? '' : (writer.input.written.fills[label]?.trim() ?? '');
  if (label !== undefined && fill !== '') {
    writer.blanks.add(label);
    return ownParagraphs(fill);
  }
  const inlines = runOn(mine, writer);
  return [{ kind: 'paragraph', inlines, origin: originOf(inlines) }];
}

/** The user's text as paragraphs: an empty line begins a new one. */
export function ownParagraphs(words: string): Block[] {
  return words
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', inlines: [text(part)], origin: 'user' }));
}

/** `page` when a page is named, else `form`. */
export function originOf(inlines: readonly Inline[]): Origin {
  return inlines.some((inline) => inline.kind === 'cite') ? 'page' : 'form';
}
