// Says of a paper that it was arranged anew, or that its pages stand in another one now, and leads back.
import { Anchor, Button, Group, Text } from '@mantine/core';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { useArrangement } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useArrange } from './use-arrange.ts';

/** Nothing for a paper as it came. */
export function ArrangedNotice({ document }: { readonly document: DocumentSummary }) {
  const arrangement = useArrangement(document.id).data;
  const { takeBack, undoError, isBusy } = useArrange();
  if (arrangement === undefined) return null;
  const { from, into, cases } = arrangement;
  return (
    <>
      {from.length > 0 && (
        <Group gap="sm">
          <Text size="sm">
            Arranged from <Papers papers={from} />, which {from.length === 1 ? 'is' : 'are'} kept as{' '}
            {from.length === 1 ? 'it' : 'they'} came.
          </Text>
          <Button
            variant="default"
            size="compact-md"
            loading={isBusy}
            onClick={() => takeBack([document.id], from.length === 1 ? from[0]?.id : undefined)}
          >
            Back to how {from.length === 1 ? 'it' : 'they'} came
          </Button>
        </Group>
      )}
      {undoError !== null && <ErrorNotice error={undoError} />}
      {into.length > 0 && (
        <Text size="sm">
          The pages of this paper stand in <Papers papers={into} /> now.
          {cases.length > 0 && ` Kept here as it came for ${cases.map(({ title }) => `“${title}”`).join(', ')}.`}
        </Text>
      )}
    </>
  );
}

function Papers({ papers }: { readonly papers: readonly Pick<DocumentSummary, 'id' | 'title'>[] }) {
  return papers.map(({ id, title }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Anchor
        href={hrefOf({ screen: 'paper', id, pageNumber: 1 })}
        underline="always"
        inherit
        className="wrap-anywhere"
      >
        {title}
      </Anchor>
    </span>
  ));
}
