// What a search is narrowed down to: a case stands for its papers, and what is taken back leaves no trace.
import { expect, test } from 'vitest';
import { filterOf, type Narrowing, narrowed } from '../../../renderer/screens/search/narrowing.ts';
import { CaseId } from '../../../shared/ids.ts';

const caseId = CaseId.parse('c_0123456789abcdef');

test('a choice taken back leaves nothing behind', () => {
  const chosen = narrowed({}, { kinds: ['bill'], payer: 'Quillback', from: '2026-01-01' });
  expect(chosen).toEqual({ kinds: ['bill'], payer: 'Quillback', from: '2026-01-01' });
  expect(narrowed(chosen, { kinds: [], payer: undefined, from: '' } satisfies Partial<Narrowing>)).toEqual({});
});

test('while the case is on its way, no paper is searched rather than all', () => {
  expect(filterOf({ caseId, tag: 'paid' }, undefined)).toEqual({ tag: 'paid', documentIds: [] });
  expect(filterOf({ tag: 'paid' }, undefined)).toEqual({ tag: 'paid' });
});
