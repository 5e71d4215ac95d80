import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFloodRule, hear } from '../../src/bot/flood-rule.ts';

it('hears twenty in a minute, tells at the next, and ignores the rest until the minute is over', () => {
  const rule = createFloodRule(20);
  const heard = Array.from({ length: 30 }, (_, index) => rule.hear(1, 1000 + index * 1000));
  expect(heard).toEqual([...Array(20).fill('heard'), 'told', ...Array(9).fill('ignored')]);
  expect([rule.hear(1, 60_999), rule.hear(1, 61_000)]).toEqual(['ignored', 'heard']);
});

it('counts each person alone', () => {
  const rule = createFloodRule(1);
  expect([rule.hear(1, 0), rule.hear(1, 1), rule.hear(2, 1), rule.hear(-1, 1)]).toEqual([
    'heard',
    'told',
    'heard',
    'heard',
  ]);
});

it('ignores nobody who never asks more than the most within any minute', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 3000, max: 60_000 })), (gaps) => {
      const rule = createFloodRule(20);
      let at = 0;
      for (const gap of gaps) {
        at += gap;
        expect(rule.hear(1, at)).toBe('heard');
      }
    }),
  );
});

it('tells at most once a minute, and hears at most so many, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4000)), fc.integer({ min: 1, max: 30 }), (gaps, most) => {
      let minute: Parameters<typeof hear>[0];
      let at = 0;
      const byMinute = new Map<number, string[]>();
      for (const gap of gaps) {
        at += gap;
        const next = hear(minute, at, most);
        minute = next.minute;
        byMinute.set(minute.beganAt, [...(byMinute.get(minute.beganAt) ?? []), next.hearing]);
      }
      for (const heard of byMinute.values()) {
        expect(heard.filter((each) => each === 'heard').length).toBeLessThanOrEqual(most);
        expect(heard.filter((each) => each === 'told').length).toBeLessThanOrEqual(1);
      }
    }),
  );
});

it('remembers ten thousand people, and forgets the one whose minute began first', () => {
  const rule = createFloodRule(1);
  for (let person = 0; person < 10_000; person++) rule.hear(person, person);
  rule.hear(0, 60_000);
  rule.hear(10_000, 60_001);
  expect(rule.size()).toBe(10_000);
  expect(rule.hear(0, 60_002)).toBe('told');
  expect(rule.hear(1, 60_000)).toBe('heard');
});
