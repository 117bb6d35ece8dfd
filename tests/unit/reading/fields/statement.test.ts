// Amounts and codes of statements: totals under their columns, labels, sentences, legends, brackets.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

const EOB_HEAD =
  'ORMOND HEALTH PLAN                     EXPLANATION OF BENEFITS\nThis is not a bill.\n\nMember: Arlo Penhaligon      Statement date: 03/14/2026\n\n';

describe('amounts of a statement', () => {
  it('takes the total under each column', () => {
    const { billed_amount, patient_responsibility } = fieldsOfText(
      `${EOB_HEAD}Date         Code      Billed     Allowed    Paid      You owe
03/02/2026   99213     150.00     100.00    80.00       20.00
03/02/2026   73560     120.00       0.00     0.00      120.00
TOTAL                  270.00     100.00    80.00      140.00`,
      'eob',
    );
    expect({ billed_amount, patient_responsibility }).toEqual({ billed_amount: 270, patient_responsibility: 140 });
  });

  it('reads titles set over two lines', () => {
    const { billed_amount, patient_responsibility } = fieldsOfText(
      `${EOB_HEAD}Date         Code     Amount      Plan       Your
                      billed     paid       responsibility
03/02/2026   99213     150.00     80.00         70.00
03/02/2026   73560     120.00      0.00        120.00
Claim total            270.00     80.00        190.00`,
      'eob',
    );
    expect({ billed_amount, patient_responsibility }).toEqual({ billed_amount: 270, patient_responsibility: 190 });
  });

  it.each([
    [
      'adds the totals of several claims where it prints their sum',
      'Providers sent us bills of $240.00; you may owe them $190.00.',
      240,
      190,
    ],
    ['states no sum of several claims that it does not print', 'Keep this page.', undefined, undefined],
  ])('%s', (_, foot, billed, owed) => {
    const claim = (charge: string, part: string) => `Date         Code      Billed     Paid      You owe
03/02/2026   99213     ${charge}       0.00       ${part}
Claim total            ${charge}       0.00       ${part}

`;
    const { billed_amount, patient_responsibility } = fieldsOfText(
      `${EOB_HEAD}CLAIM 77-201\n${claim('150.00', '150.00')}CLAIM 77-202\n${claim(' 90.00', ' 40.00')}${foot}\n`,
      'eob',
    );
    expect({ billed_amount, patient_responsibility }).toEqual({ billed_amount: billed, patient_responsibility: owed });
  });

  it('counts a grand total once', () => {
    const { billed_amount } = fieldsOfText(
      `${EOB_HEAD}Date         Code      Billed     Paid
03/02/2026   99213     150.00     80.00
Claim total            150.00     80.00
03/03/2026   99213      90.00     10.00
Claim total             90.00     10.00
GRAND TOTAL            240.00     90.00`,
      'eob',
    );
    expect(billed_amount).toBe(240);
  });

  it('reads a box of totals whose titles stand beside the word', () => {
    const { billed_amount, patient_responsibility } = fieldsOfText(
      `${EOB_HEAD}TOTALS            Providers     Plan          Your
                  billed        paid          share
 March 2026       $1,413.00     $301.00       $165.00
 Year to date     $2,206.00     $678.00       $205.00`,
      'eob',
    );
    expect({ billed_amount, patient_responsibility }).toEqual({ billed_amount: 1413, patient_responsibility: 165 });
  });

  it.each([
    ['Total billed:  $3,870.00', 3870],
    ['Amount on the bill:      $486.00', 486],
    ['Billed charges ........ $1,215.40', 1215.4],
    ['Total charges $4,065.00', 4065],
    ['Larkin Valley charged .............  $1,585.00', 1585],
    ['BILLED     $1,874.00     PAYABLE   $0.00', 1874],
    ['Claim amount: 912.50', 912.5],
  ])('reads what was billed from "%s"', (line, amount) => {
    expect(fieldsOf(line).billed_amount).toBe(amount);
  });

  it.each([
    ['What you may owe ..............  $1,385.00', 1385],
    ['Amount you may owe this provider         $2,172.00', 2172],
    ['Plan paid  $0.00   You owe  $3,260.00', 3260],
    ['Patient responsibility: 0.00', 0],
    ['Your share of the cost: $45.00', 45],
    [
      'On that footing both claims are declined in full. You are\nresponsible for $27,597.50, less any discount.',
      27597.5,
    ],
    ["The member's share for each of the three is $0.00. Do not bill the member.", 0],
    ['You do not owe the hospital any money for this visit.', 0],
  ])('reads what is owed from "%s"', (line, amount) => {
    expect(fieldsOf(line).patient_responsibility).toBe(amount);
  });

  it('says nothing of amounts that are not stated', () => {
    const { billed_amount, patient_responsibility } = fieldsOf('Your deductible is $1,500.00 and your copay is $40.');
    expect({ billed_amount, patient_responsibility }).toEqual({});
  });
});

describe('adjustment and remark codes', () => {
  it.each([
    ['03/02/2026  99213   150.00   0.00   CO-16 M119', ['16'], ['M119']],
    ['03/02/2026  99213   150.00   0.00   OA-97, M80', ['97'], ['M80']],
    ['03/02/2026  99213   150.00   0.00   PR-204\n    reason PR-45, N4', ['204', '45'], ['N4']],
    ['Denied: this was your 21st visit this year. [119, N362]', ['119'], ['N362']],
    ['A7   An MRI has to be approved by us before it is done.  (CARC 197, RARC N54)', ['197'], ['N54']],
    ['Codes your clinic sees: line 2 CARC 96 with N130; line 5 CARC\n252 with N706.', ['96', '252'], ['N130', 'N706']],
    ['Reason codes: 50 and 97', ['50', '97'], []],
    ['Remark code: MA130', [], ['MA130']],
    ['Adjustment reason code 29, remark N211', ['29'], ['N211']],
  ])('reads %j', (text, carc, rarc) => {
    const { codes } = fieldsOfText(`${EOB_HEAD}${text}`, 'eob');
    expect({ carc: codes?.carc ?? [], rarc: codes?.rarc ?? [] }).toEqual({ carc, rarc });
  });

  it('takes the numbers of a national legend, also those no line uses', () => {
    const { codes } = fieldsOfText(
      `${EOB_HEAD}03/02/2026  Office visit 99213     150.00    DENIED     0.00
            Denied: a second copy. [18]

NUMBERS IN BRACKETS are the national codes that your provider also gets:
 18 exact duplicate claim | 22 may be covered by another payer | 29 time limit has passed
 B7 provider not eligible | N570 credentialing data missing`,
      'eob',
    );
    expect(new Set(codes?.carc)).toEqual(new Set(['18', '22', '29', 'B7']));
    expect(codes?.rarc).toEqual(['N570']);
  });

  it('takes no ZIP, year, page or percentage for a code', () => {
    const { codes } = fieldsOf(
      'Denver, CO 80202\nPage 2 of 3, 2026, 20 percent\nContract H0000-014, plan 97\n(see page 4) (b) (3)',
    );
    expect(codes).toBeUndefined();
  });
});

describe('procedures and diagnoses', () => {
  it.each([
    ['Services:   99204, 76536, E04.1', ['99204', '76536'], ['E04.1']],
    ['0446T-0448T are not covered under CPT rules', ['0446T', '0448T'], []],
    ['CPT 27447   ICD-10 M17.11', ['27447'], ['M17.11']],
    ['Diagnosis   F88, R62.50', [], ['F88', 'R62.50']],
    ['Employer group:  G2205 Merced Growers\nHCPCS J1628', ['J1628'], []],
    ['The criteria speak of E11.- and O24.4- as diagnoses.', [], []],
  ])('reads %j', (text, procedures, diagnoses) => {
    const { codes } = fieldsOf(text);
    expect({ procedures: codes?.cpt_hcpcs ?? [], diagnoses: codes?.icd10 ?? [] }).toEqual({ procedures, diagnoses });
  });
});
