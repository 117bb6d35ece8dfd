// The one door: the contract, implemented. Each handler fetches, computes, stores.
import type { CaseDesk } from '../case-desk.ts';
import type { Services } from '../services.ts';
import type { WorkDesk } from '../work-desk.ts';
import { caseHandlers } from './cases.ts';
import { diaryHandlers } from './diary.ts';
import { documentHandlers } from './documents.ts';
import { createImplementer } from './implementer.ts';
import { jobHandlers } from './jobs.ts';
import { letterHandlers } from './letters.ts';
import { packetHandlers } from './packets.ts';
import { recordHandlers } from './record.ts';
import { vaultHandlers } from './vault.ts';

export type Router = ReturnType<typeof createRouter>;

/** Implements every call of the contract over the services. */
export function createRouter(services: Services, desk: CaseDesk, work: WorkDesk) {
  const os = createImplementer();
  return os.router({
    vault: vaultHandlers(os, services),
    documents: documentHandlers(os, desk, services),
    cases: caseHandlers(os, desk),
    record: recordHandlers(os, desk, work, services),
    ...diaryHandlers(os, desk, work, services),
    letters: letterHandlers(os, desk, work, services),
    packets: packetHandlers(os, desk, services),
    ...jobHandlers(os, desk, services),
  });
}
