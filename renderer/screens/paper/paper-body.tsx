// The pages of a paper beside its panel, and the choosing of words that joins the two.
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentDetail } from '../../../shared/model/document.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { usePageWords } from '../../bridge/queries.ts';
import type { PaperPlace } from '../../navigation/routes.ts';
import { goTo } from '../../navigation/use-route.ts';
import { ToolButton } from '../../parts/tool-button.tsx';
import { REASON_NAMES } from '../../wording/reasons.ts';
import { ArrangeDialog } from '../arrange/arrange-dialog.tsx';
import { DenialPanel } from './denial/denial-panel.tsx';
import { hitsOf, marksOf } from './marks.ts';
import { PageViewer } from './page-viewer.tsx';
import type { PaperRoute } from './paper-screen.tsx';
import { PICK_REASON_ID, PickBar } from './pick-bar.tsx';
import { rangeOf } from './picking.ts';
import { SaveOriginal } from './save-original.tsx';
import { ChooseSecond, SecondPaper } from './second-paper.tsx';
import { SidePanel } from './side-panel.tsx';
import { reasonElementId, useJudging } from './use-judging.ts';
import { usePicking } from './use-picking.ts';

interface PaperBodyProps {
  readonly detail: DocumentDetail;
  readonly route: PaperRoute;
  readonly pageNumber: number;
  readonly query: string;
}

/** Denials have a panel of their own. */
export function PaperBody({ detail, route, pageNumber, query }: PaperBodyProps) {
  const { document: paper, reading, pages } = detail;
  const words = usePageWords(route.id, pageNumber, pages.length > 0).data;
  const picking = usePicking();
  const [isArranging, setArranging] = useState(false);
  const judging = useJudging(route.id, reading);
  const isDenial = (paper.kind === 'denial-letter' || paper.kind === 'eob') && paper.state === 'ready';
  const pick = picking.pick?.pageNumber === pageNumber ? picking.pick : undefined;
  const proof = words === undefined || pick === undefined ? undefined : proofOf(words, rangeOf(pick));
  const { beside } = route;
  /** Goes to another page, of this paper or of the one beside it; words a link led to are no longer marked. */
  const show = (change: { readonly pageNumber?: number; readonly beside?: PaperPlace | undefined }) => {
    const next = { beside, ...change };
    goTo(
      {
        screen: 'paper',
        id: route.id,
        pageNumber: change.pageNumber ?? pageNumber,
        ...(next.beside !== undefined && { beside: next.beside }),
      },
      { replace: true },
    );
  };
  const startPicking = () => {
    // The page takes the focus when nothing else has it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    picking.start();
    document.querySelector('.paper-pages')?.scrollIntoView({ block: 'nearest' });
  };
  const leavePicking = () => {
    // The button takes no focus before it is drawn anew.
    flushSync(picking.leave);
    document.querySelector<HTMLElement>('.add-reason')?.focus();
  };
  const bar = (
    <PickBar
      quote={proof?.quote}
      taken={reading.reasons.map(({ reason }) => reason)}
      isAdding={judging.isBusy}
      onLeave={leavePicking}
      onAdd={(reason) => {
        if (proof === undefined) return;
        judging.judge({ reason, verdict: 'added', proof }, `Added: ${REASON_NAMES[reason]}.`, reasonElementId(reason));
        picking.leave();
      }}
    />
  );
  return (
    <div
      className="paper-layout"
      data-denial={isDenial || undefined}
      data-beside={route.beside !== undefined || undefined}
    >
      {isArranging && <ArrangeDialog papers={[paper]} onClose={() => setArranging(false)} />}
      {pages.length > 0 && (
        <PageViewer
          document={paper}
          pages={pages}
          pageNumber={pageNumber}
          words={words}
          marks={[...marksOf(reading, pageNumber), ...(words === undefined ? [] : hitsOf(words, query))]}
          active={route.mark}
          query={query}
          onPage={(number) => show({ pageNumber: number })}
          more={
            <>
              {route.beside === undefined && paper.state !== 'reading' && (
                <ToolButton
                  icon="arrange"
                  label="Arrange the pages"
                  isDisabled={false}
                  onClick={() => setArranging(true)}
                />
              )}
              {route.beside === undefined && (
                <ChooseSecond id={route.id} onChoose={(id) => show({ beside: { id, pageNumber: 1 } })} />
              )}
              <SaveOriginal document={paper} />
            </>
          }
          choosing={
            picking.isOn
              ? { picking, bar, onLeave: leavePicking, onTake: () => document.getElementById(PICK_REASON_ID)?.focus() }
              : undefined
          }
        />
      )}
      {beside !== undefined && (
        <SecondPaper
          key={beside.id}
          place={beside}
          onPage={(number) => show({ beside: { ...beside, pageNumber: number } })}
          onClose={() => show({ beside: undefined })}
        />
      )}
      {beside === undefined && isDenial && (
        <DenialPanel detail={detail} route={route} judging={judging} isPicking={picking.isOn} onPick={startPicking} />
      )}
      {beside === undefined && !isDenial && <SidePanel detail={detail} route={route} />}
    </div>
  );
}

function proofOf(page: Parameters<typeof quoteOf>[0], { from, to }: { readonly from: number; readonly to: number }) {
  return { pageNumber: page.pageNumber, from, to, quote: quoteOf(page, from, to) };
}
