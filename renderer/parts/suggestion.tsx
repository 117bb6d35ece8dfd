// Offers a passphrase of five words chosen by chance, to be written down and typed once.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useHost } from '../bridge/host-context.tsx';

/** A button; then the words, another try, and the way into the field. */
export function Suggestion({ onUse }: { readonly onUse: (passphrase: string) => void }) {
  const { client } = useHost();
  const suggest = useMutation({ mutationFn: () => client.vault.suggest({}) });
  const words = suggest.data?.passphrase;
  if (words === undefined)
    return (
      <Button
        variant="default"
        loading={suggest.isPending}
        onClick={() => suggest.mutate()}
        style={{ alignSelf: 'flex-start' }}
      >
        Suggest one
      </Button>
    );
  return (
    <Stack gap="xs" className="suggestion" role="group" aria-label="Suggested passphrase">
      <Text size="sm">Five words, chosen by chance on this computer. Write them on paper before you go on.</Text>
      <Text className="suggested-words" role="status">
        {words}
      </Text>
      <Group gap="xs">
        <Button
          variant="light"
          onClick={() => {
            onUse(words);
            suggest.reset();
          }}
        >
          I have written them down
        </Button>
        <Button variant="default" onClick={() => suggest.mutate()}>
          Another one
        </Button>
      </Group>
    </Stack>
  );
}
