// The work on a case beside its appeal letter: care record, criteria, money, letters, dates over all cases. Gathers, lets the pure parts compute, stores.
import { agendaOf } from '../../shared/cases/agenda.ts';
import { moneyView } from '../../shared/cases/money/money-view.ts';
import { reviewOf } from '../../shared/cases/review.ts';
import { sensitivePages } from '../../shared/cases/sensitive.ts';
import { packsOf } from '../../shared/cases/services.ts';
import type { LetterOffer, LetterView } from '../../shared/contract/letters.ts';
import type { RecordView } from '../../shared/contract/record.ts';
import { AppError } from '../../shared/errors.ts';
import type { CaseId, EntryId } from '../../shared/ids.ts';
import { draftWrittenLetter, type WrittenLetterInput } from '../../shared/letters/kinds/draft-kind.ts';
import { letterName } from '../../shared/letters/kinds/names.ts';
import { letterOffers } from '../../shared/letters/kinds/offers.ts';
import type { Case } from '../../shared/model/case.ts';
import type { Agenda, ReviewPoint, WrittenLetter } from '../../shared/model/diary.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { MoneyView } from '../../shared/model/money.ts';
import { careOf, careRecord, earlierCases } from './care.ts';
import type { CaseDesk } from './case-desk.ts';
import type { Services } from './services.ts';

export interface WorkDesk {
  record(id: CaseId): RecordView;
  money(id: CaseId): MoneyView;
  agenda(): { items: Agenda[]; review: ReviewPoint[] };
  offers(id: CaseId): LetterOffer[];
  /** Throws letter-not-found. */
  letter(id: CaseId, letterId: EntryId): LetterView;
  /** The papers a letter may cite, by id. */
  papers(): ReadonlyMap<string, FullDocument>;
}

/** The work desk over the open vault. */
export function createWorkDesk(services: Services, desk: CaseDesk): WorkDesk {
  const { rules, platform, session } = services;
  const nameOf = (kind: string) => letterName(kind, rules);

  const recordOf = (value: Case, documents: readonly FullDocument[]): RecordView => {
    const care = careOf(value, documents, rules);
    return {
      record: careRecord(value, earlierCases(value, session.vault().cases.list()), documents, rules, care),
      crosswalk: [...care.rows],
      sensitive: sensitivePages({ case: value, documents, rules, pages: 'in-packet' }),
      packs: packsOf({ case: value, documents, rules }),
      documents: Object.fromEntries(documents.map(({ document }) => [document.id, document.title])),
    };
  };
  const moneyOf = (value: Case, documents: readonly FullDocument[]) =>
    moneyView({ case: value, documents, today: platform.today() });
  const letterInput = (value: Case, written: WrittenLetter): WrittenLetterInput => {
    const documents = desk.documents();
    const { treatments, scores, rows } = careOf(value, documents, rules);
    const clocks = desk.clocks(value);
    return {
      case: value,
      documents: new Map(documents.map((full) => [full.document.id as string, full])),
      deadlines: clocks.deadlines,
      planDue: clocks.planDue,
      rules,
      today: platform.today(),
      written,
      treatments,
      scores,
      crosswalk: rows,
      money: moneyOf(value, documents),
    };
  };

  return {
    record: (id) => recordOf(session.vault().cases.get(id), desk.documents()),
    money: (id) => moneyOf(session.vault().cases.get(id), desk.documents()),
    agenda: () => {
      const documents = desk.documents();
      const { cases } = session.vault();
      const today = platform.today();
      const open = cases.list().map((value) => ({ case: value, ...desk.clocks(value) }));
      const review = open
        .filter(({ case: { status } }) => status === 'preparing' || status === 'sent')
        .flatMap((each) => {
          const { treatments, rows } = careOf(each.case, documents, rules);
          return reviewOf(
            {
              ...each,
              gaps: desk.gaps(each.case, documents),
              crosswalk: rows,
              treatments,
              money: moneyOf(each.case, documents),
              sensitive: sensitivePages({ case: each.case, documents, rules, pages: 'in-packet' }),
            },
            rules,
            today,
          );
        });
      return { items: agendaOf(open, today), review };
    },
    offers: (id) => {
      const value = session.vault().cases.get(id);
      return letterOffers(letterInput(value, NO_LETTER));
    },
    letter: (id, letterId) => {
      const value = session.vault().cases.get(id);
      const written = value.letters.find((letter) => letter.id === letterId);
      if (written === undefined) throw new AppError('letter-not-found');
      return { written, name: nameOf(written.kind), ...draftWrittenLetter(letterInput(value, written)) };
    },
    papers: () => desk.documentsById(),
  };
}

/** Stands in where only the case matters. */
const NO_LETTER: WrittenLetter = {
  id: 'n_0000000000000000' as EntryId,
  kind: 'claim-file',
  createdOn: '2000-01-01',
  fills: {},
  added: '',
};
