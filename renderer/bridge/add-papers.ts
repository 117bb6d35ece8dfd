// Brings files in: hands them to the host, then starts the import job.
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileToken } from '../../shared/ids.ts';
import { leftOutSentence, papersAmong } from './given-files.ts';
import { useHost } from './host-context.tsx';
import { useJobs } from './jobs.tsx';

/** What is picked: files, or a folder with all that stands in it. */
export type Picked = 'files' | 'folder';

export interface AddPapers {
  /** Takes files that were dropped or chosen. */
  add(files: readonly File[]): void;
  /** Takes what the person picks in the system's dialog (desktop only). */
  pick(what: Picked): void;
  /** Starts the sample case. */
  loadSample(): void;
  readonly isBusy: boolean;
  /** How far the handing over is, while it goes on. */
  readonly upload: { readonly done: number; readonly total: number } | undefined;
}

/** Ways to bring papers in; what becomes of each file stands in the job's report. */
export function useAddPapers(): AddPapers {
  const host = useHost();
  const { watch } = useJobs();
  const [upload, setUpload] = useState<AddPapers['upload']>();

  const start = async (tokens: FileToken[]) => {
    if (tokens.length > 0) await host.client.documents.import({ tokens });
  };
  const importFiles = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const { papers, leftOut } = papersAmong(files);
      if (papers.length === 0 || leftOut > 0)
        notifications.show({ color: 'orange', message: leftOutSentence(leftOut) });
      const uploaded = await host.upload(papers, (done, total) => setUpload({ done, total }));
      const tokens: FileToken[] = [];
      for (const file of uploaded) {
        if ('token' in file) tokens.push(file.token);
        else notifications.show({ color: 'red', title: file.fileName, message: file.sentence, autoClose: false });
      }
      await start(tokens);
    },
    onSuccess: watch,
    onSettled: () => setUpload(undefined),
  });
  const pickFiles = useMutation({
    mutationFn: async (what: Picked) =>
      start((await host.client.documents.pickFiles({ folders: what === 'folder' })).tokens),
    onSuccess: watch,
  });
  const sample = useMutation({ mutationFn: () => host.client.sample.load({}), onSuccess: watch });

  return {
    add: (files) => {
      if (files.length > 0) importFiles.mutate(files);
    },
    pick: (what) => pickFiles.mutate(what),
    loadSample: () => sample.mutate(),
    isBusy: importFiles.isPending || pickFiles.isPending || sample.isPending,
    upload,
  };
}
