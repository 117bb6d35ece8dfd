// Who, which number, which claim: the blocks at the top of letters in the layouts insurers use.
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../shared/model/finding.ts';
import { fieldsOf } from '../../../helpers/fields.ts';

type Case = readonly [about: string, block: string, expected: Partial<Fields>];

const CASES: readonly Case[] = [
  [
    'labels with colons',
    'Member Name:     Arlo Penhaligon\nMember ID:       QRX-4410-778\nGroup Number:    0081-A\nClaim Number:    2026-118-40021',
    {
      member_name: 'Arlo Penhaligon',
      member_id: 'QRX-4410-778',
      group_number: '0081-A',
      claim_numbers: ['2026-118-40021'],
    },
  ],
  [
    'two columns of labels',
    'Patient: Arlo Penhaligon            Subscriber ID: W 2201 77415\nProvider: Blue Fern Orthopedics     Ref. No.: UM-26-0098812',
    {
      member_name: 'Arlo Penhaligon',
      member_id: 'W 2201 77415',
      provider: 'Blue Fern Orthopedics',
      authorization_number: 'UM-26-0098812',
    },
  ],
  [
    'titles above values',
    'Member Name            Member ID         Claim Number       Date of Service\nArlo Penhaligon        ZX88102456        7719-2026-0031     03/14/2026',
    {
      member_name: 'Arlo Penhaligon',
      member_id: 'ZX88102456',
      claim_numbers: ['7719-2026-0031'],
      dates_of_service: ['2026-03-14'],
    },
  ],
  [
    'titles in a ruled table',
    '| Member          | Member ID     | Provider               |\n+-----------------+---------------+------------------------+\n| Arlo Penhaligon | ZX88102456    | Larkin Valley Hospital |',
    { member_name: 'Arlo Penhaligon', member_id: 'ZX88102456', provider: 'Larkin Valley Hospital' },
  ],
  [
    'values on the line below',
    'Member ID:\nZX 8810 2456\n\nCase Number:\nCR-2026-5561',
    { member_id: 'ZX 8810 2456', authorization_number: 'CR-2026-5561' },
  ],
  [
    'your and our before the label',
    'Your member number:  88-10245\nOur claim number:    C-2026-7781',
    { member_id: '88-10245', claim_numbers: ['C-2026-7781'] },
  ],
  [
    'leaders',
    'MEMBER ID . . . . NH0077150\nGROUP . . . . . . A60318',
    { member_id: 'NH0077150', group_number: 'A60318' },
  ],
  ['the number of an identity card', 'ID card number:   TRQ 55 1204', { member_id: 'TRQ 55 1204' }],
  ['a certificate', 'Certificate:   BST-7-0040012', { member_id: 'BST-7-0040012' }],
  ['an employee number', 'Employee number:   HTS-0048', { member_id: 'HTS-0048' }],
  ['a Medicare number', 'Medicare Number: 1EG4-TE5-MK73', { member_id: '1EG4-TE5-MK73' }],
  [
    'a policy holder',
    'Policy No.  INX-200-4418\nInsured     Arlo Penhaligon',
    { member_id: 'INX-200-4418', member_name: 'Arlo Penhaligon' },
  ],
  ['the number behind the name of the group', 'Group:  Kettle & Vane Co-op, 10-7742', { group_number: '10-7742' }],
  ['the number before the name of the group', 'Employer group:   G2205 Merced Growers', { group_number: 'G2205' }],
  [
    'several claims in a list',
    'Claim numbers: 26-110883, 26-110901 and 26-110944',
    { claim_numbers: ['26-110883', '26-110901', '26-110944'] },
  ],
  [
    'several claims below each other',
    'Claims:      26B-110883 (Larkin Valley Hospital, $23,417.50)\n             26B-110901 (Cumber Surgical, $4,180.00)',
    { claim_numbers: ['26B-110883', '26B-110901'] },
  ],
  ['a claim number that begins like a date', 'Claim      2026-03-14-5518', { claim_numbers: ['2026-03-14-5518'] }],
  ['a control number', 'Document Control Number: 2026118004400', { claim_numbers: ['2026118004400'] }],
  [
    'the refused request before what was approved instead',
    'Case: A-2026-33907\nThe first item stays approved (approval number PA-778120-26).',
    { authorization_number: 'A-2026-33907' },
  ],
  [
    'an approval before the number of an appeal',
    'Appeal no.   A-2026-33907\nThe first item stays approved (approval number PA-778120-26).',
    { authorization_number: 'PA-778120-26' },
  ],
  ['a tracking number', 'Tracking no.    CIR-7750412', { authorization_number: 'CIR-7750412' }],
  ['a precertification number', 'Precertification #: 400-88-1207', { authorization_number: '400-88-1207' }],
  [
    'an appeal number, where nothing else names the request',
    'Appeal number     RD-26-118203',
    { authorization_number: 'RD-26-118203' },
  ],
  [
    'name, then identifier on one line',
    'Member: Arlo Penhaligon   ID: ZX-881-02',
    { member_name: 'Arlo Penhaligon', member_id: 'ZX-881-02' },
  ],
  [
    'one run of labels',
    'Member: Arlo Penhaligon Member ID: ZX-881-02 Group: 7700-B',
    { member_name: 'Arlo Penhaligon', member_id: 'ZX-881-02', group_number: '7700-B' },
  ],
  [
    'a patient who is not the employee',
    'EMPLOYEE   MIRA PENHALIGON       PATIENT   ARLO PENHALIGON (SON)',
    { member_name: 'ARLO PENHALIGON' },
  ],
  [
    'parents',
    'Parents of Arlo Penhaligon\n19 Sugarhouse Road\nSwan Notch, NH 03999',
    { member_name: 'Arlo Penhaligon' },
  ],
  [
    'the addressee alone',
    'Arlo Penhaligon\n742 Carriage Lane\nFort Ansel, Indiana 46999\n\nDear Mr. Penhaligon:',
    { member_name: 'Arlo Penhaligon' },
  ],
  ['a prescriber', 'Prescriber    Nell Okonjo-Reyes, MD (dermatology)', { provider: 'Nell Okonjo-Reyes, MD' }],
  [
    'a specialty behind the credentials',
    'Attending:   Marisol Engel, MD, interventional oncology',
    { provider: 'Marisol Engel, MD' },
  ],
  ['a doctor titled as one', 'Requesting physician: Dr. Nell Okonjo', { provider: 'Dr. Nell Okonjo' }],
  [
    'the orderer before the laboratory',
    'Laboratory    Helixgate Diagnostics\nOrdered by    Otto Farrukh, MD, neurology',
    { provider: 'Otto Farrukh, MD' },
  ],
  [
    'a facility alone',
    'Facility:  Quillfeather Rehabilitation and Nursing Center',
    { provider: 'Quillfeather Rehabilitation and Nursing Center' },
  ],
  [
    'with whom the visit was',
    'About your visit on:  August 19, 2026\nWith:   Coastal Hormone Associates (Dr. Bert Osei)',
    { provider: 'Coastal Hormone Associates', dates_of_service: ['2026-08-19'] },
  ],
  [
    'the provider beside the claim',
    'Claim: 26B-110883 (Larkin Valley Hospital, $23,417.50)',
    { provider: 'Larkin Valley Hospital' },
  ],
  [
    'the sender in the text',
    'We received a request from Summit Spring Pain Clinic for an infusion.',
    { provider: 'Summit Spring Pain Clinic' },
  ],
  [
    'dates of service',
    'Dates of service:   06/15/2026 and 06/26/2026',
    { dates_of_service: ['2026-06-15', '2026-06-26'] },
  ],
  [
    'days written together',
    'Date(s) of Service: March 3 and 5, 2026',
    { dates_of_service: ['2026-03-03', '2026-03-05'] },
  ],
  ['a stay', 'Admission date: 04/19/2026', { dates_of_service: ['2026-04-19'] }],
  ['the date of care', 'Care date   September 16, 2026', { dates_of_service: ['2026-09-16'] }],
  ['a service with its date and codes', 'SERVICE   12/28/2025   A0427, A0425', { dates_of_service: ['2025-12-28'] }],
  [
    'labels joined by a stroke',
    'ID / GROUP    TF 004 871 663  /  BWP-1170',
    { member_id: 'TF 004 871 663', group_number: 'BWP-1170' },
  ],
  ['a pharmacy group of letters', 'Rx group:   CRANEFLY (Cranefly Robotics Plan)', { group_number: 'CRANEFLY' }],
  [
    'a cardholder',
    'CARDHOLDER: VRX 118 40 6627 01      GROUP: LODESTR2',
    { member_id: 'VRX 118 40 6627 01', group_number: 'LODESTR2' },
  ],
  [
    'the number behind the name',
    'Member: DELPHINE OKAFOR   #QW-2210-88471',
    { member_id: 'QW-2210-88471', member_name: 'DELPHINE OKAFOR' },
  ],
  [
    'a clinician with the house',
    'Prescriber   Tobias Wren, MD, Headache Center of Thistle Falls',
    { provider: 'Tobias Wren, MD' },
  ],
  [
    'the facility that was asked for',
    'Requested by: Dr. Hetty Vos, Dovecote Regional Medical Center\nFacility requested: Catawba Rehabilitation Hospital',
    { provider: 'Catawba Rehabilitation Hospital' },
  ],
  [
    'a practice a copy goes to',
    'TO:   Renwick Surgical Associates, Attn: Dr. Ines Falk\nFacility:   Oakmont Surgery Center',
    { provider: 'Renwick Surgical Associates' },
  ],
  ['a patient with the relation', 'PATIENT    Gideon Tarkington, spouse', { member_name: 'Gideon Tarkington' }],
  [
    'date and amount beside the claim',
    'Claim:   25-T-770264 (Larkin Valley Hospital, June 30, 2026, $7,815.00)',
    { claim_numbers: ['25-T-770264'], dates_of_service: ['2026-06-30'], billed_amount: 7815 },
  ],
  [
    'one row under titles',
    'Claim            Dates of service           Billed          Decision\nPS7Q-2250619     02/10/2026 - 02/12/2026    $41,860.00      Denied 03/20/2026',
    { claim_numbers: ['PS7Q-2250619'], dates_of_service: ['2026-02-10', '2026-02-12'], billed_amount: 41860 },
  ],
  [
    'strokes in labels and numbers',
    'Provider/Supplier:   Hollow Creek Medical Equipment\nOur reference: CC/26/00917/BL',
    { provider: 'Hollow Creek Medical Equipment', authorization_number: 'CC/26/00917/BL' },
  ],
  [
    'labels set over two lines',
    'Requesting  Dr. Amadou Keita          Servicing    Verdugo Surgical Center\nProvider:   (Orthopedics)             Facility:',
    { provider: 'Verdugo Surgical Center' },
  ],
  [
    'a date in the subject',
    'Re:   Claims 26-0101-881 and 26-0101-882, service of January 5, 2026',
    { claim_numbers: ['26-0101-881', '26-0101-882'], dates_of_service: ['2026-01-05'] },
  ],
  [
    'the one an appeal is for',
    'Appellant for:   Cyrus Yellowhorse, member MLC-40-771-882',
    { member_name: 'Cyrus Yellowhorse', member_id: 'MLC-40-771-882' },
  ],
  ['no date of service where none is stated', 'Effective date: February 1, 2026\nRequest received: March 3, 2026', {}],
];

describe('the reference block', () => {
  it.each(CASES)('reads %s', (_, block, expected) => {
    const found = fieldsOf(block);
    const wanted = Object.keys(expected).length === 0 ? { dates_of_service: undefined } : expected;
    for (const [name, value] of Object.entries(wanted)) expect(found[name as keyof Fields], name).toEqual(value);
  });
});

describe('what only looks like an identifier', () => {
  it.each([
    ['telephone numbers', 'Member Services: 1-800-555-0143'],
    ['dates', 'Member ID card issued: 03/14/2026'],
    ['amounts', 'Claim: $1,240.00'],
    [
      'sentences that begin with a label',
      'Provider offices may send records by fax.\nClaim forms are not needed.\nGroup therapy is covered.',
    ],
  ])('leaves out %s', (_, block) => {
    const { member_id, claim_numbers, group_number, provider, authorization_number } = fieldsOf(block);
    expect({ member_id, claim_numbers, group_number, provider, authorization_number }).toEqual({});
  });
});
