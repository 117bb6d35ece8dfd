// Every call the window, the browser host, the command line and the tests can make: declared once, here and in the area files.
import type { ContractRouterClient } from '@orpc/contract';
import { annotationsContract } from './annotations.ts';
import { appealLetterContract } from './appeal-letter.ts';
import { arrangementsContract } from './arrangements.ts';
import { backupContract } from './backup.ts';
import { casesContract } from './cases.ts';
import { copiesContract } from './copies.ts';
import { agendaContract, diaryContract, moneyContract } from './diary.ts';
import { documentsContract } from './documents.ts';
import { jobsContract, sampleContract } from './jobs.ts';
import { keepingContract } from './keeping.ts';
import { lettersContract } from './letters.ts';
import { lookalikesContract } from './lookalikes.ts';
import { packetsContract } from './packets.ts';
import { recordContract } from './record.ts';
import { redactionsContract } from './redactions.ts';
import { reviewContract } from './review.ts';
import { searchesContract } from './searches.ts';
import { upkeepContract } from './upkeep.ts';
import { vaultContract } from './vault.ts';

/** The areas by name (a type, not an interface: oRPC wants an index signature); written out, because the inferred type is too long for the compiler to write down. */
export type Contract = {
  readonly vault: typeof vaultContract;
  readonly backup: typeof backupContract;
  readonly upkeep: typeof upkeepContract;
  readonly keeping: typeof keepingContract;
  readonly documents: typeof documentsContract;
  readonly annotations: typeof annotationsContract;
  readonly arrangements: typeof arrangementsContract;
  readonly lookalikes: typeof lookalikesContract;
  readonly searches: typeof searchesContract;
  readonly cases: typeof casesContract;
  readonly record: typeof recordContract;
  readonly diary: typeof diaryContract;
  readonly money: typeof moneyContract;
  readonly letters: typeof lettersContract;
  readonly agenda: typeof agendaContract;
  readonly appealLetter: typeof appealLetterContract;
  readonly packets: typeof packetsContract;
  readonly redactions: typeof redactionsContract;
  readonly copies: typeof copiesContract;
  readonly review: typeof reviewContract;
  readonly jobs: typeof jobsContract;
  readonly sample: typeof sampleContract;
};

export const contract: Contract = {
  vault: vaultContract,
  backup: backupContract,
  upkeep: upkeepContract,
  keeping: keepingContract,
  documents: documentsContract,
  annotations: annotationsContract,
  arrangements: arrangementsContract,
  lookalikes: lookalikesContract,
  searches: searchesContract,
  cases: casesContract,
  record: recordContract,
  diary: diaryContract,
  money: moneyContract,
  letters: lettersContract,
  agenda: agendaContract,
  appealLetter: appealLetterContract,
  packets: packetsContract,
  redactions: redactionsContract,
  copies: copiesContract,
  review: reviewContract,
  jobs: jobsContract,
  sample: sampleContract,
};

/** What both the window and the command line hold: the typed client. */
export type Client = ContractRouterClient<Contract>;
