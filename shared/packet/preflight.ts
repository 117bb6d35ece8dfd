// What still stands in the way of sending a packet, in plain words. Pure.
import type { Case, Deadline, Gap, Ground } from '../model/case.ts';
import type { SensitivePage } from '../model/diary.ts';
import type { FullDocument } from '../model/document.ts';
import type { Letter } from '../model/letter.ts';
import type { Exhibit, MatrixRow, Problem } from '../model/packet.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { activeGrounds } from './evidence-choice.ts';
import { type LetterCite, letterBlanks } from './letter-cites.ts';
import { deadlineProblems } from './preflight-deadlines.ts';
import { paperProblems, sensitiveProblems } from './preflight-papers.ts';

export interface PreflightInput {
  readonly case: Case;
  readonly documents: ReadonlyMap<string, FullDocument>;
  readonly letter: Letter;
  readonly deadlines: readonly Deadline[];
  readonly gaps: readonly Gap[];
  readonly today: IsoDate;
  readonly cites: readonly LetterCite[];
  readonly exhibits: readonly Exhibit[];
  readonly matrix: readonly MatrixRow[];
  /** Pages of the packet that need a look before they go out. */
  readonly sensitive?: readonly SensitivePage[] | undefined;
}

const SEVERITIES: readonly Problem['severity'][] = ['blocks', 'warns', 'notes'];

/** All problems of a planned packet, the blocking ones first. */
export function preflight(input: PreflightInput): readonly Problem[] {
  const problems = [
    ...groundProblems(input),
    ...letterProblems(input),
    ...exhibitProblems(input),
    ...deadlineProblems(input.deadlines, input.today),
    ...planTypeProblems(input.case),
    ...paperProblems(input.exhibits, input.documents),
    ...sensitiveProblems(input.exhibits, input.sensitive ?? []),
  ];
  return problems.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** True when the packet may be built as more than a marked draft. */
export function canBeFinal(problems: readonly Problem[]): boolean {
  return !problems.some((problem) => problem.severity === 'blocks');
}

function groundProblems({ case: theCase, matrix, gaps }: PreflightInput): readonly Problem[] {
  const grounds = activeGrounds(theCase);
  if (grounds.length === 0) {
    return [
      {
        code: 'no-grounds',
        severity: 'blocks',
        sentence: 'The case has no reason to answer yet. Add the reasons that the denial gives.',
      },
    ];
  }
  return grounds.flatMap((ground): readonly Problem[] => {
    const row = matrix.find((candidate) => candidate.groundId === ground.id);
    const heading = row?.heading ?? ground.reason;
    const proven = (row?.evidence.length ?? 0) > 0;
    if (proven) return suggestionsOnly(theCase, ground, heading);
    const missing = whatIsMissing(ground, gaps);
    if (ground.answer.trim() === '') {
      return [
        {
          code: 'ground-unanswered',
          severity: 'blocks',
          sentence: `The reason “${heading}” is not answered yet. Write an answer or link a page that proves it.${missing}`,
          groundId: ground.id,
        },
      ];
    }
    return [
      {
        code: 'ground-without-evidence',
        severity: 'warns',
        sentence: `The answer to “${heading}” points at no page of your papers.${missing}`,
        groundId: ground.id,
      },
    ];
  });
}

/** Pages that only the app chose are quoted as they are, but a person should have looked at them before the packet leaves. */
function suggestionsOnly(theCase: Case, ground: Ground, heading: string): readonly Problem[] {
  const isLookedAt = theCase.evidence.some(({ groundId, state }) => groundId === ground.id && state === 'accepted');
  if (isLookedAt) return [];
  return [
    {
      code: 'evidence-unconfirmed',
      severity: 'warns',
      sentence: `The pages that answer “${heading}” are suggestions of the app. Look at them and choose those you want to use.`,
      groundId: ground.id,
    },
  ];
}

function whatIsMissing(ground: Ground, gaps: readonly Gap[]): string {
  const gap = gaps.find((candidate) => candidate.groundId === ground.id && candidate.state === 'missing');
  if (gap === undefined) return '';
  return ` Still missing: ${gap.what.replace(/\.\s*$/, '')} (who has it: ${gap.who.replace(/\.\s*$/, '')}).`;
}

function letterProblems({ letter, cites, documents }: PreflightInput): readonly Problem[] {
  const blanks = letterBlanks(letter).map((blank): Problem => {
    const ground = blank.groundId === undefined ? {} : { groundId: blank.groundId };
    return {
      code: 'blank',
      severity: 'blocks',
      sentence: `The letter has a blank to fill: ${blank.label}.`,
      ...ground,
    };
  });
  const dead = cites.flatMap((cite): readonly Problem[] => {
    const paper = documents.get(cite.documentId);
    const numbers = new Set(paper?.pages.map((page) => page.pageNumber));
    const missing = rangeOf(cite.pageNumber, cite.toPage).find((page) => !numbers.has(page));
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
      },
    ];
  });
  return [...blanks, ...uniqueSentences(dead)];
}

function exhibitProblems({ case: theCase, exhibits, cites }: PreflightInput): readonly Problem[] {
  if (exhibits.length === 0) {
    return [
      {
        code: 'no-exhibits',
        severity: 'blocks',
        sentence: 'The packet has no exhibits. Add at least the denial letter.',
      },
    ];
  }
  const cited = new Set(cites.map((cite) => cite.documentId));
  return exhibits
    .filter((exhibit) => exhibit.documentId !== theCase.denialDocumentId && !cited.has(exhibit.documentId))
    .map((exhibit) => ({
      code: 'exhibit-uncited',
      severity: 'notes',
      sentence: `Exhibit ${exhibit.label} (“${exhibit.title}”) is in the packet, but the letter does not point at it.`,
      documentId: exhibit.documentId,
    }));
}

function planTypeProblems(theCase: Case): readonly Problem[] {
  const { planType } = theCase;
  if (planType.byUser && planType.value !== 'unknown') return [];
  const sentence =
    planType.value === 'unknown'
      ? 'The kind of health plan is not known, so the deadline shown is the most careful one. Ask the employer or the plan.'
      : 'The kind of health plan was read from the papers and not confirmed. The deadline depends on it.';
  return [{ code: 'plan-type-unconfirmed', severity: planType.value === 'unknown' ? 'warns' : 'notes', sentence }];
}

function rangeOf(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
}

function uniqueSentences(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    if (seen.has(problem.sentence)) return false;
    seen.add(problem.sentence);
    return true;
  });
}
