// Redaction: what must not be readable in the packet. The page with its boxes, and beside it suggestions, a search, and what is blacked out.
import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import type { RedactionHit, RedactionsView } from '../../../../shared/contract/redactions.ts';
import type { EntryId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { PageBox, RedactionWhy } from '../../../../shared/model/redaction.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { Loading } from '../../../parts/loading.tsx';
import '../../../styles/redactions.css';
import { firstBox } from './box-moves.ts';
import { LeakNotice } from './leak-notice.tsx';
import { PageBar } from './page-bar.tsx';
import { RedactedList } from './redacted-list.tsx';
import { RedactionSheet } from './redaction-sheet.tsx';
import { newRedaction, pageAt, pageName } from './redaction-words.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useRedactionDesk, useRedactionsView } from './use-redactions.ts';
import { WordSearch } from './word-search.tsx';

/** For the packet's screen. */
export function RedactionPanel({ view }: { readonly view: CaseView }) {
  const redactions = useRedactionsView(view.case.id);
  if (redactions.isPending) return <Loading label="Looking for private data" />;
  if (redactions.isError) return <ErrorNotice error={redactions.error} />;
  if (redactions.data.pages.length === 0)
    return (
      <EmptyState icon="shield" heading="No pages to black out yet">
        As soon as the packet has exhibits, their pages stand here.
      </EmptyState>
    );
  return (
    <section aria-labelledby="redactions-heading">
      <Title order={2} id="redactions-heading" mb={4}>
        Black out
      </Title>
      <Stack gap={6} mb="md" maw={760}>
        <Text>
          What you black out is removed from the packet for good: the words, and the picture under them. Your own papers
          stay as they are.
        </Text>
        <Text size="sm" c="dimmed">
          Leave what the plan needs to find and judge your case: your name, member ID, claim numbers, dates of service
          and the medical facts. Black out what it doesn’t need: Social Security and bank numbers, other patients,
          family members.
        </Text>
      </Stack>
      <Workplace view={view} data={redactions.data} />
    </section>
  );
}

function Workplace({ view, data }: { readonly view: CaseView; readonly data: RedactionsView }) {
  const desk = useRedactionDesk(view);
  const { pages, suggestions, leaks } = data;
  const [wanted, setWanted] = useState(0);
  const [tab, setTab] = useState<string | null>(suggestions.length > 0 ? 'suggestions' : 'words');
  const [why, setWhy] = useState<RedactionWhy>('other');
  const [isDrawing, setDrawing] = useState(() => matchMedia('(pointer: fine)').matches);
  const [isResult, setResult] = useState(false);
  const [zoom, setZoom] = useState(1);
  const frame = useRef<HTMLElement>(null);
  const [newId, setNewId] = useState<EntryId>();
  const [hits, setHits] = useState<readonly RedactionHit[]>([]);
  const at = Math.min(wanted, pages.length - 1);
  const page = pages[at];
  if (page === undefined) return null;

  const applied = view.case.redactions.filter(({ state }) => state === 'applied');
  const here = (each: { readonly documentId: string; readonly pageNumber: number }) =>
    each.documentId === page.documentId && each.pageNumber === page.pageNumber;
  const outlined = (tab === 'suggestions' ? suggestions : tab === 'words' ? hits.filter(({ covered }) => !covered) : [])
    .filter(here)
    .flatMap(({ boxes }) => boxes);
  const show = (place: { readonly documentId: string; readonly pageNumber: number }) => {
    const found = pageAt(pages, place);
    if (found < 0) return;
    setWanted(found);
    // Where the lists stand below the page, the page has to be brought back.
    if ((frame.current?.getBoundingClientRect().bottom ?? 0) < 0) frame.current?.scrollIntoView({ block: 'nearest' });
  };
  const draw = (box: PageBox) => {
    const { documentId, pageNumber } = page;
    const redaction = newRedaction({ documentId, pageNumber, boxes: [box], why, by: 'box' });
    setNewId(redaction.id);
    desk.add([redaction], `Blacked out: a box on ${pageName(page)}.`);
  };
  return (
    <div className="redaction-place">
      <FocusKeeper aria-label="Page to black out">
        <PageBar
          pages={pages}
          at={at}
          redactions={applied}
          why={why}
          isDrawing={isDrawing}
          isResult={isResult}
          zoom={zoom}
          onTurn={setWanted}
          onZoom={setZoom}
          onWhy={setWhy}
          onDrawing={setDrawing}
          onResult={setResult}
          onAddBox={() => draw(firstBox(page))}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section ref={frame} className="page-frame" tabIndex={0} aria-label={pageName(page)}>
          <RedactionSheet
            caseId={view.case.id}
            page={page}
            redactions={applied.filter(here)}
            outlined={outlined}
            zoom={zoom}
            isDrawing={isDrawing}
            isResult={isResult}
            newId={newId}
            onDraw={draw}
            onChange={(redaction, undo) => desk.change(redaction, `The box on ${pageName(page)} was changed.`, undo)}
            onRemove={(redaction, index) => {
              const boxes = redaction.boxes.filter((_, place) => place !== index);
              if (boxes.length === 0) desk.remove([redaction]);
              else desk.change({ ...redaction, boxes }, `A box on ${pageName(page)} was removed.`);
            }}
          />
        </section>
      </FocusKeeper>
      <Stack gap="md">
        <ErrorNotice error={desk.error} />
        <LeakNotice leaks={leaks} pages={pages} onShow={show} />
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="suggestions" px="xs">
              Suggested ({suggestions.length})
            </Tabs.Tab>
            <Tabs.Tab value="words" px="xs">
              Find words
            </Tabs.Tab>
            <Tabs.Tab value="done" px="xs">
              Blacked out ({applied.length})
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="suggestions">
            <FocusKeeper aria-label="Suggestions">
              <SuggestionList pages={pages} suggestions={suggestions} desk={desk} onShow={show} />
            </FocusKeeper>
          </Tabs.Panel>
          <Tabs.Panel value="words">
            <WordSearch caseId={view.case.id} pages={pages} desk={desk} onShow={show} onFound={setHits} />
          </Tabs.Panel>
          <Tabs.Panel value="done">
            <FocusKeeper aria-label="Blacked out">
              <RedactedList view={view} pages={pages} desk={desk} onShow={show} />
            </FocusKeeper>
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </div>
  );
}
