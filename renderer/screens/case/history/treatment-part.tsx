// All treatments, grouped by kind.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Treatment } from '../../../../shared/model/record.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { Icon } from '../../../parts/icons.tsx';
import { blanksOf, byStart, TREATMENT_KINDS } from '../../../wording/care.ts';
import { count } from '../../../wording/format.ts';
import { PacketPart } from '../packet-part.tsx';
import { TreatmentDialog } from './treatment-dialog.tsx';
import { TreatmentRow } from './treatment-row.tsx';
import { useHistory } from './use-history.ts';

interface TreatmentPartProps {
  readonly view: CaseView;
  readonly treatments: readonly Treatment[];
  readonly titles: Readonly<Record<string, string>>;
}

/** The oldest first within each kind. */
export function TreatmentPart({ view, treatments, titles }: TreatmentPartProps) {
  const [edited, setEdited] = useState<Treatment | 'new'>();
  useResume('treatment', ({ about }) => setEdited(treatments.find(({ id }) => id === about) ?? 'new'));
  const desk = useHistory(view);
  const open = treatments.filter((treatment) => blanksOf(treatment).length > 0).length;
  return (
    <section aria-labelledby="treatments-heading">
      <Title order={2} id="treatments-heading">
        What was tried
      </Title>
      <Text c="dimmed" maw={680} my="xs">
        {treatments.length === 0
          ? 'Your papers name no treatment yet. Add what was tried: plans ask for names, doses, dates and how it went.'
          : 'Read from your papers, each with its page. Correct what is wrong and fill the blanks you know.'}
        {open > 0 && ` ${count(open, 'treatment')} with blanks.`}
      </Text>
      <Group justify="space-between" mb="md">
        <PacketPart view={view} part="history" />
        <Button leftSection={<Icon name="add" size={18} />} onClick={() => setEdited('new')}>
          Add a treatment
        </Button>
      </Group>
      <Stack gap="lg">
        {TREATMENT_KINDS.map(({ id, many }) => {
          const own = byStart(treatments.filter(({ kind }) => kind === id));
          if (own.length === 0) return null;
          return (
            <div key={id}>
              <Title order={3} mb="xs">
                {many} ({own.length})
              </Title>
              <ul className="plain-list care-list">
                {own.map((treatment) => (
                  <TreatmentRow
                    key={treatment.id}
                    desk={desk}
                    treatment={treatment}
                    titles={titles}
                    onEdit={() => setEdited(treatment)}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </Stack>
      {edited !== undefined && (
        <TreatmentDialog
          desk={desk}
          treatment={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}
