// Searches kept under a name: run again with one click, or taken away.
import { ActionIcon, Button, Group, Popover, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CaseId } from '../../../shared/ids.ts';
import type { KeptSearch } from '../../../shared/model/search.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { KEYS } from '../../bridge/queries.ts';
import { Icon } from '../../parts/icons.tsx';
import { offerUndo } from '../../parts/undo-notice.tsx';
import type { Narrowing } from './narrowing.ts';

interface KeptSearchesProps {
  readonly onSearch: (query: string, narrowing: Narrowing) => void;
}

/** Nothing while none is kept. */
export function KeptSearches({ onSearch }: KeptSearchesProps) {
  const { client } = useHost();
  const kept = useQuery({ queryKey: KEYS.searches, queryFn: () => client.searches.list({}) });
  const keep = useKeepSearch();
  const remove = useChange(async (search: KeptSearch) => {
    await client.searches.remove({ id: search.id });
    offerUndo({
      id: 'kept-search',
      message: `“${search.name}” is no longer kept.`,
      undo: () => keep.mutate({ name: search.name, terms: search.terms }),
    });
  });
  if (kept.data === undefined || kept.data.length === 0) return null;
  return (
    <section aria-labelledby="kept-heading">
      <Group gap="xs">
        <Text id="kept-heading" component="h2" size="sm" fw={600}>
          Kept searches
        </Text>
        {kept.data.map((search) => (
          <Button.Group key={search.id}>
            <Button size="compact-md" variant="default" onClick={() => onSearch(...termsOf(search))}>
              {search.name}
            </Button>
            <ActionIcon
              variant="default"
              size={28}
              aria-label={`Do not keep “${search.name}”`}
              onClick={() => remove.mutate(search)}
            >
              <Icon name="cross" size={14} />
            </ActionIcon>
          </Button.Group>
        ))}
      </Group>
    </section>
  );
}

interface KeepSearchProps {
  readonly query: string;
  readonly narrowing: Narrowing;
}

/** A button that asks for a name and keeps the search that is shown. */
export function KeepSearch({ query, narrowing }: KeepSearchProps) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = useKeepSearch();
  const start = () => {
    setName(query);
    setOpen(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { caseId, ...filter } = narrowing;
    keep.mutate(
      { name: name.trim(), terms: { query, filter, ...(caseId === undefined ? {} : { caseId }) } },
      { onSuccess: () => setOpen(false) },
    );
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-end" withArrow>
      <Popover.Target>
        <Button size="compact-md" variant="default" onClick={start}>
          Keep this search
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Keep this search">
        <form onSubmit={submit}>
          <TextInput
            label="Name of this search"
            value={name}
            maxLength={120}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="sm">
            <Button type="submit" disabled={name.trim() === ''} loading={keep.isPending}>
              Keep
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function termsOf({ terms: { query, filter, caseId } }: KeptSearch): [string, Narrowing] {
  const parsed = CaseId.safeParse(caseId).data;
  return [query, parsed === undefined ? filter : { ...filter, caseId: parsed }];
}

function useKeepSearch() {
  const { client } = useHost();
  return useChange((search: Omit<KeptSearch, 'id'>) => client.searches.keep(search));
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS.searches }),
  });
}
