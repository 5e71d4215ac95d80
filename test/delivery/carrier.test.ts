import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Carrier, createCarrier, type Turn } from '../../src/delivery/carrier.ts';
import { createGate } from '../../src/delivery/gate.ts';
import type { EditOutcome, SendOutcome } from '../../src/delivery/messenger.ts';
import { createFakeTimer } from '../support/fake-timer.ts';
import { silentLog } from '../support/fast-clock.ts';

const MESSAGE = { html: 'The lake rose.', buttons: [] };
const WAIT = { kind: 'wait', seconds: 30 } as const;

/** A carrier whose messenger gives one answer to everything, and what it carried when. */
function carrierWith(answer: SendOutcome & EditOutcome) {
  const timer = createFakeTimer();
  const carried: { readonly chatId: number; readonly at: number }[] = [];
  const told: string[] = [];
  const carry = async ({ chatId }: { readonly chatId: number }) => {
    carried.push({ chatId, at: timer.now() });
    return answer;
  };
  const carrier = createCarrier({
    messenger: { send: carry, edit: carry },
    gate: createGate({ messagesPerSecond: 28, timer }),
    outages: { answered: () => void told.push('answered'), unanswered: (chat) => void told.push(`${chat} unanswered`) },
    log: silentLog,
  });
  return { carrier, timer, carried, told };
}

function turn(chatId: number, priority: Turn['priority'] = 'answer'): Turn {
  return { grouped: chatId < 0, priority };
}

const send = (carrier: Carrier, chatId: number) =>
  carrier.send({ chatId, threadId: undefined, message: MESSAGE, silent: false }, turn(chatId));
const edit = (carrier: Carrier, chatId: number) =>
  carrier.edit({ chatId, messageId: 7, message: MESSAGE }, turn(chatId));

it('keeps every limit over all that is sent and edited together', async () => {
  const asks = fc.array(fc.record({ chatId: fc.integer({ min: -3, max: 3 }).filter(Boolean), edits: fc.boolean() }), {
    minLength: 30,
    maxLength: 120,
  });
  await fc.assert(
    fc.asyncProperty(asks, async (wanted) => {
      const { carrier, timer, carried } = carrierWith({ kind: 'refused', error: '400' });
      const all = wanted.map(({ chatId, edits }) => (edits ? edit : send)(carrier, chatId));
      await timer.advance(40 * 60_000);
      await Promise.all(all);
      expect(carried).toHaveLength(wanted.length);
      for (const chat of new Set(carried.map(({ chatId }) => chatId))) {
        const times = carried.filter(({ chatId }) => chatId === chat).map(({ at }) => at);
        times.forEach((at, place) => {
          expect(at - (times[place - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1000);
          if (chat < 0) expect(at - (times[place - 20] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(60_000);
        });
      }
    }),
    { numRuns: 30 },
  );
});

it('holds one chat that is told to wait, and everything once three are, whether they were sent to or edited', async () => {
  const { carrier, timer, carried } = carrierWith(WAIT);
  send(carrier, 1);
  await timer.advance(2000);
  send(carrier, 1);
  edit(carrier, 2);
  await timer.advance(1000);
  expect(carried.map(({ chatId }) => chatId)).toEqual([1, 2]);
  edit(carrier, 3);
  send(carrier, 4);
  await timer.advance(1000);
  expect(carried.map(({ chatId }) => chatId)).toEqual([1, 2, 3, 4]);
  const toldAt = timer.now();
  send(carrier, 5);
  await timer.advance(28_000);
  expect(carried).toHaveLength(4);
  await timer.advance(3000);
  expect(carried.at(-1)?.chatId).toBe(5);
  expect((carried.at(-1)?.at ?? 0) - toldAt).toBeGreaterThan(28_000);
});

it('tells of every answer, and of every call that got none', async () => {
  for (const [answer, expected] of [
    [{ kind: 'unknown', error: 'cut' }, '9 unanswered'],
    [{ kind: 'unreachable', error: '500' }, '9 unanswered'],
    [{ kind: 'refused', error: '400' }, 'answered'],
    [{ kind: 'chat-gone', error: '403' }, 'answered'],
    [WAIT, 'answered'],
  ] as const) {
    const { carrier, timer, told } = carrierWith(answer);
    const both = [send(carrier, 9), edit(carrier, 9)];
    await timer.advance(31_000);
    await Promise.all(both);
    expect(told).toEqual([expected, expected]);
  }
});

it('starts no call that is called off in the instant of its start', async () => {
  const { carrier, timer, carried } = carrierWith({ kind: 'refused', error: '400' });
  const onStart = () => {
    throw new Error('called off');
  };
  const outgoing = { chatId: 1, threadId: undefined, message: MESSAGE, silent: false };
  const calledOff = expect(carrier.send(outgoing, { ...turn(1), onStart })).rejects.toThrow('called off');
  await timer.advance(100);
  await calledOff;
  expect(carried).toEqual([]);
});
