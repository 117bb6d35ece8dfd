// The letter of a packet that asks for the claim file: as the user started it under “Letters”, else as the app drafts it.
import { moneyView } from '../../shared/cases/money/money-view.ts';
import type { EntryId } from '../../shared/ids.ts';
import { draftWrittenLetter } from '../../shared/letters/kinds/draft-kind.ts';
import type { Case, Deadline } from '../../shared/model/case.ts';
import type { PlanDue } from '../../shared/model/clocks.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Letter } from '../../shared/model/letter.ts';
import type { IsoDate } from '../../shared/model/vocabulary.ts';
import type { Rules } from '../../shared/rules/schema.ts';
import { careOf } from './care.ts';

interface ClaimFileInput {
  readonly case: Case;
  readonly documents: ReadonlyMap<string, FullDocument>;
  readonly rules: Rules;
  readonly today: IsoDate;
  readonly deadlines: readonly Deadline[];
  readonly planDue: readonly PlanDue[];
}

/** The request; the last one the user started counts. */
export function claimFileLetter(input: ClaimFileInput): Letter {
  const { case: value, documents, rules, today } = input;
  const papers = [...documents.values()];
  const { treatments, scores, rows } = careOf(value, papers, rules);
  const written = value.letters.findLast(({ kind }) => kind === 'claim-file') ?? {
    id: 'n_0000000000000000' as EntryId, // never stored
    kind: 'claim-file' as const,
    createdOn: today,
    fills: {},
    added: '',
  };
  const money = moneyView({ case: value, documents: papers, today });
  return draftWrittenLetter({ ...input, treatments, scores, crosswalk: rows, money, written }).letter;
}
