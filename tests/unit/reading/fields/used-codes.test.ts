// Which codes and marks stand on denied lines, and which a legend only lists.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../../shared/text/plain-text.ts';
import { READING_RULES } from '../../../helpers/reading.ts';

const reasonsOf = (text: string) =>
  readDocument(pagesFromText(text), READING_RULES, 'eob')
    .reasons.map(({ reason }) => reason)
    .sort();

const HEAD = `ORMOND HEALTH PLAN                        EXPLANATION OF BENEFITS
This is not a bill.

Date         Code     Billed    Not covered    Paid     Note
`;

describe('codes and marks on lines', () => {
  it('leaves out codes a list says are not on this statement', () => {
    expect(
      reasonsOf(`${HEAD}03/02/2026   99213    150.00        150.00    0.00     PR-26

REMARKS USED ON THIS EOB
PR-26   EXPENSES INCURRED PRIOR TO COVERAGE.

OTHER REMARKS IN USE (NOT ON THIS EOB)
CO-29 TIME LIMIT FOR FILING HAS EXPIRED.    CO-50 NOT DEEMED A MEDICAL NECESSITY BY THE PAYER.
`),
    ).toEqual(['eligibility-terminated']);
  });

  it('takes a list of lettered notes for a legend when one of them stands on a line', () => {
    expect(
      reasonsOf(`${HEAD}03/02/2026   99213    150.00        150.00    0.00     (f)

WHY
 (a) You haven't met your deductible.
 (c) You've reached the number of visits that your plan pays for in a year.
 (f) This was done for looks. We pay for it only when it treats an illness.
 (g) You were out of our network and it wasn't an emergency.
`),
    ).toEqual(['cosmetic']);
  });

  it('still reads a code told in a sentence', () => {
    expect(
      reasonsOf(
        'ORMOND HEALTH PLAN\nEXPLANATION OF BENEFITS\n\nThe claim was denied as CO-18 because it came in twice.\n',
      ),
    ).toEqual(['duplicate-claim']);
  });
});
