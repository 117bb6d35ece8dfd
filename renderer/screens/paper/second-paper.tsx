// Another paper beside the one that is open, with its own page and size.
import { ActionIcon, Anchor, Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { DocumentId } from '../../../shared/ids.ts';
import { useDocument, usePageWords } from '../../bridge/queries.ts';
import { hrefOf, type PaperPlace } from '../../navigation/routes.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PaperSelect } from '../../parts/paper-select.tsx';
import { marksOf } from './marks.ts';
import { PageViewer } from './page-viewer.tsx';

interface SecondPaperProps {
  readonly place: PaperPlace;
  readonly onPage: (pageNumber: number) => void;
  readonly onClose: () => void;
}

/** Its pages, its name, and the way to close it. */
export function SecondPaper({ place, onPage, onClose }: SecondPaperProps) {
  const detail = useDocument(place.id);
  const pageCount = detail.data?.pages.length ?? 0;
  const pageNumber = Math.min(place.pageNumber, Math.max(1, pageCount));
  const words = usePageWords(place.id, pageNumber, pageCount > 0).data;
  return (
    <Stack gap="xs" component="aside" aria-label="The other paper" miw={0}>
      <Group justify="space-between" wrap="nowrap">
        {detail.data !== undefined && (
          <Anchor href={hrefOf({ screen: 'paper', ...place })} className="wrap-anywhere" lineClamp={2}>
            {detail.data.document.title}
          </Anchor>
        )}
        <Button variant="default" size="sm" style={{ flex: 'none' }} onClick={onClose}>
          Close
        </Button>
      </Group>
      {detail.isPending && <Loading label="Loading the other paper" />}
      {detail.isError && <ErrorNotice error={detail.error} />}
      {detail.data !== undefined && pageCount === 0 && <Text>This paper has no pages yet.</Text>}
      {detail.data !== undefined && pageCount > 0 && (
        <PageViewer
          isSecond
          document={detail.data.document}
          pages={detail.data.pages}
          pageNumber={pageNumber}
          words={words}
          marks={marksOf(detail.data.reading, pageNumber)}
          active={undefined}
          query=""
          onPage={onPage}
        />
      )}
    </Stack>
  );
}

interface ChooseSecondProps {
  /** The paper that is open already. */
  readonly id: DocumentId;
  readonly onChoose: (id: DocumentId) => void;
}

/** Asks which paper to put beside this one. */
export function ChooseSecond({ id, onChoose }: ChooseSecondProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus withArrow width={300}>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Side by side"
          title="Side by side"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="beside" size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Another paper beside this one">
        <PaperSelect
          label="Show beside this paper"
          value={undefined}
          offers={(document) => document.id !== id && document.pageCount > 0}
          onChange={(chosen) => {
            if (chosen === undefined) return;
            setOpen(false);
            onChoose(chosen);
          }}
          comboboxProps={{ withinPortal: false }}
          data-autofocus
        />
      </Popover.Dropdown>
    </Popover>
  );
}
