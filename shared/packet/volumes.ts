// Volumes: which pages of a packet go into which file, so that every file stays below a size limit. Pure.
import { AppError } from '../errors.ts';

/** A page of the packet as the planner sees it. */
export interface SizedPage {
  /** What the page needs in a file, measured. */
  readonly bytes: number;
  /** The exhibit it belongs to (its tab sheet too); missing on the front pages. */
  readonly exhibit?: string | undefined;
  /** A tab sheet says nothing without the page behind it: the two stay in one volume. */
  readonly isTab?: boolean | undefined;
}

/** Pages of the packet in one volume, one-based, inclusive. */
export interface VolumePages {
  readonly from: number;
  readonly to: number;
}

/** Megabytes as portals count them, on the safe side: a million bytes. */
export const MEGABYTE = 1_000_000;

/**
 * Cuts a packet into volumes. `room` tells how many bytes of pages fit into the n-th volume (from 0), its own cover and index already
 * taken off. Every page comes into exactly one volume, in order. A volume ends before an exhibit that does not fit whole any more;
 * only what is larger than a whole volume (an exhibit, the front pages) is cut between pages, where the volume is full.
 * Throws volume-page-too-large, with the page's number in the packet, when a page alone (a tab sheet with the page behind it) has no room.
 */
export function planVolumes(pages: readonly SizedPage[], room: (volume: number) => number): readonly VolumePages[] {
  const volumes: VolumePages[] = [];
  let from = 1;
  let used = 0;
  /** Ends the volume before this page. */
  const cut = (page: number) => {
    if (page === from) return;
    volumes.push({ from, to: page - 1 });
    from = page;
    used = 0;
  };
  const left = () => room(volumes.length) - used;
  const take = (bytes: number) => {
    used += bytes;
  };
  for (const group of groupsOf(pages)) {
    const whole = sum(group.pieces);
    if (whole > left() && whole <= room(volumes.length + Number(used > 0))) cut(group.from);
    if (whole <= left()) {
      take(whole);
      continue;
    }
    for (const piece of group.pieces) {
      if (piece.bytes > left()) cut(piece.from);
      if (piece.bytes > left()) throw pageTooLarge(pages, piece, room(volumes.length));
      take(piece.bytes);
    }
  }
  cut(pages.length + 1);
  return volumes;
}

/** What is never cut: one page, or a tab sheet and the page behind it. */
interface Piece {
  readonly from: number;
  readonly bytes: number;
}

/** What is cut only when it is larger than a volume: the front pages, or an exhibit behind its tab. */
interface Group {
  readonly from: number;
  readonly exhibit: string | undefined;
  readonly pieces: Piece[];
}

function groupsOf(pages: readonly SizedPage[]): readonly Group[] {
  const groups: Group[] = [];
  pages.forEach((page, index) => {
    const before = pages[index - 1];
    const last = groups.at(-1);
    const piece = last?.pieces.at(-1);
    if (last === undefined || before === undefined || page.exhibit !== last.exhibit || page.isTab === true) {
      groups.push({ from: index + 1, exhibit: page.exhibit, pieces: [{ from: index + 1, bytes: page.bytes }] });
    } else if (before.isTab === true && piece !== undefined) {
      last.pieces[last.pieces.length - 1] = { from: piece.from, bytes: piece.bytes + page.bytes };
    } else {
      last.pieces.push({ from: index + 1, bytes: page.bytes });
    }
  });
  return groups;
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, { bytes }) => total + bytes, 0);
}

function pageTooLarge(pages: readonly SizedPage[], piece: Piece, room: number): AppError {
  const isTab = pages[piece.from - 1]?.isTab === true;
  return new AppError('volume-page-too-large', {
    details: {
      page: piece.from + Number(isTab),
      megabytes: (piece.bytes / MEGABYTE).toFixed(1),
      roomMb: Math.max(0, room / MEGABYTE).toFixed(1),
    },
  });
}

/** The volume (one-based) a page of the packet stands in; undefined for a page beyond the last. */
export function volumeOf(volumes: readonly VolumePages[], packetPage: number): number | undefined {
  const at = volumes.findIndex(({ from, to }) => packetPage >= from && packetPage <= to);
  return at < 0 ? undefined : at + 1;
}

/** A volume's file name: “packet-volume-2-of-3.pdf”. Letters, digits, dots and hyphens only, as upload forms want them. */
export function volumeFileName(base: string, volume: number, of: number): string {
  return `${base}-volume-${volume}-of-${of}.pdf`;
}

/** “Volume 2 of 3”. */
export function volumeName(volume: number, of: number): string {
  return `Volume ${volume} of ${of}`;
}
