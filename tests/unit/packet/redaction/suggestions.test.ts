// What is suggested to be blacked out, what is not, and what the user settled.
import { describe, expect, it } from 'vitest';
import { EntryId } from '../../../../shared/ids.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { Exhibit } from '../../../../shared/model/packet.ts';
import type { Redaction } from '../../../../shared/model/redaction.ts';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { type RedactionSuggestion, redactionSuggestions } from '../../../../shared/packet/redaction/suggestions.ts';
import { documentId, packetCase, pageOf, paperOf } from '../../../helpers/packet-fixtures.ts';

const own = (value: string) => ({ value, byUser: true });
const base = packetCase();
const CASE: Case = {
  ...base,
  facts: {
    ...base.facts,
    memberName: own('Rowan Ashgrove'),
    memberId: own('QHA447101'),
    groupNumber: own('88210-04'),
    claimNumbers: own('2026-0815-77'),
    senderPhone: own('(555) 010-4455'),
    senderAddress: own('12 Elm Row, Port Ivory'),
  },
};

const exhibit = (pages: readonly number[]): Exhibit => ({
  ...{ key: 'a', label: 'A', title: 'A', kind: 'bill' as const, documentId: documentId(1), supports: [] },
  pages: [...pages],
});

function suggested(lines: readonly (readonly string[])[], more: { value?: Case; kind?: DocumentKind } = {}) {
  const paper = paperOf(1, { kind: more.kind ?? 'bill', pages: lines.map((each, index) => pageOf(index + 1, each)) });
  const all = redactionSuggestions(
    more.value ?? CASE,
    [exhibit(lines.map((_, index) => index + 1))],
    new Map([[paper.document.id, paper]]),
  );
  return all;
}
const short = (line: string) => suggested([[line]]).map(({ why, text }) => `${why}: ${text}`);

describe('private numbers', () => {
  it.each([
    ['SSN: 123-45-6789', 'ssn: 123-45-6789'],
    ['Social Security number 123 45 6789', 'ssn: 123 45 6789'],
    ['SSN l23-4S-67B9 as read', 'ssn: l23-4S-67B9'],
    ['Paid with 4111 1111 1111 1111 today', 'account: 4111 1111 1111 1111'],
    ['Bank account no.: 0098-77123', 'account: 0098-77123'],
    ['Account # 55512345 due', 'account: 55512345'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'account: DE89 3704 0044 0532 0130 00'],
    ['Date of birth: 04/12/1981', 'birth-date: 04/12/1981'],
    ['DOB April 12, 1981', 'birth-date: April 12, 1981'],
    ['DOB 04/l2/1981', 'birth-date: 04/l2/1981'],
  ])('“%s”', (line, wanted) => {
    expect(short(line)).toEqual([wanted]);
  });

  it.each([
    'Member ID: QHA447101',
    'Account number: QHA447101-01',
    'Patient: Rowan Ashgrove',
    'Patient: Ashgrove, Rowan',
    'Claim number 2026-0815-77',
    'SSN: XXX-XX-6789',
    'Tax ID 12-3456789',
    'Account balance $1,250.00',
    'Call (555) 010-4455',
    'Date of service 04/12/2026',
    'Patient Health Questionnaire',
    'Member Services Department',
    'Member Appeals, Mail Stop 4',
    'Appeals Committee, Second Level',
    'NPI 1234567893',
  ])('not “%s”', (line) => {
    expect(short(line)).toEqual([]);
  });

  it('are found all, not only the first', () => {
    expect(short('123-45-6789 and 234-56-7890')).toEqual(['ssn: 123-45-6789', 'ssn: 234-56-7890']);
  });
});

describe('other people', () => {
  it('are found beside a label, then by name on every page, with how to reach them', () => {
    const found = suggested([
      ['Statement', 'Guarantor: Jonah Ashgrove', '77 Harbor Lane', 'Phone (555) 010-9988', 'Patient: Rowan Ashgrove'],
      ['Ashgrove, Jonah called again', 'mail to jonah.a@gmail.com or billing@harborclinic.example'],
    ]).map(({ pageNumber, why, text }) => `${pageNumber} ${why}: ${text}`);
    expect(found).toEqual([
      '1 third-party: Jonah Ashgrove',
      '1 contact: 77 Harbor Lane',
      '1 contact: (555) 010-9988',
      '2 third-party: Ashgrove, Jonah',
      '2 contact: jonah.a@gmail.com',
    ]);
  });

  it('beside “Patient” are nobody else as long as the person of the case has no name', () => {
    expect(suggested([['Patient: Ann Poe', 'Guarantor: Jonah Poe']], { value: base }).map(({ text }) => text)).toEqual([
      'Jonah Poe',
    ]);
  });

  it('in policies and articles are examples', () => {
    expect(suggested([['Patient: Ann Poe', 'SSN 123-45-6789']], { kind: 'literature' })).toEqual([]);
  });
});

describe('what the user settled', () => {
  const settled = (suggestion: RedactionSuggestion, state: Redaction['state']): Redaction => {
    const { documentId: paper, pageNumber, boxes, why } = suggestion;
    const id = EntryId.parse('n_0000000000000001');
    return { id, documentId: paper, pageNumber, boxes, why, by: 'suggestion', state };
  };
  it.each(['applied', 'waved-off'] as const)('%s is not suggested again', (state) => {
    const lines = [['SSN: 123-45-6789', 'DOB 04/12/1981']];
    const [first, ...others] = suggested(lines);
    const value = { ...CASE, redactions: [settled(first!, state)] };
    expect(suggested(lines, { value })).toEqual(others);
  });
});
