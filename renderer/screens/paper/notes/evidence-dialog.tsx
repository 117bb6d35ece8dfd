// For which case, and for which of its reasons, a note or highlight is evidence.
import { Button, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CaseId, GroundId } from '../../../../shared/ids.ts';
import type { AnnotationView } from '../../../../shared/model/annotation.ts';
import { useCases, useCaseWhen } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { REASON_NAMES } from '../../../wording/reasons.ts';
import { evidenceAt, useAddEvidence } from './use-add-evidence.ts';

interface EvidenceDialogProps {
  readonly annotation: AnnotationView;
  readonly onClose: () => void;
}

/** The case is asked for only where there are several. */
export function EvidenceDialog({ annotation, onClose }: EvidenceDialogProps) {
  const cases = useCases();
  const [chosenCase, chooseCase] = useState<CaseId>();
  const [chosenGround, chooseGround] = useState<GroundId>();
  const all = cases.data ?? [];
  const caseId = all.length === 1 ? all[0]?.id : chosenCase;
  const view = useCaseWhen(caseId);
  const adding = useAddEvidence();
  const grounds = (view.data?.case.grounds ?? [])
    .filter(({ state }) => state !== 'dismissed')
    .toSorted((a, b) => a.order - b.order);
  const isThere = (groundId: GroundId) =>
    view.data !== undefined && evidenceAt(view.data.case, groundId, annotation)?.state === 'accepted';
  const groundId = grounds.length === 1 ? grounds[0]?.id : chosenGround;
  const isReady = groundId !== undefined && view.data !== undefined && !isThere(groundId);
  return (
    <Modal opened onClose={onClose} title="Use as evidence">
      <Stack>
        <Text className="note-quote" lineClamp={4}>
          {annotation.proof === undefined || annotation.isLost
            ? `Page ${annotation.pageNumber} as a whole`
            : `“${annotation.proof.quote}”`}
        </Text>
        <ErrorNotice error={cases.error ?? view.error} />
        {cases.isSuccess && all.length === 0 && (
          <Text>There is no case yet. Open the denial letter and make a case from it, then come back.</Text>
        )}
        {all.length > 1 && (
          <Select
            label="Case"
            placeholder="Choose a case"
            data={all.map(({ id, title }) => ({ value: id as string, label: title }))}
            value={chosenCase ?? null}
            onChange={(value) => {
              chooseCase(all.find(({ id }) => id === value)?.id);
              chooseGround(undefined);
            }}
            allowDeselect={false}
            data-autofocus
          />
        )}
        {caseId !== undefined && view.isPending && <Loading label="Loading the case" />}
        {view.isSuccess && grounds.length === 0 && <Text>This case has no reason to answer.</Text>}
        {grounds.length > 0 && (
          <Radio.Group
            label="Which reason does it answer?"
            value={groundId ?? ''}
            onChange={(value) => chooseGround(grounds.find(({ id }) => id === value)?.id)}
          >
            <Stack gap="xs" mt="xs">
              {grounds.map(({ id, reason }) => (
                <Radio
                  key={id}
                  value={id}
                  label={REASON_NAMES[reason]}
                  disabled={isThere(id)}
                  {...(isThere(id) && { description: 'It is evidence for this reason already.' })}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Text size="sm" c="dimmed">
          The words and their page go to the case; your note stays here.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={!isReady}
            loading={adding.isBusy}
            onClick={() => {
              if (groundId !== undefined && view.data !== undefined)
                adding.add(view.data, groundId, annotation, onClose);
            }}
          >
            Add
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
