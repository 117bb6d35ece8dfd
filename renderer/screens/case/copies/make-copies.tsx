// The buttons for further files of a version; each opens what has to be chosen first.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CopyOrder } from '../../../../shared/model/copy-order.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import { useJobs } from '../../../bridge/jobs.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { FaxForm } from './fax-form.tsx';
import { ManifestForm } from './manifest-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { PrintForm } from './print-form.tsx';
import { SmallerForm } from './smaller-form.tsx';
import { useMakeCopies } from './use-copies.ts';
import { VolumesForm } from './volumes-form.tsx';

/** What every form gets: the version, and where its order goes. */
export interface CopyFormProps {
  readonly packet: Packet;
  readonly isBusy: boolean;
  readonly onOrder: (order: CopyOrder) => void;
}

const FORMS = [
  { name: 'For a portal with a size limit…', Form: VolumesForm },
  { name: 'Fax copy…', Form: FaxForm },
  { name: 'Print set…', Form: PrintForm },
  { name: 'Smaller copy…', Form: SmallerForm },
  { name: 'Copy with a password…', Form: PasswordForm },
  { name: 'Manifest…', Form: ManifestForm },
] as const;

/** One form at a time; it closes when its order is taken. */
export function MakeCopies({ packet }: { readonly packet: Packet }) {
  const { running } = useJobs();
  const [open, setOpen] = useState<string>();
  const make = useMakeCopies(packet.id);
  const isBusy = make.isPending || running.some(({ kind }) => kind === 'copy');
  const order = (wanted: CopyOrder) => make.mutate(wanted, { onSuccess: () => setOpen(undefined) });
  const shown = FORMS.find(({ name }) => name === open);
  return (
    <Stack gap="sm">
      <Text>Further files of this version. Each is checked before it is kept; the version itself stays as it is.</Text>
      <Group gap="xs">
        {FORMS.map(({ name }) => (
          <Button
            key={name}
            variant={name === open ? 'light' : 'default'}
            aria-expanded={name === open}
            onClick={() => setOpen(name === open ? undefined : name)}
          >
            {name}
          </Button>
        ))}
        <Button variant="default" disabled={isBusy} onClick={() => order({ kind: 'letter-docx' })}>
          Editable letter (DOCX)
        </Button>
      </Group>
      {shown !== undefined && (
        <section className="entry-form" aria-label={shown.name.replace('…', '')}>
          <shown.Form packet={packet} isBusy={isBusy} onOrder={order} />
        </section>
      )}
      <ErrorNotice error={make.error} />
    </Stack>
  );
}
