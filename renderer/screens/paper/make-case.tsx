// From a denial to its case: the one already made, else a new one.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseId } from '../../../shared/ids.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { takeCase } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { goTo } from '../../navigation/use-route.ts';
import type { PaperRoute } from './paper-screen.tsx';

interface MakeCaseProps {
  readonly documentId: PaperRoute['id'];
  readonly caseId?: CaseId | undefined;
}

/** Goes to the reasons of the case. */
export function MakeCase({ documentId, caseId }: MakeCaseProps) {
  const { client } = useHost();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => client.cases.create({ documentId }),
    onSuccess: (view) => {
      takeCase(queries, view);
      goTo({ screen: 'case', id: view.case.id, tab: 'reasons' });
    },
  });
  if (caseId !== undefined)
    return (
      <Button size="md" component="a" href={hrefOf({ screen: 'case', id: caseId, tab: 'reasons' })}>
        Go to the case made from this denial
      </Button>
    );
  return (
    <Button size="md" loading={create.isPending} onClick={() => create.mutate()}>
      Make a case from this denial
    </Button>
  );
}
