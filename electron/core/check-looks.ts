// Looks at pages of a finished packet closely: each is drawn beside its paper and compared, its boxes must be black, some phrases are looked for.
import { isAppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { type ComparedPage, drawingSize, meanDifference } from '../../shared/packet/checks/fidelity.ts';
import { boxesAreBlack } from '../../shared/packet/checks/redaction.ts';
import { type FoundPhrase, wantedPhrases } from '../../shared/packet/checks/searchable.ts';
import type { SeenFile } from '../../shared/packet/checks/seen.ts';
import { remainingWords } from '../../shared/packet/redaction/boxes.ts';
import type { PacketFacts } from '../packet/compose.ts';
import { releaseBytes, type SourceFile } from '../packet/exhibit-source.ts';
import { type FinishedBytes, withoutPictures } from '../packet/kept-parts.ts';
import type { GreyPage } from '../readers/grey-page.ts';
import type { OpenedFile, Readers } from '../readers/types.ts';
import { type LookedPage, pagesToLookAt } from './looked-pages.ts';

/** Most bytes of pictures handed to the readers at a time. */
const BATCH_BYTES = 8_000_000;
/** A picture may need another one that is only asked for once it is there, as a mask. After so many times a page counts as not drawn. */
const ROUNDS = 4;
/** Pixels of a drawing that only shows which pictures a page needs. */
const GLANCE = { width: 24, height: 24 };

export interface LooksInput {
  readonly plan: PacketPlan;
  readonly packet: PacketFacts;
  readonly seen: SeenFile;
  readonly file: FinishedBytes;
  readonly readers: Pick<Readers, 'opened'>;
  readonly paper: (id: DocumentId) => FullDocument;
  readonly original: (id: DocumentId) => Promise<Pick<SourceFile, 'bytes' | 'password' | 'release'>>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** What a close look found; pages are those of the packet. */
export interface Looks {
  readonly compared: readonly ComparedPage[];
  readonly undrawn: readonly number[];
  readonly phrases: readonly FoundPhrase[];
  /** Redacted pages that were drawn, and those of them with a box that is not black. */
  readonly blackened: readonly number[];
  readonly pale: readonly number[];
}

type Found = { [Key in keyof Looks]: Looks[Key][number][] };

/** Draws and searches a sample of the packet's pages, and all redacted ones up to a limit. Throws cancelled, and what reading the file throws. */
export async function lookAtPages(input: LooksInput): Promise<Looks> {
  const pages = pagesToLookAt(input);
  const found: Found = { compared: [], undrawn: [], phrases: [], blackened: [], pale: [] };
  const needs = await picturesOf(input, pages);
  let done = 0;
  const onPage = () => {
    done += 1;
    input.onProgress(done, pages.length);
  };
  for (const batch of batchesOf(input, pages, needs)) await lookAtBatch(input, batch, needs, found, onPage);
  return found;
}

/** Places of the pictures each page needs, as far as they can be told without having them. */
async function picturesOf(input: LooksInput, pages: readonly LookedPage[]): Promise<Map<number, number[]>> {
  const kept = await withoutPictures(input.file, input.packet.pictures);
  const needs = new Map<number, number[]>();
  const glance = async (packet: OpenedFile) => {
    for (const { packetPage } of pages) {
      const seen = await drawn(packet, packetPage, GLANCE, input.signal);
      needs.set(packetPage, [...(seen?.missed ?? [])]);
    }
  };
  await input.readers.opened(kept, glance, input.signal);
  releaseBytes(kept.bytes);
  return needs;
}

function batchesOf(
  { packet }: LooksInput,
  pages: readonly LookedPage[],
  needs: ReadonlyMap<number, readonly number[]>,
): readonly (readonly LookedPage[])[] {
  const lengths = new Map(packet.pictures.map(({ position, length }) => [position, length]));
  const batches: LookedPage[][] = [];
  let bytes = 0;
  for (const page of pages) {
    const own = (needs.get(page.packetPage) ?? []).reduce((sum, place) => sum + (lengths.get(place) ?? 0), 0);
    const last = batches.at(-1);
    if (last === undefined || bytes + own > BATCH_BYTES) {
      batches.push([page]);
      bytes = own;
    } else {
      last.push(page);
      bytes += own;
    }
  }
  return batches;
}

/** Pages whose pictures are all handed over at once; what turns out to be missing is handed over in the next round. */
async function lookAtBatch(
  input: LooksInput,
  batch: readonly LookedPage[],
  needs: Map<number, number[]>,
  found: Found,
  onPage: () => void,
): Promise<void> {
  const { packet, file, readers, signal } = input;
  let waiting = batch;
  for (let round = 0; round < ROUNDS && waiting.length > 0; round += 1) {
    const filled = new Set(waiting.flatMap(({ packetPage }) => needs.get(packetPage) ?? []));
    const part = await withoutPictures(
      file,
      packet.pictures.filter(({ position }) => !filled.has(position)),
    );
    const left: LookedPage[] = [];
    const look = async (opened: OpenedFile) => {
      for (const own of byPaper(waiting)) {
        await withPaper(input, own, async (paper) => {
          for (const page of own) {
            const missed = await lookAtPage(input, page, paper, opened, found);
            if (missed.length === 0) onPage();
            else {
              needs.set(page.packetPage, [...(needs.get(page.packetPage) ?? []), ...missed]);
              left.push(page);
            }
          }
        });
      }
    };
    await readers.opened(part, look, signal);
    releaseBytes(part.bytes);
    waiting = left;
  }
  for (const { packetPage } of waiting) found.undrawn.push(packetPage);
}

/** Opens the paper when one of the pages is to be compared with it; undefined when it isn't, or does not open. */
async function withPaper(
  { readers, original, signal }: LooksInput,
  pages: readonly LookedPage[],
  work: (paper: OpenedFile | undefined) => Promise<void>,
): Promise<void> {
  const [first] = pages;
  if (first === undefined || !pages.some(({ isCompared }) => isCompared)) return work(undefined);
  const file = await original(first.documentId);
  await readers.opened(file, work, signal);
  file.release?.();
}

/** Gives the places of what is still missing to draw the page; nothing is noted then. */
async function lookAtPage(
  { plan, packet, signal }: LooksInput,
  page: LookedPage,
  paper: OpenedFile | undefined,
  opened: OpenedFile,
  found: Found,
): Promise<readonly number[]> {
  signal.throwIfAborted();
  const { packetPage, part, boxes, isCompared } = page;
  const size = drawingSize(part);
  if (isCompared && paper !== undefined) {
    const pair = await drawnTwice(page, paper, opened, signal);
    if (pair === undefined) found.undrawn.push(packetPage);
    else if (pair.packet.missed.length > 0) return pair.packet.missed;
    else {
      const over = packet.looks[packetPage - 1]?.drawn ?? [];
      const whole = { ...part, strip: packet.looks[packetPage - 1]?.strip ?? 0 };
      const mean = meanDifference(pair.packet.pixels, pair.paper.pixels, size, whole, over, plan.draft);
      found.compared.push({ packetPage, mean });
    }
  }
  if (boxes.length > 0) {
    const grey = await drawn(opened, packetPage, { ...size, part }, signal);
    if (grey === undefined) found.undrawn.push(packetPage);
    else if (grey.missed.length > 0) return grey.missed;
    else {
      found.blackened.push(packetPage);
      if (page.read === undefined || !boxesAreBlack(grey.pixels, grey, page.read, boxes)) found.pale.push(packetPage);
    }
  }
  if (page.read !== undefined) {
    const wanted = wantedPhrases(packetPage, page.read, remainingWords(page.read.words, boxes), part);
    const places =
      wanted.length === 0
        ? []
        : await opened.find(
            packetPage,
            wanted.map(({ text }) => text),
          );
    found.phrases.push(...wanted.map((phrase, at) => ({ ...phrase, places: places[at] ?? [] })));
  }
  return [];
}

/** The page as it is in the packet and in its paper. A picture is drawn in both at its own resolution, then made smaller. */
async function drawnTwice(
  { packetPage, pageNumber, part, isPicture }: LookedPage,
  paper: OpenedFile,
  packet: OpenedFile,
  signal: AbortSignal,
): Promise<{ readonly paper: GreyPage; readonly packet: GreyPage } | undefined> {
  const size = drawingSize(part);
  const ofPaper = drawn(paper, pageNumber, size, signal);
  const own = isPicture ? (await ofPaper)?.drawn : undefined;
  const [a, b] = await Promise.all([ofPaper, drawn(packet, packetPage, { ...size, part, drawn: own }, signal)]);
  return a === undefined || b === undefined ? undefined : { paper: a, packet: b };
}

/** Undefined for a page that can't be drawn. */
async function drawn(
  file: OpenedFile,
  page: number,
  wish: Parameters<OpenedFile['grey']>[1],
  signal: AbortSignal,
): Promise<GreyPage | undefined> {
  try {
    return await file.grey(page, wish);
  } catch (cause) {
    if (signal.aborted || !isAppError(cause)) throw cause;
    return undefined;
  }
}

function byPaper(pages: readonly LookedPage[]): readonly (readonly LookedPage[])[] {
  const papers = new Map<DocumentId, LookedPage[]>();
  for (const page of pages) papers.set(page.documentId, [...(papers.get(page.documentId) ?? []), page]);
  return [...papers.values()];
}
