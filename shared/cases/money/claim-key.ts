// Claim numbers as they are compared: by letters and digits alone.
import { compact } from '../kinship.ts';

/** A claim number for comparison; letters that optical reading takes for digits count as those digits. Empty for undefined. */
export function claimKey(claim: string | undefined): string {
  return compact(claim).replace(/O/g, '0').replace(/[IL]/g, '1');
}
