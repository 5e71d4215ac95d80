import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate, type Gate, GateClosed, type SendPriority, type SendRequest } from '../../src/delivery/gate.ts';
import { createFakeTimer } from '../support/fake-timer.ts';

interface Start {
  readonly at: number;
  readonly chatId: number;
  readonly priority: SendPriority;
}

function openGate(messagesPerSecond: number, lateness?: () => number) {
  const timer = createFakeTimer(lateness);
  const gate = createGate({ messagesPerSecond, timer });
  const starts: Start[] = [];
  const ask = (chatId: number, priority: SendPriority = 'briefing', signal?: AbortSignal) => {
    const request: SendRequest = { chatId, grouped: chatId < 0, priority };
    const call = async () => void starts.push({ at: timer.now(), chatId, priority });
    return gate.pass(request, call, signal).catch((error: unknown) => expect(error).toBeInstanceOf(GateClosed));
  };
  return { timer, gate, starts, ask };
}

/** Telegram asks for a wait: one chat, or so many that it is about everything. */
function askedToWait(gate: Gate, seconds: number, chatId?: number): void {
  for (const chat of chatId === undefined ? [-901, -902, -903] : [chatId]) gate.askedToWait(chat, seconds);
}

/** The most starts in any window of this length, its end left out. */
function mostWithin(starts: readonly Start[], ms: number): number {
  let from = 0;
  return starts.reduce((most, { at }, place) => {
    while ((starts[from]?.at ?? at) <= at - ms) from++;
    return Math.max(most, place - from + 1);
  }, 0);
}

const MINUTE = 60_000;

describe('the send gate', () => {
  it('lets a queue through at the full rate, evenly', async () => {
    const { timer, starts, ask } = openGate(30);
    for (let chat = 1; chat <= 400; chat++) ask(chat);
    await timer.advance(10_000);
    expect(starts.length).toBeGreaterThanOrEqual(299);
    expect(mostWithin(starts, 1000)).toBe(30);
    expect(mostWithin(starts, 100)).toBeLessThanOrEqual(4);
  });

  it('makes up for a stall, within the limit, and not for a time in which nobody waited', async () => {
    const { timer, starts, ask } = openGate(30);
    for (let chat = 1; chat <= 200; chat++) ask(chat);
    await timer.advance(2000);
    timer.sleep(200);
    await timer.advance(2800);
    expect(starts.length).toBeGreaterThanOrEqual(149);
    expect(mostWithin(starts, 1000)).toBe(30);
    await timer.advance(10_000);
    expect(starts).toHaveLength(200);
    for (let chat = 1; chat <= 30; chat++) ask(chat);
    await timer.advance(99);
    expect(starts.length).toBeLessThanOrEqual(203);
  });

  it('keeps its rate where timers ring late, and a thousand a second too', async () => {
    const slow = openGate(30, () => 0.8);
    for (let chat = 1; chat <= 400; chat++) slow.ask(chat);
    await slow.timer.advance(10_000);
    expect(slow.starts.length).toBeGreaterThanOrEqual(298);

    const fast = openGate(1000, () => 0.8);
    for (let chat = 1; chat <= 3000; chat++) fast.ask(chat);
    await fast.timer.advance(2000);
    expect(fast.starts.length).toBeGreaterThanOrEqual(1980);
    expect(mostWithin(fast.starts, 1000)).toBeLessThanOrEqual(1000);
  });

  it('never exceeds a limit in any sliding window, and lets everything through in the end', async () => {
    const asks = fc.array(
      fc.record({
        wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
        chatId: fc.oneof(fc.constantFrom(-1, -2), fc.integer({ min: 1, max: 12 })),
        times: fc.integer({ min: 1, max: 12 }),
        priority: fc.constantFrom<SendPriority>('answer', 'breaking', 'correction', 'briefing'),
        pause: fc.option(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), { nil: undefined, freq: 8 }),
      }),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(asks, fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(40)), async (steps, rate, delays) => {
        let rings = 0;
        const { timer, gate, starts, ask } = openGate(rate, () => delays[rings++ % delays.length] ?? 0);
        for (const { wait, chatId, times, priority, pause } of steps) {
          await timer.advance(wait);
          for (let time = 0; time < times; time++) ask(chatId, priority);
          if (pause !== undefined) askedToWait(gate, pause[0], pause[1] ? chatId : undefined);
        }
        await timer.advance(40 * MINUTE);

        expect(starts).toHaveLength(steps.reduce((sum, { times }) => sum + times, 0));
        expect(mostWithin(starts, 1000)).toBeLessThanOrEqual(rate);
        for (const chatId of new Set(starts.map((start) => start.chatId))) {
          const own = starts.filter((start) => start.chatId === chatId);
          expect(mostWithin(own, 1000)).toBeLessThanOrEqual(1);
          if (chatId < 0) expect(mostWithin(own, MINUTE)).toBeLessThanOrEqual(20);
        }
        expect(timer.alarms()).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('lets answers go before breaking news, that before corrections, and briefings last', async () => {
    const { timer, starts, ask } = openGate(2);
    ask(99);
    for (const [chat, priority] of (['briefing', 'correction', 'breaking', 'answer'] as const).entries()) {
      ask(chat + 1, priority);
    }
    await timer.advance(5000);
    expect(starts.slice(1).map(({ priority }) => priority)).toEqual(['answer', 'breaking', 'correction', 'briefing']);
  });

  it('lets a briefing through though answers never end', async () => {
    const { timer, starts, ask } = openGate(5);
    ask(998, 'answer');
    ask(999, 'briefing');
    ask(1000, 'briefing');
    for (let second = 0; second < 20; second++) {
      for (let chat = 1; chat <= 8; chat++) ask(second * 10 + chat, 'answer');
      await timer.advance(1000);
    }
    expect(starts.filter(({ priority }) => priority === 'briefing')).toHaveLength(2);
  });

  it('starves no chat for another that asks all the time', async () => {
    const { timer, starts, ask } = openGate(1);
    for (let time = 0; time < 50; time++) ask(7);
    for (let chat = 10; chat < 15; chat++) ask(chat);
    await timer.advance(11_500);
    for (let chat = 10; chat < 15; chat++) expect(starts.map(({ chatId }) => chatId)).toContain(chat);
  });

  it('keeps the order within a chat', async () => {
    const { timer, ask } = openGate(30);
    const order: number[] = [];
    for (let number = 0; number < 5; number++) ask(7).then(() => order.push(number));
    await timer.advance(10_000);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('holds one chat, or everything, for as long as Telegram asked', async () => {
    const { timer, gate, starts, ask } = openGate(30);
    askedToWait(gate, 30, 1);
    ask(1);
    ask(2);
    await timer.advance(29_999);
    expect(starts.map(({ chatId }) => chatId)).toEqual([2]);
    await timer.advance(1);
    expect(starts.map(({ chatId }) => chatId)).toEqual([2, 1]);

    askedToWait(gate, 5);
    askedToWait(gate, 1);
    ask(3, 'answer');
    await timer.advance(4999);
    expect(starts).toHaveLength(2);
    await timer.advance(1);
    expect(starts).toHaveLength(3);
  });

  it('lets a chat have its next message no sooner than a second after the answer to its last', async () => {
    const { timer, gate } = openGate(30);
    const starts: number[] = [];
    const call = (ms: number) => async (): Promise<void> => {
      starts.push(timer.now());
      await new Promise<void>((resolve) => timer.after(ms, resolve));
    };
    const pass = (ms: number) => gate.pass({ chatId: 1, grouped: false, priority: 'answer' }, call(ms));
    pass(10);
    await timer.advance(500);
    pass(800);
    await timer.advance(2000);
    pass(1);
    await timer.advance(3000);
    expect(starts).toEqual([0, 1100, 2900]);
  });

  it('calls off what waits when its signal aborts or the gate closes, and counts none of it', async () => {
    const { timer, gate, starts, ask } = openGate(1);
    const stop = new AbortController();
    ask(1);
    ask(2, 'briefing', stop.signal);
    ask(3);
    stop.abort();
    await timer.advance(1100);
    expect(starts.map(({ chatId }) => chatId)).toEqual([1, 3]);

    const waiting = ask(4);
    gate.close();
    await waiting;
    await expect(
      gate.pass({ chatId: 5, grouped: false, priority: 'answer' }, async () => undefined),
    ).rejects.toBeInstanceOf(GateClosed);
    expect(starts).toHaveLength(2);
    expect(timer.alarms()).toBe(0);
  });
});
