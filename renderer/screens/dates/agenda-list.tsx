// The dates by how near they are.
import { Title } from '@mantine/core';
import type { Agenda } from '../../../shared/model/diary.ts';
import { FocusKeeper } from '../../parts/focus-keeper.tsx';
import { AgendaRow } from './agenda-row.tsx';
import { agendaGroups } from './groups.ts';

/** One group after the other. */
export function AgendaList({ items }: { readonly items: readonly Agenda[] }) {
  return (
    <FocusKeeper aria-label="Dates to keep" className="focus-target agenda-groups">
      {agendaGroups(items).map(({ state, name, items: members }) => (
        <section key={state} aria-labelledby={`dates-${state}`}>
          <Title order={2} id={`dates-${state}`} mb="xs">
            {name}
          </Title>
          <ul className="plain-list agenda surface">
            {members.map((item) => (
              <AgendaRow key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </FocusKeeper>
  );
}
