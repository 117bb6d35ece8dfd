// Over generated cases: every sentence of every letter is a fixed sentence of resources/letters with only its places filled, carries a page, was typed, or is a blank.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longDate, longDates } from '../../../../shared/cases/calendar.ts';
import type { CaseForLetters } from '../../../../shared/letters/kinds/input.ts';
import type { Sentence, TemplateBlock } from '../../../../shared/letters/kinds/schema.ts';
import { LetterKind } from '../../../../shared/model/diary.ts';
import type { Block, Inline } from '../../../../shared/model/letter.ts';
import { RULES, TODAY } from '../../../helpers/cases.ts';
import { generatedCases } from '../../../helpers/generated-letter-cases.ts';
import { drafted, letterWords, wordsOf } from '../../../helpers/written-letters.ts';

const { letterKinds } = RULES;

/** All sentences of a template's blocks. */
function sentencesOf(block: TemplateBlock): Omit<Sentence, 'law'>[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences;
    case 'list':
      return block.items;
    case 'pairs':
      return block.rows;
    case 'lines':
    case 'signature':
      return block.lines;
    case 'table':
      return [block.lead, block.empty].filter((each) => each !== undefined);
    case 'heading':
    case 'added':
      return [];
  }
}

/** The fixed words of a sentence as printed, cut at its places. */
function fixedPieces(sentence: Sentence): string[] {
  const { text, law } = sentence;
  const end = /[.:]?$/.exec(text)![0];
  const printed =
    law === undefined ? text : `${text.slice(0, text.length - end.length)} (${law.citation})${end || '.'}`;
  return printed.split(/\{[^}]*\}/);
}

const BLOCKS = letterKinds.templates.flatMap((template) => template.blocks);
const FIXED = new Set(BLOCKS.flatMap(sentencesOf).flatMap(fixedPieces));
const HEADINGS = new Set(BLOCKS.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])));
const LABELS = new Set(BLOCKS.flatMap((block) => (block.kind === 'pairs' ? block.rows.map((row) => row.label) : [])));

/** Values of the case that may stand without a page: typed, or with their page named at an earlier place. */
function knownValues(input: CaseForLetters): Set<string> {
  const values = new Set<string>([' ', longDate(TODAY)]);
  for (const each of Object.values(input.case.facts)) {
    if (each.value === undefined) continue;
    for (const line of [each.value, ...each.value.split('\n')]) values.add(line);
    values.add(longDates(each.value.split(', ')));
  }
  for (const { on, receivedOn } of input.case.submissions)
    for (const day of [on, receivedOn]) if (day) values.add(longDate(day));
  for (const due of input.planDue)
    for (const value of [due.citation, due.due && longDate(due.due), `${due.amount} ${due.unit.replace('-', ' ')}`])
      if (value) values.add(value);
  if (input.money !== undefined) for (const value of ['$1,000.00', '$380.00', '$990.00']) values.add(value);
  return values;
}

const isSpace = (inline: Inline | undefined) => inline?.kind === 'text' && inline.text.trim() === '';

/** Pieces that are neither fixed words, nor known values, nor the user's, nor followed by the page they stand on. */
function unsourced(inlines: readonly Inline[], allowed: ReadonlySet<string>): string[] {
  return inlines.flatMap((inline, index) => {
    if (inline.kind !== 'text' || FIXED.has(inline.text) || allowed.has(inline.text)) return [];
    const next = isSpace(inlines[index + 1]) ? inlines[index + 2] : inlines[index + 1];
    return next?.kind === 'cite' ? [] : [inline.text];
  });
}

function unsourcedOf(block: Block, allowed: ReadonlySet<string>, input: CaseForLetters): string[] {
  switch (block.kind) {
    case 'heading':
      return HEADINGS.has(block.text) ? [] : [block.text];
    case 'paragraph':
      return unsourced(block.inlines, allowed);
    case 'quote':
      return block.inlines.some((inline) => inline.kind === 'cite') ? [] : [wordsOf(block.inlines)];
    case 'list':
      return block.items.flatMap((item) => unsourced(item, allowed));
    case 'lines':
    case 'signature':
      return block.lines.flatMap((line) => unsourced(line, allowed));
    case 'pairs':
      return block.rows.flatMap(({ label, value }) => {
        if (LABELS.has(label)) return unsourced(value, allowed);
        // A row of a table carries its page, or leaves a blank, or was typed by the user.
        const typed =
          input.treatments.some((each) => each.byUser && each.name === label) ||
          input.scores.some((each) => each.byUser && label.startsWith(each.scale));
        const open =
          value.some((inline) => inline.kind === 'cite' || inline.kind === 'blank') ||
          value.some((inline) => inline.kind === 'text' && allowed.has(inline.text));
        return typed || open ? [] : [`${label}: ${wordsOf(value)}`];
      });
  }
}

it('says nothing that is not fixed, sourced, typed or blank', () => {
  fc.assert(
    fc.property(
      generatedCases,
      fc.constantFrom(...LetterKind.options),
      fc.infiniteStream(fc.boolean()),
      fc.boolean(),
      (input, kind, chances, adds) => {
        const bare = drafted(kind, input);
        const filled = bare.blanks.filter(() => chances.next().value === true);
        const fills = Object.fromEntries(filled.map((label, index) => [label, `typed by the user ${index}`]));
        const added = adds ? 'A paragraph of the user’s own.' : '';
        const { letter, blanks, open, basis } = drafted(kind, input, { fills, added });
        const allowed = new Set([...knownValues(input), ...Object.values(fills), added]);
        expect(letter.blocks.flatMap((block) => unsourcedOf(block, allowed, input))).toEqual([]);
        expect(blanks).toEqual(bare.blanks);
        expect(open).toEqual(blanks.filter((label) => fills[label] === undefined));
        const text = letterWords(letter);
        expect(`${letter.subject}\n${text}`).not.toMatch(
          /undefined|NaN|null|\{|\}|\(\s*\)|\[\s*\]| {2}|\s[.,;:](\s|$)/,
        );
        for (const { citation } of basis) expect(text).toContain(citation);
      },
    ),
    { numRuns: 600 },
  );
}, 60_000);

it('uses every fixed sentence in some case', () => {
  const unused = new Set([...FIXED].filter((piece) => piece.trim() !== ''));
  for (const input of fc.sample(generatedCases, { numRuns: 3000, seed: 7 })) {
    if (unused.size === 0) break;
    for (const kind of LetterKind.options)
      for (const block of drafted(kind, input).letter.blocks)
        for (const inline of inlinesIn(block)) if (inline.kind === 'text') unused.delete(inline.text);
  }
  expect([...unused]).toEqual([]);
}, 60_000);

function inlinesIn(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
      return [];
    case 'paragraph':
    case 'quote':
      return block.inlines;
    case 'list':
      return block.items.flat();
    case 'pairs':
      return block.rows.flatMap((each) => each.value);
    case 'lines':
    case 'signature':
      return block.lines.flat();
  }
}
