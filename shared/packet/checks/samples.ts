// Which pages of a packet are looked at closely: all of a small one, else the same pages each time.
import type { WrittenExhibitPage, WrittenPacket } from './written.ts';

/** Up to so many exhibit pages all are looked at. */
const ALL = 40;
/** Most pages of a larger packet: each takes a tenth of a second. */
export const MOST_SAMPLES = 60;

/** Exhibit pages to be looked at, in order: the first and last of each exhibit, and others evenly spread. */
export function sampledPages(written: WrittenPacket, most = MOST_SAMPLES): readonly WrittenExhibitPage[] {
  const pages = written.exhibitPages;
  if (pages.length <= Math.min(ALL, most)) return pages;
  const isEdge = (page: WrittenExhibitPage, at: number) =>
    pages[at - 1]?.label !== page.label || pages[at + 1]?.label !== page.label;
  const edges = pages.filter(isEdge);
  if (edges.length >= most) return spread(edges, most);
  const others = spread(
    pages.filter((page, at) => !isEdge(page, at)),
    most - edges.length,
  );
  return [...edges, ...others].sort((a, b) => a.packetPage - b.packetPage);
}

/** `count` of them, the first and the last among them. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  const step = count <= 1 ? 0 : (all.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => all[Math.round(index * step)]).filter(
    (each) => each !== undefined,
  );
}
