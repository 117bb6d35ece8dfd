// Criteria the user hid, with the way back.
import { Button, Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { CriterionEdit } from '../../../../shared/model/criteria.ts';
import { isDocumentId } from '../../../navigation/routes.ts';
import { Fold } from '../../../parts/fold.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { criterionName } from '../../../wording/criteria.ts';
import { count } from '../../../wording/format.ts';
import { pageOfId } from './edits.ts';
import { useCriterion } from './use-criterion.ts';

/** Nothing while none is hidden. */
export function HiddenCriteria({ view }: { readonly view: CaseView }) {
  const hidden = view.case.criteria.filter((edit) => edit.hidden);
  if (hidden.length === 0) return null;
  return (
    <Fold summary={`${count(hidden.length, 'hidden criterion', 'hidden criteria')}`}>
      <ul className="plain-list">
        {hidden.map((edit) => (
          <HiddenCriterion key={edit.criterionId} view={view} edit={edit} />
        ))}
      </ul>
    </Fold>
  );
}

function HiddenCriterion({ view, edit }: { readonly view: CaseView; readonly edit: CriterionEdit }) {
  const desk = useCriterion(view, edit.criterionId);
  const page = pageOfId(edit.criterionId);
  const { text = '', label } = edit;
  const name = text === '' && label === undefined ? 'A criterion' : criterionName({ text, label });
  return (
    <li className="dismissed-row">
      <Text>
        {name}
        {page !== undefined && isDocumentId(page.documentId) && (
          <>
            {' from '}
            <PageLink
              documentId={page.documentId}
              title={view.documents[page.documentId] ?? 'a paper'}
              fromPage={page.pageNumber}
            />
          </>
        )}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Bring back: ${name}`}
        onClick={() => desk.save({ ...edit, hidden: false })}
      >
        Bring back
      </Button>
    </li>
  );
}
