// Addresses of the window: what is written is read back, and nothing but ids and numbers is ever in them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASE_TABS, hrefOf, PACKET_PARTS, type Route, routeOf } from '../../../renderer/navigation/routes.ts';
import { CaseId, DocumentId } from '../../../shared/ids.ts';

const hex = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 32 })
  .map((digits) => digits.join(''));
const documentId = hex.map((digits) => DocumentId.parse(`d_${digits}`));
const caseId = hex.map((digits) => CaseId.parse(`c_${digits}`));
const mark = fc.record({ from: fc.nat(9999), to: fc.nat(9999) });

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ screen: 'papers' }, { screen: 'search' }, { screen: 'cases' }),
  fc.record({ screen: fc.constant('paper' as const), id: documentId, pageNumber: fc.integer({ min: 1, max: 9999 }) }),
  fc.record({
    screen: fc.constant('paper' as const),
    id: documentId,
    pageNumber: fc.integer({ min: 1, max: 9999 }),
    mark,
  }),
  fc.record({
    screen: fc.constant('paper' as const),
    id: documentId,
    pageNumber: fc.integer({ min: 1, max: 9999 }),
    beside: fc.record({ id: documentId, pageNumber: fc.integer({ min: 1, max: 9999 }) }),
  }),
  fc.record({ screen: fc.constant('case' as const), id: caseId, tab: fc.constantFrom(...CASE_TABS) }),
  fc.record({
    screen: fc.constant('case' as const),
    id: caseId,
    tab: fc.constantFrom(...CASE_TABS),
    groundId: hex.map((digits) => `g_${digits}`),
  }),
  fc.record({
    screen: fc.constant('case' as const),
    id: caseId,
    tab: fc.constant('packet' as const),
    part: fc.constantFrom(...PACKET_PARTS),
  }),
  fc.record({
    screen: fc.constant('case' as const),
    id: caseId,
    tab: fc.constant('packet' as const),
    part: fc.constantFrom(...PACKET_PARTS),
    exhibitKey: fc.oneof(
      documentId.map(String),
      fc.tuple(documentId, fc.integer({ min: 2, max: 999 })).map(([id, number]) => `${id}#${number}`),
    ),
  }),
);

test('a route survives its address', () => {
  fc.assert(
    fc.property(route, (value) => {
      expect(routeOf(hrefOf(value))).toEqual(value);
    }),
  );
});

test('any other address is the list of papers or a safe page', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { screen } = routeOf(`#/${text}`);
      expect(['papers', 'search', 'cases', 'paper', 'case']).toContain(screen);
    }),
  );
  expect(routeOf('#/papers/../../etc')).toEqual({ screen: 'papers' });
  expect(routeOf('#/papers/d_0123456789abcdef/0')).toMatchObject({ screen: 'paper', pageNumber: 1 });
});
