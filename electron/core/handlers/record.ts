// Calls about the care record of a case: each is one change to what the user says of it.
import { AppError } from '../../../shared/errors.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CriterionEdit, CriterionFact } from '../../../shared/model/criteria.ts';
import type { RecordEdits } from '../../../shared/model/record.ts';
import type { Source } from '../../../shared/model/source.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { Services } from '../services.ts';
import type { WorkDesk } from '../work-desk.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/record.ts. */
export function recordHandlers(os: Implementer, desk: CaseDesk, work: WorkDesk, services: Services): Area<'record'> {
  const calls = os.record;
  const edit = (id: Case['id'], change: (record: RecordEdits) => RecordEdits) =>
    desk.change(id, (value) => ({ ...value, record: change(value.record) }));
  /** The user links pages; what they say is taken from the page, never from the caller. */
  const withPageWords = (source: Source): Source => {
    const page = services.session.vault().documents.page(source.documentId, source.proof.pageNumber);
    const from = Math.min(source.proof.from, page.words.length);
    const to = Math.min(source.proof.to, page.words.length);
    return { ...source, proof: { ...source.proof, from, to, quote: quoteOf(page, from, to) } };
  };
  return {
    get: calls.get.handler(({ input }) => work.record(input.id)),
    saveTreatment: calls.saveTreatment.handler(({ input: { id, treatment } }) =>
      edit(id, (record) => ({
        ...record,
        treatments: [...record.treatments.filter((row) => row.id !== treatment.id), { ...treatment, byUser: true }],
        hidden: record.hidden.filter((row) => row !== treatment.id),
      })),
    ),
    saveScore: calls.saveScore.handler(({ input: { id, score } }) =>
      edit(id, (record) => ({
        ...record,
        scores: [...record.scores.filter((row) => row.id !== score.id), { ...score, byUser: true }],
        hidden: record.hidden.filter((row) => row !== score.id),
      })),
    ),
    hideRow: calls.hideRow.handler(({ input: { id, rowId, hidden } }) =>
      edit(id, (record) => ({
        ...record,
        hidden: hidden ? [...new Set([...record.hidden, rowId])] : record.hidden.filter((row) => row !== rowId),
      })),
    ),
    resetRow: calls.resetRow.handler(({ input: { id, rowId } }) =>
      edit(id, (record) => ({
        treatments: record.treatments.filter((row) => row.id !== rowId),
        scores: record.scores.filter((row) => row.id !== rowId),
        hidden: record.hidden.filter((row) => row !== rowId),
      })),
    ),
    editCriterion: calls.editCriterion.handler(({ input }) =>
      desk.change(input.id, (value) => {
        const facts = input.edit.facts.map(
          (fact): CriterionFact => ({ ...fact, source: withPageWords(fact.source), byUser: true }),
        );
        return { ...value, criteria: replaced(value.criteria, { ...input.edit, facts }) };
      }),
    ),
    resetCriterion: calls.resetCriterion.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        criteria: value.criteria.filter((each) => each.criterionId !== input.criterionId),
      })),
    ),
    allowPage: calls.allowPage.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        allowedPages: input.allowed
          ? [...new Set([...value.allowedPages, input.page])]
          : value.allowedPages.filter((page) => page !== input.page),
      })),
    ),
    setPacketParts: calls.setPacketParts.handler(({ input }) =>
      desk.change(input.id, (value) => ({ ...value, packetParts: [...new Set(input.parts)] })),
    ),
  };
}

/** An edit replaces the one before at its place; an added criterion needs words. */
function replaced(edits: readonly CriterionEdit[], edit: CriterionEdit): CriterionEdit[] {
  if (edit.added && (edit.text ?? '').trim() === '')
    throw new AppError('wrong-usage', { details: { hint: 'Write what the criterion asks.' } });
  const known = edits.some((each) => each.criterionId === edit.criterionId);
  return known ? edits.map((each) => (each.criterionId === edit.criterionId ? edit : each)) : [...edits, edit];
}
