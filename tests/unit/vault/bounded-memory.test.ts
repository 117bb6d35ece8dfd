// The bounded memory: never more than there is room for, the least recently used go first, and a round through too many finds most of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoundedMemory, createBoundedMemory } from '../../../electron/vault/tables/bounded-memory.ts';

/** Asks as the vault does: what is not there is kept. */
const look = (memory: BoundedMemory<string>, name: string, words = 10): boolean => {
  if (memory.get(name) !== undefined) return true;
  memory.keep(name, `the words of ${name}`, words);
  return false;
};

describe('the bounded memory', () => {
  it('hands back what it keeps', () => {
    const memory = createBoundedMemory<string>(100);
    expect(memory.get('a')).toBeUndefined();
    memory.keep('a', 'first', 10);
    expect(memory.get('a')).toBe('first');
    memory.keep('a', 'second', 10);
    expect(memory.get('a')).toBe('second');
  });

  it('lets the one go that was not asked for longest', () => {
    const memory = createBoundedMemory<string>(30);
    for (const name of ['a', 'b', 'c', 'a']) look(memory, name);
    look(memory, 'd');
    expect(memory.get('b')).toBeUndefined();
    for (const name of ['a', 'c', 'd']) expect(memory.get(name)).toBe(`the words of ${name}`);
  });

  it('does not keep what is larger than all of it, nor lose anything for it', () => {
    const memory = createBoundedMemory<string>(30);
    look(memory, 'a');
    look(memory, 'huge', 31);
    expect(memory.get('huge')).toBeUndefined();
    expect(memory.get('a')).toBeDefined();
  });

  it('counts a paper that changed with its new words alone', () => {
    const memory = createBoundedMemory<string>(30);
    look(memory, 'a', 20);
    memory.keep('a', 'changed', 10);
    look(memory, 'b', 20);
    expect([memory.get('a'), memory.get('b')]).toEqual(['changed', 'the words of b']);
    memory.keep('a', 'too long now', 40);
    expect(memory.get('a')).toBeUndefined();
  });

  it('finds most of them again when there are a few more than there is room for', () => {
    const memory = createBoundedMemory<string>(100);
    const names = Array.from({ length: 12 }, (_, at) => `paper ${at}`);
    const round = () => names.filter((name) => look(memory, name)).length;
    round();
    for (let at = 0; at < 5; at += 1) expect(round()).toBe(10);
  });

  it('makes room for new ones all the same when the old ones are not asked for any more', () => {
    const memory = createBoundedMemory<string>(30);
    for (const name of ['a', 'b', 'c']) look(memory, name);
    for (let at = 0; at < 2; at += 1) for (const name of ['x', 'y', 'z']) look(memory, name);
    for (const name of ['x', 'y', 'z']) expect(memory.get(name)).toBeDefined();
  });

  it('forgets one, and everything', () => {
    const memory = createBoundedMemory<string>(30);
    for (const name of ['a', 'b', 'c']) look(memory, name);
    memory.forget('a');
    expect(memory.get('a')).toBeUndefined();
    memory.clear();
    for (const name of ['b', 'c']) expect(memory.get(name)).toBeUndefined();
    look(memory, 'd', 30);
    expect(memory.get('d')).toBeDefined();
  });

  it('never keeps more words than there is room for, nor hands back another value than the last', () => {
    const step = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), words: fc.nat(60), drops: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const memory = createBoundedMemory<{ words: number }>(100);
        const last = new Map<string, { words: number }>();
        for (const { name, words, drops } of steps) {
          if (drops) memory.forget(name);
          else {
            const value = { words };
            last.set(name, value);
            memory.keep(name, value, words);
          }
          const kept = ['a', 'b', 'c', 'd', 'e'].map((each) => memory.get(each));
          expect(kept.reduce((sum, each) => sum + (each?.words ?? 0), 0)).toBeLessThanOrEqual(100);
          for (const [at, each] of ['a', 'b', 'c', 'd', 'e'].entries())
            if (kept[at] !== undefined) expect(kept[at]).toBe(last.get(each));
        }
      }),
    );
  });
});
