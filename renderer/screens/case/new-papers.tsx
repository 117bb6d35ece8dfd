// Papers that came in after the case was made and may answer a reason: offered, with their names.
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { CaseView } from '../../../shared/model/case.ts';
import { useCaseChange } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';

/** Nothing is shown without any. Their pages come as further suggestions; what was accepted or rejected stays as it is. */
export function NewPapers({ view }: { readonly view: CaseView }) {
  const { id } = view.case;
  const { newPapers, documents } = view;
  const take = useCaseChange((client, isWanted: boolean) => client.cases.takeNewPapers({ id, isWanted }));
  if (newPapers.length === 0) return null;
  const title =
    newPapers.length === 1 ? 'A new paper may help this case' : `${newPapers.length} new papers may help this case`;
  return (
    <Alert title={title} role="status">
      <Text>
        {newPapers.map((paper, index) => (
          <Fragment key={paper}>
            {index > 0 && ', '}
            <Anchor href={hrefOf({ screen: 'paper', id: paper, pageNumber: 1 })}>{documents[paper] ?? 'Paper'}</Anchor>
          </Fragment>
        ))}
      </Text>
      <Group gap="xs" mt="sm">
        <Button size="compact-md" loading={take.isPending && take.variables} onClick={() => take.mutate(true)}>
          Suggest their pages
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          loading={take.isPending && !take.variables}
          onClick={() => take.mutate(false)}
        >
          Not for this case
        </Button>
      </Group>
    </Alert>
  );
}
