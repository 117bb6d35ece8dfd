// What still stands in the way of sending a packet, in plain words, each with the place where it is mended. Pure.
import type { DocumentId } from '../ids.ts';
import type { Case, Deadline, Gap, Ground } from '../model/case.ts';
import type { SensitivePage } from '../model/diary.ts';
import type { FullDocument } from '../model/document.ts';
import type { Letter } from '../model/letter.ts';
import type { CoverSheet, Exhibit, MatrixRow, Problem } from '../model/packet.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import type { PacketChannel } from '../rules/packet-schema.ts';
import { activeGrounds } from './evidence-choice.ts';
import { firstAnswer } from './letter-answers.ts';
import type { LetterCite } from './letter-cites.ts';
import { deadlineProblems } from './preflight-deadlines.ts';
import { enclosureProblems, exhibitProblems, leftOutProblems } from './preflight-exhibits.ts';
import { letterProblems } from './preflight-letter.ts';
import { paperProblems, sensitiveProblems } from './preflight-papers.ts';
import { sizeProblems } from './preflight-size.ts';

export interface PreflightInput {
  readonly case: Case;
  readonly documents: ReadonlyMap<string, FullDocument>;
  readonly letter: Letter;
  readonly cover: CoverSheet | undefined;
  readonly deadlines: readonly Deadline[];
  readonly gaps: readonly Gap[];
  readonly today: IsoDate;
  readonly cites: readonly LetterCite[];
  readonly exhibits: readonly Exhibit[];
  /** Papers that belong in the packet and were left out by the user. */
  readonly excluded: readonly Exhibit[];
  readonly matrix: readonly MatrixRow[];
  /** Pages of the packet that need a look before they go out. */
  readonly sensitive?: readonly SensitivePage[] | undefined;
  /** Pages with something the app would black out and nobody has looked at yet. */
  readonly redactionHints?: readonly { readonly documentId: DocumentId; readonly pageNumber: number }[] | undefined;
  /** Ways to send it with their limits. */
  readonly channels?: readonly PacketChannel[] | undefined;
  /** Two-letter code, where the case knows it. */
  readonly state?: string | undefined;
}

const SEVERITIES: readonly Problem['severity'][] = ['blocks', 'warns', 'notes'];

/** All problems of a planned packet, the blocking ones first. */
export function preflight(input: PreflightInput): readonly Problem[] {
  const problems = [
    ...groundProblems(input),
    ...letterProblems(input),
    ...exhibitProblems(input),
    ...leftOutProblems(input),
    ...enclosureProblems(input),
    ...deadlineProblems(input.deadlines, input.today),
    ...planTypeProblems(input.case),
    ...paperProblems(input.exhibits, input.documents),
    ...sensitiveProblems(input.exhibits, input.sensitive ?? []),
    ...redactionProblems(input),
    ...remarkProblems(input.case),
    ...sizeProblems(input),
  ];
  return problems.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** True when the packet may be built as more than a marked draft. */
export function canBeFinal(problems: readonly Problem[]): boolean {
  return !problems.some((problem) => problem.severity === 'blocks');
}

/** Reasons matter where they are answered; a request for the file, or a record without a letter, answers none. */
function groundProblems({ case: theCase, letter, matrix, gaps }: PreflightInput): readonly Problem[] {
  const { parts, preset } = theCase.packet;
  if (preset === 'claim-file-request' || !(parts.includes('letter') || parts.includes('matrix'))) return [];
  const grounds = activeGrounds(theCase);
  if (grounds.length === 0) {
    return [
      {
        code: 'no-grounds',
        severity: 'blocks',
        sentence: 'The case has no reason to answer yet. Add the reasons that the denial gives.',
        go: { at: 'page', documentId: theCase.denialDocumentId, pageNumber: 1 },
      },
    ];
  }
  return grounds.flatMap((ground): readonly Problem[] => {
    const row = matrix.find((candidate) => candidate.groundId === ground.id);
    const heading = row?.heading ?? ground.reason;
    const proven = (row?.evidence.length ?? 0) > 0;
    if (proven) return suggestionsOnly(theCase, ground, heading);
    const missing = whatIsMissing(ground, gaps);
    const place = { groundId: ground.id, go: { at: 'reason', groundId: ground.id } } as const;
    if (ground.answer.trim() === '' && firstAnswer(letter, ground.id) === undefined) {
      const sentence = `The reason “${heading}” is not answered yet. Write an answer or link a page that proves it.${missing}`;
      return [{ code: 'ground-unanswered', severity: 'blocks', sentence, ...place }];
    }
    const sentence = `The answer to “${heading}” points at no page of your papers.${missing}`;
    return [{ code: 'ground-without-evidence', severity: 'warns', sentence, ...place }];
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
      go: { at: 'reason', groundId: ground.id },
    },
  ];
}

function whatIsMissing(ground: Ground, gaps: readonly Gap[]): string {
  const gap = gaps.find((candidate) => candidate.groundId === ground.id && candidate.state === 'missing');
  if (gap === undefined) return '';
  return ` Still missing: ${gap.what.replace(/\.\s*$/, '')} (who has it: ${gap.who.replace(/\.\s*$/, '')}).`;
}

function planTypeProblems(theCase: Case): readonly Problem[] {
  const { planType } = theCase;
  if (planType.byUser && planType.value !== 'unknown') return [];
  const sentence =
    planType.value === 'unknown'
      ? 'The kind of health plan is not known, so the deadline shown is the most careful one. Ask the employer or the plan.'
      : 'The kind of health plan was read from the papers and not confirmed. The deadline depends on it.';
  const severity = planType.value === 'unknown' ? 'warns' : 'notes';
  return [{ code: 'plan-type-unconfirmed', severity, sentence, go: { at: 'facts' } }];
}

/** Suggestions nobody looked at are told once: their list is on a page of its own. */
function redactionProblems({ exhibits, redactionHints = [] }: PreflightInput): readonly Problem[] {
  const pages = new Set(
    redactionHints
      .filter((hint) =>
        exhibits.some((each) => each.documentId === hint.documentId && each.pages.includes(hint.pageNumber)),
      )
      .map(({ documentId, pageNumber }) => `${documentId} ${pageNumber}`),
  );
  if (pages.size === 0) return [];
  const where = pages.size === 1 ? 'One page holds' : `${pages.size} pages hold`;
  const sentence = `${where} private data that nobody at the plan may need, such as account numbers or other people’s names. Look at the suggestions to black it out.`;
  return [{ code: 'redaction-pending', severity: 'warns', sentence, go: { at: 'redactions' } }];
}

function remarkProblems({ reviewNotes }: Case): readonly Problem[] {
  const open = reviewNotes.filter(({ state }) => state === 'open').length;
  if (open === 0) return [];
  const sentence = `${open === 1 ? 'One remark' : `${open} remarks`} of a reviewer ${open === 1 ? 'is' : 'are'} still open.`;
  return [{ code: 'remarks-open', severity: 'warns', sentence, go: { at: 'review' } }];
}
