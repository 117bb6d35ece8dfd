// The small picture of a paper. While one scrolls past, no picture is asked for: only what stays on the screen a moment.
import { useEffect, useState } from 'react';
import { thumbnailPath } from '../../../shared/contract/assets.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { useHost } from '../../bridge/host-context.tsx';

/** How long a paper must be on the screen before its picture is asked for the first time, in milliseconds. */
const PAUSE_MS = 120;

/** Papers whose picture was asked for: it is at hand by now. */
const asked = new Set<DocumentId>();

interface ThumbnailProps {
  readonly document: Pick<DocumentSummary, 'id' | 'state'>;
  readonly className: string;
}

/** Decoration: the title beside it names the paper. */
export function Thumbnail({ document: { id, state }, className }: ThumbnailProps) {
  const host = useHost();
  const [isWanted, setWanted] = useState(asked.has(id));
  useEffect(() => {
    if (isWanted) return;
    const timer = setTimeout(() => {
      asked.add(id);
      setWanted(true);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [id, isWanted]);
  if (state !== 'ready' || !isWanted) return <span className={className} />;
  return <img className={className} src={host.assetUrl(thumbnailPath(id))} alt="" decoding="async" draggable={false} />;
}
