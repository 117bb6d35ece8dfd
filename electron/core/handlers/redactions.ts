// Calls about what is blacked out: computed from the plan of the case, stored with the case.
import { AppError } from '../../../shared/errors.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { Redaction } from '../../../shared/model/redaction.ts';
import { hiddenWords, tidyBoxes } from '../../../shared/packet/redaction/boxes.ts';
import { redactionLeaks } from '../../../shared/packet/redaction/leaks.ts';
import { boxesOn } from '../../../shared/packet/redaction/planned.ts';
import { findPhrase } from '../../../shared/packet/redaction/search.ts';
import { redactionSuggestions } from '../../../shared/packet/redaction/suggestions.ts';
import type { CaseDesk } from '../case-desk.ts';
import { redactionLogFile } from '../redaction-log-file.ts';
import { saveCopy } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Most redactions of one case. */
const MOST = 5000;

/** Implements shared/contract/redactions.ts. */
export function redactionHandlers(os: Implementer, desk: CaseDesk, services: Services): Area<'redactions'> {
  const calls = os.redactions;
  const planOf = (id: Case['id']) => desk.plan(id, { draft: true });
  return {
    get: calls.get.handler(({ input: { id } }) => {
      const plan = planOf(id);
      const documents = desk.documentsById();
      const value = services.session.vault().cases.get(id);
      return {
        pages: redactablePages(plan, documents),
        suggestions: redactionSuggestions(value, plan.exhibits, documents),
        leaks: redactionLeaks(plan, documents),
      };
    }),
    find: calls.find.handler(({ input: { id, phrase, ...options } }) => {
      const plan = planOf(id);
      const documents = desk.documentsById();
      return findPhrase(phrase, plan.exhibits, documents, options).map(({ from, to, ...hit }) => {
        const page = pageOf(documents, hit.documentId, hit.pageNumber);
        const hidden = new Set(hiddenWords(page.words, boxesOn(plan, hit.documentId, hit.pageNumber)));
        return { ...hit, covered: Array.from({ length: to - from }).every((_, index) => hidden.has(from + index)) };
      });
    }),
    put: calls.put.handler(({ input: { id, redactions } }) => {
      const { documents } = services.session.vault();
      const put = redactions.map((each) => onItsPage(each, documents.page(each.documentId, each.pageNumber)));
      const ids = new Set(put.map((each) => each.id));
      return desk.change(id, (value) => {
        const all = [...value.redactions.filter((each) => !ids.has(each.id)), ...put];
        if (all.length > MOST) throw new AppError('too-many-redactions', { details: { limit: MOST } });
        return { ...value, redactions: all };
      });
    }),
    remove: calls.remove.handler(({ input: { id, redactionIds } }) =>
      desk.change(id, (value) => ({
        ...value,
        redactions: value.redactions.filter((each) => !redactionIds.includes(each.id)),
      })),
    ),
    saveLog: calls.saveLog.handler(async ({ input: { packetId, format } }) => {
      const { fileName, load } = redactionLogFile(services, packetId, format);
      return saveCopy(services.platform, fileName, load);
    }),
  };
}

function redactablePages(plan: PacketPlan, documents: ReadonlyMap<string, FullDocument>) {
  return plan.exhibits.flatMap(({ documentId, label, title, pages }) =>
    pages.map((pageNumber, index) => {
      const { widthPt, heightPt } = pageOf(documents, documentId, pageNumber);
      return { documentId, pageNumber, label, title, place: index + 1, widthPt, heightPt };
    }),
  );
}

function pageOf(documents: ReadonlyMap<string, FullDocument>, id: string, pageNumber: number): Page {
  const page = documents.get(id)?.pages.find((each) => each.pageNumber === pageNumber);
  if (page === undefined) throw new AppError('page-not-found');
  return page;
}

/** A box beside the page would black out nothing, which nobody means. */
function onItsPage(redaction: Redaction, page: Page): Redaction {
  const boxes = tidyBoxes(redaction.boxes, page);
  if (boxes.length === 0) throw new AppError('page-not-found');
  return { ...redaction, boxes };
}
