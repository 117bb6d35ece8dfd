// The packet's screen: which page somebody means, where problems lead, what the list shows before the core has answered.
import { describe, expect, it } from 'vitest';
import { hrefOf, routeOf } from '../../../renderer/navigation/routes.ts';
import { pageMeant, pageName, startsOf, whereNow } from '../../../renderer/screens/case/packet/packet-words.ts';
import { type Preflight, shownExhibits } from '../../../renderer/screens/case/packet/shown-exhibits.ts';
import { wayTo } from '../../../renderer/screens/case/packet/way-to.ts';
import type { CaseView } from '../../../shared/model/case.ts';
import type { Exhibit, PreviewPage, Problem, ProblemPlace } from '../../../shared/model/packet.ts';
import { FIRST_SETUP } from '../../../shared/model/packet-setup.ts';
import { documentId, groundId, packetCase } from '../../helpers/packet-fixtures.ts';

const page = (kind: PreviewPage['kind'], number: number, label?: string): PreviewPage => ({
  kind,
  stamp: `DOE-${String(number).padStart(4, '0')}`,
  ...(label !== undefined && { label, title: `Paper ${label}`, key: label }),
});
const PAGES = [
  page('letter', 101),
  page('letter', 102),
  page('index', 103),
  page('tab', 104, 'A'),
  page('exhibit', 105, 'A'),
  page('exhibit', 106, 'A'),
  page('tab', 107, 'B'),
  page('exhibit', 108, 'B'),
];

describe('a page that is asked for', () => {
  it('is found by its stamp, its number, or its place in an exhibit', () => {
    expect(pageMeant('doe-0105', PAGES)).toBe(5);
    expect(pageMeant(' 106 ', PAGES)).toBe(6);
    expect(pageMeant('A 2', PAGES)).toBe(6);
    expect(pageMeant('Ex. B, p. 1', PAGES)).toBe(8);
    expect(pageMeant('b', PAGES)).toBe(7);
  });

  it('is not made up', () => {
    for (const typed of ['', '9', 'A 3', 'C 1', 'hello', 'B 0']) expect(pageMeant(typed, PAGES), typed).toBeUndefined();
  });

  it('has a name, and parts have a first page', () => {
    expect(pageName(PAGES[4]!)).toBe('Exhibit A: Paper A');
    expect(startsOf(PAGES).map(({ page: first, name }) => `${first} ${name}`)).toEqual([
      '1 Appeal letter',
      '3 Index of exhibits',
      '4 Exhibit A: Paper A',
      '7 Exhibit B: Paper B',
    ]);
  });
});

describe('a page that is looked at', () => {
  const place = (now: readonly PreviewPage[], at: number) => whereNow(PAGES, at, now);

  it('is found again when the packet is laid out in another order', () => {
    const turned = [...PAGES.slice(2, 3), ...PAGES.slice(0, 2), ...PAGES.slice(6), ...PAGES.slice(3, 6)];
    expect(PAGES.map((_page, index) => turned[place(turned, index + 1) - 1])).toEqual(PAGES);
  });

  it('is the same place, or the last, when it was left out', () => {
    const shorter = PAGES.slice(0, 6);
    expect(place(shorter, 8)).toBe(6);
    expect(place(PAGES, 8)).toBe(8);
    expect(place([...PAGES.slice(0, 3), ...PAGES.slice(6)], 4)).toBe(4);
  });
});

describe('the way to a problem', () => {
  const view = { case: packetCase() } as unknown as CaseView; // the way needs nothing else of it
  const problem = (go: ProblemPlace | undefined, more: Partial<Problem> = {}): Problem => ({
    code: 'blank',
    severity: 'blocks',
    sentence: 's',
    ...(go && { go }),
    ...more,
  });

  it('leads to a place the window knows', () => {
    const places: ProblemPlace[] = [
      { at: 'reason', groundId: groundId(1) },
      { at: 'letter' },
      { at: 'facts' },
      { at: 'page', documentId: documentId(1), pageNumber: 3 },
      { at: 'exhibit', key: `${documentId(1)}#2` },
      { at: 'deadline' },
      { at: 'setup' },
      { at: 'redactions' },
      { at: 'review' },
    ];
    for (const go of places) {
      const route = wayTo(problem(go), view);
      expect(route).toBeDefined();
      expect(routeOf(hrefOf(route!))).toEqual(route);
    }
  });

  it('is known for problems of before there were places', () => {
    expect(wayTo(problem(undefined, { groundId: groundId(1) }), view)).toMatchObject({ tab: 'reasons' });
    expect(wayTo(problem(undefined, { documentId: documentId(2), pageNumber: 4 }), view)).toMatchObject({
      pageNumber: 4,
    });
    expect(wayTo(problem(undefined), view)).toBeUndefined();
  });
});

describe('the list of exhibits', () => {
  const exhibit = (paper: number, label: string): Exhibit => ({
    key: documentId(paper),
    label,
    title: `Paper ${paper}`,
    kind: 'other',
    documentId: documentId(paper),
    pages: [1],
    supports: [],
  });
  const preflight: Preflight = {
    problems: [],
    exhibits: [exhibit(1, 'A'), exhibit(2, 'B'), exhibit(3, 'C')],
    excluded: [],
    order: [documentId(1), documentId(2), documentId(3)],
    paperPages: {},
    bytes: 0,
    canFinal: true,
  };
  const choice = (paper: number, more = {}) => ({
    key: documentId(paper),
    documentId: documentId(paper),
    excluded: false,
    ...more,
  });

  it('shows a newer setup at once: order, titles, labels, what is left out', () => {
    const setup = {
      ...FIRST_SETUP,
      labels: 'numbers' as const,
      exhibits: [choice(3), choice(1, { excluded: true }), choice(9), choice(2, { title: 'Own' })],
    };
    const shown = shownExhibits(preflight, setup).map(({ exhibit: { label, title } }) => `${label} ${title}`);
    expect(shown).toEqual(['1 Paper 3', ' Paper 1', '2 Own']);
  });
});
