// Chooses the page, or the pages, a citation names: a paper, then its pages as pictures.
import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { pagePath } from '../../../../../shared/contract/assets.ts';
import type { DocumentId } from '../../../../../shared/ids.ts';
import { cited } from '../../../../../shared/letters/word/exhibit-words.ts';
import { useHost } from '../../../../bridge/host-context.tsx';
import { useDocuments } from '../../../../bridge/queries.ts';
import { PaperSelect } from '../../../../parts/paper-select.tsx';
import { count } from '../../../../wording/format.ts';
import type { Cite } from './cite-chip.tsx';

interface CiteDialogProps {
  /** The citation to change; undefined for a new one. */
  readonly start: Cite | undefined;
  readonly onChoose: (cite: Cite) => void;
  readonly onClose: () => void;
}

/** So many pages are offered as pictures at once. */
const MOST_PICTURES = 60;

/** The first page is chosen by its picture or its number; the last one by its number. */
export function CiteDialog({ start, onChoose, onClose }: CiteDialogProps) {
  const documents = useDocuments();
  const [id, setId] = useState<DocumentId | undefined>(start?.documentId);
  const [from, setFrom] = useState(start?.pageNumber ?? 1);
  const [to, setTo] = useState(start?.toPage ?? start?.pageNumber ?? 1);
  const paper = documents.data?.find((each) => each.id === id);
  const choose = (page: number) => {
    setFrom(page);
    setTo(page);
  };
  const limits = {
    min: 1,
    max: paper?.pageCount ?? 1,
    allowDecimal: false,
    clampBehavior: 'strict',
    disabled: paper === undefined,
  } as const;
  return (
    <Modal opened onClose={onClose} title={start === undefined ? 'Cite a page' : 'Change the citation'} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (id !== undefined) onChoose(cited(id, from, Math.max(from, to)));
        }}
      >
        <Stack>
          <Group align="flex-start" preventGrowOverflow={false} grow>
            <PaperSelect
              label="Paper"
              value={id}
              onChange={(next) => {
                setId(next);
                choose(1);
              }}
              offers={({ state, pageCount }) => state === 'ready' && pageCount > 0}
              data-autofocus
              flex="3 1 220px"
            />
            <NumberInput
              label="From page"
              {...limits}
              value={from}
              onChange={(value) => choose(Number(value) || 1)}
              flex="1 1 90px"
            />
            <NumberInput
              label="To page"
              {...limits}
              min={from}
              value={to}
              onChange={(value) => setTo(Number(value) || from)}
              flex="1 1 90px"
            />
          </Group>
          {paper !== undefined && (
            <>
              <Text size="sm" c="dimmed">
                This paper has {count(paper.pageCount, 'page')}.
              </Text>
              <Pages id={paper.id} pageCount={paper.pageCount} from={from} to={to} onChoose={choose} />
            </>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={id === undefined}>
              {start === undefined ? 'Cite' : 'Change'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PagesProps {
  readonly id: DocumentId;
  readonly pageCount: number;
  readonly from: number;
  readonly to: number;
  readonly onChoose: (page: number) => void;
}

/** The pages around the chosen one. */
function Pages({ id, pageCount, from, to, onChoose }: PagesProps) {
  const host = useHost();
  const first = Math.max(1, Math.min(from - MOST_PICTURES / 2, pageCount - MOST_PICTURES + 1));
  const pages = Array.from({ length: Math.min(pageCount, MOST_PICTURES) }, (_, at) => first + at);
  return (
    <ul className="plain-list cite-pages" aria-label="Pages">
      {pages.map((page) => (
        <li key={page}>
          <button
            type="button"
            className="cite-page"
            aria-pressed={page >= from && page <= to}
            onClick={() => onChoose(page)}
          >
            <img src={host.assetUrl(pagePath(id, page))} alt="" loading="lazy" draggable={false} />
            <span>Page {page}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
