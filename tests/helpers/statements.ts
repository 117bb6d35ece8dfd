// A benefit statement around the lines a test is about. It is made up.
import { expect } from 'vitest';
import type { ReasonId } from '../../shared/model/vocabulary.ts';
import { readText } from './reading.ts';

const HEAD = `FALLOWMERE HEALTH PLAN                                  EXPLANATION OF BENEFITS
PO Box 4, Fallowmere, OH 43999                          This is not a bill

Member  Ilse Brannigan      ID  FHP 220-7714      Group  5120      Statement date 03/11/2026
Claim 26-0301-884           Provider  Harrow Street Clinic (in network)
`;
const FOOT = `
YOUR RIGHT TO APPEAL
You may appeal within 180 days of receiving this statement. If a service was not medically necessary an
outside reviewer may decide.
`;

/** The reasons read from a statement with the given middle, in the order of their names. */
export function reasonsOfStatement(middle: string): ReasonId[] {
  const reading = readText(`${HEAD}\n${middle}\n${FOOT}`);
  expect(reading.kind.value).toBe('eob');
  return reading.reasons.map((finding) => finding.reason).sort();
}
