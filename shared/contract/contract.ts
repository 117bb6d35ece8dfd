// Every call the window, the browser host, the command line and the tests can make: declared once, here and in the area files.
import type { ContractRouterClient } from '@orpc/contract';
import { casesContract } from './cases.ts';
import { documentsContract } from './documents.ts';
import { jobsContract, sampleContract } from './jobs.ts';
import { packetsContract } from './packets.ts';
import { vaultContract } from './vault.ts';

export const contract = {
  vault: vaultContract,
  documents: documentsContract,
  cases: casesContract,
  packets: packetsContract,
  jobs: jobsContract,
  sample: sampleContract,
};

/** What both the window and the command line hold: the typed client. */
export type Client = ContractRouterClient<typeof contract>;
