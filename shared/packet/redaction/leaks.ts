// Words that are blacked out on one page and still stand somewhere else in the packet.
import type { DocumentId } from '../../ids.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Inline } from '../../model/letter.ts';
import type { PacketPlan } from '../../model/packet.ts';
import type { Page } from '../../model/page.ts';
import type { PageRedaction } from '../../model/redaction.ts';
import { inlinesOf } from '../letter-cites.ts';
import { remainingWords } from './boxes.ts';
import { letterStream, plainLetters } from './letters.ts';
import { boxesOn } from './planned.ts';
import { findInStream } from './search.ts';

/** A place where words stand that are blacked out elsewhere. */
export interface RedactionLeak {
  /** The words, for the user's eyes only. */
  readonly text: string;
  readonly where: 'letter' | 'title' | 'heading' | 'table' | 'note' | 'page';
  /** Where in plain words, without the words themselves. */
  readonly place: string;
  readonly documentId?: DocumentId;
  readonly pageNumber?: number;
}

/** Longer runs are looked for as a whole only where they are quoted; nobody repeats a paragraph. */
const LONGEST_PHRASE = 12;
/** Shorter ones say nothing of anybody, and stand everywhere. */
const LEAST_LETTERS = 4;
/** A piece of a phrase with so many digits is private by itself. */
const TELLING_DIGITS = 5;

/**
 * What the boxes of a page hide, as phrases to look for elsewhere: each run of neighbouring words, within one box and over neighbouring boxes,
 * and single numbers among them. Words a box only grazes, and phrases too short or too long to look for, are left out.
 */
export function redactedPhrases(page: Page, boxes: PageRedaction['boxes']): string[] {
  const phrases: string[] = [];
  const add = (words: readonly number[]) => {
    const text = words.map((index) => page.words[index]?.text ?? '').join(' ');
    if (plainLetters(text).length >= LEAST_LETTERS) phrases.push(text);
  };
  for (const run of [boxes, ...boxes.map((box) => [box])].flatMap((some) => runsOf(wordsUnder(page, some)))) {
    if (run.length <= LONGEST_PHRASE) add(run);
    for (const index of run) {
      const digits = (page.words[index]?.text ?? '').replace(/\D/g, '');
      if (run.length > 1 && digits.length >= TELLING_DIGITS) add([index]);
    }
  }
  return [...new Map(phrases.map((phrase) => [plainLetters(phrase), phrase])).values()];
}

/** Indexes of the words of which boxes cover at least half. */
function wordsUnder(page: Page, boxes: PageRedaction['boxes']): number[] {
  return page.words.flatMap((word, index) => {
    const covered = boxes.map((box) => {
      const across = Math.min(box.x + box.w, word.x + word.w) - Math.max(box.x, word.x);
      const down = Math.min(box.y + box.h, word.y + word.h) - Math.max(box.y, word.y);
      return Math.max(0, across) * Math.max(0, down);
    });
    return Math.max(0, ...covered) * 2 >= word.w * word.h ? [index] : [];
  });
}

function runsOf(indexes: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** Every place in the packet where redacted words still stand: letter, titles and bookmarks, tables, notes, other exhibit pages. */
export function redactionLeaks(plan: PacketPlan, documents: ReadonlyMap<string, FullDocument>): RedactionLeak[] {
  const pageOf = (id: string, number: number) => documents.get(id)?.pages.find((each) => each.pageNumber === number);
  const phrases = new Map<string, string>();
  for (const { documentId, pageNumber, boxes } of plan.redactions) {
    const page = pageOf(documentId, pageNumber);
    if (page !== undefined)
      for (const phrase of redactedPhrases(page, boxes)) phrases.set(plainLetters(phrase), phrase);
  }
  if (phrases.size === 0) return [];
  const texts = ownTexts(plan).map((each) => ({ ...each, stream: letterStream(pageOfText(each.text)) }));
  const pages = exhibitPages(plan).flatMap(({ documentId, pageNumber, label }) => {
    const page = pageOf(documentId, pageNumber);
    if (page === undefined) return [];
    const words = remainingWords(page.words, boxesOn(plan, documentId, pageNumber));
    const place = `page ${pageNumber} of exhibit ${label}`;
    return [{ where: 'page' as const, place, documentId, pageNumber, stream: letterStream({ ...page, words }) }];
  });
  const leaks = [...phrases.values()].flatMap((phrase) =>
    [...texts, ...pages].flatMap(({ stream, ...spot }): RedactionLeak[] =>
      findInStream(phrase, stream, { wholeWords: true, misread: false }).length === 0
        ? []
        : [{ text: phrase, where: spot.where, place: spot.place, ...placeOf(spot) }],
    ),
  );
  // A letter may say the same more than once.
  return [...new Map(leaks.map((leak) => [`${plainLetters(leak.text)}/${leak.place}`, leak])).values()];
}

function placeOf(spot: {
  documentId?: DocumentId;
  pageNumber?: number;
}): Pick<RedactionLeak, 'documentId' | 'pageNumber'> {
  return {
    ...(spot.documentId !== undefined && { documentId: spot.documentId }),
    ...(spot.pageNumber !== undefined && { pageNumber: spot.pageNumber }),
  };
}

function exhibitPages(plan: PacketPlan) {
  return plan.exhibits.flatMap(({ documentId, label, pages }) =>
    pages.map((pageNumber) => ({ documentId, label, pageNumber })),
  );
}

interface OwnText {
  readonly where: Exclude<RedactionLeak['where'], 'page'>;
  readonly place: string;
  readonly text: string;
  readonly documentId?: DocumentId;
}

/** All the packet says itself: bookmarks repeat titles and headings. */
function ownTexts(plan: PacketPlan): OwnText[] {
  const { letter } = plan;
  return [
    { where: 'title', place: 'the title of the packet', text: plan.title },
    { where: 'note', place: 'the line at the foot of every page', text: plan.marks.confidentiality },
    { where: 'letter', place: 'the subject of the letter', text: letter.subject },
    ...(plan.cover?.rows ?? []).map(
      ({ label, value }): OwnText => ({
        where: 'letter',
        place: 'the cover sheet',
        text: `${label} ${wordsOf(value)}`,
      }),
    ),
    ...letter.blocks.map((block): OwnText => {
      const label = block.kind === 'pairs' ? block.rows.map((row) => row.label).join(' ') : '';
      return { where: 'letter', place: 'the letter', text: `${label} ${wordsOf(inlinesOf(block))}` };
    }),
    ...plan.matrix.map((row): OwnText => ({ where: 'heading', place: 'the table of reasons', text: row.heading })),
    ...plan.tables.flatMap(({ title, rows }) =>
      rows.map((row): OwnText => ({ where: 'table', place: `the table “${title}”`, text: wordsOf(row.flat()) })),
    ),
    ...plan.exhibits.map(
      ({ label, title, documentId }): OwnText => ({
        where: 'title',
        place: `the title of exhibit ${label}`,
        text: title,
        documentId,
      }),
    ),
    ...plan.highlights.flatMap(({ note }): OwnText[] =>
      note === undefined ? [] : [{ where: 'note', place: 'a note beside a highlight', text: note }],
    ),
  ];
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
}

/** A text as the words of a line, so that it is searched like a page. */
function pageOfText(text: string): Page {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word, index) => ({ text: word, x: index, y: 0, w: 1, h: 1, line: 0, confidence: 1 }));
  return { pageNumber: 1, widthPt: 1, heightPt: 1, source: 'none', confidence: 1, words };
}
