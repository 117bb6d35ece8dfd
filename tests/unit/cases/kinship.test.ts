// Whose paper it is: the one thing a packet must not get wrong.
import { describe, expect, it } from 'vitest';
import { type Identity, kinship, mayServe, sameName } from '../../../shared/cases/kinship.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { paper } from '../../helpers/cases.ts';

const ada: Identity = {
  memberName: 'Ada M. Quill',
  memberId: 'HC 77310-01',
  groupNumber: '70-815',
  claimNumbers: ['26-1', '26-2'],
  authorizationNumber: undefined,
};

const relation = (
  text: string,
  fields: Readonly<Record<string, unknown>> = {},
  kind: DocumentKind = 'medical-record',
) => kinship(ada, paper(1, kind, text, { fields }));

describe('kinship', () => {
  it.each([
    ['the member id, however spaced', 'Visit', { member_id: 'HC77310 01' }, 'same-claim'],
    ['a claim number', 'Bill', { claim_numbers: ['99', '26-2'] }, 'same-claim'],
    ['the name in another order', 'Visit', { member_name: 'QUILL, Ada' }, 'same-name'],
    ['the name on the page only', 'Patient: QUILL, ADA M.', {}, 'same-name'],
    ['another name', 'Patient: Otto Lark', { member_name: 'Otto Lark' }, 'other-person'],
    ['another name of the same family', 'Patient: Bo Quill', { member_name: 'Bo Quill' }, 'other-person'],
    [
      'a child whose insurance she holds',
      'Patient: Bo Quill\nSubscriber: Ada Quill',
      { member_name: 'Bo Quill' },
      'other-person',
    ],
    [
      'a spouse whose contact she is',
      'Patient: Otto Lark\nEmergency contact: Ada Quill',
      { member_name: 'Otto Lark' },
      'other-person',
    ],
    ['a name misread, the line right', 'Dr. Otto Lark\nPatient: Ada Quill', { member_name: 'Otto Lark' }, 'same-name'],
    ['another member id', 'Visit', { member_id: 'ZZ 1' }, 'other-person'],
    ['the group only', 'Plan', { group_number: '70 815' }, 'same-group'],
    ['nothing', 'Plan', {}, 'nobody'],
  ])('%s', (_name, text, fields, wanted) => {
    expect(relation(text, fields)).toBe(wanted);
  });

  it('forgives one misread letter in a long name, and none in a short one', () => {
    const maren: Identity = { ...ada, memberName: 'Maren Sandquist' };
    const of = (text: string) => kinship(maren, paper(1, 'medical-record', text));
    expect(of('Patient: Maren Sandqu1st')).toBe('same-name');
    expect(of('Patient: Karen Sandquist')).toBe('nobody');
  });

  it('lets papers about nobody serve only when they are not personal', () => {
    expect(mayServe('nobody', 'medical-record')).toBe(false);
    expect(mayServe('nobody', 'plan-document')).toBe(true);
    expect(mayServe('same-group', 'bill')).toBe(false);
    expect(mayServe('other-person', 'literature')).toBe(false);
    expect(mayServe('same-name', 'bill')).toBe(true);
  });

  it('does not take one shared name for the same person', () => {
    expect(sameName('Ada Quill', 'Ada Lark')).toBe(false);
    expect(sameName('Quill', 'Ada Quill')).toBe(false);
    expect(sameName('Ms. Ada Quill', 'ADA M QUILL')).toBe(true);
  });
});
