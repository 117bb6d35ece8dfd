// Marks on the lines of a statement that are national adjustment codes, and shapes of such codes that are not.
import { describe, expect, it } from 'vitest';
import { fieldsOfText } from '../../../helpers/fields.ts';

const carcOf = (text: string, kind: 'eob' | 'denial-letter' = 'eob'): readonly string[] =>
  fieldsOfText(text, kind).codes?.carc ?? [];

const statement = (rows: string, notes: string): string =>
  `ORMOND HEALTH PLAN                        EXPLANATION OF BENEFITS
This is not a bill.

Date         Code     Billed    Not covered    Paid     Note
${rows}

NOTES
${notes}
`;

describe('marks that are national codes', () => {
  it('are letters with digits whose note says what the nation means', () => {
    const rows =
      '03/02/2026   97140    150.00        150.00    0.00     B7\n03/09/2026   97110     95.00         95.00    0.00     119';
    const notes =
      'B7    This provider was not certified for the service on that day.\n119   The maximum for this time has been reached.';
    expect(carcOf(statement(rows, notes))).toEqual(['B7', '119']);
  });

  it('are not letters with digits of which a note says something else', () => {
    const rows =
      '03/02/2026   97140    150.00        150.00    0.00     B7\n03/09/2026   97110     95.00         95.00    0.00     K2';
    const notes = 'B7   This is part of the office visit.\nK2   The State gives this vaccine free.';
    expect(carcOf(statement(rows, notes))).toEqual([]);
  });

  it('are told in many ways', () => {
    const rows =
      '03/02/2026   97140    150.00        150.00    0.00     97\n03/09/2026   97110     95.00         95.00    0.00     18\n03/10/2026   20610    210.00        210.00    0.00     204';
    const notes =
      "97    Goes with the office visit.\n18    The first line again.\n204   The plan doesn't have this scan among its benefits.";
    expect(carcOf(statement(rows, notes))).toEqual(['97', '18', '204']);
  });

  it('stand behind the word in a report of claims', () => {
    const report = (remarks: readonly [string, string]): string => `ORMOND BENEFIT SERVICES      CLAIM STATUS

 1  Claim 2607-14-90118    06/02/2026    20610      $  318.00
    Status   NO PAYMENT         $   0.00
    Remark   18 - ${remarks[0]}
 2  Claim 2607-14-90121    06/16/2026    73562      $  146.00
    Status   NO PAYMENT         $   0.00
    Remark   4 - ${remarks[1]}
`;
    expect(carcOf(report(['Same day, same service as before.', 'Modifier 50 and the films do not agree.']))).toEqual([
      '18',
      '4',
    ]);
    expect(carcOf(report(['Sent to the surgeon.', 'Sent to the hospital.']))).toEqual([]);
  });
});

describe('codes with their group', () => {
  it('may close a sentence, or stand before the group', () => {
    const rows =
      '03/02/2026   97140    150.00        150.00    0.00\n       WHY:  CO-18.  The same line was sent again.';
    expect(carcOf(statement(rows, 'None.'))).toEqual(['18']);
    const behind =
      '03/02/2026   97140    150.00        150.00    0.00     119 / CO\n03/04/2026   97110    150.00        150.00    0.00     29 / CO';
    expect(carcOf(statement(behind, '29   Received after the last day.'))).toEqual(['119', '29']);
  });

  it('are not parts of numbers and names', () => {
    const letter = `ORMOND HEALTH PLAN          Ltr PI-12
Member: CR 20 7718 445
Member number: PR8 2267 40911

Dear Ivo Tamsin,

We can't approve the operation. Our rule CR-71 asks for two of four things.
`;
    expect(carcOf(letter, 'denial-letter')).toEqual([]);
  });
});
