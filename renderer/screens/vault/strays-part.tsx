// What the check found that belongs to nothing, with the button that sweeps it.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { isSweepDue, type Strays, strayedSentences, sweptSentences } from '../../../shared/model/strays.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Icon } from '../../parts/icons.tsx';

/** Nothing when all belongs to something. */
export function StraysPart({ strays }: { readonly strays: Strays }) {
  const { client } = useHost();
  const sweep = useMutation({ mutationFn: () => client.upkeep.sweep({}), meta: { silent: true } });
  const sentences = strayedSentences(strays);
  if (sentences.length === 0) return null;
  const isConflict = strays.conflicts.length > 0;
  return (
    <Alert
      color={isConflict ? 'yellow' : 'gray'}
      variant="light"
      className="notice"
      {...(isConflict && { icon: <Icon name="alert" /> })}
      title="Files that belong to nothing"
    >
      <Stack gap="xs" align="flex-start">
        {sentences.map((sentence) => (
          <Text size="sm" key={sentence} className="wrap-anywhere">
            {sentence}
          </Text>
        ))}
        {isSweepDue(strays) && sweep.data === undefined && (
          <Button variant="default" size="compact-md" loading={sweep.isPending} onClick={() => sweep.mutate()}>
            Sweep
          </Button>
        )}
        <ErrorNotice error={sweep.error} />
        {sweep.data !== undefined && (
          <Text size="sm" role="status">
            {sweptSentences(sweep.data).join(' ')}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
