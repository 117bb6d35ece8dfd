// Work done once for each thing: the same answer each time, another thing its own, and nothing kept of things that are gone.
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { oncePer, oncePerPair } from '../../shared/once-per.ts';

describe('oncePer', () => {
  it('works once for each thing, also where the answer is undefined', () => {
    const work = vi.fn((thing: { readonly text?: string }) => thing.text?.toUpperCase());
    const once = oncePer(work);
    const full = { text: 'a' };
    const empty = {};
    expect([once(full), once(empty), once(full), once(empty)]).toEqual(['A', undefined, 'A', undefined]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('hands out the same object each time, and another one for an equal thing', () => {
    const once = oncePer((thing: { readonly at: number }) => [thing.at]);
    const thing = { at: 1 };
    expect(once(thing)).toBe(once(thing));
    expect(once({ at: 1 })).not.toBe(once(thing));
    expect(once({ at: 1 })).toEqual(once(thing));
  });

  it('asks again after work that failed', () => {
    let fails = true;
    const once = oncePer((_: object) => {
      if (fails) throw new Error('not yet');
      return 'done';
    });
    const thing = {};
    expect(() => once(thing)).toThrow('not yet');
    fails = false;
    expect(once(thing)).toBe('done');
  });

  it('keeps nothing of a thing that is gone, though the answer names the thing', async () => {
    setFlagsFromString('--expose-gc');
    // The cast names what the flag brings.
    const collect = runInNewContext('gc') as () => void;
    const once = oncePer((thing: object) => ({ thing }));
    const pair = oncePerPair((thing: object, rules: object) => ({ thing, rules }));
    const rules = {};
    const asked = () => {
      const thing = {};
      pair(thing, rules);
      pair(rules, thing);
      return [new WeakRef(thing), new WeakRef(once(thing))];
    };
    const references = asked();
    await setTimeout(0);
    collect();
    expect(references.map((reference) => reference.deref())).toEqual([undefined, undefined]);
    expect(once(rules)).toEqual({ thing: rules });
  });
});

describe('oncePerPair', () => {
  it('works once for each two things', () => {
    const work = vi.fn((paper: { readonly name: string }, rules: { readonly name: string }) => paper.name + rules.name);
    const once = oncePerPair(work);
    const papers = [{ name: 'a' }, { name: 'b' }] as const;
    const rules = [{ name: '1' }, { name: '2' }] as const;
    for (let round = 0; round < 2; round += 1)
      expect(papers.flatMap((paper) => rules.map((each) => once(paper, each)))).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(work).toHaveBeenCalledTimes(4);
  });
});
