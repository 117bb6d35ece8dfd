// The plan of a packet: exhibits, the table of reasons and answers, and what still stands in the way. Pure.
import type { DocumentId } from '../ids.ts';
import type { Case, Deadline, Gap } from '../model/case.ts';
import type { CrosswalkRow } from '../model/criteria.ts';
import type { SensitivePage } from '../model/diary.ts';
import type { FullDocument } from '../model/document.ts';
import type { Letter } from '../model/letter.ts';
import type { Exhibit, MatrixRow, PacketPlan, PacketTable } from '../model/packet.ts';
import type { Stamping } from '../model/packet-setup.ts';
import type { IsoDate, ReasonId } from '../model/vocabulary.ts';
import { coverSheet } from './cover.ts';
import { activeGrounds, type PageSpan, provingPages } from './evidence-choice.ts';
import { type PlannedExhibits, papersOf, planExhibits } from './exhibits.ts';
import { plannedHighlights } from './highlights.ts';
import { letterName } from './labels.ts';
import { firstAnswer } from './letter-answers.ts';
import { groundHeading, type LetterCite, letterCites } from './letter-cites.ts';
import { type PreflightInput, preflight } from './preflight.ts';
import { withRedactions } from './redaction/with-redactions.ts';
import { tableCites, withinPacket } from './tables.ts';

export interface PlanInput {
  readonly case: Case;
  /** By document id; every paper of the case with its words. */
  readonly documents: ReadonlyMap<string, FullDocument>;
  readonly letter: Letter;
  readonly deadlines: readonly Deadline[];
  readonly gaps: readonly Gap[];
  /** The app's own tables the user wants in the packet. */
  readonly tables?: readonly PacketTable[] | undefined;
  /** The criteria of the policy with the pages that meet them, when their table is in the packet. */
  readonly crosswalk?: readonly CrosswalkRow[] | undefined;
  /** Pages that need a look before they go out. */
  readonly sensitive?: readonly SensitivePage[] | undefined;
  /** Pages of these exhibits with something the app would black out, as long as nobody has looked at it. */
  readonly redactionHints?:
    | ((exhibits: readonly Exhibit[]) => NonNullable<PreflightInput['redactionHints']>)
    | undefined;
  readonly channels?: PreflightInput['channels'];
  /** Two-letter code of the State whose rules apply, where the case knows it. */
  readonly state?: string | undefined;
  readonly draft: boolean;
  readonly stamping?: Stamping | undefined;
  readonly today: IsoDate;
}

/** The exhibits of a case with those left out, for the screen that arranges them. */
export function plannedExhibits(input: Pick<PlanInput, 'case' | 'documents' | 'letter' | 'tables'>): PlannedExhibits {
  return planExhibits(input.case, input.documents, citesOf(input));
}

/** The papers that belong in the packet, in the order of the preset. */
export function usualPapers(
  input: Pick<PlanInput, 'case' | 'documents' | 'letter' | 'tables'>,
): readonly FullDocument[] {
  return papersOf(input.case, input.documents, citesOf(input));
}

function citesOf({ letter, tables = [] }: Pick<PlanInput, 'letter' | 'tables'>): readonly LetterCite[] {
  return [...letterCites(letter), ...tableCites(tables)];
}

/** Plans the packet of a case as it stands today. Never throws for an incomplete case: what is missing is listed in `problems`. */
export function planPacket(input: PlanInput): PacketPlan {
  const wanted = input.tables ?? [];
  const cites = citesOf(input);
  const { exhibits, excluded } = planExhibits(input.case, input.documents, cites);
  const { preset, parts } = input.case.packet;
  const cover = parts.includes('cover') ? coverSheet(input.case, preset, input.today) : undefined;
  const matrix = activeGrounds(input.case).map((ground) => matrixRow(input, ground, cites, exhibits));
  const plan: PacketPlan = {
    caseId: input.case.id,
    title: packetTitle(input.case),
    draft: input.draft,
    createdOn: input.today,
    preset,
    stamping: input.stamping ?? input.case.packet.stamping,
    parts: [...parts],
    marks: input.case.packet.marks,
    ...(cover && { cover }),
    letter: input.letter,
    matrix: [...matrix],
    tables: withinPacket(wanted, (documentId, page) => placeOf(exhibits, documentId, page) >= 0),
    exhibits: [...exhibits],
    highlights: [...plannedHighlights(input.case, input.documents, exhibits, cites, input.case.packet.marks)],
    redactions: [],
    problems: [
      ...preflight({
        ...input,
        cover,
        cites,
        exhibits,
        excluded,
        matrix,
        redactionHints: input.redactionHints?.(exhibits),
      }),
    ],
  };
  return withRedactions(plan, input.case.redactions, input.documents);
}

function matrixRow(
  input: PlanInput,
  ground: Case['grounds'][number],
  cites: readonly LetterCite[],
  exhibits: readonly Exhibit[],
): MatrixRow {
  const source = ground.source;
  // Pages the user left out prove nothing here; preflight tells when something still points at them.
  const evidence = provingPages(input.case, ground, cites)
    .flatMap((span) => includedSpans(span, exhibits))
    .toSorted((a, b) => placeOf(exhibits, a.documentId, a.fromPage) - placeOf(exhibits, b.documentId, b.fromPage));
  const answer = firstAnswer(input.letter, ground.id);
  const criteria = criteriaMet(input.crosswalk ?? [], evidence);
  return {
    groundId: ground.id,
    heading: groundHeading(input.letter, ground.id) ?? reasonName(ground.reason),
    ...(answer !== undefined && { answer }),
    ...(criteria.length > 0 && { criteria }),
    denial: source === undefined ? [] : [{ documentId: source.documentId, pageNumber: source.proof.pageNumber }],
    evidence,
  };
}

/** The criteria that pages of an answer meet, by their label or, without one, their first words. */
function criteriaMet(rows: readonly CrosswalkRow[], evidence: readonly PageSpan[]): string[] {
  const answers = ({ source: { documentId, proof } }: CrosswalkRow['facts'][number]) =>
    evidence.some(
      (span) => span.documentId === documentId && span.fromPage <= proof.pageNumber && proof.pageNumber <= span.toPage,
    );
  return rows
    .filter(({ state, facts }) => state === 'met' && facts.some(answers))
    .map(({ criterion }) => criterion.label ?? `“${criterion.text.split(/\s+/).slice(0, 5).join(' ')}…”`);
}

/** The parts of a span that stand in one exhibit each. */
function includedSpans(span: PageSpan, exhibits: readonly Exhibit[]): readonly PageSpan[] {
  const spans: (PageSpan & { place: number })[] = [];
  for (let page = span.fromPage; page <= span.toPage; page += 1) {
    const place = placeOf(exhibits, span.documentId, page);
    const last = spans.at(-1);
    if (place >= 0 && last?.place === place && last.toPage === page - 1) last.toPage = page;
    else if (place >= 0) spans.push({ documentId: span.documentId, fromPage: page, toPage: page, place });
  }
  return spans.map(({ place: _, ...rest }) => rest);
}

/** Index of the exhibit a page stands in, or -1. */
function placeOf(exhibits: readonly Exhibit[], id: DocumentId, page: number): number {
  return exhibits.findIndex(({ documentId, pages }) => documentId === id && pages.includes(page));
}

/** What the packet is called in a viewer's title bar. */
function packetTitle(theCase: Case): string {
  if (theCase.packet.preset === 'claim-file-request') return letterName('claim-file-request');
  const title = theCase.title.trim();
  if (title === '') return 'Appeal packet';
  return /^appeal\b/i.test(title) ? title : `Appeal packet: ${title}`;
}

/** A reason's id as words, for a ground the letter has no heading for: “Medical necessity”. */
function reasonName(reason: ReasonId): string {
  const words = reason.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
