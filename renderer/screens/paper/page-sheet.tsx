// One page as a picture, with its words to select and the marks on it.
import type { CSSProperties, MouseEvent, ReactNode, Ref } from 'react';
import { pagePath } from '../../../shared/contract/assets.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { FoundPlace, PageSummary } from '../../../shared/model/document.ts';
import type { Page } from '../../../shared/model/page.ts';
import { useHost } from '../../bridge/host-context.tsx';
import type { WordRange } from '../../navigation/routes.ts';
import type { Mark } from './marks.ts';
import { PageMarks } from './page-marks.tsx';
import { TextLayer } from './text-layer.tsx';
import type { Turn, Zoom } from './zoom.ts';

interface PageSheetProps {
  /** The upright page, within the turned sheet. */
  readonly ref: Ref<HTMLDivElement>;
  readonly documentId: DocumentId;
  readonly page: PageSummary;
  readonly words: Page | undefined;
  readonly zoom: Zoom;
  readonly turn: Turn;
  readonly marks: readonly Mark[];
  /** What was found, on any page. */
  readonly places: readonly FoundPlace[];
  readonly active: WordRange | undefined;
  readonly onPress: ((event: MouseEvent) => void) | undefined;
  readonly children?: ReactNode;
}

/** As large as `zoom` says; a page that lies is set upright by `turn`. */
export function PageSheet({ page, words, zoom, turn, onPress, children, ...props }: PageSheetProps) {
  const host = useHost();
  const { pageNumber, widthPt, heightPt } = page;
  const isAcross = turn % 2 === 1;
  const ratio = isAcross ? heightPt / widthPt : widthPt / heightPt;
  const hits = props.places
    .filter((place) => place.pageNumber === pageNumber)
    .map(({ from, to, isSimilar }) => ({
      from,
      to,
      label: isSimilar ? 'Found in a similar spelling' : 'Found',
      isHit: true,
    }));
  return (
    <div
      className="page-sheet"
      data-zoomed={(typeof zoom === 'number' && zoom > 1) || undefined}
      style={{ width: widthOf(zoom, ratio), aspectRatio: String(ratio) }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: text is selected here by mouse; by keyboard it is on the frame around it */}
      <div ref={props.ref} className="page-upright" style={upright(turn, widthPt / heightPt)} onMouseDown={onPress}>
        <img
          src={host.assetUrl(pagePath(props.documentId, pageNumber))}
          alt={`Page ${pageNumber}, as it was scanned or sent`}
          draggable={false}
        />
        {/* Anew for each page: words that are selected must not become those of another page. */}
        {words !== undefined && <TextLayer key={words.pageNumber} page={words} />}
        {words !== undefined && <PageMarks page={words} marks={[...props.marks, ...hits]} active={props.active} />}
        {children}
      </div>
    </div>
  );
}

/** The whole page fits when it is no taller than its frame. */
function widthOf(zoom: Zoom, ratio: number): string {
  if (zoom === 'width') return '100%';
  return zoom === 'page' ? `min(100%, calc(var(--page-room) * ${ratio}))` : `${zoom * 100}%`;
}

/** In a sheet that lies across, the page is as wide as the sheet is tall. */
function upright(turn: Turn, ratio: number): CSSProperties {
  if (turn === 0) return {};
  const width = turn === 2 ? 100 : 100 * ratio;
  return {
    width: `${width}cqw`,
    height: `${width / ratio}cqw`,
    left: '50%',
    top: '50%',
    transform: `translate(-50%, -50%) rotate(${turn * 90}deg)`,
  };
}
