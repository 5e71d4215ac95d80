import { expect, it } from 'vitest';
import { createTalk, type Place } from '../../src/bot/talk.ts';
import { createCarrier } from '../../src/delivery/carrier.ts';
import { createGate } from '../../src/delivery/gate.ts';
import type { Messenger, Outgoing, SendOutcome } from '../../src/delivery/messenger.ts';
import { createFastClock, silentLog } from '../support/fast-clock.ts';

const GROUP: Place = { id: -7, kind: 'group', threadId: undefined };
const MESSAGE = { html: 'The lake rose.', buttons: [] };
const SENT: SendOutcome = { kind: 'sent', messageId: 9 };

/** A talk whose messenger answers as it is told, one answer a call and the last one for ever. */
function talkWith(...answers: SendOutcome[]) {
  const { timer } = createFastClock('2026-03-02T03:00:00Z', 1000);
  const calls: Outgoing[] = [];
  const edits: number[] = [];
  const gone: number[] = [];
  const warnings: string[] = [];
  const messenger: Pick<Messenger, 'send' | 'edit'> = {
    send: async (outgoing) => {
      calls.push(outgoing);
      return answers[Math.min(calls.length, answers.length) - 1] ?? SENT;
    },
    edit: async ({ messageId }) => {
      edits.push(messageId);
      return edits.length === 1 ? { kind: 'unknown', error: 'cut' } : { kind: 'edited' };
    },
  };
  const outages = { answered: () => undefined, unanswered: () => undefined };
  const gate = createGate({ messagesPerSecond: 28, timer });
  const talk = createTalk({
    carrier: createCarrier({ messenger, gate, outages, log: silentLog }),
    onGone: async (chatId) => void gone.push(chatId),
    warn: (_, error) => warnings.push(error),
  });
  return { talk, gate, calls, edits, gone, warnings };
}

it('is tried again while Telegram is out of reach or asks to wait a little, three times in all', async () => {
  const { talk, calls } = talkWith({ kind: 'unreachable', error: '502' }, { kind: 'wait', seconds: 3 }, SENT);
  expect(await talk.say(GROUP, MESSAGE)).toBe(9);
  expect(calls).toHaveLength(3);
  const down = talkWith({ kind: 'unreachable', error: '502' });
  expect(await down.talk.say(GROUP, MESSAGE)).toBeUndefined();
  expect([down.calls.length, down.warnings]).toEqual([3, ['502']]);
});

it('is given up where Telegram asks for a wait that nobody would wait', async () => {
  const { talk, calls } = talkWith({ kind: 'wait', seconds: 600 });
  expect(await talk.say(GROUP, MESSAGE)).toBeUndefined();
  expect(calls).toHaveLength(1);
});

it('is given up at once where Telegram has asked for such a wait before, and waits a short one', async () => {
  const { talk, gate, calls, warnings } = talkWith(SENT);
  gate.askedToWait(GROUP.id, 600);
  expect(await talk.say(GROUP, MESSAGE)).toBeUndefined();
  expect([calls.length, warnings]).toEqual([0, ['wait']]);
  gate.askedToWait(8, 15);
  expect(await talk.say({ ...GROUP, id: 8, kind: 'private' }, MESSAGE)).toBe(9);
});

it('is not sent twice where nobody knows, but edited again', async () => {
  const { talk, calls, edits } = talkWith({ kind: 'unknown', error: 'cut' });
  expect(await talk.say(GROUP, MESSAGE)).toBeUndefined();
  expect(calls).toHaveLength(1);
  expect(await talk.edit(GROUP, 7, MESSAGE)).toBe(true);
  expect(edits).toEqual([7, 7]);
});

it('follows a group to the supergroup that it became', async () => {
  const { talk, calls } = talkWith({ kind: 'migrated', to: -1007 }, SENT);
  expect(await talk.say(GROUP, MESSAGE)).toBe(9);
  expect(calls.map(({ chatId }) => chatId)).toEqual([-7, -1007]);
});

it('goes to the general topic where its own was closed', async () => {
  const { talk, calls } = talkWith({ kind: 'topic-gone', error: 'TOPIC_CLOSED' }, SENT);
  expect(await talk.say({ id: -1007, kind: 'supergroup', threadId: 5 }, MESSAGE)).toBe(9);
  expect(calls.map(({ threadId }) => threadId)).toEqual([5, undefined]);
});

it('tells of a chat that is gone, and tries no more', async () => {
  const { talk, calls, gone } = talkWith({ kind: 'chat-gone', error: 'blocked' });
  expect(await talk.say(GROUP, MESSAGE)).toBeUndefined();
  expect([calls.length, gone]).toEqual([1, [-7]]);
});
