import { describe, expect, it } from 'vitest';
import { countArrivals } from '../../bench/support/arrivals.ts';

const LIMITS = { perSecond: 3, chatGapMs: 1000, groupPerMinute: 2 };

describe('the server of the benchmarks', () => {
  it('refuses what is too much in any sliding second, and counts it for the worst one', () => {
    const arrivals = countArrivals(LIMITS);
    const accepted = [0, 400, 900, 999, 1000, 1300, 1400].map((at, chat) => arrivals.arrive(at, chat + 1, 'x'));
    expect(accepted).toEqual([true, true, true, false, true, false, true]);
    expect(arrivals.count(1400)).toMatchObject({ accepted: 5, refused: 2, worstSecond: 5, at: 1400 });
  });

  it('refuses a chat its second message within a second, and a group its third within a minute', () => {
    const arrivals = countArrivals({ ...LIMITS, perSecond: 0 });
    expect([0, 999, 1000].map((at) => arrivals.arrive(at, 1, `at ${at}`))).toEqual([true, false, true]);
    expect([0, 2000, 4000, 60_000].map((at) => arrivals.arrive(at, -1, `at ${at}`))).toEqual([true, true, false, true]);
    expect(arrivals.count(60_000)).toMatchObject({ shortestChatGapMs: 1, chats: 2 });
  });

  it('counts each further copy of a message in one chat as a double', () => {
    const arrivals = countArrivals({ perSecond: 0, chatGapMs: 0, groupPerMinute: 0 });
    for (const [chat, text] of [
      [1, 'a'],
      [1, 'b'],
      [2, 'a'],
      [1, 'a'],
      [1, 'a'],
    ] as const)
      arrivals.arrive(0, chat, text);
    expect(arrivals.count(0)).toMatchObject({ accepted: 5, chats: 2, doubles: 2 });
  });
});
