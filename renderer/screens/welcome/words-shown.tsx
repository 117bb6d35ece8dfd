// The 24 recovery words, shown once.
import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { KitButton } from '../vault/kit-button.tsx';

interface WordsShownProps {
  readonly words: readonly string[];
  readonly onNext: () => void;
}

/** Shows the words in a numbered grid, to write down, print or copy. */
export function WordsShown({ words, onNext }: WordsShownProps) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return (
    <Stack gap="lg">
      <PageTitle screen="Recovery words">Your 24 recovery words</PageTitle>
      <Text>
        They open the vault if you forget the passphrase. They are shown only now. Write them on paper, in this order,
        and keep the paper where you keep passports.
      </Text>
      <ol className="recovery-words" aria-label="Recovery words">
        {words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the meaning, and words may repeat
          <li key={index}>{word}</li>
        ))}
      </ol>
      <Alert color="yellow" variant="light" icon={<Icon name="alert" />} className="notice no-print">
        Anyone who has these words can open a copy of your vault. A copied or photographed list is only as safe as the
        place it goes to.
      </Alert>
      <Group className="no-print">
        <Button onClick={onNext}>I have written them down</Button>
        <KitButton words={words} />
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
        <CopyButton value={words.join(' ')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
