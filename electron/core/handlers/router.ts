// The one door: the contract, implemented. Each handler fetches, computes, stores.
import type { Router as ImplementedRouter } from '@orpc/server';
import type { Contract } from '../../../shared/contract/contract.ts';
import { createAppealLetterDesk } from '../appeal-letter-desk.ts';
import type { CaseDesk } from '../case-desk.ts';
import { createLookalikes } from '../lookalikes.ts';
import type { PacketPreviews } from '../packet-preview.ts';
import type { Services } from '../services.ts';
import type { WorkDesk } from '../work-desk.ts';
import { annotationHandlers } from './annotations.ts';
import { appealLetterHandlers } from './appeal-letter.ts';
import { arrangementHandlers } from './arrangements.ts';
import { backupHandlers } from './backup.ts';
import { caseHandlers } from './cases.ts';
import { copyHandlers } from './copies.ts';
import { diaryHandlers } from './diary.ts';
import { documentHandlers } from './documents.ts';
import { createImplementer } from './implementer.ts';
import { jobHandlers } from './jobs.ts';
import { keepingHandlers } from './keeping.ts';
import { letterHandlers } from './letters.ts';
import { lookalikeHandlers } from './lookalikes.ts';
import { packetHandlers } from './packets.ts';
import { recordHandlers } from './record.ts';
import { redactionHandlers } from './redactions.ts';
import { reviewHandlers } from './review.ts';
import { searchHandlers } from './searches.ts';
import { upkeepHandlers } from './upkeep.ts';
import { vaultHandlers } from './vault.ts';

/** Every call of the contract, implemented. Named by its contract: the inferred type is too long for the compiler to write down. */
export type Router = ImplementedRouter<Contract, Record<never, never>>;

/** Implements every call of the contract over the services. */
export function createRouter(services: Services, desk: CaseDesk, work: WorkDesk, pages: PacketPreviews): Router {
  const os = createImplementer();
  const lookalikes = createLookalikes(services);
  return os.router({
    vault: vaultHandlers(os, services),
    backup: backupHandlers(os, services),
    upkeep: upkeepHandlers(os, services),
    keeping: keepingHandlers(os, services),
    documents: documentHandlers(os, desk, lookalikes, services),
    annotations: annotationHandlers(os, desk, services),
    arrangements: arrangementHandlers(os, services),
    lookalikes: lookalikeHandlers(os, lookalikes, services),
    searches: searchHandlers(os, services),
    cases: caseHandlers(os, desk),
    record: recordHandlers(os, desk, work, services),
    ...diaryHandlers(os, desk, work, services),
    letters: letterHandlers(os, desk, work, services),
    appealLetter: appealLetterHandlers(os, desk, createAppealLetterDesk(services, desk), services),
    packets: packetHandlers(os, desk, pages, services),
    redactions: redactionHandlers(os, desk, services),
    copies: copyHandlers(os, services),
    review: reviewHandlers(os, desk, services),
    ...jobHandlers(os, desk, services),
  });
}
