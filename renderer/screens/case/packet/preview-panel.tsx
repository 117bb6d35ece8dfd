// All pages of the packet as it would be built now: small ones in a list, one large. Only the small ones in sight are drawn.
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { PreviewPage } from '../../../../shared/model/packet.ts';
import { usePacketPages } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { pageMeant, startsOf, whereNow } from './packet-words.ts';
import { PagePicture } from './page-picture.tsx';
import { PageStrip } from './page-strip.tsx';
import { PageTurner, pageByKey } from './page-turner.tsx';

/** For the packet's screen. */
export function PreviewPanel({ view }: { readonly view: CaseView }) {
  const pages = usePacketPages(view.case.id);
  if (pages.isPending) return <Loading label="Laying out the packet" />;
  if (pages.isError) return <ErrorNotice error={pages.error} />;
  if (pages.data.pages.length === 0)
    return (
      <EmptyState icon="papers" heading="The packet has no pages yet">
        Choose its parts and exhibits under “Set up”.
      </EmptyState>
    );
  return <Pages view={view} {...pages.data} />;
}

function Pages({
  view,
  pages,
  state,
}: {
  readonly view: CaseView;
  readonly pages: readonly PreviewPage[];
  readonly state: string;
}) {
  const [wanted, setWanted] = useState({ at: 1, among: pages });
  const at = whereNow(wanted.among, wanted.at, pages);
  const turn = (place: number) => setWanted({ at: place, among: pages });
  const page = pages[at - 1];
  const turnByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
    const place = pageByKey(event.key, at, pages.length);
    // Arrows scroll the page but in the list.
    const isForAll = ['PageDown', 'PageUp', 'Home', 'End'].includes(event.key);
    if (place === undefined || !(isForAll || isStrip(event.target))) return;
    event.preventDefault();
    turn(place);
  };
  if (page === undefined) return null;
  const ids = { caseId: view.case.id, state };
  const starts = startsOf(pages);
  const section = starts.findLast((start) => start.page <= at)?.page ?? 1;
  return (
    <section className="packet-preview" aria-label="Preview" onKeyDown={turnByKey}>
      <PageStrip {...ids} pages={pages} at={at} onTurn={turn} />
      <div className="packet-preview-large">
        <Group mb="xs" gap="sm" align="flex-start">
          <PageTurner at={at} count={pages.length} onTurn={turn} />
          <NativeSelect
            aria-label="Go to a part"
            data={starts.map(({ page: first, name }) => ({ value: String(first), label: name }))}
            value={String(section)}
            onChange={(event) => turn(Number(event.currentTarget.value))}
            className="packet-preview-parts"
          />
          <GoTo pages={pages} onTurn={turn} />
        </Group>
        <PagePicture {...ids} page={page} number={at} />
      </div>
    </section>
  );
}

function GoTo({ pages, onTurn }: { readonly pages: readonly PreviewPage[]; readonly onTurn: (page: number) => void }) {
  const [text, setText] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const page = pageMeant(text, pages);
    setUnknown(page === undefined && text.trim() !== '');
    if (page !== undefined) onTurn(page);
  };
  return (
    <form onSubmit={submit}>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <TextInput
          aria-label="Number on the page, or exhibit and page"
          placeholder="0012 or C 3"
          w={130}
          value={text}
          error={isUnknown ? 'No such page' : undefined}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setUnknown(false);
          }}
        />
        <Button type="submit" variant="default">
          Go
        </Button>
      </Group>
    </form>
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function isStrip(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.role === 'listbox';
}
