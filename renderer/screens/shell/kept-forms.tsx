// Offers the forms that were being filled in when a lock or a crash came.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeptForm } from '../../../shared/model/kept-form.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { KEYS, useVaultState } from '../../bridge/queries.ts';
import { resumeForm } from '../../bridge/use-kept-form.ts';
import { Icon } from '../../parts/icons.tsx';
import { offerUndo } from '../../parts/undo-notice.tsx';

/** Asked once, after opening: what is kept from then on is what stands on the screen. Nothing when nothing was cut off. */
export function KeptForms() {
  const { client } = useHost();
  const queries = useQueryClient();
  const forms = useQuery({
    queryKey: KEYS.forms,
    queryFn: () => client.keeping.forms({}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const drop = useMutation({ mutationFn: ({ key }: KeptForm) => client.keeping.dropForm({ key }) });
  const restore = useMutation({ mutationFn: (form: KeptForm) => client.keeping.keepForm(form) });
  const show = (change: (shown: readonly KeptForm[]) => readonly KeptForm[]) =>
    queries.setQueryData<readonly KeptForm[]>(KEYS.forms, (shown) => change(shown ?? []));
  const hide = ({ key }: KeptForm) => show((shown) => shown.filter((form) => form.key !== key));
  const throwAway = async (form: KeptForm) => {
    await drop.mutateAsync(form);
    hide(form);
    offerUndo({
      id: `form-${form.key}`,
      message: `“${form.title}” was thrown away.`,
      undo: () => restore.mutate(form, { onSuccess: () => show((shown) => [form, ...shown]) }),
    });
  };
  // A vault that is open for reading only keeps what it has: nothing of it can be thrown away.
  const isReadOnly = useVaultState().data?.isReadOnly === true;
  if (forms.data === undefined || forms.data.length === 0) return null;
  return (
    <Alert color="gray" variant="light" icon={<Icon name="papers" />} className="notice" role="status" mb="lg">
      <Stack gap="xs">
        {forms.data.map((form) => (
          <Group key={form.key} gap="xs" justify="space-between">
            <Text className="grow wrap-anywhere">
              You had begun “{form.title}” when the vault was closed. Nothing of it is lost.
              {isReadOnly && ' It stays kept: to finish it or throw it away, open the vault for writing.'}
            </Text>
            <Group gap="xs">
              <Button
                size="compact-md"
                aria-label={`Continue: ${form.title}`}
                onClick={() => {
                  hide(form);
                  resumeForm(form);
                }}
              >
                Continue
              </Button>
              {!isReadOnly && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={`Throw away: ${form.title}`}
                  onClick={() =>
                    void throwAway(form).catch(() => undefined /* the reason is shown by the query client */)
                  }
                >
                  Throw away
                </Button>
              )}
            </Group>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
