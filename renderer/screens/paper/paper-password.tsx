// Where the password of a locked paper is typed. It goes to the core, which keeps it in the vault, and is forgotten here.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { useJobs } from '../../bridge/jobs.tsx';
import { KEYS } from '../../bridge/queries.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { SaveOriginal } from './save-original.tsx';

/** One field and one button; a wrong password says so and can be mended. */
export function PaperPassword({ document: paper }: { readonly document: DocumentSummary }) {
  const { id } = paper;
  const { client } = useHost();
  const { watch } = useJobs();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const unlock = useMutation({
    mutationFn: () => client.documents.unlock({ id, password }),
    onSuccess: async () => {
      watch();
      await queries.invalidateQueries({ queryKey: KEYS.documents });
      // The form goes away; the focus must not go with it.
      document.querySelector<HTMLElement>('.page-title')?.focus();
    },
    meta: { silent: true },
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && !unlock.isPending) unlock.mutate();
  };
  return (
    <form
      onSubmit={submit}
      aria-label="Password of this paper"
      className="surface"
      style={{ padding: 'var(--mantine-spacing-md)' }}
    >
      <Stack gap="sm" maw={560}>
        <Text>
          This paper opens only with its password. It is kept just as it came; once you type the password it is read
          like any other. The e-mail or website it came from says which one it is: often a birth date, a ZIP code, or
          the last digits of the member number.
        </Text>
        <PassphraseField
          label="Password of this PDF"
          description="Kept in your vault with the paper. Other papers waiting for the same one are read, too."
          autoComplete="off"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ErrorNotice error={unlock.error} />
        <Group>
          <Button type="submit" loading={unlock.isPending} disabled={password === ''}>
            Open and read
          </Button>
          <SaveOriginal document={paper} />
        </Group>
      </Stack>
    </form>
  );
}
