import { afterEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/delivery/messenger.ts';
import { createOutageWatch } from '../../src/delivery/outage-watch.ts';
import { instant } from '../../src/store/time.ts';
import { onEachDatabase } from '../support/databases.ts';
import { anEdition, closeDesks, numbers, scripted, sent, startDispatcher, until } from '../support/dispatch-desk.ts';
import { createFakeTimer } from '../support/fake-timer.ts';

const unreachable: SendOutcome = { kind: 'unreachable', error: '500: Internal Server Error' };

/** A watch under the test's clock; Telegram answers probes while `reachable.now` is true. */
function watch(random = 0) {
  const timer = createFakeTimer();
  const reachable = { now: false };
  const probes: number[] = [];
  const events: string[] = [];
  const log = (level: string) => (_: unknown, event: string) => void events.push(`${level}: ${event}`);
  const outages = createOutageWatch({
    messenger: {
      isReachable: async () => {
        probes.push(timer.now());
        return reachable.now;
      },
    },
    now: () => instant(timer.now()),
    timer,
    random: () => random,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
  });
  const goDown = () => {
    for (const chat of numbers(1, 5)) outages.unanswered(chat);
  };
  return { timer, reachable, probes, events, outages, goDown };
}

describe('an outage', () => {
  it('is one when five chats in a row get no answer, not when one chat gets none again and again', () => {
    const { outages } = watch();
    for (let time = 0; time < 20; time++) outages.unanswered(1);
    for (const chat of [2, 3, 4]) outages.unanswered(chat);
    expect(outages.reach()).toBe('up');
    outages.answered();
    for (const chat of [5, 6, 7, 8]) outages.unanswered(chat);
    expect(outages.reach()).toBe('up');
    outages.unanswered(9);
    expect(outages.reach()).toBe('down');
  });

  it('is probed after growing delays up to half a minute, shortened at random by up to a half', async () => {
    for (const [random, delays] of [
      [0, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]],
      [0.999_999, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
    ] as const) {
      const { timer, probes, outages, goDown } = watch(random);
      const stop = new AbortController();
      goDown();
      const over = outages.untilAnswered(stop.signal);
      await timer.advance(100_000);
      const seen = probes.map((at, place) => at - (probes[place - 1] ?? 0));
      expect(seen.slice(0, delays.length).map((delay) => Math.round(delay))).toEqual(delays);
      stop.abort();
      await over;
    }
  });

  it('is tried with one message once Telegram answers, and is over when that is answered', async () => {
    const { timer, reachable, events, outages, goDown } = watch();
    goDown();
    goDown();
    expect(outages.downSince()?.equals(instant(0))).toBe(true);
    const over = outages.untilAnswered(new AbortController().signal);
    await timer.advance(1000);
    reachable.now = true;
    await timer.advance(1000);
    await over;
    expect([outages.reach(), outages.downSince()?.epochMilliseconds]).toEqual(['trying', 0]);
    outages.unanswered(1);
    expect(outages.reach()).toBe('down');
    const again = outages.untilAnswered(new AbortController().signal);
    await timer.advance(8000);
    await again;
    outages.answered();
    expect([outages.reach(), outages.downSince()]).toEqual(['up', undefined]);
    expect(events).toEqual([
      'error: Telegram is out of reach: sending is paused',
      'info: Telegram answers again: sending goes on',
    ]);
  });

  it('is over at once when anything is answered', async () => {
    const { timer, outages, goDown } = watch();
    goDown();
    const over = outages.untilAnswered(new AbortController().signal);
    await timer.advance(100);
    outages.answered();
    await over;
    expect(outages.reach()).toBe('up');
    expect(timer.alarms()).toBe(0);
  });
});

onEachDatabase('in an outage the dispatcher', (open) => {
  afterEach(closeDesks);

  it('pauses as a whole, asks by itself whether it is over, then sends everything in time, each once', async () => {
    let isDown = true;
    let probes = 0;
    const { calls, createMessenger } = scripted(
      () => (isDown ? unreachable : sent()),
      async () => {
        probes++;
        return !isDown;
      },
    );
    const desk = startDispatcher(await open(), createMessenger, 20);
    await desk.queue(anEdition('Monday'), ...numbers(1, 100));
    desk.start();
    await until(() => probes >= 4);
    // What was on its way when the outage was noticed, and no more.
    const during = calls.length;
    expect(during).toBeLessThan(20);
    expect(desk.outages.downSince()).toBeDefined();
    isDown = false;
    await until(() => calls.length === during + 100);
    await desk.sentAll();
    expect((await desk.states()).every(([, , state]) => state === 'sent')).toBe(true);
    expect(Math.max(...(await desk.attempts()))).toBeLessThanOrEqual(2);
    expect(desk.logged.filter((event) => event.includes('out of reach'))).toHaveLength(1);
    expect(desk.logged.filter((event) => event.includes('answers again'))).toHaveLength(1);
  });

  it('tries one message at a time where Telegram answers and takes none', async () => {
    let takes = false;
    const { calls, createMessenger } = scripted(() => (takes ? sent() : { kind: 'unknown', error: 'timed out' }));
    const desk = startDispatcher(await open(), createMessenger, 20);
    await desk.queue(anEdition('Monday'), ...numbers(1, 60));
    desk.start();
    await until(() => desk.outages.downSince() !== undefined);
    const before = calls.length;
    await until(() => calls.length >= before + 3);
    const tries = calls.slice(before, before + 3);
    const gaps = tries.slice(1).map(({ at }, place) => at.since(tries[place]?.at ?? at).total('milliseconds'));
    expect(Math.min(...gaps)).toBeGreaterThan(900);
    takes = true;
    await until(() => new Set(calls.map(({ outgoing }) => outgoing.chatId)).size === 60);
    await desk.sentAll();
    expect((await desk.states()).every(([, , state]) => state === 'sent')).toBe(true);
    expect(desk.doubles()).toBe(calls.length - 60);
  });
});
