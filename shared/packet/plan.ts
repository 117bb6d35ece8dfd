// The plan of a packet: exhibits, the table of reasons and answers, and what still stands in the way. Pure.
import type { Case, Deadline, Gap } from '../model/case.ts';
import type { SensitivePage } from '../model/diary.ts';
import type { FullDocument } from '../model/document.ts';
import type { Letter } from '../model/letter.ts';
import type { Exhibit, MatrixRow, PacketPlan, PacketTable } from '../model/packet.ts';
import type { Stamping } from '../model/packet-setup.ts';
import type { IsoDate, ReasonId } from '../model/vocabulary.ts';
import { coverSheet } from './cover.ts';
import { activeGrounds, provingPages } from './evidence-choice.ts';
import { planExhibits } from './exhibits.ts';
import { plannedHighlights } from './highlights.ts';
import { groundHeading, type LetterCite, letterCites } from './letter-cites.ts';
import { preflight } from './preflight.ts';
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
  /** Pages that need a look before they go out. */
  readonly sensitive?: readonly SensitivePage[] | undefined;
  readonly draft: boolean;
  readonly stamping?: Stamping | undefined;
  readonly today: IsoDate;
}

/** Plans the packet of a case as it stands today. Never throws for an incomplete case: what is missing is listed in `problems`. */
export function planPacket(input: PlanInput): PacketPlan {
  const wanted = input.tables ?? [];
  const cites = [...letterCites(input.letter), ...tableCites(wanted)];
  const exhibits = planExhibits(input.case, input.documents, cites);
  const matrix = activeGrounds(input.case).map((ground) => matrixRow(input, ground, cites, exhibits));
  const plan: PacketPlan = {
    caseId: input.case.id,
    title: packetTitle(input.case),
    draft: input.draft,
    createdOn: input.today,
    preset: input.case.packet.preset,
    stamping: input.stamping ?? input.case.packet.stamping,
    parts: [...input.case.packet.parts],
    marks: input.case.packet.marks,
    ...(input.case.packet.parts.includes('cover') && {
      cover: coverSheet(input.case, input.case.packet.preset, input.today),
    }),
    letter: input.letter,
    matrix: [...matrix],
    tables: withinPacket(wanted, new Set(exhibits.map(({ documentId }) => documentId))),
    exhibits: [...exhibits],
    highlights: [...plannedHighlights(input.case, input.documents, exhibits, cites, input.case.packet.marks)],
    redactions: [],
    problems: [...preflight({ ...input, cites, exhibits, matrix })],
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
  const place = (id: string) => exhibits.findIndex((exhibit) => exhibit.documentId === id);
  const evidence = provingPages(input.case, ground, cites).toSorted(
    (a, b) => place(a.documentId) - place(b.documentId),
  );
  return {
    groundId: ground.id,
    heading: groundHeading(input.letter, ground.id) ?? reasonName(ground.reason),
    denial: source === undefined ? [] : [{ documentId: source.documentId, pageNumber: source.proof.pageNumber }],
    evidence,
  };
}

/** What the packet is called in a viewer's title bar. */
function packetTitle(theCase: Case): string {
  const title = theCase.title.trim();
  if (title === '') return 'Appeal packet';
  return /^appeal\b/i.test(title) ? title : `Appeal packet: ${title}`;
}

/** A reason's id as words, for a ground the letter has no heading for: “Medical necessity”. */
function reasonName(reason: ReasonId): string {
  const words = reason.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
