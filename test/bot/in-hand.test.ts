import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInHand } from '../../src/bot/in-hand.ts';

it('holds twenty of a chat, and more once some of them are done', () => {
  const inHand = createInHand();
  const taken = Array.from({ length: 25 }, (_, id) => inHand.add(id, 7));
  expect(taken.filter(Boolean)).toHaveLength(20);
  expect([inHand.fullChats(), inHand.size()]).toEqual([[7], 20]);
  expect(inHand.add(100, 8)).toBe(true);
  inHand.remove(3);
  expect(inHand.fullChats()).toEqual([]);
  expect(inHand.add(101, 7)).toBe(true);
});

it('has room for five hundred', () => {
  const inHand = createInHand();
  for (let id = 0; id < 500; id++) inHand.add(id, id);
  expect(inHand.room()).toBe(0);
});

it('says that there is room again when half of it is free, and not at each that ends', () => {
  const inHand = createInHand();
  for (let id = 0; id < 20; id++) inHand.add(id, 7);
  const halfFree = Array.from({ length: 20 }, (_, id) => {
    inHand.remove(id);
    return inHand.isHalfFree(7);
  });
  expect(halfFree.flatMap((is, index) => (is ? [index + 1] : []))).toEqual([10]);
});

it('knows nothing of what has ended', () => {
  const steps = fc.array(fc.record({ id: fc.nat(30), chat: fc.nat(3), adds: fc.boolean() }), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (all) => {
      const inHand = createInHand();
      const known = new Map<number, number>();
      for (const { id, chat, adds } of all) {
        if (!adds) {
          inHand.remove(id);
          known.delete(id);
        } else if (!known.has(id) && inHand.add(id, chat)) known.set(id, chat);
      }
      expect(inHand.ids().sort()).toEqual([...known.keys()].sort());
      const sizes = [0, 1, 2, 3].map((chat) => [...known.values()].filter((of) => of === chat).length);
      expect(inHand.fullChats().sort()).toEqual([0, 1, 2, 3].filter((chat) => sizes[chat] === 20));
    }),
  );
});
