// Numbers of claims, members and groups told by their place: over the end of a line, before the group, behind the employer's name. The papers are made up.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('numbers of claims', () => {
  it.each([
    ['over the end of a line', 'We refused the bill of May 2 (claim\n61-2240-0718, $402.00).', ['61-2240-0718']],
    ['behind their day', 'The claim of January 28, number 7-0220-55310, stays as it is.', ['7-0220-55310']],
    ['joined by a stroke', 'Claims      61-0014478 / 61-0014502', ['61-0014478', '61-0014502']],
    ['without the number of the member', 'RE: hospital bill, claim QT-508-2214-7, ID 40-220718', ['QT-508-2214-7']],
    ['without the code of the service', 'You asked about it (claim 5-220-10776; 00840; $940.00).', ['5-220-10776']],
    ['of a file', 'Claim file:   Q-771203', ['Q-771203']],
    ['without letters of the card', 'Member ID   CLP 2207-1180-3\nClaim no.   0926-2207-55', ['0926-2207-55']],
    [
      'in the rows, where the text tells of another',
      '61-0117-5520   service 06/04/2025   99392    $412.00\n61-0117-5521   service 08/20/2025   99213    $128.00\n\nIt repeats claim 60-0911-0386.',
      ['61-0117-5520', '61-0117-5521'],
    ],
  ])('are read %s', (_, block, claims) => {
    expect(fieldsOf(block).claim_numbers).toEqual(claims);
  });

  it.each([
    [
      'with how many there are',
      'CLAIM 1 of 2      61-03-118820      Norvane Clinic      02/28/2026\nCLAIM 2 of 2      61-03-120047      Quay Clinic      03/05/2026',
      ['61-03-118820', '61-03-120047'],
    ],
    ['with a stroke behind their count', 'Claim 1 - 61240-B002     Norvane Clinic     (in network)', ['61240-B002']],
    [
      'behind the name of the statement',
      'Claims in this mailing: 61W-4410-1, 61W-4415-1',
      ['61W-4410-1', '61W-4415-1'],
    ],
  ])('of a statement are read %s', (_, block, claims) => {
    expect(fieldsOf(block, 'eob').claim_numbers).toEqual(claims);
  });
});

describe("a member's number", () => {
  it.each([
    ['QWB 0771 2208 / Group Q-7120', 'QWB 0771 2208'],
    ['RE: QWB-220-18804, group 71200', 'QWB-220-18804'],
    ['No.: QWB 2 20 71880      Grp: QTG-220', 'QWB 2 20 71880'],
    ['Subscriber: Odalys Brandt         Number: QWB-0337-9918', 'QWB-0337-9918'],
    ['ODALYS BRANDT                   R-number: R 60 220 7718', 'R 60 220 7718'],
    ['Member   ODALYS BRANDT          Ident. no.  QWB-2281-50-663', 'QWB-2281-50-663'],
    ["Carrier's ID for person     QWB 9914 2208", 'QWB 9914 2208'],
    ['Member QWB 5510.7741.20', 'QWB 5510.7741.20'],
    ['We write about your plan, and your member ID is\nQWB 22 0771 1880. We have decided.', 'QWB 22 0771 1880'],
  ])('is read in %j', (block, id) => {
    expect(fieldsOf(block).member_id).toBe(id);
  });

  it.each([
    'Billing office: PO Box 220, Lindley, KS 66999     Tax ID 00-2207718',
    'PAYEE ID 0022071        RUN 04/14/2026',
    'The service is described in Reimbursement Policy QP-220.',
    'Request 15823, group of the eyelids',
  ])('is none in %j', (block) => {
    expect(fieldsOf(block).member_id).toBeUndefined();
  });

  it.each([
    ['Insurance on file: Quay Mutual, ID QM 7718 2004', 'QM 7718 2004'],
    ['Payer 1 Norvane Health Plan  QWB7720018834', 'QWB7720018834'],
    ['Insurance  Seabank Health, claim 61-0311-559', undefined],
  ])('stands on the line of the insurance %j or not', (line, id) => {
    const text = `NORVANE HAND CLINIC\nStatement\n\nPatient  Odalys Brandt\n${line}\n\nBalance due  $40.00`;
    expect(fieldsOfText(text, 'bill').member_id).toBe(id);
  });
});

describe('the number of a group', () => {
  it.each([
    ['Member ID  QWB 220 5571 08      Group  TQW', 'TQW'],
    ['Member ID  QWB 220 5571 08      Group: LOCAL 881', 'LOCAL 881'],
    ['Member ID  QWB 220 5571 08\nGroup:     Tallow Quay Welfare Plan   (no. 22-0718)', '22-0718'],
    ['Member ID  QWB 220 5571 08\nEmployer plan: Tallow Quay Works (no. 7120)', '7120'],
  ])('is read in %j', (block, group) => {
    expect(fieldsOf(block).group_number).toBe(group);
  });

  it.each([
    'Member ID  QWB 220 5571 08      Plan  Group PPO 80/60',
    'PAY TO   QUAY MEDICAL GROUP        NPI 1999990000',
    'Pharmacies: BIN 004999  PCN STAR  GRP STQ',
  ])('is none in %j', (block) => {
    expect(fieldsOf(block).group_number).toBeUndefined();
  });

  it('stands behind the payer on the bill of a clinic', () => {
    const text = 'NORVANE HAND CLINIC\nStatement\n\nInsurance    Quay Mutual / 22-07188\n\nBalance due  $40.00';
    expect(fieldsOfText(text, 'bill').group_number).toBe('22-07188');
  });

  it("is the policy's in the certificate of a group", () => {
    const text =
      'QUAY MUTUAL\nCertificate of coverage\n\nPolicyholder      Tallow Grain Cooperative\nPolicy number     Q-22071\n';
    expect(fieldsOfText(text, 'plan-document').group_number).toBe('Q-22071');
  });
});
