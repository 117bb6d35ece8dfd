import { describe, expect, test } from 'vitest';
import type { SentenceExample } from '../../letters/examples.ts';
import { netLessonsOf } from '../../letters/net-lessons.ts';

const example = (own: string, label: number, before = '', weight = 1): SentenceExample => ({
  features: new Map(),
  sight: { before: before.split(' '), own: own.split(' '), after: [], marks: [] },
  spelled: { before, own, after: '', marks: [] },
  label,
  weight,
});

describe('what the net learns from', () => {
  test('takes a sentence once, whichever letter it stands in', () => {
    const seen = new Set<string>();
    expect(netLessonsOf([example('dear member', 0), example('dear member', 0, 'thank')], 1, seen)).toHaveLength(1);
    expect(netLessonsOf([example('dear member', 0)], 1, seen)).toHaveLength(0);
  });

  test('takes the same words as a ground behind other words, and for another reason', () => {
    const grounds = [example('too late', 3), example('too late', 3, 'claim arriv'), example('too late', 4)];
    expect(netLessonsOf(grounds, 1, new Set())).toHaveLength(3);
  });

  test('lets no sentence count beyond its most, and a made letter less', () => {
    const [lesson] = netLessonsOf([example('too late', 3, '', 4.5)], 0.5, new Set());
    expect(lesson?.weight).toBe(1.5);
  });
});
