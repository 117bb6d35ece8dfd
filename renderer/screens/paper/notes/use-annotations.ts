// Notes and highlights of a paper, and every change to them; each change offers the way back.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnnotationInput } from '../../../../shared/contract/annotations.ts';
import type { DocumentId } from '../../../../shared/ids.ts';
import type { AnnotationView } from '../../../../shared/model/annotation.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { KEYS, useVaultState } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { inputOf } from './drafting.ts';

/** All notes and highlights of a paper, in reading order. */
export function useAnnotations(documentId: DocumentId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.annotationsOf(documentId), queryFn: () => client.annotations.list({ documentId }) });
}

export interface AnnotationDesk {
  /** False in a vault that is open for reading only. */
  readonly canChange: boolean;
  readonly isBusy: boolean;
  /** Adds one, or puts it in the place of `before`; `message` says what was done. */
  put(annotation: AnnotationInput, before: AnnotationView | undefined, message: string, onDone?: () => void): void;
  remove(annotation: AnnotationView, message: string): void;
}

/** Changes notes and highlights. */
export function useAnnotationDesk(): AnnotationDesk {
  const { client } = useHost();
  const queries = useQueryClient();
  const vault = useVaultState();
  const options = {
    // One after the other, so that an older answer can't replace a newer one on the screen.
    scope: { id: 'annotations' },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEYS.annotations });
      void queries.invalidateQueries({ queryKey: ['documents', 'search'] });
    },
  };
  const put = useMutation({ mutationFn: (input: AnnotationInput) => client.annotations.put(input), ...options });
  const take = useMutation({
    mutationFn: (id: AnnotationInput['id']) => client.annotations.remove({ id }),
    ...options,
  });
  return {
    canChange: vault.data?.isReadOnly === false,
    isBusy: put.isPending || take.isPending,
    put: (annotation, before, message, onDone) =>
      put.mutate(annotation, {
        onSuccess: () => {
          offerUndo({
            id: `annotation-${annotation.id}`,
            message,
            undo: () => (before === undefined ? take.mutate(annotation.id) : put.mutate(inputOf(before))),
          });
          onDone?.();
        },
      }),
    remove: (annotation, message) =>
      take.mutate(annotation.id, {
        onSuccess: () =>
          offerUndo({ id: `annotation-${annotation.id}`, message, undo: () => put.mutate(inputOf(annotation)) }),
      }),
  };
}
