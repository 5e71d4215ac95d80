import { describe, expect, it } from 'vitest';
import { createLineup } from '../../src/delivery/lineup.ts';
import type { Delivery, DeliveryKind } from '../../src/delivery/outbox.ts';
import { numbers } from '../support/dispatch-desk.ts';
import { createFakeTimer } from '../support/fake-timer.ts';

let ids = 0;
function aDelivery(chatId: number, kind: DeliveryKind = 'briefing'): Delivery {
  return {
    id: ++ids,
    chatId,
    chatKind: chatId < 0 ? 'group' : 'private',
    edition: 'Monday',
    part: 0,
    kind,
    message: { html: 'The lake rose.', buttons: [] },
    silent: true,
    attempts: 0,
    possibleDouble: false,
    edits: undefined,
  };
}

/** A lineup in which the given chats are open only from these times on. */
function lineupWith(openAt: Readonly<Record<number, number>> = {}) {
  const timer = createFakeTimer();
  return { timer, lineup: createLineup(timer, ({ chatId }) => openAt[chatId] ?? 0) };
}

const chats = (deliveries: readonly Delivery[]) => deliveries.map(({ chatId }) => chatId);

describe('the lineup', () => {
  it('calls up the most urgent first, each to another chat, and no more than it is asked for', () => {
    const { lineup } = lineupWith();
    for (const chat of [1, 2, 3]) lineup.join(aDelivery(chat));
    lineup.join(aDelivery(4, 'breaking'));
    lineup.join(aDelivery(5, 'correction'));
    expect(chats(lineup.callUp(3))).toEqual([4, 5, 1]);
    expect([lineup.size(), lineup.onTheWay()]).toEqual([2, 3]);
    expect(chats(lineup.callUp(9))).toEqual([2, 3]);
    expect(lineup.callUp(9)).toEqual([]);
    for (const chat of numbers(1, 5)) lineup.done(chat);
    expect(lineup.onTheWay()).toBe(0);
  });

  it('calls a message up a quarter of a second before its chat is open', async () => {
    const { timer, lineup } = lineupWith({ 1: 1100 });
    expect(lineup.join(aDelivery(1))).toBe(0);
    await timer.advance(849);
    expect(lineup.callUp(1)).toEqual([]);
    await timer.advance(1);
    expect(chats(lineup.callUp(1))).toEqual([1]);
  });

  it('turns away what would only take the place of others, and says when to come again', () => {
    const { lineup } = lineupWith({ [-1]: 40_000 });
    expect(lineup.join(aDelivery(-1))).toBe(40_000);
    expect(numbers(1, 4).map(() => lineup.join(aDelivery(2)))).toEqual([0, 1100, 2200, 3300]);
    expect(chats(lineup.callUp(9))).toEqual([2]);
    expect(lineup.join(aDelivery(2))).toBe(4400);
    expect(lineup.size()).toBe(0);
  });

  it('takes the next message of a chat when its last is done', async () => {
    const { timer, lineup } = lineupWith();
    lineup.join(aDelivery(1));
    lineup.callUp(1);
    expect(lineup.join(aDelivery(1))).toBe(1100);
    await timer.advance(1100);
    lineup.done(1);
    expect(lineup.join(aDelivery(1))).toBe(0);
    expect(lineup.join(aDelivery(1))).toBe(1100);
  });
});
