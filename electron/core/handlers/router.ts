// The one door: the contract, implemented. Each handler fetches, computes, stores.
import { createCaseDesk } from '../case-desk.ts';
import type { Services } from '../services.ts';
import { caseHandlers } from './cases.ts';
import { documentHandlers } from './documents.ts';
import { createImplementer } from './implementer.ts';
import { jobHandlers } from './jobs.ts';
import { packetHandlers } from './packets.ts';
import { vaultHandlers } from './vault.ts';

export type Router = ReturnType<typeof createRouter>;

/** Implements every call of the contract over the services. */
export function createRouter(services: Services) {
  const os = createImplementer();
  const desk = createCaseDesk(services);
  return os.router({
    vault: vaultHandlers(os, services),
    documents: documentHandlers(os, desk, services),
    cases: caseHandlers(os, desk),
    packets: packetHandlers(os, desk, services),
    ...jobHandlers(os, desk, services),
  });
}
