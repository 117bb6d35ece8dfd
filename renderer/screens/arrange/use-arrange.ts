// Makes the arranged papers and offers the way back.
import { notifications } from '@mantine/notifications';
import type { DocumentId } from '../../../shared/ids.ts';
import type { ArrangedPage } from '../../../shared/model/arrangement.ts';
import { useJobs } from '../../bridge/jobs.tsx';
import { useDocumentChange } from '../../bridge/queries.ts';
import { goTo } from '../../navigation/use-route.ts';
import { offerUndo } from '../../parts/undo-notice.tsx';
import { count } from '../../wording/format.ts';

interface Wanted {
  readonly title?: string | undefined;
  readonly pages: readonly (readonly ArrangedPage[])[];
  /** Where the screen was: the way back leads there. */
  readonly from: DocumentId | undefined;
}

/** `arrange` makes the papers and goes to the first; `undo` puts arranged ones away again and goes to `from`. */
export function useArrange() {
  const { watch } = useJobs();
  const undo = useDocumentChange(
    async (client, { ids, from }: { readonly ids: readonly DocumentId[]; readonly from: DocumentId | undefined }) => {
      await client.arrangements.undo({ documentIds: [...ids] });
      goTo(from === undefined ? { screen: 'papers' } : { screen: 'paper', id: from, pageNumber: 1 });
    },
  );
  const takeBack = (ids: readonly DocumentId[], from: DocumentId | undefined) => undo.mutate({ ids, from });
  const arrange = useDocumentChange(async (client, { title, pages, from }: Wanted) => {
    const { documentIds, staying } = await client.arrangements.arrange({
      papers: pages.map((each) => ({ pages: [...each], ...(pages.length === 1 && title !== undefined && { title }) })),
    });
    watch();
    const [first] = documentIds;
    if (first !== undefined && documentIds.length === 1) goTo({ screen: 'paper', id: first, pageNumber: 1 });
    else goTo({ screen: 'papers' });
    offerUndo({
      id: 'arrange',
      message:
        documentIds.length === 1
          ? 'The pages are in their new order.'
          : `${count(documentIds.length, 'paper')} were made.`,
      undo: () => takeBack(documentIds, from),
    });
    if (staying.length > 0)
      notifications.show({
        autoClose: false,
        withCloseButton: true,
        message: `${staying.map(({ title: name }) => `“${name}”`).join(', ')} still uses the pages as they came, because a page it cites was turned, left out or moved away from its neighbour.`,
      });
  });
  return { arrange, takeBack, undoError: undo.error, isBusy: arrange.isPending || undo.isPending };
}
