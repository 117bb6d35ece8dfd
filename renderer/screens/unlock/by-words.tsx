// Opens the vault with the recovery words and sets a new passphrase.
import { Anchor, Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { isReady, NewPassphrase } from '../../parts/new-passphrase.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { RebuildOffer } from './rebuild-offer.tsx';

interface ByWordsProps {
  readonly onOpen: () => void;
  readonly onOtherWay: () => void;
}

const WORDS = 24;

/** The words in one field, numbers and line breaks allowed, and the new passphrase. */
export function ByWords({ onOpen, onOtherWay }: ByWordsProps) {
  const { client } = useHost();
  const [text, setText] = useState('');
  const [passphrase, setPassphrase] = useState({ first: '', second: '' });
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const recover = useMutation({
    mutationFn: () => client.vault.recover({ words, newPassphrase: passphrase.first }),
    onSuccess: onOpen,
    meta: { silent: true },
  });
  const canSubmit = words.length === WORDS && isReady(passphrase);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) recover.mutate();
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap="lg">
        <PageTitle screen="Recover">Open with your recovery words</PageTitle>
        <Textarea
          label="The 24 words, in order"
          description="Numbers, commas and line breaks do not matter."
          autosize
          minRows={4}
          autoComplete="off"
          autoCapitalize="none"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed" role="status">
          {words.length} of {WORDS} words
        </Text>
        <NewPassphrase value={passphrase} onChange={setPassphrase} label="New passphrase" />
        <ErrorNotice error={recover.error} />
        <Button type="submit" loading={recover.isPending} disabled={!canSubmit} style={{ alignSelf: 'flex-start' }}>
          Open the vault
        </Button>
        <RebuildOffer error={recover.error} secret={{ words }} onOpen={() => recover.mutate()} />
        <Anchor component="button" type="button" onClick={onOtherWay} ta="left" underline="always">
          Use the passphrase instead
        </Anchor>
      </Stack>
    </form>
  );
}
