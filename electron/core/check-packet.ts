// The check of a finished packet before it is kept: nine things that must be true of the file, found out by other readers than the library that wrote it.
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { PacketCheck, PacketPlan } from '../../shared/model/packet.ts';
import { checkBookmarks } from '../../shared/packet/checks/bookmarks.ts';
import { checkDeterminism, isCheapToRepeat } from '../../shared/packet/checks/determinism.ts';
import { checkFidelity } from '../../shared/packet/checks/fidelity.ts';
import { checkHygiene } from '../../shared/packet/checks/hygiene.ts';
import { checkLinks } from '../../shared/packet/checks/links.ts';
import { checkNumbers } from '../../shared/packet/checks/numbers.ts';
import { checkRedaction } from '../../shared/packet/checks/redaction.ts';
import { checkSearchable, type WordsOf } from '../../shared/packet/checks/searchable.ts';
import { checkSize, type SizeLimit } from '../../shared/packet/checks/size.ts';
import { remainingWords } from '../../shared/packet/redaction/boxes.ts';
import { redactedPhrases } from '../../shared/packet/redaction/leaks.ts';
import { boxesOn } from '../../shared/packet/redaction/planned.ts';
import type { PacketFacts } from '../packet/compose.ts';
import { releaseBytes, type SourceFile } from '../packet/exhibit-source.ts';
import { type FinishedBytes, withoutPictures } from '../packet/kept-parts.ts';
import type { Sink } from '../packet/packet-file.ts';
import { redactionFailures } from '../packet/redaction-check.ts';
import type { Readers } from '../readers/types.ts';
import { lookAtPages } from './check-looks.ts';

/** A packet with one of these wrong is not kept: whoever gets it would be led astray, or learn what he must not. */
const GRAVE: ReadonlySet<string> = new Set(['links', 'bookmarks', 'numbers', 'redaction', 'hygiene']);
/** Stages told while it lasts. */
const STAGES = 3;
/** Read at a time when the file is hashed. */
const PIECE_BYTES = 1_000_000;

export interface CheckInput {
  readonly plan: PacketPlan;
  readonly packet: PacketFacts;
  /** The finished file. */
  readonly file: FinishedBytes;
  readonly readers: Pick<Readers, 'structure' | 'opened'>;
  readonly paper: (id: DocumentId) => FullDocument;
  readonly original: (id: DocumentId) => Promise<Pick<SourceFile, 'bytes' | 'password' | 'release'>>;
  /** What the ways it may be sent refuse. */
  readonly limits: readonly SizeLimit[];
  /** Composes the same packet once more. */
  readonly again: (sink: Sink) => Promise<unknown>;
  readonly signal: AbortSignal;
  /** `done` of `total` stages, with parts of a stage. */
  readonly report: (stage: string, done: number, total: number) => void;
}

/** Makes all nine checks. Throws cancelled, what reading the file throws, and file-damaged when another library can't open it. */
export async function checkPacket(input: CheckInput): Promise<readonly PacketCheck[]> {
  const { plan, packet, file, readers, signal, report } = input;
  report('Checking links, bookmarks and numbers', 0, STAGES);
  const kept = await withoutPictures(file, packet.pictures);
  const stampBoxes = packet.looks.map(({ stamp }) => stamp);
  const seen = await readers.structure(kept, stampBoxes, signal);
  releaseBytes(kept.bytes);
  const paperOf = remembered(input.paper);
  const looks = await lookAtPages({
    ...input,
    paper: paperOf,
    seen,
    onProgress: (done, total) => report(`Comparing page ${done} of ${total} with its paper`, 1 + done / total, STAGES),
  });
  const texts = seen.pages.map(({ text }) => text);
  const redactions = {
    uncovered: redactionFailures(packet, plan, texts, (id) => paperOf(id).pages),
    phrases: phrasesOf(plan, paperOf),
    pale: looks.pale,
    looked: looks.blackened.length,
  };
  report('Building it a second time', 2, STAGES);
  const [first, second] = await twoHashes(input);
  return [
    checkLinks(plan, packet, seen),
    checkBookmarks(packet, seen),
    checkNumbers(plan, packet, seen),
    checkSearchable(packet, seen, wordsOf(plan, paperOf), looks.phrases),
    checkFidelity(packet, looks),
    checkRedaction(plan, packet, seen, redactions),
    checkHygiene(plan, seen),
    checkDeterminism(first, second),
    checkSize(packet, file.length, input.limits),
  ];
}

/** Throws packet-check-failed when a grave check failed. Its cause says where, by page number only. Others are kept and shown. */
export function refuseFailed(checks: readonly PacketCheck[]): readonly PacketCheck[] {
  const failed = checks.filter(({ id, state }) => state === 'failed' && GRAVE.has(id));
  if (failed.length === 0) return checks;
  const why = failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ');
  throw new AppError('packet-check-failed', { cause: new Error(why) });
}

/** A paper is read from the database once, not once for each of its pages, which follow each other; no more than one is held. */
function remembered(paper: CheckInput['paper']): CheckInput['paper'] {
  let last: { readonly id: DocumentId; readonly paper: FullDocument } | undefined;
  return (id) => {
    if (last?.id !== id) last = { id, paper: paper(id) };
    return last.paper;
  };
}

function wordsOf(plan: PacketPlan, paper: CheckInput['paper']): WordsOf {
  return ({ documentId, pageNumber }) => {
    const page = paper(documentId).pages.find((each) => each.pageNumber === pageNumber);
    return page === undefined ? [] : remainingWords(page.words, boxesOn(plan, documentId, pageNumber));
  };
}

function phrasesOf(plan: PacketPlan, paper: CheckInput['paper']): readonly string[] {
  return plan.redactions.flatMap(({ documentId, pageNumber, boxes }) => {
    const page = paper(documentId).pages.find((each) => each.pageNumber === pageNumber);
    return page === undefined ? [] : redactedPhrases(page, boxes);
  });
}

/** SHA-256 of the file and of a second build; undefined for the second when the packet is too large to be built again. */
async function twoHashes({ packet, file, again, signal }: CheckInput): Promise<readonly [string, string | undefined]> {
  if (!isCheapToRepeat(packet.pageCount)) return ['', undefined];
  const first = createHash('sha256');
  for (let at = 0; at < file.length; at += PIECE_BYTES) first.update(await file.read(at, PIECE_BYTES));
  signal.throwIfAborted();
  const second = createHash('sha256');
  await again((bytes) => {
    second.update(bytes);
  });
  return [first.digest('hex'), second.digest('hex')];
}
