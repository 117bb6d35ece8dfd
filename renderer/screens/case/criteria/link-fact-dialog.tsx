// Links a page to a criterion.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { ChoosePage } from '../../../parts/choose-page.tsx';
import { withPage } from './edits.ts';
import type { CriterionDesk } from './use-criterion.ts';

interface LinkFactDialogProps {
  readonly desk: CriterionDesk;
  readonly about: string;
  readonly onClose: () => void;
}

/** A page, words on it, and what it shows in the user's words. */
export function LinkFactDialog({ desk, about, onClose }: LinkFactDialogProps) {
  const [source, setSource] = useState<Source>();
  const [why, setWhy] = useState('');
  return (
    <Modal opened onClose={onClose} title={`Link a page to ${about}`} size="lg">
      <Stack>
        <ChoosePage onChange={setSource} />
        <TextInput
          label="What the page shows (optional)"
          placeholder="for example: tried for eight weeks without effect"
          maxLength={500}
          autoComplete="off"
          value={why}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={source === undefined}
            loading={desk.isBusy}
            onClick={() => {
              if (source !== undefined) desk.save(withPage(desk.edit, source, why.trim()), undefined, onClose);
            }}
          >
            Link
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
