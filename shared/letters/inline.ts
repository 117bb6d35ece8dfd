// Small builders for the pieces of a letter.
import type { GroundId } from '../ids.ts';
import type { Fact } from '../model/case.ts';
import type { Block, Inline, Origin } from '../model/letter.ts';
import type { Source } from '../model/source.ts';

/** Plain text. */
export function text(value: string): Inline {
  return { kind: 'text', text: value };
}

/** A page the words before it were read from. */
export function cite(source: Source): Inline {
  return { kind: 'cite', documentId: source.documentId, pageNumber: source.proof.pageNumber };
}

/** Something the app doesn't know. */
export function blank(label: string, groundId?: GroundId): Inline {
  return { kind: 'blank', label, ...(groundId && { groundId }) };
}

/** A fact as it is known: its value with the page it was read from, or a blank. `say` turns the stored value into words. */
export function factInlines(fact: Fact, label: string, say: (value: string) => string = (value) => value): Inline[] {
  if (fact.value === undefined || fact.value.trim() === '') return [blank(label)];
  if (fact.source === undefined) return [text(say(fact.value))];
  return [text(`${say(fact.value)} `), cite(fact.source)];
}

/** A paragraph of the given origin. */
export function paragraph(origin: Origin, inlines: readonly Inline[], groundId?: GroundId): Block {
  return { kind: 'paragraph', inlines: [...inlines], origin, ...(groundId && { groundId }) };
}

/** Words of a page, verbatim, with the page. */
export function quote(source: Source, groundId?: GroundId): Block {
  return { kind: 'quote', inlines: [text(`“${source.proof.quote}” `), cite(source)], ...(groundId && { groundId }) };
}

/** A heading; with a ground it opens the answer to that ground. */
export function heading(value: string, groundId?: GroundId): Block {
  return { kind: 'heading', level: 1, text: value, ...(groundId && { groundId }) };
}
