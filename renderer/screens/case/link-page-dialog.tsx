// Chooses pages of a paper as evidence for a reason.
import { Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { pagePath } from '../../../shared/contract/assets.ts';
import type { CaseView, Ground } from '../../../shared/model/case.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { useCaseChange, useDocuments } from '../../bridge/queries.ts';
import { REASON_NAMES } from '../../wording/reasons.ts';
import { YourHighlights } from './board/your-highlights.tsx';

interface LinkPageDialogProps {
  readonly view: CaseView;
  readonly ground: Ground;
  readonly onClose: () => void;
}

/** A paper, its first and last page, and a look at the first. */
export function LinkPageDialog({ view, ground, onClose }: LinkPageDialogProps) {
  const host = useHost();
  const documents = useDocuments();
  const [document, setDocument] = useState<DocumentSummary>();
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(1);
  const link = useCaseChange((client, target: DocumentSummary) =>
    client.cases.linkEvidence({
      id: view.case.id,
      groundId: ground.id,
      documentId: target.id,
      fromPage: from,
      toPage: Math.max(from, to),
    }),
  );
  const ready = documents.data?.filter(({ state, pageCount }) => state === 'ready' && pageCount > 0) ?? [];
  const limits = { min: 1, max: document?.pageCount ?? 1, allowDecimal: false, clampBehavior: 'strict' } as const;
  return (
    <Modal opened onClose={onClose} title={`Link a page to “${REASON_NAMES[ground.reason]}”`} size="lg">
      <Stack>
        <YourHighlights view={view} ground={ground} onAdded={onClose} />
        <Select
          label="Paper"
          placeholder="Choose a paper"
          data={ready.map((each) => ({ value: each.id as string, label: labelOf(each, ready) }))}
          value={document?.id ?? null}
          onChange={(id) => {
            setDocument(ready.find((each) => each.id === id));
            setFrom(1);
            setTo(1);
          }}
          searchable
          data-autofocus
        />
        <Group grow>
          <NumberInput
            label="From page"
            {...limits}
            disabled={document === undefined}
            value={from}
            onChange={(value) => {
              setFrom(Number(value) || 1);
              setTo((old) => Math.max(old, Number(value) || 1));
            }}
          />
          <NumberInput
            label="To page"
            {...limits}
            min={from}
            disabled={document === undefined}
            value={to}
            onChange={(value) => setTo(Number(value) || from)}
          />
        </Group>
        {document !== undefined && (
          <>
            <Text size="sm" c="dimmed">
              {document.pageCount === 1 ? 'This paper has one page.' : `This paper has ${document.pageCount} pages.`}
            </Text>
            <img
              className="page-preview"
              src={host.assetUrl(pagePath(document.id, from))}
              alt={`Page ${from} of the chosen paper`}
              draggable={false}
            />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={document === undefined}
            loading={link.isPending}
            onClick={() => {
              if (document !== undefined) link.mutate(document, { onSuccess: onClose });
            }}
          >
            Link
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The title; with the file's name where several papers share a title. */
function labelOf({ title, fileName }: DocumentSummary, all: readonly DocumentSummary[]): string {
  return all.filter((each) => each.title === title).length > 1 ? `${title} (${fileName})` : title;
}
