// Problems of the packet's own pages: blanks, pages cited that don't exist, no place to sign.
import { quoteFaults } from '../letters/editing/quotes.ts';
import type { Problem } from '../model/packet.ts';
import { coverBlanks } from './cover.ts';
import { type LetterBlank, letterBlanks } from './letter-cites.ts';
import type { PreflightInput } from './preflight.ts';

/** A quote is told by its first so many letters. */
const MOST_QUOTED = 60;

/** Problems of the letter and the cover sheet, as far as they are in the packet. */
export function letterProblems(input: PreflightInput): readonly Problem[] {
  const { parts } = input.case.packet;
  const cover = input.cover === undefined ? [] : coverBlanks(input.cover).map(coverBlank);
  if (!parts.includes('letter')) return cover;
  const blanks = letterBlanks(input.letter);
  const named = new Set(blanks.map(({ label }) => label));
  return [
    ...blanks.map((blank) => letterBlank(blank, input)),
    // What the letter leaves open too is told once.
    ...cover.filter(({ label }) => !named.has(label)),
    ...deadCites(input),
    ...doubtfulQuotes(input),
    ...unsigned(input),
  ].map(({ label: _, ...problem }: Problem & { label?: string }) => problem);
}

function letterBlank({ label, groundId }: LetterBlank, { case: theCase }: PreflightInput): Problem {
  const drafted = groundId === undefined ? ({ at: 'facts' } as const) : ({ at: 'reason', groundId } as const);
  return {
    code: 'blank',
    severity: 'blocks',
    sentence: `The letter has a blank to fill: ${label}.`,
    ...(groundId === undefined ? {} : { groundId }),
    go: theCase.ownLetter === undefined ? drafted : { at: 'letter', label },
  };
}

function coverBlank(label: string): Problem & { readonly label: string } {
  const sentence = `The cover sheet has a blank to fill: ${label}.`;
  return { code: 'blank', severity: 'blocks', sentence, go: { at: 'facts' }, label };
}

function deadCites({ cites, documents }: PreflightInput): readonly Problem[] {
  const dead = cites.flatMap((cite): readonly Problem[] => {
    const paper = documents.get(cite.documentId);
    const numbers = new Set(paper?.pages.map((page) => page.pageNumber));
    const missing = pagesFrom(cite.pageNumber, cite.toPage).find((page) => !numbers.has(page));
    if (missing === undefined) return [];
    const what =
      paper === undefined
        ? 'a paper that is no longer in the vault'
        : `page ${missing} of “${paper.document.title}”, which has ${numbers.size}`;
    return [
      {
        code: 'cited-page-missing',
        severity: 'blocks',
        sentence: `The letter cites ${what}.`,
        documentId: cite.documentId,
        pageNumber: missing,
        ...(cite.groundId === undefined ? {} : { groundId: cite.groundId }),
        go: cite.groundId === undefined ? { at: 'letter' } : { at: 'reason', groundId: cite.groundId },
      },
    ];
  });
  return uniqueSentences(dead);
}

/** Quotes of the user's own letter whose words the cited page does not have; those of the draft were taken from the page. */
function doubtfulQuotes({ case: theCase, letter, documents }: PreflightInput): readonly Problem[] {
  if (theCase.ownLetter === undefined) return [];
  return quoteFaults(letter, documents).map(({ fault, words }): Problem => {
    const short = words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED).trimEnd()}…` : words;
    const sentence =
      fault === 'no-page'
        ? `The letter quotes “${short}” and names no page it stands on.`
        : `The letter quotes “${short}”, and these words are not on the cited page.`;
    return { code: 'quote-not-on-page', severity: 'warns', sentence, go: { at: 'letter' } };
  });
}

function unsigned({ letter }: PreflightInput): readonly Problem[] {
  if (letter.blocks.some(({ kind }) => kind === 'signature')) return [];
  const sentence = 'The letter has no place for a signature. An appeal that nobody signed may be sent back.';
  return [{ code: 'signature-missing', severity: 'warns', sentence, go: { at: 'letter' } }];
}

function pagesFrom(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
}

/** The first problem of each sentence. */
export function uniqueSentences(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    if (seen.has(problem.sentence)) return false;
    seen.add(problem.sentence);
    return true;
  });
}
