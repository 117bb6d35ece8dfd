// Check: the bookmarks are those of the packet, in their order, at their depth, each on its page.
import type { PacketCheck } from '../../model/packet.ts';
import { type Failure, outcome } from './outcome.ts';
import type { SeenBookmark, SeenFile } from './seen.ts';
import type { WrittenBookmark, WrittenPacket } from './written.ts';

const NAME = { id: 'bookmarks', name: 'The bookmarks are those of the packet and open on the right pages' };

interface Line {
  readonly title: string;
  readonly page: number | undefined;
  readonly depth: number;
}

/** Compares the bookmarks line by line, as they are shown from top to bottom. */
export function checkBookmarks(written: WrittenPacket, seen: SeenFile): PacketCheck {
  const wanted = written.outline.flatMap((entry) => writtenLines(entry, 0));
  const found = seen.bookmarks.flatMap((entry) => seenLines(entry, 0));
  if (wanted.length !== found.length)
    return outcome(NAME, [{ says: `there are ${found.length} bookmarks, not ${wanted.length}` }]);
  return outcome(
    NAME,
    wanted.flatMap((line, at) => lineFailures(line, found[at], at + 1)),
  );
}

function lineFailures(wanted: Line, found: Line | undefined, number: number): readonly Failure[] {
  const page = wanted.page;
  if (found === undefined || shown(wanted.title) !== shown(found.title))
    return [{ says: `bookmark ${number} has another title`, page }];
  if (wanted.depth !== found.depth) return [{ says: `bookmark ${number} hangs below another one`, page }];
  return wanted.page === found.page ? [] : [{ says: `bookmark ${number} opens on another page`, page }];
}

function writtenLines({ title, packetPage, children }: WrittenBookmark, depth: number): readonly Line[] {
  return [{ title, page: packetPage, depth }, ...children.flatMap((child) => writtenLines(child, depth + 1))];
}

function seenLines({ title, page, children }: SeenBookmark, depth: number): readonly Line[] {
  return [{ title, page, depth }, ...children.flatMap((child) => seenLines(child, depth + 1))];
}

/** As a viewer shows it: control characters are blanks. */
function shown(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
