// The picture of a page of the packet as it would be built now.
import { useState } from 'react';
import { packetPreviewPath, pagePath } from '../../../../shared/contract/assets.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import type { PreviewPage } from '../../../../shared/model/packet.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { pageName } from './packet-words.ts';

interface PagePictureProps {
  readonly caseId: CaseId;
  readonly page: PreviewPage;
  /** One-based. */
  readonly number: number;
  readonly state: string;
}

/** Large. Until it is drawn, the page of the paper stands for it; one whose parts are blacked out is never shown bare. */
export function PagePicture({ caseId, page, number, state }: PagePictureProps) {
  const host = useHost();
  const src = host.assetUrl(packetPreviewPath(caseId, number, state));
  const [drawn, setDrawn] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const before = plainPath(page);
  const isWaiting = drawn !== src && failed !== src;
  return (
    <div className="page-picture" data-waiting={isWaiting || undefined}>
      {isWaiting && before !== undefined && <img src={host.assetUrl(before)} alt="" draggable={false} />}
      {failed === src ? (
        <p role="alert">This page could not be drawn. Build a draft to look at it; your papers are safe.</p>
      ) : (
        <img
          key={src}
          className="page-picture-drawn"
          src={src}
          alt={`Page ${page.stamp} of the packet: ${pageName(page)}`}
          draggable={false}
          onLoad={() => setDrawn(src)}
          onError={() => setFailed(src)}
        />
      )}
    </div>
  );
}

/** Small. Pages of papers are shown as they are in the vault, which is at hand at once. */
export function PageThumbnail({ caseId, page, number, state }: PagePictureProps) {
  const host = useHost();
  const path = plainPath(page) ?? packetPreviewPath(caseId, number, state);
  return <img src={host.assetUrl(path)} alt="" decoding="async" draggable={false} />;
}

function plainPath({ documentId, pageNumber, isBlacked }: PreviewPage): string | undefined {
  if (documentId === undefined || pageNumber === undefined || isBlacked === true) return undefined;
  return pagePath(documentId, pageNumber);
}
