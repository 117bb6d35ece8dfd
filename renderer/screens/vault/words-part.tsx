// New recovery words: shown, written down, typed back; only then the old ones stop working.
import { Alert, Button, Group, Modal, Stack, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { ChangePassphraseDialog } from '../shell/change-passphrase.tsx';
import { KitButton } from './kit-button.tsx';

/** The two ways in, each with a way to change it. */
export function WordsPart() {
  const [open, setOpen] = useState<'passphrase' | 'words'>();
  const close = () => setOpen(undefined);
  return (
    <section aria-labelledby="ways-heading">
      <Stack gap="sm">
        <Title order={2} id="ways-heading">
          Passphrase and recovery words
        </Title>
        <Text size="sm" c="dimmed">
          There are two ways into the vault and no third. Changing one leaves the papers as they are; copies and backups
          of before keep opening with the old one.
        </Text>
        <Group>
          <Button variant="default" onClick={() => setOpen('passphrase')}>
            Change the passphrase…
          </Button>
          <Button variant="default" onClick={() => setOpen('words')}>
            New recovery words…
          </Button>
        </Group>
      </Stack>
      {open === 'passphrase' && <ChangePassphraseDialog onClose={close} />}
      {open === 'words' && <NewWordsDialog onClose={close} />}
    </section>
  );
}

function NewWordsDialog({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState<readonly string[]>();
  const [isTyping, setTyping] = useState(false);
  return (
    <Modal opened onClose={onClose} title="New recovery words" size="lg" closeOnClickOutside={false}>
      {words === undefined && <AskPassphrase onWords={setWords} />}
      {words !== undefined && !isTyping && <ShowWords words={words} onNext={() => setTyping(true)} />}
      {words !== undefined && isTyping && <TypeBack onBack={() => setTyping(false)} onDone={onClose} />}
    </Modal>
  );
}

function AskPassphrase({ onWords }: { readonly onWords: (words: readonly string[]) => void }) {
  const { client } = useHost();
  const [passphrase, setPassphrase] = useState('');
  const renew = useMutation({
    mutationFn: () => client.upkeep.renewWords({ passphrase }),
    onSuccess: ({ recoveryWords }) => onWords(recoveryWords),
    meta: { silent: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') renew.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>Your old words keep working until you have typed the new ones back.</Text>
        <PassphraseField
          label="Current passphrase"
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          data-autofocus
        />
        <ErrorNotice error={renew.error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={passphrase === ''} loading={renew.isPending}>
            Make new words
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ShowWords({ words, onNext }: { readonly words: readonly string[]; readonly onNext: () => void }) {
  return (
    <Stack>
      <Text>Write them on paper, in this order, or print the emergency sheet. They are shown only now.</Text>
      <ol className="recovery-words" aria-label="Recovery words">
        {words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the meaning, and words may repeat
          <li key={index}>{word}</li>
        ))}
      </ol>
      <Alert color="yellow" variant="light" className="notice">
        Anyone who has these words can open a copy of your vault. Don’t leave the printed file on the computer.
      </Alert>
      <Group justify="flex-end">
        <KitButton words={words} />
        <Button onClick={onNext}>I have written them down</Button>
      </Group>
    </Stack>
  );
}

function TypeBack({ onBack, onDone }: { readonly onBack: () => void; readonly onDone: () => void }) {
  const { client } = useHost();
  const [text, setText] = useState('');
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const confirm = useMutation({
    mutationFn: () => client.upkeep.confirmWords({ words }),
    onSuccess: () => {
      notifications.show({ message: 'The new recovery words are in force. The old ones no longer open this vault.' });
      onDone();
    },
    meta: { silent: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.length === 24) confirm.mutate();
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack>
        <Textarea
          label="Type all 24 words from your paper"
          description={`Numbers and line breaks do not matter. ${words.length} of 24 words.`}
          autosize
          minRows={4}
          autoCapitalize="none"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <ErrorNotice error={confirm.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            Show the words again
          </Button>
          <Button type="submit" disabled={words.length !== 24} loading={confirm.isPending}>
            Use the new words
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
