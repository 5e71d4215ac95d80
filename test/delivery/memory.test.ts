import { describe, expect, it } from 'vitest';
import { createMemory } from '../../src/delivery/memory.ts';

describe('a memory', () => {
  it('makes an answer once, and forgets the oldest of too many', async () => {
    const made: string[] = [];
    const memory = createMemory<string>(2);
    const recall = (key: string) =>
      memory.recall(key, async () => {
        made.push(key);
        return key.toUpperCase();
      });
    for (const key of ['a', 'a', 'b', 'c', 'b', 'a']) expect(await recall(key)).toBe(key.toUpperCase());
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('keeps neither what failed nor what was not there', async () => {
    const memory = createMemory<string>(2);
    await expect(memory.recall('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await memory.recall('a', async () => undefined)).toBeUndefined();
    expect(await memory.recall('a', async () => 'A')).toBe('A');
  });
});
