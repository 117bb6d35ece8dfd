// Asks for three of the recovery words, so that they were surely written down.
import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PageTitle } from '../../parts/page-title.tsx';

interface WordsCheckProps {
  readonly words: readonly string[];
  readonly onBack: () => void;
  readonly onPassed: () => void;
}

const ASKED = 3;

/** Goes on when three randomly chosen words were typed right. */
export function WordsCheck({ words, onBack, onPassed }: WordsCheckProps) {
  const [asked] = useState(() => choose(words.length, ASKED));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isRight = asked.every((index) => typed[index]?.trim().toLowerCase() === words[index]);
    if (isRight) onPassed();
    else setWrong(true);
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap="lg">
        <PageTitle screen="Check the words">Check what you wrote down</PageTitle>
        <Text>Type these three words from your paper.</Text>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {asked.map((index) => (
            <TextInput
              key={index}
              label={`Word ${index + 1}`}
              value={typed[index] ?? ''}
              onChange={(event) => {
                setTyped({ ...typed, [index]: event.currentTarget.value });
                setWrong(false);
              }}
              autoComplete="off"
              autoCapitalize="none"
            />
          ))}
        </SimpleGrid>
        <Text role="alert" c="var(--mantine-color-error)">
          {isWrong ? 'One of them does not match. Look at your paper, or go back and see the words again.' : ''}
        </Text>
        <Group>
          <Button type="submit">Open the vault</Button>
          <Button variant="default" onClick={onBack}>
            Show the words again
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** `amount` different numbers below `limit`, rising. */
function choose(limit: number, amount: number): readonly number[] {
  const chosen = new Set<number>();
  while (chosen.size < amount) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    chosen.add(random % limit);
  }
  return [...chosen].sort((a, b) => a - b);
}
