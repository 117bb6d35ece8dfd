// What the screen does to a setup: move, rename, pages, split off and join, leave out; and tidying what is stored.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_SETUP, type PacketSetup, PacketSetup as Setup } from '../../../shared/model/packet-setup.ts';
import { planExhibits } from '../../../shared/packet/exhibits.ts';
import { pagesOfRanges, parseRanges, rangesOfPages, rangesText } from '../../../shared/packet/page-ranges.ts';
import { presetDefaults, suggestedPreset, withPreset } from '../../../shared/packet/presets.ts';
import {
  joinedBack,
  leftOut,
  listedExhibits,
  movedBy,
  movedTo,
  renamed,
  splitOff,
  tidySetup,
  withRanges,
} from '../../../shared/packet/setup-changes.ts';
import { documentId, packetCase, pageOf, paperOf } from '../../helpers/packet-fixtures.ts';

const papers = [1, 2, 3].map((number) =>
  paperOf(number, {
    kind: number === 1 ? 'denial-letter' : 'medical-record',
    date: `2026-0${number}-01`,
    pages: Array.from({ length: number * 2 }, (_, index) => pageOf(index + 1, ['x'])),
  }),
);
const documents = new Map(papers.map((paper) => [paper.document.id as string, paper]));
const listed = (setup: PacketSetup) => {
  const theCase = packetCase({ attachments: [documentId(2), documentId(3)], packet: setup });
  const planned = planExhibits(theCase, documents, []);
  return listedExhibits(planned, setup, (id) => documents.get(id)?.pages.length ?? 0);
};
const shown = (setup: PacketSetup) =>
  listed(setup).map(
    ({ exhibit, choice }) => `${choice.excluded ? '-' : exhibit.label} ${exhibit.title}: ${exhibit.pages.join()}`,
  );
const key = (paper: number, part?: number) => documentId(paper) + (part === undefined ? '' : `#${part}`);
const first = FIRST_SETUP;

describe('exhibits on the screen', () => {
  it('are listed in the app’s order until somebody moves one', () => {
    expect(shown(first)).toEqual(['A Paper 1: 1,2', 'B Paper 2: 1,2,3,4', 'C Paper 3: 1,2,3,4,5,6']);
    const moved = movedTo(first, listed(first), key(3), 0);
    expect(shown(moved)).toEqual(['A Paper 3: 1,2,3,4,5,6', 'B Paper 1: 1,2', 'C Paper 2: 1,2,3,4']);
    expect(shown(movedTo(moved, listed(moved), key(3), 99)).at(-1)).toBe('C Paper 3: 1,2,3,4,5,6');
  });

  it('move on from where they are now, when two moves are faster than the screen', () => {
    const shownBefore = listed(first);
    const once = movedBy(first, shownBefore, key(1), 1);
    const twice = movedBy(once, shownBefore, key(1), 1);
    expect(shown(twice).map((line) => line.slice(2, 9))).toEqual(['Paper 2', 'Paper 3', 'Paper 1']);
    expect(movedBy(twice, shownBefore, key(1), 1)).toBe(twice);
    const other = movedBy(once, shownBefore, key(3), -1);
    expect(shown(other).map((line) => line.slice(2, 9))).toEqual(['Paper 2', 'Paper 3', 'Paper 1']);
  });

  it('keep what was changed since they were drawn', () => {
    const shownBefore = listed(first);
    const split = splitOff(renamed(first, shownBefore, key(2), 'Visit'), shownBefore, key(3), [{ from: 2, to: 3 }]);
    const moved = movedTo(leftOut(split, shownBefore, key(1), true), shownBefore, key(2), 0);
    expect(shown(moved)).toEqual([
      'A Visit: 1,2,3,4',
      '- Paper 1: 1,2',
      'B Paper 3 (pages 1, 4–6 of 6): 1,4,5,6',
      'C Paper 3 (pages 2–3 of 6): 2,3',
    ]);
    const joined = joinedBack(moved, listed(moved), key(3, 2));
    expect(joined.exhibits.map((choice) => choice.key)).not.toContain(key(3, 2));
    // The part that is gone does not come back with the next change of a screen that still shows it.
    expect(renamed(joined, listed(moved), key(1), 'x').exhibits.map((choice) => choice.key)).not.toContain(key(3, 2));
  });

  it('take a name and give it back', () => {
    const named = renamed(first, listed(first), key(2), '  Visit of March ');
    expect(shown(named)[1]).toBe('B Visit of March: 1,2,3,4');
    expect(shown(renamed(named, listed(named), key(2), ' '))).toEqual(shown(first));
  });

  it('keep their place when left out', () => {
    const without = leftOut(first, listed(first), key(2), true);
    expect(shown(without)).toEqual(['A Paper 1: 1,2', '- Paper 2: 1,2,3,4', 'B Paper 3: 1,2,3,4,5,6']);
    expect(shown(leftOut(without, listed(without), key(2), false))).toEqual(shown(first));
  });

  it('take ranges; the whole paper is no range', () => {
    const some = withRanges(first, listed(first), key(3), [
      { from: 4, to: 6 },
      { from: 1, to: 1 },
    ]);
    expect(shown(some)[2]).toBe('C Paper 3 (pages 4–6, 1 of 6): 4,5,6,1');
    const all = withRanges(some, listed(some), key(3), [{ from: 1, to: 6 }]);
    expect(all.exhibits.find((each) => each.key === key(3))?.ranges).toBeUndefined();
  });

  it('are split and joined again', () => {
    const split = splitOff(first, listed(first), key(3), [{ from: 2, to: 3 }]);
    expect(shown(split).slice(2)).toEqual([
      'C Paper 3 (pages 1, 4–6 of 6): 1,4,5,6',
      'D Paper 3 (pages 2–3 of 6): 2,3',
    ]);
    expect(listed(split).at(-1)?.exhibit.key).toBe(key(3, 2));
    expect(shown(joinedBack(split, listed(split), key(3, 2)))).toEqual(shown(first));
    expect(splitOff(first, listed(first), key(3), [{ from: 1, to: 6 }])).toBe(first);
    expect(splitOff(first, listed(first), key(3), [{ from: 8, to: 9 }])).toBe(first);
  });

  it('survive any run of changes: no page is lost or doubled', () => {
    const step = fc.record({
      what: fc.constantFrom('move', 'split', 'join', 'out', 'in'),
      at: fc.nat({ max: 9 }),
      to: fc.nat({ max: 9 }),
      page: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let setup = first;
        for (const { what, at, to, page } of steps) {
          const list = listed(setup);
          const target = list[at % list.length]?.exhibit.key ?? '';
          if (what === 'move') setup = movedTo(setup, list, target, to);
          if (what === 'split') setup = splitOff(setup, list, target, [{ from: page, to: page }]);
          if (what === 'join') setup = joinedBack(setup, list, target);
          if (what === 'out' || what === 'in') setup = leftOut(setup, list, target, what === 'out');
        }
        const pages = listed(setup).flatMap(({ exhibit }) =>
          exhibit.pages.map((page) => `${exhibit.documentId} ${page}`),
        );
        expect(pages.length).toBe(12);
        expect(new Set(pages).size).toBe(12);
        expect(tidySetup(setup)).toEqual(setup);
      }),
    );
  });
});

describe('ranges as typed', () => {
  it('are read as people write them, or not at all', () => {
    expect(parseRanges('1-3, 7', 9)).toEqual([
      { from: 1, to: 3 },
      { from: 7, to: 7 },
    ]);
    expect(parseRanges(' 2 – 4; 9 ', 9)).toEqual([
      { from: 2, to: 4 },
      { from: 9, to: 9 },
    ]);
    for (const wrong of ['', 'all', '3-1', '0', '10', '1-', '1,,x']) expect(parseRanges(wrong, 9)).toBeUndefined();
  });

  it('come back from their words and their pages', () => {
    const sorted = fc
      .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(sorted, (pages) => {
        const ranges = rangesOfPages(pages);
        expect(parseRanges(rangesText(ranges), 60)).toEqual(ranges);
        expect(
          pagesOfRanges(
            ranges,
            Array.from({ length: 60 }, (_, index) => index + 1),
          ),
        ).toEqual(pages);
      }),
    );
  });
});

describe('tidying', () => {
  it('drops what cannot be: strange keys, doubles, line ends', () => {
    const tidy = tidySetup({
      ...first,
      parts: ['letter', 'index', 'letter'],
      stamping: { ...first.stamping, prefix: '\nAR\t-' },
      marks: { highlights: 'none', confidentiality: ' Private\nmatter ' },
      exhibits: [
        { key: key(1), documentId: documentId(1), excluded: false, title: ' ', ranges: [{ from: 3, to: 1 }] },
        { key: key(1), documentId: documentId(1), excluded: true },
        { key: key(2, 2), documentId: documentId(1), excluded: true },
        { key: `${key(2)}#x`, documentId: documentId(2), excluded: true },
      ],
    });
    expect(tidy).toMatchObject({
      parts: ['letter', 'index'],
      stamping: { prefix: 'AR -' },
      marks: { confidentiality: 'Private matter' },
    });
    expect(tidy.exhibits).toEqual([
      { key: key(1), documentId: documentId(1), excluded: false, ranges: [{ from: 1, to: 3 }] },
    ]);
    expect(tidySetup(tidy)).toEqual(tidy);
  });
});

describe('presets', () => {
  it('keep the exhibits and are valid setups', () => {
    for (const preset of Setup.shape.preset.options) {
      const setup = withPreset(preset, [{ key: key(1), documentId: documentId(1), excluded: true }]);
      expect(Setup.parse(setup)).toEqual(setup);
      expect(setup.exhibits).toHaveLength(1);
      expect(tidySetup(setup)).toEqual(setup);
    }
    expect(presetDefaults('attorney-record').stamping).toEqual({ prefix: 'AR-', start: 1, digits: 6 });
    expect(presetDefaults('fax').parts[0]).toBe('cover');
  });

  it('are suggested by level and plan', () => {
    const at = (
      level: Parameters<typeof suggestedPreset>[0]['level'],
      plan: 'fully-insured' | 'original-medicare',
      steps: readonly ('second-level' | 'external-review')[] = [],
    ) => suggestedPreset({ level, planType: { value: plan, byUser: true } }, steps);
    expect(at('initial-denial', 'fully-insured')).toBe('internal-appeal');
    expect(at('initial-denial', 'original-medicare')).toBe('medicare-redetermination');
    expect(at('first-level-upheld', 'fully-insured', ['second-level', 'external-review'])).toBe('second-level');
    expect(at('first-level-upheld', 'fully-insured', ['external-review'])).toBe('external-review');
    expect(at('second-level-upheld', 'fully-insured')).toBe('external-review');
  });
});
