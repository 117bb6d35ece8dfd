// A vault again from a backup: the file, an empty folder, and the passphrase or words of that time.
import { Button, Group, Progress, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { Job } from '../../../shared/model/job.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { BackupFile, type ChosenBackup } from './backup-file.tsx';
import { JobOutcome } from './job-outcome.tsx';
import { PlaceInput } from './place-input.tsx';

interface RestoreFormProps {
  /** The folder to offer. */
  readonly folder: string;
  readonly onRestored: (folder: string) => void;
  readonly onCancel?: () => void;
}

/** Follows its job by itself: before a vault is open nothing else does. */
export function RestoreForm({ folder: offered, onRestored, onCancel }: RestoreFormProps) {
  const { client, backups } = useHost();
  const [file, setFile] = useState<ChosenBackup>('');
  const handedOver = useRef<{ readonly file: File; readonly uploadId: string }>(undefined);
  const handingOver = useRef<AbortController>(undefined);
  const [isHandingOver, setHandingOver] = useState(false);
  const [folder, setFolder] = useState(offered);
  const [way, setWay] = useState<'passphrase' | 'words'>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [text, setText] = useState('');
  const [job, setJob] = useState<Job>();
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const isKnown = way === 'passphrase' ? passphrase !== '' : words.length === 24;
  /** A file is handed over once: after a wrong passphrase it is still there. */
  const handOver = async (chosen: File): Promise<{ readonly uploadId: string }> => {
    if (handedOver.current?.file === chosen) return { uploadId: handedOver.current.uploadId };
    if (backups === undefined) throw new Error('Only a browser hands files over.');
    const stop = new AbortController();
    handingOver.current = stop;
    setHandingOver(true);
    try {
      const uploadId = await backups.handOver(chosen, stop.signal);
      handedOver.current = { file: chosen, uploadId };
      return { uploadId };
    } finally {
      setHandingOver(false);
    }
  };
  const restore = useMutation({
    mutationFn: async () => {
      setJob(undefined);
      const secret = way === 'passphrase' ? { passphrase } : { words };
      const from = typeof file === 'string' ? file : await handOver(file);
      const { jobId } = await client.backup.restore({ file: from, folder, secret });
      for await (const now of await client.jobs.watch({ id: jobId })) {
        setJob(now);
        if (now.state === 'done') onRestored(now.result?.backup?.path ?? folder);
      }
    },
    meta: { silent: true },
  });
  const isChosen = typeof file !== 'string' || file.trim() !== '';
  const canSubmit = isChosen && folder.trim() !== '' && isKnown && !restore.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) restore.mutate();
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap="md">
        <BackupFile value={file} onChange={setFile} />
        <PlaceInput
          label="Empty folder for the restored vault"
          description="It is made when it does not exist. Nothing that is there is ever written over."
          what="folder"
          value={folder}
          onChange={setFolder}
        />
        <SegmentedControl
          aria-label="Open the backup with"
          value={way}
          onChange={(value) => setWay(value === 'words' ? 'words' : 'passphrase')}
          data={[
            { value: 'passphrase', label: 'Passphrase' },
            { value: 'words', label: 'Recovery words' },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        {way === 'passphrase' ? (
          <PassphraseField
            label="Passphrase of the backup"
            description="The one you had when the backup was made."
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        ) : (
          <Textarea
            label="The 24 words, in order"
            description={`Those you had when the backup was made. ${words.length} of 24 words.`}
            autosize
            minRows={3}
            autoCapitalize="none"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <ErrorNotice error={restore.error} />
        {isHandingOver && (
          <Group gap="sm" role="status">
            <Text size="sm">Taking the file over</Text>
            <Button size="compact-sm" variant="default" onClick={() => handingOver.current?.abort()}>
              Stop
            </Button>
          </Group>
        )}
        {job?.state === 'running' && <Running job={job} onStop={() => void client.jobs.cancel({ id: job.id })} />}
        <JobOutcome job={job}>{({ backup }) => backup && <Text>Restored to {backup.path}</Text>}</JobOutcome>
        <Group>
          <Button type="submit" disabled={!canSubmit} loading={restore.isPending}>
            Restore
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel} disabled={restore.isPending}>
              Back
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function Running({ job, onStop }: { readonly job: Job; readonly onStop: () => void }) {
  const { stage, done, total } = job.progress;
  return (
    <Stack gap={6}>
      <Text size="sm">{stage}</Text>
      <Progress value={total > 0 ? (100 * done) / total : 0} aria-label={stage} />
      <Button size="compact-sm" variant="default" onClick={onStop} style={{ alignSelf: 'flex-start' }}>
        Stop
      </Button>
    </Stack>
  );
}
