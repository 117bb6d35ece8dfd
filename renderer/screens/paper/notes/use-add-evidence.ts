// Makes a note or highlight evidence for a reason of a case, and offers the way back.
import { isSamePlace } from '../../../../shared/annotations/placed.ts';
import type { CaseId, EvidenceId, GroundId } from '../../../../shared/ids.ts';
import type { AnnotationView } from '../../../../shared/model/annotation.ts';
import type { Case, CaseView, Evidence } from '../../../../shared/model/case.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { annotationName } from '../../../wording/annotations.ts';
import { REASON_NAMES } from '../../../wording/reasons.ts';

interface Adding {
  readonly value: Case;
  readonly groundId: GroundId;
  readonly annotation: AnnotationView;
}

interface StateChange {
  readonly id: CaseId;
  readonly evidenceId: EvidenceId;
  readonly state: Evidence['state'];
}

export interface EvidenceAdding {
  readonly isBusy: boolean;
  add(view: CaseView, groundId: GroundId, annotation: AnnotationView, onDone: () => void): void;
}

/** The evidence of a reason that stands at exactly the place of an annotation, whatever its state. */
export function evidenceAt({ evidence }: Case, groundId: GroundId, annotation: AnnotationView): Evidence | undefined {
  const place = placeOf(annotation);
  return evidence.find((each) => each.groundId === groundId && isSamePlace(each, place));
}

/** As pages are linked and suggestions accepted on the board: what is there already is accepted, else the page is linked with its words. */
export function useAddEvidence(): EvidenceAdding {
  const link = useCaseChange((client, { value, groundId, annotation }: Adding) => {
    const known = evidenceAt(value, groundId, annotation);
    if (known !== undefined)
      return client.cases.setEvidenceState({ id: value.id, evidenceId: known.id, state: 'accepted' });
    const { documentId, pageNumber, proof } = placeOf(annotation);
    const pages = { documentId, fromPage: pageNumber, toPage: pageNumber };
    return client.cases.linkEvidence({ id: value.id, groundId, ...pages, ...(proof && { proof }) });
  });
  const set = useCaseChange((client, change: StateChange) => client.cases.setEvidenceState(change));
  return {
    isBusy: link.isPending,
    add: ({ case: value }, groundId, annotation, onDone) => {
      const before = evidenceAt(value, groundId, annotation);
      link.mutate(
        { value, groundId, annotation },
        {
          onSuccess: (changed) => {
            onDone();
            const added = evidenceAt(changed.case, groundId, annotation);
            const ground = value.grounds.find(({ id }) => id === groundId);
            if (added === undefined || ground === undefined) return;
            const { id } = value;
            offerUndo({
              id: `evidence-${added.id}`,
              message: `Added as evidence for “${REASON_NAMES[ground.reason]}”: ${annotationName(annotation)}.`,
              undo: () => set.mutate({ id, evidenceId: added.id, state: before?.state ?? 'rejected' }),
            });
          },
        },
      );
    },
  };
}

/** Lost words prove nothing: then the page as a whole is meant. */
function placeOf({ documentId, pageNumber, proof, isLost }: AnnotationView) {
  return { documentId, pageNumber, proof: isLost ? undefined : proof };
}
