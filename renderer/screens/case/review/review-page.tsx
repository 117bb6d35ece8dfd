// A page of a built version as the reviewer saw it, with the place of one remark marked.
import type { CSSProperties } from 'react';
import { packetPagePath } from '../../../../shared/contract/assets.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import type { ReviewNote } from '../../../../shared/model/review.ts';
import { useHost } from '../../../bridge/host-context.tsx';

/** The picture of the page; boxes are laid over it in shares of its size. */
export function ReviewPage({ packet, note }: { readonly packet: Packet; readonly note: ReviewNote }) {
  const host = useHost();
  return (
    <div className="review-page">
      <img
        className="packet-page"
        src={host.assetUrl(packetPagePath(packet.id, note.packetPage))}
        alt={`Page ${note.stamp} of version ${packet.version}`}
        draggable={false}
      />
      {note.boxes.map((box) => (
        <span
          key={`${box.x} ${box.y} ${box.w} ${box.h}`}
          className="review-box"
          aria-hidden
          style={shareOf(box, note.pageSize)}
        />
      ))}
    </div>
  );
}

function shareOf(box: ReviewNote['boxes'][number], { w, h }: ReviewNote['pageSize']): CSSProperties {
  const percent = (value: number) => `${Math.round(value * 10_000) / 100}%`;
  return { left: percent(box.x / w), top: percent(box.y / h), width: percent(box.w / w), height: percent(box.h / h) };
}
