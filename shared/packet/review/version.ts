// Which page of a built version is which page of which paper: from the plan it was built from and its index. Pure.
import type { IndexRow, PacketPlan } from '../../model/packet.ts';
import { packetPageOf, stampOf } from '../labels.ts';
import type { ReviewedVersion } from './place.ts';

/** The pages of a version as a review needs them. `index` is the version's own, whose rows stand in the order of the plan's exhibits. */
export function reviewedVersion(
  packetId: ReviewedVersion['packetId'],
  plan: PacketPlan,
  index: readonly IndexRow[],
  pageCount: number,
): ReviewedVersion {
  return {
    packetId,
    stamps: Array.from({ length: pageCount }, (_, page) => stampOf(plan.stamping, page + 1)),
    exhibitPages: plan.exhibits.flatMap((exhibit, at) => {
      const first = packetPageOf(plan.stamping, index[at]?.fromStamp ?? '');
      if (first === undefined) return [];
      return exhibit.pages.map((pageNumber, offset) => ({
        packetPage: first + offset,
        documentId: exhibit.documentId,
        pageNumber,
      }));
    }),
  };
}
