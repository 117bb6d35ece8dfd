// Numbers of members and groups where no label says whose they are, and where a paper is about several members.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('the number of a member', () => {
  it.each([
    ['behind a labelled name', 'Enrollee: Odalys Brandt, QWR-0044-5120', 'QWR-0044-5120', 'Odalys Brandt'],
    [
      'in the cell behind a labelled name',
      'Member      Odalys Brandt      QWR 2210 44 518',
      'QWR 2210 44 518',
      'Odalys Brandt',
    ],
    ['behind a dash', 'Patient: Odalys Brandt - QW 66120 8841', 'QW 66120 8841', 'Odalys Brandt'],
    ['behind a name without a label', 'Odalys Brandt, QW-338-44710', 'QW-338-44710', undefined],
    ['beside a label of one word', 'Card  QWB 2218 0937         Request CSS-559102', 'QWB 2218 0937', undefined],
  ])('stands %s', (_, block, id, name) => {
    const found = fieldsOf(block);
    expect(found.member_id).toBe(id);
    if (name !== undefined) expect(found.member_name).toBe(name);
  });

  it.each([
    ['a date of birth', 'Member: Odalys Brandt, 04/17/1983'],
    ['the number of a claim', 'Member: Odalys Brandt      Claim 2026-118-4002'],
    ['a telephone number', 'Member: Odalys Brandt, 609-555-0143'],
    ['the contract of a plan with Medicare', 'Plan: Ostrow Choice (HMO), contract H0000'],
  ])('is not %s', (_, block) => {
    expect(fieldsOf(block).member_id).toBeUndefined();
  });

  it('is none on a remittance for several members', () => {
    const rows = ['AMBER, IDA', 'BRANDT, OLE', 'CASTLE, UNA'].map(
      (name, at) => `PATIENT  ${name}      ID QW0044${at}118      CLAIM 26170-0041${at}`,
    );
    expect(fieldsOf(rows.join('\n\n'), 'eob').member_id).toBeUndefined();
    expect(fieldsOf(rows.slice(0, 1).join('\n'), 'eob').member_id).toBe('QW00440118');
  });
});

describe('the number of a group', () => {
  it.each([
    ['Rx Group: TIDEMARK02', 'TIDEMARK02'],
    ['ID  QW 3340 0291-01      Group TDM-7', 'TDM-7'],
    ['Group     MKT-OAK-SILVER (Marketplace)', 'MKT-OAK-SILVER'],
    ['Re: Patient Odalys Brandt, ID QWV 550-118-73, group TDX9', 'TDX9'],
  ])('is read in %j', (block, group) => {
    expect(fieldsOf(block).group_number).toBe(group);
  });

  it('is no word in capitals behind the word group', () => {
    expect(fieldsOf('GROUP THERAPY SESSIONS ARE COVERED').group_number).toBeUndefined();
  });
});

describe('the number of a request', () => {
  it('is not that of a form of the government', () => {
    const form = 'Form CMS-10003-NDMCP                    OMB Approval No. 0938-0829';
    expect(fieldsOf(form).authorization_number).toBeUndefined();
    expect(fieldsOf(`Approval No. QA-55120\n\n${form}`).authorization_number).toBe('QA-55120');
  });
});

describe('the number of an approval', () => {
  it.each([
    ['The hospital had an approval, ST-11809, for the stay.', 'ST-11809'],
    ['The authorization on file (A-25-61104) covers another service.', 'A-25-61104'],
    ['Prior approval 26-PA-40071 was on file for line 2.', '26-PA-40071'],
  ])('stands in %j', (text, number) => {
    expect(fieldsOf(`Member: Odalys Brandt\n\n${text}`).authorization_number).toBe(number);
  });

  it('gives way to the number of the request', () => {
    expect(
      fieldsOf('Case: UM-338-4410\n\nThe earlier stay had an approval, ST-11809, which has ended.')
        .authorization_number,
    ).toBe('UM-338-4410');
  });

  it.each(['Appeal: 180 days from the day you receive this.', 'Request: 15823, both upper eyelids'])(
    'is not in %j',
    (block) => {
      expect(fieldsOf(block).authorization_number).toBeUndefined();
    },
  );
});

describe('the number behind the insurance on a bill', () => {
  const bill = (line: string) =>
    `TARN MEADOW CLINIC\nSTATEMENT OF ACCOUNT\n\nPatient      Orla Winslade        Account   TM-4471\n${line}\n\nBalance due   $120.00\n`;

  it('is that of the group where it has two parts of digits', () => {
    expect(
      fieldsOfText(bill('Insurance    Tarn Mutual / 61-40882      Due date  10/19/2026'), 'bill').group_number,
    ).toBe('61-40882');
  });

  it.each([
    'Insurance    Tarn Mutual / TMX40882771',
    'Insurance    Tarn Mutual / 2025-26',
    'Visit    Tarn Room / 61-40882',
  ])('is none in "%s"', (line) => {
    expect(fieldsOfText(bill(line), 'bill').group_number).toBeUndefined();
  });
});
