// Calls about a case: each is one change to it.
import { AppError } from '../../../shared/errors.ts';
import type { Case, Evidence, Ground } from '../../../shared/model/case.ts';
import type { CaseDesk } from '../case-desk.ts';
import { newEvidenceId, newGroundId } from '../new-id.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/cases.ts. */
export function caseHandlers(os: Implementer, desk: CaseDesk): Area<'cases'> {
  const calls = os.cases;
  return {
    list: calls.list.handler(() => desk.list()),
    create: calls.create.handler(({ input }) => desk.create(input.documentId)),
    get: calls.get.handler(({ input }) => desk.view(input.id)),
    setTitle: calls.setTitle.handler(({ input }) =>
      desk.change(input.id, (value) => ({ ...value, title: input.title })),
    ),
    setReceived: calls.setReceived.handler(({ input }) =>
      desk.change(input.id, ({ receivedOn: _old, ...value }) =>
        input.receivedOn === undefined ? value : { ...value, receivedOn: input.receivedOn },
      ),
    ),
    setAppealSent: calls.setAppealSent.handler(({ input }) =>
      desk.change(input.id, ({ appealSentOn: _old, ...value }) =>
        input.appealSentOn === undefined ? value : { ...value, appealSentOn: input.appealSentOn },
      ),
    ),
    setPlanType: calls.setPlanType.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        planType: { ...value.planType, value: input.planType, byUser: true },
      })),
    ),
    setLevel: calls.setLevel.handler(({ input }) =>
      desk.change(input.id, (value) => ({ ...value, level: input.level })),
    ),
    setFact: calls.setFact.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        facts: {
          ...value.facts,
          [input.name]: input.value === '' ? { byUser: true } : { value: input.value, byUser: true },
        },
      })),
    ),
    setAnswer: calls.setAnswer.handler(({ input }) =>
      desk.change(input.id, (value) =>
        withGround(value, input.groundId, (ground) => ({ ...ground, answer: input.answer })),
      ),
    ),
    setGroundState: calls.setGroundState.handler(({ input }) =>
      desk.change(input.id, (value) =>
        withGround(value, input.groundId, (ground) => ({ ...ground, state: input.state })),
      ),
    ),
    addGround: calls.addGround.handler(({ input }) =>
      desk.change(input.id, (value) => ({ ...value, grounds: [...value.grounds, addedGround(value, input)] })),
    ),
    linkEvidence: calls.linkEvidence.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        evidence: [
          ...value.evidence,
          {
            id: newEvidenceId(),
            groundId: input.groundId,
            documentId: input.documentId,
            fromPage: Math.min(input.fromPage, input.toPage),
            toPage: Math.max(input.fromPage, input.toPage),
            ...(input.proof === undefined ? {} : { proof: input.proof }),
            state: 'accepted',
            score: 1,
            why: ['You linked this page.'],
          },
        ],
      })),
    ),
    setEvidenceState: calls.setEvidenceState.handler(({ input }) =>
      desk.change(input.id, (value) =>
        withEvidence(value, input.evidenceId, (evidence) => ({ ...evidence, state: input.state })),
      ),
    ),
    nextLevel: calls.nextLevel.handler(({ input }) => desk.nextLevel(input.id, input.documentId)),
    setStatus: calls.setStatus.handler(({ input }) =>
      desk.change(input.id, (value) => ({ ...value, status: input.status })),
    ),
    setAttachments: calls.setAttachments.handler(({ input }) =>
      desk.change(input.id, (value) => ({ ...value, attachments: input.documentIds })),
    ),
    suggest: calls.suggest.handler(({ input }) => desk.suggest(input.id)),
    takeNewPapers: calls.takeNewPapers.handler(({ input }) => desk.takeNewPapers(input.id, input.isWanted)),
    letter: calls.letter.handler(({ input }) => desk.letter(input.id)),
  };
}

function withGround(value: Case, id: string, change: (ground: Ground) => Ground): Case {
  if (!value.grounds.some((ground) => ground.id === id)) throw new AppError('case-not-found');
  return { ...value, grounds: value.grounds.map((ground) => (ground.id === id ? change(ground) : ground)) };
}

function withEvidence(value: Case, id: string, change: (evidence: Evidence) => Evidence): Case {
  if (!value.evidence.some((evidence) => evidence.id === id)) throw new AppError('evidence-not-found');
  return { ...value, evidence: value.evidence.map((evidence) => (evidence.id === id ? change(evidence) : evidence)) };
}

function addedGround(
  value: Case,
  input: { readonly reason: Ground['reason']; readonly proof?: NonNullable<Ground['source']>['proof'] | undefined },
): Ground {
  return {
    id: newGroundId(),
    reason: input.reason,
    ...(input.proof === undefined ? {} : { source: { documentId: value.denialDocumentId, proof: input.proof } }),
    state: 'added',
    why: ['You added this reason.'],
    answer: '',
    order: Math.max(0, ...value.grounds.map((ground) => ground.order)) + 1,
  };
}
