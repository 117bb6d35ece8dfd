// Where a problem is mended, as a place in the window.
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Problem } from '../../../../shared/model/packet.ts';
import { isDocumentId, type Route } from '../../../navigation/routes.ts';

/** The place; undefined when the problem names none. */
export function wayTo(problem: Problem, { case: { id, denialDocumentId } }: CaseView): Route | undefined {
  const { go, code } = problem;
  switch (go?.at) {
    case 'reason':
      return { screen: 'case', id, tab: 'reasons', groundId: go.groundId };
    case 'letter':
      return { screen: 'case', id, tab: 'letter' };
    case 'facts':
      return { screen: 'case', id, tab: 'facts' };
    case 'page':
      return { screen: 'paper', id: go.documentId, pageNumber: go.pageNumber };
    case 'exhibit':
      return { screen: 'case', id, tab: 'packet', part: 'setup', exhibitKey: go.key };
    case 'deadline':
      // A last day nobody knows is looked for in the letter; a near one is kept by sending.
      return code === 'deadline-unknown'
        ? { screen: 'paper', id: denialDocumentId, pageNumber: 1 }
        : { screen: 'case', id, tab: 'submissions' };
    case 'setup':
      return { screen: 'case', id, tab: 'packet', part: 'setup' };
    case 'redactions':
      return { screen: 'case', id, tab: 'packet', part: 'redactions' };
    case 'review':
      return { screen: 'case', id, tab: 'packet', part: 'review' };
    case undefined:
      return olderWay(problem, id);
  }
}

/** Problems kept with packets of before they named a place. */
function olderWay({ groundId, documentId, pageNumber }: Problem, id: CaseView['case']['id']): Route | undefined {
  if (groundId !== undefined) return { screen: 'case', id, tab: 'reasons', groundId };
  if (documentId === undefined || !isDocumentId(documentId)) return undefined;
  return { screen: 'paper', id: documentId, pageNumber: pageNumber ?? 1 };
}
